#include "kit/page/form.hpp"

#include "kit/page/element.hpp"

namespace noms::page {

Html hidden(std::string_view name, std::string_view value) {
    return Element("input").set("type", "hidden").set("name", name).set("value", value).alone();
}

Html button(std::string_view label) {
    return Element("button")
        .set("type", "submit")
        .set("class", "govuk-button")
        .set("data-module", "govuk-button")
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
