#include "kit/page/parts.hpp"

#include "kit/page/element.hpp"

namespace noms::page {

Html label(const Label& label) {
    if (label.words.empty()) return {};
    std::string css = "govuk-label";
    if (!label.size.empty()) css += " govuk-label--" + label.size;
    if (label.unseen) css += " govuk-visually-hidden";
    auto made = Element("label")
                    .set("class", css)
                    .set_if(!label.for_id.empty(), "for", label.for_id)
                    .with(text(label.words));
    return label.heads_page ? element("h1", "govuk-label-wrapper", made) : made;
}

Html hint(std::string_view id, const Cell& words) {
    return Element("div")
        .set_if(!id.empty(), "id", id)
        .set("class", "govuk-hint")
        .with(words.html());
}

Html error_message(std::string_view id, const Cell& words, std::string_view before) {
    Html prefix;
    if (!before.empty())
        prefix =
            element("span", "govuk-visually-hidden", text(std::string(before) + ":")) + text(" ");
    return Element("p")
        .set_if(!id.empty(), "id", id)
        .set("class", "govuk-error-message")
        .with(prefix + words.html());
}

Html fieldset(const Fieldset& fieldset, const Html& inside) {
    std::string css = "govuk-fieldset__legend";
    if (!fieldset.size.empty()) css += " govuk-fieldset__legend--" + fieldset.size;
    auto words = text(fieldset.legend);
    if (fieldset.heads_page) words = element("h1", "govuk-fieldset__heading", words);
    return Element("fieldset")
        .set("class", "govuk-fieldset")
        .set_if(!fieldset.role.empty(), "role", fieldset.role)
        .set_if(!fieldset.described_by.empty(), "aria-describedby", fieldset.described_by)
        .with(element("legend", css, words) + inside);
}

Html skip_link(std::string_view path, std::string_view words) {
    return Element("a")
        .set("href", path)
        .set("class", "govuk-skip-link")
        .set("data-module", "govuk-skip-link")
        .with(text(words));
}

Html generic_header(std::string_view service, std::string_view home, std::string_view more_css) {
    auto name = Element("a")
                    .set("href", home)
                    .set("class", "govuk-generic-header__homepage-link")
                    .with(text(service));
    std::string css = "govuk-generic-header__container govuk-width-container";
    if (!more_css.empty()) css.append(" ").append(more_css);
    auto logo = element("div", "govuk-generic-header__logo", name);
    return element("div", "govuk-generic-header", element("div", css, logo));
}

}  // namespace noms::page
