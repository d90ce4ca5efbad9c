#include "kit/record/telling.hpp"

#include "kit/describe/json.hpp"

namespace noms::record {

using describe::Field;
using describe::Type;

namespace {

// The description reaches inside through a plain pointer; nothing is changed.
void* inside(const Field& field, const void* row) {
    return field.in(const_cast<void*>(row));
}

bool is_empty(const Field& field, const void* row) {
    const auto& type = field.type();
    return type.kind == Type::Kind::Optional && !type.value(inside(field, row));
}

/// {"field":value,…} of the fields that are wanted.
template <class Wanted>
void put_members(std::string& out, const Type& type, const void* row, Wanted&& wanted) {
    out += '{';
    bool first = true;
    for (const auto& field : type.fields) {
        if (!wanted(field)) continue;
        if (!first) out += ',';
        first = false;
        json::put_text(out, field.name);
        out += ':';
        json::write(out, field.type(), inside(field, row));
    }
    out += '}';
}

}  // namespace

bool is_key(const TableFacts& table, std::string_view column) {
    auto rest = table.key;
    for (;;) {
        auto comma = rest.find(',');
        if (rest.substr(0, comma) == column) return true;
        if (comma == std::string_view::npos) return false;
        rest.remove_prefix(comma + 1);
    }
}

db::Value value_of(const Field& field, const void* row) {
    return db::bind(field.type(), inside(field, row));
}

bool differs(const Field& field, const void* before, const void* after) {
    return value_of(field, before) != value_of(field, after);
}

std::vector<db::Value> values_of(const Type& type, const void* row) {
    std::vector<db::Value> values;
    values.reserve(type.fields.size());
    for (const auto& field : type.fields) values.push_back(value_of(field, row));
    return values;
}

std::vector<std::string_view> columns_of(const Type& type) {
    std::vector<std::string_view> columns;
    for (const auto& field : type.fields) columns.push_back(field.name);
    return columns;
}

void tell(std::string& out, const TableFacts& table, const void* before, const void* after) {
    const auto& type = *table.type;
    auto in_key = [&](const Field& field) { return is_key(table, field.name); };
    auto shown = [&](const Field& field) {
        if (before && after) return differs(field, before, after);
        return before || !is_empty(field, after);
    };
    out += R"({"table":)";
    json::put_text(out, table.name);
    if (before) {
        out += R"(,"key":)";
        put_members(out, type, before, in_key);
        out += R"(,"before":)";
        put_members(out, type, before, shown);
    }
    if (after) {
        out += R"(,"after":)";
        put_members(out, type, after, shown);
    }
    out += '}';
}

}  // namespace noms::record
