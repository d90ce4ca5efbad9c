#include <algorithm>
#include <array>

#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/made.hpp"
#include "kit/record/record.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {

using describe::Field;
using describe::Type;

namespace {

// From this many on, COPY beats single inserts.
constexpr size_t bulk_events_min = 8;

std::map<std::string_view, TableFacts>& declared() {
    static std::map<std::string_view, TableFacts> all;
    return all;
}

bool is_key(const TableFacts& table, std::string_view column) {
    auto columns = split(table.key, ',');
    return std::ranges::find(columns, column) != columns.end();
}

db::Value value_of(const Field& field, const void* row) {
    return db::bind(field.type(), field.in(const_cast<void*>(row)));
}

bool differs(const Field& field, const void* before, const void* after) {
    return value_of(field, before) != value_of(field, after);
}

/// " where a = $4 and b = $5", its values appended.
std::string where_key(const TableFacts& table, const void* row, std::vector<db::Value>& values) {
    std::string text;
    for (const auto& field : table.type->fields) {
        if (!is_key(table, field.name)) continue;
        values.push_back(value_of(field, row));
        text += text.empty() ? " where " : " and ";
        text.append(field.name).append(" = $").append(std::to_string(values.size()));
    }
    return text;
}

/// Runs a statement that names one row by its key; Broken when there is no such row.
void run_on_one(db::Connection& db,
                const db::Query& query,
                const std::vector<db::Value>& values,
                const TableFacts& table) {
    int rows = 0;
    db.read(query, values, [&](const db::Row&) { ++rows; });
    if (rows != 1) throw db::Broken("no row of " + std::string(table.name) + " has that key");
}

template <class Wanted>
std::string members(const Type& type, const void* row, Wanted&& wanted) {
    std::string out = "{";
    for (const auto& field : type.fields) {
        if (!wanted(field)) continue;
        if (out.size() > 1) out += ',';
        json::put_text(out, field.name);
        out += ':';
        json::write(out, field.type(), field.in(const_cast<void*>(row)));
    }
    return out + '}';
}

/// One change as the event tells it: table, key, and the fields before and after.
std::string told(const TableFacts& table, const void* before, const void* after) {
    auto shown = [&](const Field& field) {
        return !before || !after || differs(field, before, after);
    };
    std::string out = R"({"table":)";
    json::put_text(out, table.name);
    out += ",\"key\":" + members(*table.type, before ? before : after, [&](const Field& field) {
               return is_key(table, field.name);
           });
    out += ",\"before\":" + (before ? members(*table.type, before, shown) : std::string("null"));
    out += ",\"after\":" + (after ? members(*table.type, after, shown) : std::string("null"));
    return out + '}';
}

std::string insert_text(const TableFacts& table) {
    std::string columns;
    std::string marks;
    int number = 0;
    for (const auto& field : table.type->fields) {
        columns.append(columns.empty() ? "" : ", ").append(field.name);
        marks.append(marks.empty() ? "$" : ", $").append(std::to_string(++number));
    }
    return "insert into " + std::string(table.name) + " (" + columns + ") values (" + marks + ")";
}

std::vector<db::Value> values_of(const TableFacts& table, const void* row) {
    std::vector<db::Value> values;
    values.reserve(table.type->fields.size());
    for (const auto& field : table.type->fields) values.push_back(value_of(field, row));
    return values;
}

std::vector<std::string_view> columns_of(const TableFacts& table) {
    std::vector<std::string_view> columns;
    for (const auto& field : table.type->fields) columns.push_back(field.name);
    return columns;
}

}  // namespace

const std::map<std::string_view, TableFacts>& tables() {
    return declared();
}

void declare_table(const TableFacts& table) {
    declared()[table.name] = table;
}

void Changes::about(Subject subject, std::string_view kind, Partition partition) {
    auto [place, fresh] = place_of_.try_emplace({subject.id, std::string(kind)}, pending_.size());
    if (fresh)
        pending_.push_back({.id = new_id<EventTag>(),
                            .subject = std::move(subject),
                            .kind = std::string(kind),
                            .partition = partition});
    current_ = place->second;
}

