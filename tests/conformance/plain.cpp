#include "components.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/parts.hpp"

namespace noms::conformance {
namespace {

using page::Html;

std::string or_else(std::string given, std::string_view otherwise) {
    return given.empty() ? std::string(otherwise) : given;
}

Html back_link(Given& given) {
    auto to = or_else(given.text("href"), "#");
    return page::back_link(to, or_else(given.text("text"), "Back"));
}

Html breadcrumbs(Given& given) {
    std::vector<page::Crumb> crumbs;
    for (auto& item : given.items("items"))
        crumbs.push_back({.label = item.text("text"), .path = item.text("href")});
    return page::breadcrumbs(crumbs);
}

Html button(Given& given) {
    auto label = given.text("text");
    if (given.has("href")) return page::button_link(given.text("href"), label);
    if (given.take_class("govuk-button--secondary")) return page::secondary_button(label);
    if (given.take_class("govuk-button--warning")) return page::warning_button(label);
    return page::button(label);
}

Html details(Given& given) {
    auto summary = given.text("summaryText");
    auto open = given.flag("open");
    return page::details(summary, given.content(), open);
}

Html error_summary(Given& given) {
    std::vector<FieldError> errors;
    for (auto& item : given.items("errorList")) {
        auto to = item.text("href");
        errors.push_back({.field = to.starts_with('#') ? to.substr(1) : to,
                          .code = "invalid",
                          .words = item.text("text")});
    }
    if (given.text("titleText") != "There is a problem")
        given.leave_out("the title is always \"There is a problem\"");
    if (errors.empty()) given.leave_out("a summary without errors is not shown");
    return page::error_summary(errors);
}

Html generic_header(Given& given) {
    auto home = or_else(given.text("url"), "/");
    return page::generic_header(given.text("logoText"), home);
}

Html inset(Given& given) {
    return page::inset(given.content());
}

Html notification_banner(Given& given) {
    if (given.has("html")) given.leave_out("a notice is one line of text");
    auto type = given.text("type");
    if (type == "success") return page::success(given.content());
    if (!type.empty()) given.leave_out("there are two kinds of notice only");
    return page::notice(or_else(given.text("titleText"), "Important"), given.content());
}

Html pagination(Given& given) {
    auto path = [&](std::string_view key) {
        if (!given.has(key)) return std::string();
        return given.inside(key).text("href");
    };
    auto previous = path("previous");
    auto next = path("next");
    return page::pagination(previous, next, or_else(given.text("landmarkLabel"), "Pagination"));
}

Html panel(Given& given) {
    if (given.take_class("govuk-panel--interruption"))
        given.leave_out("a page that interrupts is a page of its own");
    auto title = given.text("titleText");
    return page::panel(title, given.content());
}

Html skip_link(Given& given) {
    auto to = or_else(given.text("href"), "#content");
    return page::skip_link(to, given.text("text"));
}

Html summary_list(Given& given) {
    std::vector<page::SummaryRow> rows;
    for (auto& row : given.items("rows")) {
        page::SummaryRow one{.name = row.inside("key").text("text"),
                             .value = row.inside("value").content()};
        for (auto& action : row.inside("actions").items("items")) {
            if (action.text("visuallyHiddenText") != one.name)
                given.leave_out("an action's hidden words are always the name of its row");
            one.actions.push_back({.label = action.text("text"), .path = action.text("href")});
        }
        rows.push_back(std::move(one));
    }
    return page::summary_list(rows);
}

Html tag(Given& given) {
    using page::Colour;
    static const std::map<std::string, Colour> colours{{"", Colour::Plain},
                                                       {"grey", Colour::Grey},
                                                       {"green", Colour::Green},
                                                       {"teal", Colour::Teal},
                                                       {"blue", Colour::Blue},
                                                       {"purple", Colour::Purple},
                                                       {"magenta", Colour::Magenta},
                                                       {"red", Colour::Red},
                                                       {"orange", Colour::Orange},
                                                       {"yellow", Colour::Yellow}};
    auto colour = colours.at(given.class_ending("govuk-tag--"));
    return page::tag(given.text("text"), colour);
}

Html warning_text(Given& given) {
    if (or_else(given.text("iconFallbackText"), "Warning") != "Warning")
        given.leave_out("a warning is always announced as \"Warning\"");
    return page::warning(given.content());
}

}  // namespace

std::map<std::string, Component> plain_components() {
    return {{"back-link", back_link},
            {"breadcrumbs", breadcrumbs},
            {"button", button},
            {"details", details},
            {"error-summary", error_summary},
            {"generic-header", generic_header},
            {"inset-text", inset},
            {"notification-banner", notification_banner},
            {"pagination", pagination},
            {"panel", panel},
            {"skip-link", skip_link},
            {"summary-list", summary_list},
            {"tag", tag},
            {"warning-text", warning_text}};
}

}  // namespace noms::conformance
