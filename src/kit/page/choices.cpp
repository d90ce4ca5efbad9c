#include <algorithm>

#include "kit/base/text.hpp"
#include "kit/page/field.hpp"

namespace noms::page {
namespace {

Html legend_over(const Field& field, const Html& inside, std::string_view role = {}) {
    return form_group(field,
                      fieldset({.legend = field.label,
                                .size = field.label_size,
                                .heads_page = field.heads_page,
                                .described_by = described_by(field),
                                .role = std::string(role)},
                               hint_and_error(field) + inside));
}

/// The id of the first box is the field's, so that the error summary leads there.
std::string option_id(const Field& field, size_t number) {
    return number == 0 ? id_of(field) : id_of(field) + "-" + std::to_string(number + 1);
}

Html option_of(
    std::string_view kind, const Field& field, size_t number, const Option& option, bool chosen) {
    auto id = option_id(field, number);
    auto base = "govuk-" + std::string(kind);
    Element box("input");
    box.set("class", base + "__input").set("id", id).set("name", field.name);
    box.set("type", kind == "radios" ? "radio" : "checkbox").set("value", option.value);
    box.flag("checked", chosen);
    auto words = Element("label")
                     .set("class", "govuk-label " + base + "__label")
                     .set("for", id)
                     .with(text(option.label));
    Html more;
    if (!option.hint.empty()) {
        box.set("aria-describedby", id + "-item-hint");
        more = Element("div")
                   .set("id", id + "-item-hint")
                   .set("class", "govuk-hint " + base + "__hint")
                   .with(text(option.hint));
    }
    return element("div", base + "__item", box.alone() + words + more);
}

Html list_of(std::string_view kind, const Html& options, std::string_view more_css = {}) {
    auto base = "govuk-" + std::string(kind);
    return Element("div")
        .set("class", base + std::string(more_css))
        .set("data-module", base)
        .with(options);
}

struct DatePart {
    std::string_view name;
    std::string_view label;
    std::string_view width;
    std::string from_whole;
};

Html date_part(const Field& field, const DatePart& part, const form::Values& values) {
    auto key = field.name + "-" + std::string(part.name);
    auto given = std::string(form::value_of(values, key));
    if (given.empty()) given = part.from_whole;
    // The first box has the field's own id, so that the error summary leads to it.
    auto id = part.name == "day" ? id_of(field) : id_of(field) + "-" + std::string(part.name);
    auto words = Element("label")
                     .set("class", "govuk-label govuk-date-input__label")
                     .set("for", id)
                     .with(text(part.label));
    auto css = "govuk-input govuk-date-input__input govuk-input--width-" + std::string(part.width);
    if (!field.error.empty()) css += " govuk-input--error";
    Element box("input");
    box.set("class", css).set("id", id).set("name", key).set("type", "text");
    box.set("inputmode", "numeric").set_if(!given.empty(), "value", given);
    return element(
        "div", "govuk-date-input__item", element("div", "govuk-form-group", words + box.alone()));
}

}  // namespace

Html radios(const Field& field, const std::vector<Option>& options) {
    Html inside;
    for (size_t i = 0; i < options.size(); ++i)
        inside += option_of("radios", field, i, options[i], options[i].value == field.value);
    std::string_view in_a_row = " govuk-radios--inline govuk-radios--small";
    return legend_over(field, list_of("radios", inside, field.side_by_side ? in_a_row : ""));
}

Html checkboxes(const Field& field,
                const std::vector<Option>& options,
                const std::vector<std::string>& ticked) {
    Html inside;
    for (size_t i = 0; i < options.size(); ++i) {
        bool is_ticked = std::ranges::find(ticked, options[i].value) != ticked.end();
        inside += option_of("checkboxes", field, i, options[i], is_ticked);
    }
    return legend_over(field, list_of("checkboxes", inside));
}

Html checkbox(const Field& field, bool ticked) {
    Option one{.value = "true", .label = field.label, .hint = field.hint};
    auto box = list_of("checkboxes", option_of("checkboxes", field, 0, one, ticked));
    if (field.error.empty()) return form_group(field, box);
    return form_group(field, error_message(id_of(field) + "-error", field.error) + box);
}

Html date_input(const Field& field, const form::Values& values) {
    auto whole = parse_date(trimmed(form::value_of(values, field.name)));
    auto number = [&](auto part) { return whole ? std::to_string(part(*whole)) : std::string(); };
    auto day = number([](Date date) { return unsigned(date.day()); });
    auto month = number([](Date date) { return unsigned(date.month()); });
    auto year = number([](Date date) { return int(date.year()); });
    Html parts = date_part(field, {"day", "Day", "2", day}, values);
    parts += date_part(field, {"month", "Month", "2", month}, values);
    parts += date_part(field, {"year", "Year", "4", year}, values);
    return legend_over(field, element("div", "govuk-date-input", parts), "group");
}

}  // namespace noms::page
