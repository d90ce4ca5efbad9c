#include "kit/db/postgres_text.hpp"

#include <fmt/format.h>

#include "kit/db/engines.hpp"

namespace noms::db {
namespace {

/// A value that is neither null nor text.
std::string written(const Value& value) {
    if (auto* flag = std::get_if<bool>(&value)) return *flag ? "t" : "f";
    if (auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    return fmt::format("{}", std::get<double>(value));
}

void append_escaped(std::string& out, std::string_view text) {
    for (char c : text) {
        switch (c) {
            case '\\': out += "\\\\"; break;
            case '\t': out += "\\t"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            default: out += c;
        }
    }
}

}  // namespace

Parameters::Parameters(const Query& query, std::span<const Value> values) {
    kept_.reserve(values.size());  // so that the pointers stay good
    texts_.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (std::holds_alternative<std::nullptr_t>(values[i])) {
            texts_.push_back(nullptr);
        } else if (auto* text = std::get_if<std::string>(&values[i])) {
            refuse_zero_byte(query, i, *text);
            texts_.push_back(text->c_str());
        } else {
            texts_.push_back(kept_.emplace_back(written(values[i])).c_str());
        }
    }
}

void append_copy_line(std::string& out, std::span<const Value> row) {
    for (size_t i = 0; i < row.size(); ++i) {
        if (i > 0) out += '\t';
        if (std::holds_alternative<std::nullptr_t>(row[i]))
            out += "\\N";
        else if (auto* text = std::get_if<std::string>(&row[i]))
            append_escaped(out, *text);
        else
            out += written(row[i]);
    }
    out += '\n';
}

}  // namespace noms::db
