#include "kit/record/following.hpp"

#include <algorithm>

#include "kit/base/digest.hpp"
#include "kit/record/made.hpp"

namespace noms::record {
namespace {

std::vector<Following>& added() {
    static std::vector<Following> all;
    return all;
}

std::string text_of(const db::Value& value) {
    if (auto number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (auto text = std::get_if<std::string>(&value)) return *text;
    throw db::Broken("a key is neither a number nor a text");
}

}  // namespace

void add_following(Following following) {
    auto same = std::ranges::find(added(), following.area, &Following::area);
    if (same == added().end())
        added().push_back(std::move(following));
    else
        *same = std::move(following);
}

const std::vector<Following>& followings() {
    return added();
}

db::Query rows_of_subject(const TableFacts& table, std::string_view column) {
    std::string columns;
    for (auto each : columns_of(*table.type))
        columns.append(columns.empty() ? "" : ", ").append(each);
    return made("select " + columns + " from " + std::string(table.name) + " where " +
                std::string(column) + " = $1");
}

std::int64_t number_of_row(const TableFacts& table, std::string_view column, const void* row) {
    std::string rest(table.name);
    for (const auto& field : table.type->fields) {
        if (!is_key(table, field.name) || field.name == column) continue;
        auto value = value_of(field, row);
        if (table.key == field.name && std::holds_alternative<std::int64_t>(value))
            return std::get<std::int64_t>(value);
        rest += "/" + text_of(value);
    }
    return digest_of(rest);
}

}  // namespace noms::record
