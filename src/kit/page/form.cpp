#include "kit/page/form.hpp"

#include <algorithm>

#include "kit/base/text.hpp"
#include "kit/page/element.hpp"

namespace noms::page {
namespace {

std::string hint_id(const Field& field) {
    return field.name + "-hint";
}
std::string error_id(const Field& field) {
    return field.name + "-error";
}

/// Which texts describe the field to a screen reader.
std::string described_by(const Field& field) {
    std::string ids;
    if (!field.hint.empty()) ids = hint_id(field);
    if (!field.error.empty()) ids += (ids.empty() ? "" : " ") + error_id(field);
    return ids;
}

Html hint_of(const Field& field) {
    if (field.hint.empty()) return {};
    return Element("div")
        .set("id", hint_id(field))
        .set("class", "govuk-hint")
        .with(text(field.hint));
}

Html error_of(const Field& field) {
    if (field.error.empty()) return {};
    auto prefix = element("span", "govuk-visually-hidden", text("Error:"));
    return Element("p")
        .set("id", error_id(field))
        .set("class", "govuk-error-message")
        .with(prefix + text(" " + field.error));
}

Html label_for(const Field& field) {
    return Element("label")
        .set("class", field.inline_label ? "govuk-label govuk-visually-hidden" : "govuk-label")
        .set("for", field.name)
        .with(text(field.label));
}

Html group(const Field& field, const Html& inside) {
    return element(
        "div",
        field.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error",
        inside);
}

std::string css_of(const Field& field, std::string_view base) {
    std::string css(base);
    if (!field.width.empty()) {
        bool counted = field.width.find_first_not_of("0123456789") == std::string::npos;
        css += counted ? " govuk-input--width-" + field.width : " govuk-!-width-" + field.width;
    }
    if (!field.error.empty()) css.append(" ").append(base).append("--error");
    return css;
}

Element input_element(const Field& field, std::string_view type) {
    Element input("input");
    input.set("class", css_of(field, "govuk-input")).set("id", field.name).set("name", field.name);
    input.set("type", type);
    return input;
}

Html labelled(const Field& field, const Html& control) {
    return group(field, label_for(field) + hint_of(field) + error_of(field) + control);
}

Html legend(const Field& field, const Html& inside) {
    auto words = Element("legend")
                     .set("class", "govuk-fieldset__legend govuk-fieldset__legend--s")
                     .with(text(field.label));
    auto ids = described_by(field);
    return Element("fieldset")
        .set("class", "govuk-fieldset")
        .set_if(!ids.empty(), "aria-describedby", ids)
        .with(words + hint_of(field) + error_of(field) + inside);
}

/// The id of the first box is the field's, so that the error summary leads there.
std::string option_id(const Field& field, size_t number) {
    return number == 0 ? field.name : field.name + "-" + std::to_string(number + 1);
}

Html option_of(
    std::string_view kind, const Field& field, size_t number, const Option& option, bool chosen) {
    auto id = option_id(field, number);
    auto base = "govuk-" + std::string(kind);
    Element box("input");
    box.set("class", base + "__input").set("id", id).set("name", field.name);
    box.set("type", kind == "radios" ? "radio" : "checkbox").set("value", option.value);
    box.flag("checked", chosen);
    auto label = Element("label")
                     .set("class", "govuk-label " + base + "__label")
                     .set("for", id)
                     .with(text(option.label));
    Html inside;
    if (!option.hint.empty()) {
        box.set("aria-describedby", id + "-item-hint");
        inside = Element("div")
                     .set("id", id + "-item-hint")
                     .set("class", "govuk-hint " + base + "__hint")
                     .with(text(option.hint));
    }
    return element("div", base + "__item", box.alone() + label + inside);
}

}  // namespace

Html input(const Field& field) {
    auto ids = described_by(field);
    auto box = input_element(field, "text");
    box.set_if(!field.value.empty(), "value", field.value);
    box.set_if(!ids.empty(), "aria-describedby", ids);
    box.set_if(!field.autocomplete.empty(), "autocomplete", field.autocomplete);
    return labelled(field, box.alone());
}

Html whole_number_input(const Field& field) {
    auto ids = described_by(field);
    auto box = input_element(field, "text");
    box.set_if(!field.value.empty(), "value", field.value);
    box.set_if(!ids.empty(), "aria-describedby", ids).set("inputmode", "numeric");
    return labelled(field, box.alone());
}

Html password_input(const Field& field) {
    auto ids = described_by(field);
    auto box = input_element(field, "password");
    box.set_if(!ids.empty(), "aria-describedby", ids).set("spellcheck", "false");
    box.set("autocomplete", field.autocomplete.empty() ? "current-password" : field.autocomplete);
    box.set("autocapitalize", "none");
    return labelled(field, box.alone());
}

Html textarea(const Field& field, int rows) {
    auto ids = described_by(field);
    Element box("textarea");
    box.set("class", css_of(field, "govuk-textarea")).set("id", field.name).set("name", field.name);
    box.set("rows", std::to_string(rows)).set_if(!ids.empty(), "aria-describedby", ids);
    return labelled(field, box.with(text(field.value)));
}

Html select(const Field& field, const std::vector<Option>& options) {
    auto ids = described_by(field);
    Html inside;
    for (const auto& option : options) {
        Element one("option");
        one.set("value", option.value).flag("selected", option.value == field.value);
        inside += one.with(text(option.label));
    }
    Element box("select");
    box.set("class", css_of(field, "govuk-select")).set("id", field.name).set("name", field.name);
    box.set_if(!ids.empty(), "aria-describedby", ids);
    return labelled(field, box.with(inside));
}

Html radios(const Field& field, const std::vector<Option>& options) {
    Html inside;
    for (size_t i = 0; i < options.size(); ++i)
        inside += option_of("radios", field, i, options[i], options[i].value == field.value);
    auto list = Element("div").set("class", "govuk-radios").set("data-module", "govuk-radios");
    return group(field, legend(field, list.with(inside)));
}

Html checkboxes(const Field& field,
                const std::vector<Option>& options,
                const std::vector<std::string>& ticked) {
    Html inside;
    for (size_t i = 0; i < options.size(); ++i)
        inside += option_of("checkboxes",
                            field,
                            i,
                            options[i],
                            std::ranges::find(ticked, options[i].value) != ticked.end());
    auto list =
        Element("div").set("class", "govuk-checkboxes").set("data-module", "govuk-checkboxes");
    return group(field, legend(field, list.with(inside)));
}

Html checkbox(const Field& field, bool ticked) {
    auto box = option_of("checkboxes",
                         field,
                         0,
                         {.value = "true", .label = field.label, .hint = field.hint},
                         ticked);
    auto list =
        Element("div").set("class", "govuk-checkboxes").set("data-module", "govuk-checkboxes");
    return group(field, error_of(field) + list.with(box));
}

Html date_input(const Field& field, const form::Values& values) {
    auto whole = parse_date(trimmed(form::value_of(values, field.name)));
    auto part = [&](std::string_view name,
                    std::string_view label,
                    std::string_view width,
                    std::string from_whole) {
        auto key = field.name + "-" + std::string(name);
        auto given = std::string(form::value_of(values, key));
        if (given.empty() && whole) given = std::move(from_whole);
        // The first box has the field's own id, so that the error summary leads to it.
        auto id = name == "day" ? field.name : key;
        auto words =
            Element("label").set("class", "govuk-label govuk-date-input__label").set("for", id);
        Element box("input");
        std::string css =
            "govuk-input govuk-date-input__input govuk-input--width-" + std::string(width);
        if (!field.error.empty()) css += " govuk-input--error";
        box.set("class", css).set("id", id).set("name", key).set("type", "text");
        box.set("inputmode", "numeric").set_if(!given.empty(), "value", given);
        return element("div",
                       "govuk-date-input__item",
                       element("div", "govuk-form-group", words.with(text(label)) + box.alone()));
    };
    Html parts = part("day", "Day", "2", whole ? std::to_string(unsigned(whole->day())) : "");
    parts += part("month", "Month", "2", whole ? std::to_string(unsigned(whole->month())) : "");
    parts += part("year", "Year", "4", whole ? std::to_string(int(whole->year())) : "");
    return group(field, legend(field, element("div", "govuk-date-input", parts)));
}

Html file_upload(const Field& field) {
    auto ids = described_by(field);
    Element box("input");
    box.set("class", css_of(field, "govuk-file-upload"))
        .set("id", field.name)
        .set("name", field.name);
    box.set("type", "file").set_if(!ids.empty(), "aria-describedby", ids);
    return labelled(field, box.alone());
}

Html hidden(std::string_view name, std::string_view value) {
    return Element("input").set("type", "hidden").set("name", name).set("value", value).alone();
}

Html button(std::string_view label) {
    return Element("button")
        .set("type", "submit")
        .set("class", "govuk-button")
        .set("data-module", "govuk-button")
        .set("data-prevent-double-click", "true")
        .with(text(label));
}

Html secondary_button(std::string_view label) {
    return Element("button")
        .set("type", "submit")
        .set("class", "govuk-button govuk-button--secondary")
        .set("data-module", "govuk-button")
        .with(text(label));
}

Html warning_button(std::string_view label) {
    return Element("button")
        .set("type", "submit")
        .set("class", "govuk-button govuk-button--warning")
        .set("data-module", "govuk-button")
        .set("data-prevent-double-click", "true")
        .with(text(label));
}

Html button_link(std::string_view path, std::string_view label) {
    return Element("a")
        .set("href", path)
        .set("role", "button")
        .set("draggable", "false")
        .set("class", "govuk-button")
        .set("data-module", "govuk-button")
        .with(text(label));
}

Html button_group(const Html& inside) {
    return element("div", "govuk-button-group", inside);
}

Html post_form(std::string_view path, const Html& inside) {
    return Element("form")
        .set("method", "post")
        .set("action", path)
        .flag("novalidate")
        .with(Html(std::string(form_keys_mark)) + inside);
}

Html post_link(std::string_view path, std::string_view label) {
    auto press =
        Element("button").set("type", "submit").set("class", "app-button-link").with(text(label));
    return Element("form")
        .set("class", "app-inline-form")
        .set("method", "post")
        .set("action", path)
        .with(Html(std::string(form_keys_mark)) + press);
}

Html filter_form(std::string_view path, const Html& fields) {
    return Element("form")
        .set("class", "app-filter")
        .set("method", "get")
        .set("action", path)
        .with(fields + secondary_button("Show"));
}

}  // namespace noms::page
