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

// The name of a column: there is nothing in it to escape.
void put_name(std::string& out, const Field& field) {
    out += '"';
    out += field.name;
    out += "\":";
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
        put_name(out, field);
        json::write(out, field.type(), inside(field, row));
    }
    out += '}';
}

}  // namespace

namespace {

/// Appends the field where it is not as it was told last; gives whether it did.
bool put_news(std::string& out, LatestRow::Place& told, const Field& field, const void* row) {
    LatestRow::Place now{.at = out.size()};
    bool empty = is_empty(field, row);
    if (empty && told.length == 0) return false;
    put_name(out, field);
    json::write(out, field.type(), inside(field, row));
    if (!empty) now.length = out.size() - now.at;
    std::string_view text(out);
    if (!empty && text.substr(now.at) == text.substr(told.at, told.length)) {
        out.resize(now.at);
        return false;
    }
    told = now;
    return true;
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

void tell_new(std::string& out, LatestRow& latest, const TableFacts& table, const void* row) {
    const auto& fields = table.type->fields;
    if (latest.table == table.name) {
        out += R"({"again":{)";
    } else {
        latest = {.table = table.name, .fields = std::vector<LatestRow::Place>(fields.size())};
        out += R"({"table":)";
        json::put_text(out, table.name);
        out += R"(,"after":{)";
    }
    bool any = false;
    for (size_t i = 0; i < fields.size(); ++i) {
        if (any) out += ',';
        bool added = put_news(out, latest.fields[i], fields[i], row);
        if (any && !added) out.pop_back();
        any = any || added;
    }
    out += "}}";
}

void tell(std::string& out, const TableFacts& table, const void* before, const void* after) {
    const auto& type = *table.type;
    auto in_key = [&](const Field& field) { return is_key(table, field.name); };
    auto shown = [&](const Field& field) { return !after || differs(field, before, after); };
    out += R"({"table":)";
    json::put_text(out, table.name);
    out += R"(,"key":)";
    put_members(out, type, before, in_key);
    out += R"(,"before":)";
    put_members(out, type, before, shown);
    if (after) {
        out += R"(,"after":)";
        put_members(out, type, after, shown);
    }
    out += '}';
}

}  // namespace noms::record
