#include "kit/page/field.hpp"

namespace noms::page {

std::string id_of(const Field& field) {
    return field.id.empty() ? field.name : field.id;
}

std::string described_by(const Field& field) {
    std::string ids;
    if (!field.hint.empty()) ids = id_of(field) + "-hint";
    if (!field.error.empty()) ids += (ids.empty() ? "" : " ") + id_of(field) + "-error";
    return ids;
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

Html hint_and_error(const Field& field) {
    Html out;
    if (!field.hint.empty()) out += hint(id_of(field) + "-hint", field.hint);
    if (!field.error.empty()) out += error_message(id_of(field) + "-error", field.error);
    return out;
}

Html form_group(const Field& field, const Html& inside, std::string_view more_css) {
    std::string css = "govuk-form-group";
    if (!field.error.empty()) css += " govuk-form-group--error";
    if (!more_css.empty()) css.append(" ").append(more_css);
    return element("div", css, inside);
}

Html labelled(const Field& field, const Html& box) {
    auto words = label({.words = field.label,
                        .for_id = id_of(field),
                        .size = field.label_size,
                        .heads_page = field.heads_page,
                        .unseen = field.inline_label});
    return form_group(field, words + hint_and_error(field) + box);
}

}  // namespace noms::page