Changes::Pending& Changes::event() {
    if (pending_.empty())
        throw std::logic_error("a change that is about nobody: call about() first");
    return pending_[current_];
}

void Changes::add(const TableFacts& table, const void* row) {
    auto& changes = event().changes;
    if (!changes.empty()) changes += ',';
    changes += told(table, nullptr, row);
    if (bulk_) return keep(table, row);
    db_.write(made(insert_text(table)), values_of(table, row));
}

void Changes::keep(const TableFacts& table, const void* row) {
    auto same = [&](const BulkTable& bulk) { return bulk.table.name == table.name; };
    auto found = std::ranges::find_if(bulk_tables_, same);
    if (found == bulk_tables_.end())
        found = bulk_tables_.insert(bulk_tables_.end(), BulkTable{.table = table});
    found->rows.push_back(values_of(table, row));
}

void Changes::change(const TableFacts& table, const void* before, const void* after) {
    std::vector<db::Value> values;
    std::string sets;
    for (const auto& field : table.type->fields) {
        if (!differs(field, before, after)) continue;
        values.push_back(value_of(field, after));
        sets += sets.empty() ? "" : ", ";
        sets.append(field.name).append(" = $").append(std::to_string(values.size()));
    }
    if (sets.empty()) return;
    flush();
    auto& changes = event().changes;
    if (!changes.empty()) changes += ',';
    changes += told(table, before, after);
    auto where = where_key(table, before, values);
    auto text = "update " + std::string(table.name) + " set " + sets + where + " returning 1";
    run_on_one(db_, made(std::move(text)), values, table);
}

void Changes::remove(const TableFacts& table, const void* row) {
    flush();
    auto& changes = event().changes;
    if (!changes.empty()) changes += ',';
    changes += told(table, row, nullptr);
    std::vector<db::Value> values;
    auto where = where_key(table, row, values);
    run_on_one(db_,
               made("delete from " + std::string(table.name) + where + " returning 1"),
               values,
               table);
}

void Changes::flush() {
    for (auto& bulk : bulk_tables_)
        if (!bulk.rows.empty()) {
            db_.copy(bulk.table.name, columns_of(bulk.table), bulk.rows);
            bulk.rows.clear();
        }
}

void Changes::finish() {
    flush();
    std::erase_if(pending_, [](const Pending& event) { return event.changes.empty(); });
    write_events();
    pending_.clear();
    place_of_.clear();
    current_ = 0;
}

void Changes::write_events() {
    std::vector<std::vector<db::Value>> events;
    std::vector<std::vector<db::Value>> payloads;
    std::vector<std::vector<db::Value>> unsealed;
    for (auto& event : pending_) {
        auto changes = "[" + event.changes + "]";
        auto salt = new_salt();
        events.push_back({event.id.number,
                          command_.id.number,
                          event.kind,
                          event.subject.kind,
                          event.subject.id,
                          std::string(describe::choice_text(event.partition)),
                          to_text(command_.day),
                          to_text(command_.at),
                          command_.actor.number,
                          command_.actor_name,
                          payload_digest(salt, changes)});
        payloads.push_back({event.id.number, salt, std::move(changes)});
        unsealed.push_back({event.id.number});
    }
    if (events.size() < bulk_events_min) {
        for (size_t i = 0; i < events.size(); ++i) {
            db_.write(sql::add_event, events[i]);
            db_.write(sql::add_event_payload, payloads[i]);
            db_.write(sql::add_event_unsealed, unsealed[i]);
        }
        return;
    }
    static constexpr std::array<std::string_view, 11> event_columns{"id",
                                                                    "command",
                                                                    "kind",
                                                                    "subject_kind",
                                                                    "subject",
                                                                    "partition",
                                                                    "day",
                                                                    "recorded_at",
                                                                    "actor",
                                                                    "actor_name",
                                                                    "digest"};
    static constexpr std::array<std::string_view, 3> payload_columns{"event", "salt", "changes"};
    db_.copy("event", event_columns, events);
    db_.copy("event_payload", payload_columns, payloads);
    db_.copy("event_unsealed", std::span(payload_columns).first(1), unsealed);
}

}  // namespace noms::record
