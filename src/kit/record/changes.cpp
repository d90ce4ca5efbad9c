#include "kit/record/bulk.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/gathering.hpp"
#include "kit/record/made.hpp"
#include "kit/record/record.hpp"
#include "kit/record/telling.hpp"

namespace noms::record {
namespace {

// From this many on, COPY beats single inserts.
constexpr size_t bulk_events_min = 8;

std::map<std::string_view, TableFacts>& declared() {
    static std::map<std::string_view, TableFacts> all;
    return all;
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

void insert(db::Connection& db, const TableFacts& table, const void* row) {
    db.write(made(insert_text(table)), values_of(*table.type, row));
}
template <class T>
void insert(db::Connection& db, const LogTable<T>& table, const T& row) {
    insert(db, table.facts(), &row);
}

}  // namespace

const std::map<std::string_view, TableFacts>& tables() {
    return declared();
}

void declare_table(const TableFacts& table) {
    declared()[table.name] = table;
}

Changes::Changes(db::Connection& db, Command command)
    : db_(&db), command_(std::move(command)), own_(std::make_unique<Gathering>()) {}

Changes::Changes(Bulk& bulk, Command command)
    : bulk_(&bulk), command_(std::move(command)), gathers_(true) {}

Changes::~Changes() = default;

void Changes::about(Subject subject, std::string_view kind, Partition partition) {
    auto [place, fresh] = place_of_.try_emplace({subject.id, std::string(kind)}, pending_.size());
    if (fresh)
        pending_.push_back({.id = new_id<EventTag>(),
                            .subject = std::move(subject),
                            .kind = std::string(kind),
                            .partition = partition});
    current_ = place->second;
}

Gathering& Changes::gathering() {
    return bulk_ ? bulk_->gathering() : *own_;
}

void Changes::tell(const TableFacts& table, const void* before, const void* after) {
    if (pending_.empty())
        throw std::logic_error("a change that is about nobody: call about() first");
    auto& changes = pending_[current_].changes;
    if (!changes.empty()) changes += ',';
    auto& latest = pending_[current_].latest;
    if (!before) return tell_new(changes, latest, table, after);
    latest = {};
    record::tell(changes, table, before, after);
}

void Changes::add(const TableFacts& table, const void* row) {
    tell(table, nullptr, row);
    if (gathers_) return gathering().add(table, row);
    insert(*db_, table, row);
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
    tell(table, before, after);
    if (gathers_ && gathering().change(table, before, after)) return;
    auto where = where_key(table, before, values);
    auto text = "update " + std::string(table.name) + " set " + sets + where + " returning 1";
    run_on_one(table, made(std::move(text)), std::move(values));
}

void Changes::remove(const TableFacts& table, const void* row) {
    tell(table, row, nullptr);
    if (gathers_ && gathering().remove(table, row)) return;
    std::vector<db::Value> values;
    auto where = where_key(table, row, values);
    auto text = "delete from " + std::string(table.name) + where + " returning 1";
    run_on_one(table, made(std::move(text)), std::move(values));
}

void Changes::run_on_one(const TableFacts& table, db::Query query, std::vector<db::Value> values) {
    if (bulk_) return gathering().then(table, query, std::move(values));
    flush();
    record::run_on_one(*db_, table.name, query, values);
}

void Changes::flush() {
    if (!db_ || own_->empty()) return;
    own_->write(*db_);
    own_->clear();
}

void Changes::finish() {
    std::erase_if(pending_, [](const Pending& event) { return event.changes.empty(); });
    if (gathers_ || pending_.size() >= bulk_events_min)
        gather_events();
    else
        write_events();
    flush();
    pending_.clear();
    place_of_.clear();
    current_ = 0;
}

Header Changes::header_of(const Pending& event, const Payload& payload) const {
    return {.id = event.id,
            .command = command_.id,
            .kind = event.kind,
            .subject_kind = event.subject.kind,
            .subject = event.subject.id,
            .partition = std::string(describe::choice_text(event.partition)),
            .day = command_.day,
            .recorded_at = to_text(command_.at),
            .actor = command_.actor,
            .actor_name = command_.actor_name,
            .digest = payload_digest(payload.salt, payload.changes)};
}

void Changes::gather_events() {
    auto& rows = gathering();
    for (const auto& event : pending_) {
        Payload payload{
            .event = event.id, .salt = new_salt(), .changes = "[" + event.changes + "]"};
        auto header = header_of(event, payload);
        rows.add(event_table.facts(), &header);
        rows.add(payload_table.facts(), &payload);
        if (bulk_) {
            bulk_->seal(header);
        } else {
            Unsealed unsealed{.event = event.id};
            rows.add(unsealed_table.facts(), &unsealed);
        }
    }
    if (bulk_) bulk_->hand_over();
}

void Changes::write_events() {
    for (const auto& event : pending_) {
        Payload payload{
            .event = event.id, .salt = new_salt(), .changes = "[" + event.changes + "]"};
        insert(*db_, event_table, header_of(event, payload));
        insert(*db_, payload_table, payload);
        insert(*db_, unsealed_table, Unsealed{.event = event.id});
    }
}

}  // namespace noms::record
