#include "kit/describe/json.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <boost/json.hpp>

namespace noms::json {

using boost::json::value;
using describe::Type;
using Kind = Type::Kind;

namespace {

// Deeper nesting than any description has is an attack, not a mistake.
constexpr size_t depth_max = 24;

void put_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
    }
}

void write_number(std::string& out, double number) {
    if (!std::isfinite(number))
        out += "null";
    else
        fmt::format_to(std::back_inserter(out), "{}", number);
}

void write_list(std::string& out, const Type& type, void* at) {
    out += '[';
    for (size_t i = 0; i < type.size(at); ++i) {
        if (i) out += ',';
        write(out, type.inner(), type.item(at, i));
    }
    out += ']';
}

void write_struct(std::string& out, const Type& type, void* at) {
    out += '{';
    bool first = true;
    for (const auto& field : type.fields) {
        if (!first) out += ',';
        first = false;
        out += '"';
        out += field.name;
        out += "\":";
        write(out, field.type(), field.in(at));
    }
    out += '}';
}

/// Notes every bad field rather than stopping at the first.
class Reader {
public:
    std::vector<FieldError> errors;

    void read(const Type& type, void* at, const value& in) {
        switch (type.kind) {
            case Kind::Text: return read_text(at, in);
            case Kind::Flag:
                if (!in.is_bool()) return fail("not_true_or_false");
                *static_cast<bool*>(at) = in.get_bool();
                return;
            case Kind::Number: return read_number(type, at, in);
            case Kind::Real:
                if (!in.is_number()) return fail("not_a_number");
                *static_cast<double*>(at) = in.to_number<double>();
                return;
            case Kind::Date: return read_parsed(at, in, &parse_date, "not_a_date");
            case Kind::Instant: return read_parsed(at, in, &parse_instant, "not_an_instant");
            case Kind::Key: return read_key(type, at, in);
            case Kind::Choice: return read_choice(type, at, in);
            case Kind::Optional:
                if (!in.is_null()) read(type.inner(), type.emplace(at), in);
                return;
            case Kind::List: return read_list(type, at, in);
            case Kind::Struct: return read_struct(type, at, in);
        }
    }

private:
    std::string path_;

    void fail(std::string code, std::string words = {}) {
        errors.push_back({path_, std::move(code), std::move(words)});
    }
    static std::string_view text_in(const value& in) {
        return in.is_string() ? std::string_view(in.get_string()) : std::string_view();
    }
    void read_text(void* at, const value& in) {
        if (!in.is_string()) return fail("not_text");
        *static_cast<std::string*>(at) = std::string(in.get_string());
    }
    void read_number(const Type& type, void* at, const value& in) {
        if (in.is_uint64() || in.is_double()) return fail("not_a_whole_number");
        if (!in.is_int64()) return fail("not_a_number");
        if (!type.set_number(at, in.get_int64())) fail("out_of_range");
    }
    template <class T>
    void read_parsed(void* at,
                     const value& in,
                     std::optional<T> (*parse)(std::string_view),
                     const char* code) {
        auto parsed = in.is_string() ? parse(text_in(in)) : std::nullopt;
        if (!parsed) return fail(code);
        *static_cast<T*>(at) = *parsed;
    }
    void read_key(const Type& type, void* at, const value& in) {
        auto number = in.is_string() ? parse_id_text(text_in(in)) : std::nullopt;
        if (!number) return fail("not_an_id");
        type.set_number(at, *number);
    }
    void read_choice(const Type& type, void* at, const value& in) {
        auto found = std::ranges::find(type.choices, text_in(in));
        if (!in.is_string() || found == type.choices.end())
            return fail("unknown_choice",
                        fmt::format("must be one of {}", fmt::join(type.choices, ", ")));
        type.choose(at, static_cast<int>(found - type.choices.begin()));
    }
    void read_list(const Type& type, void* at, const value& in) {
        if (!in.is_array()) return fail("not_a_list");
        type.clear(at);
        size_t number = 0;
        for (const auto& item : in.get_array())
            within(std::to_string(number++), [&] { read(type.inner(), type.emplace(at), item); });
    }
    void read_struct(const Type& type, void* at, const value& in) {
        if (!in.is_object()) return fail("not_an_object");
        for (const auto& field : type.fields)
            within(field.name, [&] { read_member(field, at, in.get_object()); });
        for (const auto& member : in.get_object())
            if (std::ranges::find(type.fields,
                                  std::string_view(member.key()),
                                  &describe::Field::name) == type.fields.end())
                within(member.key(), [&] { fail("unknown_field"); });
    }
    void read_member(const describe::Field& field, void* at, const boost::json::object& in) {
        if (auto given = in.if_contains(field.name))
            read(field.type(), field.in(at), *given);
        else if (field.type().kind != Kind::Optional && field.type().kind != Kind::List)
            fail("missing");
    }
    template <class Work>
    void within(std::string_view name, Work&& work) {
        size_t outer = path_.size();
        path_.append(outer ? "." : "").append(name);
        work();
        path_.resize(outer);
    }
};

