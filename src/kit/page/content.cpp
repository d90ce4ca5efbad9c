#include "kit/page/content.hpp"

#include <array>

#include "kit/page/element.hpp"

namespace noms::page {
namespace {

Html listed(std::string_view tag_name, std::string_view css_class, const std::vector<Cell>& items) {
    Html list;
    for (const auto& item : items) list += element("li", "", item.html());
    return element(tag_name, css_class, list);
}

Html definition_list(std::string_view css_class, const std::vector<Fact>& facts) {
    Html list;
    for (const auto& [name, value] : facts)
        list += element("div", "", element("dt", "", text(name)) + element("dd", "", value.html()));
    return element("dl", css_class, list);
}

Html section_of(const Html& head, const Html& inside, std::string_view id) {
    if (id.empty()) return element("div", "app-section", head + inside);
    return Element("section")
        .set("class", "app-section")
        .set("id", id)
        .set("aria-labelledby", std::string(id) + "-title")
        .with(head + inside);
}

Html section_heading(std::string_view title, std::string_view id) {
    return heading(2, title, id.empty() ? std::string() : std::string(id) + "-title");
}

constexpr std::string_view arrow_back =
    "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l"
    "4.2931-4.293-1.414-1.414z";
constexpr std::string_view arrow_on =
    "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
    "6.7441-6.4062-6.7246-6.7266z";

Html arrow(std::string_view rel) {
    return Element("svg")
        .set("class", "govuk-pagination__icon govuk-pagination__icon--" + std::string(rel))
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("height", "13")
        .set("width", "15")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .set("viewBox", "0 0 15 13")
        .with(Element("path").set("d", rel == "prev" ? arrow_back : arrow_on).with({}));
}

/// The link to the page before or after.
Html neighbour(std::string_view path, std::string_view rel, std::string_view words) {
    auto title = element("span",
                         "govuk-pagination__link-title govuk-pagination__link-title--decorated",
                         text(words) + element("span", "govuk-visually-hidden", text(" page")));
    auto anchor = Element("a")
                      .set("class", "govuk-link govuk-pagination__link")
                      .set("href", path)
                      .set("rel", rel)
                      .with(arrow(rel) + title);
    return element("div", "govuk-pagination__" + std::string(rel), anchor);
}

}  // namespace

Html heading(int level, std::string_view words, std::string_view id) {
    static constexpr std::array sizes{"l", "l", "m", "s", "s"};
    auto size = sizes.at(static_cast<size_t>(level));
    return Element("h" + std::to_string(level))
        .set("class", std::string("govuk-heading-") + size)
        .set_if(!id.empty(), "id", id)
        .with(text(words));
}

Html caption(std::string_view words) {
    return element("span", "govuk-caption-l", text(words));
}

Html paragraph(const Cell& words) {
    return element("p", "govuk-body", words.html());
}

Html lead(const Cell& words) {
    return element("p", "govuk-body-l app-lead", words.html());
}

Html small(const Cell& words) {
    return element("p", "govuk-body-s", words.html());
}

Html muted(const Cell& words) {
    return element("span", "app-muted", words.html());
}

Html strong(const Cell& words) {
    return element("strong", "", words.html());
}

Html together(const Cell& words) {
    return element("span", "app-nowrap", words.html());
}

Html marked(std::string_view words, const std::vector<std::string>& found) {
    const auto plain = lower(words);
    Html out;
    for (size_t from = 0; from < words.size();) {
        size_t at = std::string::npos, length = 0;
        for (const auto& each : found)
            if (auto here = plain.find(each, from); !each.empty() && here < at)
                at = here, length = each.size();
        out += text(words.substr(from, at == std::string::npos ? at : at - from));
        if (at == std::string::npos) break;
        out += element("mark", "", text(words.substr(at, length)));
        from = at + length;
    }
    return out;
}

Html verbatim(std::string_view label, std::string_view words) {
    return Element("div")
        .set("class", "app-scroll")
        .set("tabindex", "0")
        .set("role", "region")
        .set("aria-label", label)
        .with(element("pre", "app-verbatim", text(words)));
}

Html link(std::string_view path, std::string_view label) {
    return Element("a").set("class", "govuk-link").set("href", path).with(text(label));
}

Html link(std::string_view path, std::string_view label, std::string_view hidden) {
    auto more = element("span", "govuk-visually-hidden", text(" " + std::string(hidden)));
    return Element("a").set("class", "govuk-link").set("href", path).with(text(label) + more);
}

Html outside_link(std::string_view url, std::string_view label) {
    return Element("a")
        .set("class", "govuk-link")
        .set("href", url)
        .set("rel", "noreferrer external")
        .with(text(label));
}

Html bullets(const std::vector<Cell>& items) {
    return listed("ul", "govuk-list govuk-list--bullet", items);
}

Html numbered(const std::vector<Cell>& items) {
    return listed("ol", "govuk-list govuk-list--number", items);
}

Html section(std::string_view title, const Html& inside, std::string_view id) {
    return section_of(section_heading(title, id), inside, id);
}

Html section(std::string_view title, const Link& more, const Html& inside, std::string_view id) {
    auto head = section_heading(title, id) + small(link(more.path, more.label));
    return section_of(element("div", "app-section__head", head), inside, id);
}

Html two_one(const Html& left, const Html& right) {
    return element("div",
                   "app-columns app-columns--two-one",
                   element("div", "", left) + element("div", "", right));
}

Html halves(const Html& left, const Html& right) {
    return element("div",
                   "app-columns app-columns--half",
                   element("div", "", left) + element("div", "", right));
}

Html box(const Html& inside) {
    return element("div", "app-panel", inside);
}

Html facts(const std::vector<Fact>& all) {
    return definition_list("app-facts", all);
}

Html figures(const std::vector<Fact>& all) {
    return definition_list("app-figures", all);
}

Html summary_list(const std::vector<SummaryRow>& rows) {
    bool any_action = false;
    for (const auto& row : rows) any_action = any_action || !row.actions.empty();
    Html list;
    for (const auto& [name, value, actions] : rows) {
        Html inside = element("dt", "govuk-summary-list__key", text(name));
        inside += element("dd", "govuk-summary-list__value", value.html());
        Html links;
        for (const auto& action : actions) {
            auto one = link(action.path, action.label, name);
            links += actions.size() == 1
                         ? one
                         : element("li", "govuk-summary-list__actions-list-item", one);
        }
        if (actions.size() > 1) links = element("ul", "govuk-summary-list__actions-list", links);
        if (!actions.empty()) inside += element("dd", "govuk-summary-list__actions", links);
        bool lacks = any_action && actions.empty();
        list += element("div",
                        lacks ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
                              : "govuk-summary-list__row",
                        inside);
    }
    return element("dl", "govuk-summary-list", list);
}

Html tag(std::string_view words, Colour colour) {
    static constexpr std::array names{
        "grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"};
    std::string css = "govuk-tag";
    if (colour != Colour::Plain)
        css.append(" govuk-tag--").append(names.at(static_cast<size_t>(colour)));
    return element("strong", css, text(words));
}

Html details(std::string_view summary, const Html& inside, bool open) {
    auto words = element("span", "govuk-details__summary-text", text(summary));
    return Element("details")
        .set("class", "govuk-details")
        .flag("open", open)
        .with(element("summary", "govuk-details__summary", words) +
              element("div", "govuk-details__text", inside));
}

Html inset(const Cell& words) {
    return element("div", "govuk-inset-text", words.html());
}

Html warning(const Cell& words) {
    auto icon = Element("span").set("class", "govuk-warning-text__icon").set("aria-hidden", "true");
    auto hidden = element("span", "govuk-visually-hidden", text("Warning"));
    return element("div",
                   "govuk-warning-text",
                   icon.with(text("!")) +
                       element("strong", "govuk-warning-text__text", hidden + words.html()));
}

Html success(const Cell& words) {
    auto title = Element("h2")
                     .set("class", "govuk-notification-banner__title")
                     .set("id", "govuk-notification-banner-title")
                     .with(text("Success"));
    auto inside = element("p", "govuk-notification-banner__heading", words.html());
    return Element("div")
        .set("class", "govuk-notification-banner govuk-notification-banner--success")
        .set("role", "alert")
        .set("aria-labelledby", "govuk-notification-banner-title")
        .set("data-module", "govuk-notification-banner")
        .with(element("div", "govuk-notification-banner__header", title) +
              element("div", "govuk-notification-banner__content", inside));
}

Html notice(std::string_view title, const Cell& words) {
    auto head = Element("h2")
                    .set("class", "govuk-notification-banner__title")
                    .set("id", "govuk-notification-banner-title")
                    .with(text(title));
    auto inside = element("p", "govuk-notification-banner__heading", words.html());
    return Element("div")
        .set("class", "govuk-notification-banner")
        .set("role", "region")
        .set("aria-labelledby", "govuk-notification-banner-title")
        .set("data-module", "govuk-notification-banner")
        .with(element("div", "govuk-notification-banner__header", head) +
              element("div", "govuk-notification-banner__content", inside));
}

Html panel(std::string_view title, const Cell& words) {
    auto inside = element("h1", "govuk-panel__title", text(title));
    if (!words.html().empty()) inside += element("div", "govuk-panel__body", words.html());
    return element("div", "govuk-panel govuk-panel--confirmation", inside);
}

Html empty_state(std::string_view what, const Cell& why, const Cell& next) {
    Html inside = element("p", "govuk-body govuk-!-font-weight-bold", text(what));
    inside += element("p", "govuk-body", why.html());
    if (!next.html().empty()) inside += element("p", "govuk-body", next.html());
    return element("div", "app-empty", inside);
}

Html breadcrumbs(const std::vector<Crumb>& crumbs) {
    Html list;
    for (const auto& [label, path] : crumbs) {
        Element item("li");
        item.set("class", "govuk-breadcrumbs__list-item");
        auto anchor = Element("a").set("class", "govuk-breadcrumbs__link").set("href", path);
        list += path.empty() ? item.set("aria-current", "page").with(text(label))
                             : item.with(anchor.with(text(label)));
    }
    return Element("nav")
        .set("class", "govuk-breadcrumbs")
        .set("aria-label", "Breadcrumb")
        .with(element("ol", "govuk-breadcrumbs__list", list));
}

Html back_link(std::string_view path, std::string_view label) {
    return Element("a").set("href", path).set("class", "govuk-back-link").with(text(label));
}

Html subnav(std::string_view label, const std::vector<Link>& links, std::string_view current) {
    Html list;
    for (const auto& [words, path] : links) {
        Element anchor("a");
        anchor.set("class", "govuk-link govuk-link--no-visited-state").set("href", path);
        anchor.set_if(path == current, "aria-current", "page");
        list += element("li", "", anchor.with(text(words)));
    }
    return Element("nav")
        .set("class", "app-subnav")
        .set("aria-label", label)
        .with(element("ul", "", list));
}

Html steps(const std::vector<Step>& all) {
    Html list;
    for (const auto& [words, cite, to] : all) {
        Html inside = text(words);
        if (!cite.empty())
            inside +=
                text(" ") + element("cite", "", to.empty() ? text(cite) : outside_link(to, cite));
        list += element("li", "", inside);
    }
    return element("ol", "app-steps", list);
}

static Html due_list_of(const std::vector<Due>& all, std::string_view style) {
    Html list;
    for (const auto& due : all) {
        Html inside = element("span", "app-due__what", due.what.html());
        inside +=
            element("span", due.late ? "app-due__when app-late" : "app-due__when", text(due.when));
        if (!due.why.empty()) inside += element("span", "app-due__why", text(due.why));
        list += element("li", "", inside);
    }
    return element("ol", style, list);
}

Html due_list(const std::vector<Due>& all) {
    return due_list_of(all, "app-due");
}

Html dense_due_list(const std::vector<Due>& all) {
    constexpr size_t many = 8;
    return due_list_of(
        all,
        all.size() > many ? "app-due app-due--dense app-due--columns" : "app-due app-due--dense");
}

Html pagination(std::string_view previous, std::string_view next, std::string_view label) {
    Html inside;
    if (!previous.empty()) inside += neighbour(previous, "prev", "Previous");
    if (!next.empty()) inside += neighbour(next, "next", "Next");
    return Element("nav")
        .set("class", "govuk-pagination govuk-pagination--block")
        .set("aria-label", label)
        .with(inside);
}

Html paging(const Paging& at) {
    auto words = at.shown == 0 ? "No " + at.noun
                               : "Showing " + with_commas(at.first) + " to " +
                                     with_commas(at.first + at.shown - 1) + " of " +
                                     with_commas(at.whole) + " " + at.noun;
    Html out = element("p", "govuk-body-s app-num", text(words));
    if (at.previous_path.empty() && at.next_path.empty()) return out;
    return out + pagination(at.previous_path, at.next_path, "Pages of " + at.noun);
}

}  // namespace noms::page
