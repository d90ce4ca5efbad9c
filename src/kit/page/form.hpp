#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/describe/form.hpp"
#include "kit/describe/type.hpp"
#include "kit/page/html.hpp"

/// Forms in GOV.UK components. A form's fields can be made from the command's own description, so
/// that page, command and JSON API cannot drift apart.
namespace noms::page {

/// One field of a form, whatever its kind. `name` is the member's name and the field's id.
struct Field {
    std::string name{};
    std::string label{};
    std::string hint{};
    std::string value{};
    std::string error{};  // in words; empty: none
    std::string autocomplete{};
    std::string width{};        // "5", "10", "20", "two-thirds"; empty: whole
    bool inline_label = false;  // the label is for screen readers alone
    std::string id{};           // of the box; empty: its name
    std::string label_size{};   // "s", "m", "l", "xl"; empty: the size of the text
    bool heads_page = false;    // the label or legend is the page's own heading
    std::string prefix{};       // "£", before the box; inputs alone
    std::string suffix{};       // "days", after it
    bool side_by_side = false;  // short choices in a row; radios alone
};
struct Option {
    std::string value{};
    std::string label{};
    std::string hint{};
};

Html input(const Field&);
Html whole_number_input(const Field&);
Html password_input(const Field&);
Html textarea(const Field&, int rows = 5);
Html select(const Field&, const std::vector<Option>&);
Html radios(const Field&, const std::vector<Option>&);
/// Several may be ticked: all are sent under the field's name.
Html checkboxes(const Field&, const std::vector<Option>&, const std::vector<std::string>& ticked);
/// One yes or no.
Html checkbox(const Field&, bool ticked);
/// Day, month and year in three boxes, from `name`, or from `name-day` and so on, of the values.
Html date_input(const Field&, const form::Values&);
Html file_upload(const Field&);
Html hidden(std::string_view name, std::string_view value);

/// The one green button of a page.
Html button(std::string_view label);
Html secondary_button(std::string_view label);
Html warning_button(std::string_view label);
/// A link that looks like a button and leads to a form.
Html button_link(std::string_view path, std::string_view label);
Html button_group(const Html& inside);

/// A form that writes. The frame puts this reader's keys into it.
Html post_form(std::string_view path, const Html& inside);
/// A button on its own that writes, looking like a link: "Sign out".
Html post_link(std::string_view path, std::string_view label);
/// A filter: its state is in the address, so it never holds a person's name.
Html filter_form(std::string_view path, const Html& fields);

/// The words for one error: its own, or made from the field's label and the code.
std::string words_of(const FieldError&, std::string_view label = {});
/// The words for the field of that name, or empty.
std::string error_of(const std::vector<FieldError>&, std::string_view name, std::string_view label);

/// What a description cannot say of a field.
struct Look {
    std::string label{};
    std::string hint{};
    std::string width{};
    std::vector<Option> options{};  // for a Text with known values, or a Choice with better words
    bool long_text = false;
    bool left_out = false;
};
using Looks = std::map<std::string, Look, std::less<>>;

/// What is wrong, at the top, each line leading to its field and in the words that stand there.
Html error_summary(const std::vector<FieldError>&, const Looks& = {});

/// The fields of a described command: Text as an input, Date in three boxes, Choice as radios (more
/// than six: a select), Flag as a checkbox, a List of choices as checkboxes. Optional ones say so.
Html form_fields(const describe::Type&,
                 const form::Values&,
                 const std::vector<FieldError>&,
                 const Looks& = {});
template <class T>
Html form_fields(const form::Values& values,
                 const std::vector<FieldError>& errors,
                 const Looks& looks = {}) {
    return form_fields(describe::type_of<T>(), values, errors, looks);
}
/// A described value as a form shows it first.
form::Values values_of(const describe::Type&, const void* object);
template <class T>
form::Values values_of(const T& value) {
    return values_of(describe::type_of<T>(), &value);
}

}  // namespace noms::page
