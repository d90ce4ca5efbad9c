#include <limits>

#include "kit/record/record.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {

std::vector<Event> events_about(
    db::Connection& db, const Subject& subject, Partition up_to, EventId before, int limit) {
    if (!before) before.number = std::numeric_limits<std::int64_t>::max();
    return db::all<Event>(db, sql::events_about, subject.kind, subject.id, before, up_to, limit);
}

db::Asked<Event> ask_history(db::Connection& db,
                             const Subject& subject,
                             Partition up_to,
                             int limit) {
    return db::ask<Event>(db, sql::history_of, subject.kind, subject.id, up_to, limit);
}

std::vector<Event> events_after(db::Connection& db, std::int64_t position, int limit) {
    return db::all<Event>(db, sql::events_after, position, limit);
}

void erase_payload(db::Connection& db, EventId event) {
    db::run(db, sql::erase_payload, event);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::record
