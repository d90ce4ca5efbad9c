#include <array>

#include "kit/base/text.hpp"
#include "kit/page/element.hpp"
#include "kit/page/form.hpp"

namespace noms::page {
namespace {

struct Words {
    std::string_view code;
    std::string_view before;  // the label stands between the two
    std::string_view after;
};
/// The one table of words for error codes. A FieldError with words of its own wins.
constexpr std::array table{
    Words{"missing", "Enter ", ""},
    Words{"not_a_date", "", " must be a real date, like 27 3 1982"},
    Words{"date_in_future", "", " must be today or in the past"},
    Words{"date_in_past", "", " must be today or in the future"},
    Words{"not_a_number", "", " must be a number"},
    Words{"not_a_whole_number", "", " must be a whole number, like 12"},
    Words{"out_of_range", "", " is too large or too small"},
    Words{"unknown_choice", "Choose ", ""},
    Words{"too_short", "", " is too short"},
    Words{"too_long", "", " is too long"},
    Words{"taken", "", " is taken already"},
    Words{"not_an_id", "", " is not the number of a record"},
    Words{"not_utf8", "", " holds characters that cannot be read"},
    Words{"unknown_field", "", " is not a field of this form"},
};

std::string lower_first(std::string words) {
    bool acronym = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
    if (!words.empty() && !acronym) words[0] = lower({&words[0], 1})[0];
    return words;
}

}  // namespace

std::string words_of(const FieldError& error, std::string_view label) {
    if (!error.words.empty()) return error.words;
    auto last = std::string_view(error.field).substr(error.field.rfind('.') + 1);
    auto name = label.empty() ? label_of(last) : std::string(label);
    for (const auto& [code, before, after] : table)
        if (code == error.code)
            return before.empty() ? name + std::string(after)
                                  : std::string(before) + lower_first(name) + std::string(after);
    return name + ": " + lower_first(label_of(error.code));
}

std::string error_of(const std::vector<FieldError>& errors,
                     std::string_view name,
                     std::string_view label) {
    for (const auto& error : errors)
        if (error.field == name) return words_of(error, label);
    return {};
}

Html error_summary(const std::vector<FieldError>& errors, const Looks& looks) {
    if (errors.empty()) return {};
    Html list;
    for (const auto& error : errors) {
        auto look = looks.find(error.field);
        auto words = text(words_of(error, look == looks.end() ? "" : look->second.label));
        auto to = Element("a").set("href", "#" + error.field).with(words);
        list += element("li", "", error.field.empty() ? words : to);
    }
    auto title = element("h2", "govuk-error-summary__title", text("There is a problem"));
    auto body = element("div",
                        "govuk-error-summary__body",
                        element("ul", "govuk-list govuk-error-summary__list", list));
    auto alert = Element("div").set("role", "alert").with(title + body);
    return Element("div")
        .set("class", "govuk-error-summary")
        .set("data-module", "govuk-error-summary")
        .with(alert);
}

}  // namespace noms::page
