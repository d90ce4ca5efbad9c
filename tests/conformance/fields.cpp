#include "components.hpp"
#include "kit/page/form.hpp"
#include "kit/page/parts.hpp"

namespace noms::conformance {
namespace {

using page::Field;
using page::Html;

/// What every field has: name, id, label, hint, error.
Field field_of(Given& given) {
    auto label = given.inside("label");
    Field field{.name = given.text("name"),
                .label = label.text("text"),
                .hint = given.inside("hint").text("text"),
                .error = given.inside("errorMessage").text("text"),
                .id = given.text("id"),
                .label_size = label.class_ending("govuk-label--"),
                .heads_page = label.flag("isPageHeading")};
    return field;
}

/// The same where a legend stands in place of the label.
Field choice_of(Given& given) {
    if (!given.has("fieldset")) given.leave_out("boxes to choose from always have a legend");
    auto legend = given.inside("fieldset").inside("legend");
    return {.name = given.text("name"),
            .label = legend.text("text"),
            .hint = given.inside("hint").text("text"),
            .error = given.inside("errorMessage").text("text"),
            .id = given.text("idPrefix"),
            .label_size = legend.class_ending("govuk-fieldset__legend--"),
            .heads_page = legend.flag("isPageHeading")};
}

Html label(Given& given) {
    return page::label({.words = given.text("text"),
                        .for_id = given.text("for"),
                        .size = given.class_ending("govuk-label--"),
                        .heads_page = given.flag("isPageHeading")});
}

Html hint(Given& given) {
    return page::hint(given.text("id"), given.content());
}

Html error_message(Given& given) {
    auto before = given.has("visuallyHiddenText") ? given.text("visuallyHiddenText") : "Error";
    return page::error_message(given.text("id"), given.content(), before);
}

Html fieldset(Given& given) {
    auto legend = given.inside("legend");
    page::Fieldset made{.legend = legend.text("text"),
                        .size = legend.class_ending("govuk-fieldset__legend--"),
                        .heads_page = legend.flag("isPageHeading"),
                        .described_by = given.text("describedBy"),
                        .role = given.text("role")};
    return page::fieldset(made, Html(given.text("html")));
}

Html input(Given& given) {
    auto field = field_of(given);
    field.value = given.text("value");
    field.autocomplete = given.text("autocomplete");
    field.width = given.class_ending("govuk-input--width-");
    field.prefix = given.inside("prefix").text("text");
    field.suffix = given.inside("suffix").text("text");
    if (given.has("type") && given.text("type") != "text")
        given.leave_out(
            "a box to type in is of the type text: numbers and the like are checked "
            "by the service");
    return page::input(field);
}

Html password_input(Given& given) {
    auto field = field_of(given);
    field.autocomplete = given.text("autocomplete");
    field.width = given.class_ending("govuk-input--width-");
    return page::password_input(field);
}

Html textarea(Given& given) {
    auto field = field_of(given);
    field.value = given.text("value");
    field.autocomplete = given.text("autocomplete");
    auto rows = given.text("rows");
    return page::textarea(field, rows.empty() ? 5 : std::stoi(rows));
}

Html file_upload(Given& given) {
    return page::file_upload(field_of(given));
}

Html select(Given& given) {
    auto field = field_of(given);
    field.value = given.text("value");
    field.width = given.class_ending("govuk-!-width-");
    std::vector<page::Option> options;
    for (auto& item : given.items("items")) {
        if (!item.has("value")) given.leave_out("every option has a value of its own");
        page::Option option{.value = item.text("value"), .label = item.text("text")};
        bool said = item.has("selected");
        bool chosen = item.flag("selected");
        if (said && !chosen && option.value == field.value)
            given.leave_out("what is chosen is said once, by the field's value");
        if (chosen) field.value = option.value;
        options.push_back(std::move(option));
    }
    return page::select(field, options);
}

/// The options of radios and checkboxes, and which are chosen.
std::vector<page::Option> options_of(Given& given, std::vector<std::string>& chosen) {
    std::vector<page::Option> options;
    for (auto& item : given.items("items")) {
        if (item.has("divider")) given.leave_out("options are one list, without a line between");
        if (item.has("conditional"))
            given.leave_out("a question that depends on another is asked on its own page");
        page::Option option{.value = item.text("value"),
                            .label = item.text("text"),
                            .hint = item.inside("hint").text("text")};
        bool said = item.has("checked");
        bool ticked = item.flag("checked");
        if (said && !ticked) given.leave_out("what is chosen is said once, by the field's value");
        if (ticked) chosen.push_back(option.value);
        options.push_back(std::move(option));
    }
    return options;
}

Html radios(Given& given) {
    auto field = choice_of(given);
    std::vector<std::string> chosen;
    if (given.has("value")) chosen.push_back(given.text("value"));
    auto options = options_of(given, chosen);
    if (!chosen.empty()) field.value = chosen.back();
    return page::radios(field, options);
}

Html checkboxes(Given& given) {
    auto field = choice_of(given);
    auto chosen = given.texts("values");
    auto options = options_of(given, chosen);
    return page::checkboxes(field, options, chosen);
}

}  // namespace

std::map<std::string, Component> form_components() {
    return {{"label", label},
            {"hint", hint},
            {"error-message", error_message},
            {"fieldset", fieldset},
            {"input", input},
            {"password-input", password_input},
            {"textarea", textarea},
            {"file-upload", file_upload},
            {"select", select},
            {"radios", radios},
            {"checkboxes", checkboxes}};
}

}  // namespace noms::conformance
