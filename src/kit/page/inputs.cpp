#include "kit/page/field.hpp"

namespace noms::page {
namespace {

Element box_of(const Field& field, std::string_view css, std::string_view type) {
    Element box("input");
    box.set("class", css).set("id", id_of(field)).set("name", field.name).set("type", type);
    auto ids = described_by(field);
    box.set_if(!ids.empty(), "aria-describedby", ids);
    return box;
}

Element text_box(const Field& field) {
    auto box = box_of(field, css_of(field, "govuk-input"), "text");
    box.set_if(!field.value.empty(), "value", field.value);
    box.set_if(!field.autocomplete.empty(), "autocomplete", field.autocomplete);
    return box;
}

/// Units beside the box are for the eye: the label has to name them too.
Html beside(std::string_view where, std::string_view words) {
    if (words.empty()) return {};
    return Element("div")
        .set("class", "govuk-input__" + std::string(where))
        .set("aria-hidden", "true")
        .with(text(words));
}

Html with_units(const Field& field, const Html& box) {
    if (field.prefix.empty() && field.suffix.empty()) return box;
    return element("div",
                   "govuk-input__wrapper",
                   beside("prefix", field.prefix) + box + beside("suffix", field.suffix));
}

/// Hidden until the script makes it work.
Html show_password(const Field& field) {
    return Element("button")
        .set("type", "button")
        .set("class",
             "govuk-button govuk-button--secondary govuk-password-input__toggle "
             "govuk-js-password-input-toggle")
        .set("data-module", "govuk-button")
        .set("aria-controls", id_of(field))
        .set("aria-label", "Show password")
        .flag("hidden")
        .with(text("Show"));
}

}  // namespace

Html input(const Field& field) {
    return labelled(field, with_units(field, text_box(field).alone()));
}

Html whole_number_input(const Field& field) {
    auto box = text_box(field);
    return labelled(field, with_units(field, box.set("inputmode", "numeric").alone()));
}

Html password_input(const Field& field) {
    auto css =
        css_of(field, "govuk-input") + " govuk-password-input__input govuk-js-password-input-input";
    auto box = box_of(field, css, "password");
    box.set("spellcheck", "false").set("autocapitalize", "none");
    box.set("autocomplete", field.autocomplete.empty() ? "current-password" : field.autocomplete);
    auto words = label({.words = field.label,
                        .for_id = id_of(field),
                        .size = field.label_size,
                        .heads_page = field.heads_page});
    auto wrapped = element("div",
                           "govuk-input__wrapper govuk-password-input__wrapper",
                           box.alone() + show_password(field));
    return Element("div")
        .set("class",
             field.error.empty() ? "govuk-form-group govuk-password-input"
                                 : "govuk-form-group govuk-form-group--error govuk-password-input")
        .set("data-module", "govuk-password-input")
        .with(words + hint_and_error(field) + wrapped);
}

Html textarea(const Field& field, int rows) {
    auto ids = described_by(field);
    Element box("textarea");
    box.set("class", css_of(field, "govuk-textarea")).set("id", id_of(field));
    box.set("name", field.name).set("rows", std::to_string(rows));
    box.set_if(!ids.empty(), "aria-describedby", ids);
    box.set_if(!field.autocomplete.empty(), "autocomplete", field.autocomplete);
    return labelled(field, box.with(text(field.value)));
}

Html select(const Field& field, const std::vector<Option>& options) {
    auto ids = described_by(field);
    Html inside;
    for (const auto& option : options) {
        Element one("option");
        bool chosen = !option.value.empty() && option.value == field.value;
        one.set("value", option.value).flag("selected", chosen);
        inside += one.with(text(option.label));
    }
    Element box("select");
    box.set("class", css_of(field, "govuk-select")).set("id", id_of(field));
    box.set("name", field.name).set_if(!ids.empty(), "aria-describedby", ids);
    return labelled(field, box.with(inside));
}

Html file_upload(const Field& field) {
    return labelled(field, box_of(field, css_of(field, "govuk-file-upload"), "file").alone());
}

}  // namespace noms::page
