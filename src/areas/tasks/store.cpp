#include "areas/tasks/store.hpp"

#include <algorithm>

#include "areas/tasks/sql.gen.hpp"

namespace noms::tasks {
namespace {

const Date first_day = *parse_date("1000-01-01");
const Date last_day = *parse_date("9999-12-31");

struct KindRow {
    std::string kind{};
    std::int64_t late = 0;
    std::int64_t soon = 0;
    std::int64_t later = 0;
};
DESCRIBE(KindRow, kind, late, soon, later)

/// The Sunday of the week that `day` lies in.
Date end_of_week(Date day) {
    std::chrono::weekday weekday{std::chrono::sys_days(day)};
    return plus_days(day, int(7 - weekday.iso_encoding()));
}

}  // namespace

std::vector<Task> due_among(db::Connection& db,
                            record::AccountId account,
                            const After& after,
                            int limit) {
    return db::all<Task>(
        db, sql::due_among, account, after.due_on.value_or(first_day), after.id, last_day, limit);
}

db::Asked<Task> due_by(db::Connection& db, record::AccountId account, Date day, int limit) {
    return db::ask<Task>(db, sql::due_among, account, first_day, TaskId{}, day, limit);
}

std::vector<Task> due_of_accounts(db::Connection& db,
                                  std::span<const std::int64_t> accounts,
                                  Date day,
                                  const After& after,
                                  int limit) {
    if (accounts.empty()) return {};
    return db::all<Task>(db,
                         sql::due_of_accounts,
                         db::json_list(accounts),
                         day,
                         after.due_on.value_or(first_day),
                         after.id,
                         limit);
}

db::Asked<Counts> counts_of(db::Connection& db, record::AccountId account, Date day) {
    return db::ask<Counts>(db, sql::counts_of, account, day, end_of_week(day));
}

std::vector<Task> listed(db::Connection& db,
                         std::string_view list_kind,
                         std::int64_t list_body,
                         const After& after,
                         int limit) {
    return db::all<Task>(
        db, sql::listed, list_kind, list_body, after.due_on.value_or(first_day), after.id, limit);
}

Counts counts_of_list(db::Connection& db,
                      std::string_view list_kind,
                      std::int64_t list_body,
                      Date day) {
    return *db::first<Counts>(db, sql::counts_of_list, list_kind, list_body, day, end_of_week(day));
}

std::vector<Task> open_about(db::Connection& db, std::span<const std::int64_t> offenders) {
    if (offenders.empty()) return {};
    return ask_open_about(db, offenders).get();
}

db::Asked<Task> ask_open_about(db::Connection& db, std::span<const std::int64_t> offenders) {
    return db::ask<Task>(db, sql::open_about, db::json_list(offenders));
}

std::vector<NextDue> next_due_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    if (offenders.empty()) return {};
    auto open = db::all<NextDue>(db, sql::next_due_among, db::json_list(offenders));
    auto others = std::ranges::unique(open, {}, &NextDue::offender);
    open.erase(others.begin(), others.end());
    return open;
}

std::vector<Load> loads_among(db::Connection& db,
                              std::span<const std::int64_t> accounts,
                              Date day) {
    if (accounts.empty()) return {};
    return db::all<Load>(db, sql::loads_among, db::json_list(accounts), day);
}

std::vector<Task> open_of_kind(db::Connection& db,
                               const web::Actor& actor,
                               std::string_view kind,
                               const After& after,
                               std::optional<Date> until,
                               Date day,
                               int limit) {
    return db::all<Task>(db,
                         sql::open_of_kind,
                         kind,
                         after.due_on.value_or(first_day),
                         after.id,
                         until.value_or(last_day),
                         actor.scope_kind,
                         actor.scope_body,
                         actor.account,
                         day,
                         limit);
}

std::map<std::string, DueCounts> counts_by_kind(db::Connection& db,
                                                const web::Actor& actor,
                                                Date day,
                                                Date soon) {
    std::map<std::string, DueCounts> out;
    for (const auto& each : db::all<KindRow>(db,
                                             sql::count_by_kind,
                                             day,
                                             soon,
                                             actor.scope_kind,
                                             actor.scope_body,
                                             actor.account,
                                             day))
        out[each.kind] = {each.late, each.soon, each.later};
    return out;
}

std::optional<Task> store::task(db::Connection& db, TaskId id) {
    return db::first<Task>(db, sql::task_by_id, id);
}

std::optional<Task> store::task_asked_by(db::Connection& db, const std::string& source) {
    return db::first<Task>(db, sql::task_by_source, source);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::tasks
