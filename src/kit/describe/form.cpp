#include "kit/describe/form.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "kit/base/text.hpp"

namespace noms::form {

using describe::Type;
using Kind = Type::Kind;

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        bool escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                      hex_digit(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

/// "27", "3", "1982" in three boxes; a month may be two digits or one.
std::string date_of_parts(const Values& values, const std::string& name) {
    auto day = trimmed(value_of(values, name + "-day"));
    auto month = trimmed(value_of(values, name + "-month"));
    auto year = trimmed(value_of(values, name + "-year"));
    if (day.empty() && month.empty() && year.empty()) return {};
    return fmt::format("{:0>4}-{:0>2}-{:0>2}", year, month, day);
}

class Reader {
public:
    Reader(const Values& values) : values_(values) {}
    std::vector<FieldError> errors;

    void read_struct(const Type& type, void* at, const std::string& prefix) {
        for (const auto& field : type.fields)
            read(field.type(), field.in(at), prefix + std::string(field.name));
    }

private:
    const Values& values_;

    void read(const Type& type, void* at, const std::string& name) {
        if (type.kind == Kind::Struct) return read_struct(type, at, name + ".");
        if (type.kind == Kind::List) return read_list(type, at, name);
        if (type.kind == Kind::Flag) {
            *static_cast<bool*>(at) = !value_of(values_, name).empty();
            return;
        }
        bool may_lack = type.kind == Kind::Optional;
        const Type& inner = may_lack ? type.inner() : type;
        auto text = std::string(trimmed(value_of(values_, name)));
        if (text.empty() && inner.kind == Kind::Date) text = date_of_parts(values_, name);
        if (text.empty()) {
            if (!may_lack) fail(name, "missing");
            return;
        }
        take(inner, may_lack ? type.emplace(at) : at, name, text);
    }
    void read_list(const Type& type, void* at, const std::string& name) {
        type.clear(at);
        if (type.inner().kind == Kind::Struct) return read_pairs(type, at, name + ".");
        for (const auto& [given, text] : values_)
            if (given == name && !trimmed(text).empty())
                take(type.inner(), type.emplace(at), name, std::string(trimmed(text)));
    }
    void read_pairs(const Type& type, void* at, const std::string& prefix) {
        const auto& pair = type.inner().fields;
        for (const auto& [given, text] : values_) {
            if (!given.starts_with(prefix)) continue;
            if (pair.size() != 2 || pair[0].type().kind != Kind::Text ||
                pair[1].type().kind != Kind::Text)
                return fail(given, "not_in_a_form");
            void* item = type.emplace(at);
            *static_cast<std::string*>(pair[0].in(item)) = given.substr(prefix.size());
            *static_cast<std::string*>(pair[1].in(item)) = trimmed(text);
        }
    }
    void take(const Type& type, void* at, const std::string& name, const std::string& text) {
        switch (type.kind) {
            case Kind::Text: *static_cast<std::string*>(at) = text; return;
            case Kind::Number: return take_number(type, at, name, text);
            case Kind::Real: return take_real(at, name, text);
            case Kind::Flag: *static_cast<bool*>(at) = text == "true" || text == "on"; return;
            case Kind::Date: return take_parsed(at, name, parse_date(text), "not_a_date");
            case Kind::Instant: return take_parsed(at, name, parse_instant(text), "not_an_instant");
            case Kind::Key: return take_key(type, at, name, text);
            case Kind::Choice: return take_choice(type, at, name, text);
            default: fail(name, "not_in_a_form"); return;
        }
    }
    void take_number(const Type& type, void* at, const std::string& name, const std::string& text) {
        std::int64_t number = 0;
        auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (bad != std::errc() || end != text.data() + text.size())
            return fail(name, "not_a_whole_number");
        if (!type.set_number(at, number)) fail(name, "out_of_range");
    }
    void take_real(void* at, const std::string& name, const std::string& text) {
        double number = 0;
        auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (bad != std::errc() || end != text.data() + text.size())
            return fail(name, "not_a_number");
        *static_cast<double*>(at) = number;
    }
    template <class T>
    void take_parsed(void* at,
                     const std::string& name,
                     const std::optional<T>& parsed,
                     const char* code) {
        if (!parsed) return fail(name, code);
        *static_cast<T*>(at) = *parsed;
    }
    void take_key(const Type& type, void* at, const std::string& name, const std::string& text) {
        auto number = parse_id_text(text);
        if (!number) return fail(name, "not_an_id");
        type.set_number(at, *number);
    }
    void take_choice(const Type& type, void* at, const std::string& name, const std::string& text) {
        auto found = std::ranges::find(type.choices, text);
        if (found == type.choices.end()) return fail(name, "unknown_choice");
        type.choose(at, static_cast<int>(found - type.choices.begin()));
    }
    void fail(const std::string& name, std::string code) {
        errors.push_back({name, std::move(code), {}});
    }
};

}  // namespace

Result<Values> parse(std::string_view encoded) {
    Values values;
    std::vector<FieldError> errors;
    while (!encoded.empty()) {
        auto pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(pair.size() + 1, encoded.size()));
        if (pair.empty()) continue;
        auto equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals));
        auto text =
            equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1));
        if (!is_utf8(name) || !is_utf8(text) || text.find('\0') != std::string::npos)
            errors.push_back({is_utf8(name) ? name : "", "not_utf8", {}});
        values.emplace_back(std::move(name), std::move(text));
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return values;
}

std::string encoded(std::string_view text) {
    std::string out;
    for (char c : text) {
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '-' || c == '_' || c == '.' || c == '~';
        if (plain)
            out += c;
        else
            fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string_view value_of(const Values& values, std::string_view name) {
    for (const auto& [given, text] : values)
        if (given == name) return text;
    return {};
}

Result<void> read(const Type& type, void* object, const Values& values) {
    Reader reader(values);
    reader.read_struct(type, object, "");
    if (!reader.errors.empty()) return invalid(std::move(reader.errors));
    return {};
}

}  // namespace noms::form
