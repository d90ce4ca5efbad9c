#include <algorithm>

#include "kit/base/text.hpp"
#include "kit/page/form.hpp"

namespace noms::page {

using describe::Type;
using Kind = Type::Kind;

namespace {

// Beyond this many, a list to open reads better than a column of circles.
constexpr size_t radios_max = 6;

std::vector<Option> options_of(const Type& type) {
    std::vector<Option> options;
    for (auto choice : type.choices)
        options.push_back({.value = std::string(choice), .label = label_of(choice)});
    return options;
}

Html choice_field(const Field& field, std::vector<Option> options, bool may_lack) {
    if (options.size() <= radios_max) return radios(field, options);
    if (may_lack || field.value.empty()) options.insert(options.begin(), Option{.label = "Choose"});
    return select(field, options);
}

/// Several of some known values.
Html list_field(const Field& field,
                const std::vector<Option>& options,
                const form::Values& values) {
    std::vector<std::string> ticked;
    for (const auto& [name, text] : values)
        if (name == field.name) ticked.push_back(text);
    return checkboxes(field, options, ticked);
}

Html field_of(const describe::Field& member,
              const Look& look,
              const form::Values& values,
              const std::vector<FieldError>& errors) {
    const auto& outer = member.type();
    bool may_lack = outer.kind == Kind::Optional;
    const auto& type = may_lack ? outer.inner() : outer;
    auto label = look.label.empty() ? label_of(member.name) : look.label;
    Field field{.name = std::string(member.name),
                .label = may_lack && type.kind != Kind::Flag ? label + " (optional)" : label,
                .hint = look.hint,
                .value = std::string(form::value_of(values, member.name)),
                .error = error_of(errors, member.name, label),
                .width = look.width};
    if (type.kind == Kind::List)
        return list_field(
            field, look.options.empty() ? options_of(type.inner()) : look.options, values);
    if (!look.options.empty()) return choice_field(field, look.options, may_lack);
    switch (type.kind) {
        case Kind::Choice: return choice_field(field, options_of(type), may_lack);
        case Kind::Date: return date_input(field, values);
        case Kind::Flag: return checkbox(field, !field.value.empty() && field.value != "false");
        case Kind::Number: return whole_number_input(field);
        default: return look.long_text ? textarea(field) : input(field);
    }
}

std::string shown(const Type& type, void* at) {
    switch (type.kind) {
        case Kind::Text: return *static_cast<std::string*>(at);
        case Kind::Flag: return *static_cast<bool*>(at) ? "true" : "";
        case Kind::Number: return std::to_string(type.number(at));
        case Kind::Date: return to_text(*static_cast<Date*>(at));
        case Kind::Key: return type.number(at) ? id_text(type.number(at)) : "";
        case Kind::Choice: return std::string(type.choices[static_cast<size_t>(type.choice(at))]);
        case Kind::Optional: {
            void* inside = type.value(at);
            return inside ? shown(type.inner(), inside) : "";
        }
        default: return {};
    }
}

}  // namespace

Html form_fields(const Type& type,
                 const form::Values& values,
                 const std::vector<FieldError>& errors,
                 const Looks& looks) {
    Html out;
    for (const auto& member : type.fields) {
        auto found = looks.find(member.name);
        Look look = found == looks.end() ? Look{} : found->second;
        // A version or an id goes along unseen: it says which state of the record was looked at.
        bool is_key = member.type().kind == Kind::Key && look.options.empty();
        bool unseen = member.name == "version" || is_key;
        if (look.left_out) continue;
        if (unseen)
            out += hidden(member.name, form::value_of(values, member.name));
        else
            out += field_of(member, look, values, errors);
    }
    return out;
}

form::Values values_of(const Type& type, const void* object) {
    form::Values values;
    for (const auto& member : type.fields)
        values.emplace_back(member.name,
                            shown(member.type(), member.in(const_cast<void*>(object))));
    return values;
}

}  // namespace noms::page
