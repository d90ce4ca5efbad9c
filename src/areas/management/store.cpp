#include "areas/management/store.hpp"

#include <algorithm>

#include "areas/management/sql.gen.hpp"

namespace noms::management {
namespace {

/// A query over a list of keys and a day; no question is asked for an empty list.
template <class T>
std::vector<T> among(db::Connection& db, const db::Query& query, Numbers numbers, Date day) {
    if (numbers.empty()) return {};
    return db::all<T>(db, query, db::json_list(numbers), day);
}

}  // namespace

std::vector<Allocation> managers_among(db::Connection& db, Numbers offenders, Date day) {
    return among<Allocation>(db, sql::managers_among, offenders, day);
}

std::optional<Allocation> manager_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto found = managers_among(db, std::span(&offender.number, 1), day);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Allocation> allocations_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Allocation>(db, sql::allocations_of, offender);
}

db::Asked<Holding> ask_holding(db::Connection& db, offenders::OffenderId offender, Date day) {
    db::Asked<Holding> asked(db);
    const std::vector<db::Value> values{db::bind(offender), db::bind(day)};
    db::Filler filler(describe::type_of<Allocation>(), sql::holding_on);
    db.read_later(
        sql::holding_on, values, [rows = asked.arriving(), filler](const db::Row& row) mutable {
            auto& holding = rows->emplace_back();
            filler.fill(&holding.allocation, row);
            if (!holding.allocation.manager) return;
            auto name = row.columns() - 1;
            db::take(describe::type_of<std::string>(), &holding.manager_name, row.cell(name));
        });
    return asked;
}

db::Asked<Allocation> cases_of(db::Connection& db,
                               record::AccountId account,
                               Date day,
                               offenders::OffenderId after,
                               int limit) {
    return db::ask<Allocation>(db, sql::cases_of, account, day, after, limit);
}

std::vector<Allocation> cases_among(db::Connection& db, Numbers accounts, Date day) {
    return among<Allocation>(db, sql::cases_among, accounts, day);
}

std::vector<CaseCount> case_counts(db::Connection& db, Numbers accounts, Date day) {
    return among<CaseCount>(db, sql::case_counts, accounts, day);
}

std::vector<AreaCount> area_counts(db::Connection& db, Numbers areas, Date day) {
    return among<AreaCount>(db, sql::area_counts, areas, day);
}

std::vector<ManagedOver> managed_in_areas(
    db::Connection& db, Numbers areas, Date first, Date last, int limit) {
    return db::all<ManagedOver>(
        db, sql::managed_in_areas, db::json_list(areas), first, last, limit);
}

std::vector<ManagedOver> managed_by_accounts(
    db::Connection& db, Numbers accounts, Date first, Date last, int limit) {
    return db::all<ManagedOver>(
        db, sql::managed_by_accounts, db::json_list(accounts), first, last, limit);
}

std::vector<Support> support_among(db::Connection& db, Numbers offenders, Date day) {
    return among<Support>(db, sql::support_among, offenders, day);
}

std::vector<Officer> officers_among(db::Connection& db, Numbers areas, Date day) {
    auto found = among<Officer>(db, sql::officers_among, areas, day);
    std::ranges::stable_sort(found, std::ranges::greater{}, &Officer::grade);
    return found;
}

std::optional<Officer> officer_on(db::Connection& db, record::AccountId account, Date day) {
    return db::first<Officer>(db, sql::officer_on, account, day);
}

std::vector<Officer> in_office_among(db::Connection& db, Numbers accounts, Date day) {
    return among<Officer>(db, sql::in_office_among, accounts, day);
}

std::vector<Objective> objectives_among(db::Connection& db, Numbers offenders) {
    if (offenders.empty()) return {};
    return ask_objectives(db, offenders).get();
}

db::Asked<Objective> ask_objectives(db::Connection& db, Numbers offenders) {
    return db::ask<Objective>(db, sql::objectives_among, db::json_list(offenders));
}

std::vector<Officer> store::offices_of(db::Connection& db, record::AccountId account) {
    return db::all<Officer>(db, sql::offices_of, account);
}

std::vector<Duty> store::duties_on(db::Connection& db, Numbers areas, Date day) {
    return among<Duty>(db, sql::duties_on, areas, day);
}

std::vector<Duty> store::duties_of(db::Connection& db, BodyId area) {
    return db::all<Duty>(db, sql::duties_of, area);
}

std::vector<Support> store::support_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Support>(db, sql::support_of, offender);
}

std::optional<Objective> store::objective(db::Connection& db, Id<Objective> id) {
    return db::first<Objective>(db, sql::objective_by_id, id);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::management