void put_schema(std::string& out, const Type& type);

void put_struct_schema(std::string& out, const Type& type) {
    out += R"({"type":"object","properties":{)";
    std::string required;
    for (const auto& field : type.fields) {
        if (&field != &type.fields.front()) out += ',';
        put_text(out, field.name);
        out += ':';
        put_schema(out, field.type());
        if (field.type().kind == Kind::Optional || field.type().kind == Kind::List) continue;
        if (!required.empty()) required += ',';
        put_text(required, field.name);
    }
    out += "},\"required\":[" + required + "],\"additionalProperties\":false}";
}

void put_choice_schema(std::string& out, const Type& type) {
    out += R"({"type":"string","enum":[)";
    for (size_t i = 0; i < type.choices.size(); ++i) {
        if (i) out += ',';
        put_text(out, type.choices[i]);
    }
    out += "]}";
}

void put_schema(std::string& out, const Type& type) {
    switch (type.kind) {
        case Kind::Text: out += R"({"type":"string"})"; return;
        case Kind::Flag: out += R"({"type":"boolean"})"; return;
        case Kind::Number: out += R"({"type":"integer"})"; return;
        case Kind::Real: out += R"({"type":"number"})"; return;
        case Kind::Date: out += R"({"type":"string","format":"date"})"; return;
        case Kind::Instant: out += R"({"type":"string","format":"date-time"})"; return;
        case Kind::Key: out += R"({"type":"string","pattern":"^[0-9a-hjkmnp-tv-z]{13}$"})"; return;
        case Kind::Choice: return put_choice_schema(out, type);
        case Kind::Optional:
            out += R"({"anyOf":[)";
            put_schema(out, type.inner());
            out += R"(,{"type":"null"}]})";
            return;
        case Kind::List:
            out += R"({"type":"array","items":)";
            put_schema(out, type.inner());
            out += '}';
            return;
        case Kind::Struct: return put_struct_schema(out, type);
    }
}

}  // namespace

void put_text(std::string& out, std::string_view text) {
    auto is_plain = [](char c) {
        return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    out += '"';
    while (!text.empty()) {
        auto plain = size_t(std::ranges::find_if_not(text, is_plain) - text.begin());
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        put_escaped(out, text.front());
        text.remove_prefix(1);
    }
    out += '"';
}

void write(std::string& out, const Type& type, const void* object) {
    void* at = const_cast<void*>(object);
    switch (type.kind) {
        case Kind::Text: return put_text(out, *static_cast<std::string*>(at));
        case Kind::Flag: out += *static_cast<bool*>(at) ? "true" : "false"; return;
        case Kind::Number: out += std::to_string(type.number(at)); return;
        case Kind::Real: return write_number(out, *static_cast<double*>(at));
        case Kind::Date: return put_text(out, to_text(*static_cast<Date*>(at)));
        case Kind::Instant: return put_text(out, to_text(*static_cast<Instant*>(at)));
        case Kind::Key: return put_text(out, id_text(type.number(at)));
        case Kind::Choice: return put_text(out, type.choices[static_cast<size_t>(type.choice(at))]);
        case Kind::Optional:
            if (void* inside = type.value(at)) return write(out, type.inner(), inside);
            out += "null";
            return;
        case Kind::List: return write_list(out, type, at);
        case Kind::Struct: return write_struct(out, type, at);
    }
}

Result<void> read(const Type& type, void* object, std::string_view body) {
    boost::system::error_code bad;
    boost::json::monotonic_resource memory;
    boost::json::parse_options options;
    options.max_depth = depth_max;
    auto parsed = boost::json::parse(body, bad, &memory, options);
    if (bad) return invalid({{"", "not_json", "This is not JSON: " + bad.message()}});
    Reader reader;
    reader.read(type, object, parsed);
    if (!reader.errors.empty()) return invalid(std::move(reader.errors));
    return {};
}

std::string schema(const Type& type) {
    std::string out;
    put_schema(out, type);
    return out;
}

}  // namespace noms::json
