#include "areas/movements/movements.hpp"

#include "areas/movements/sql.gen.hpp"

namespace noms::movements {

using Numbers = std::span<const std::int64_t>;

std::vector<Movement> place_of(db::Connection& db, Numbers offenders, Instant at) {
    if (offenders.empty()) return {};
    return db::all<Movement>(db, sql::places_at, db::json_list(offenders), at);
}

std::vector<Placed> placed_among(db::Connection& db, Numbers offenders, Date day) {
    return ask_placed(db, offenders, day).get();
}

db::Asked<Placed> ask_placed(db::Connection& db, Numbers offenders, Date day) {
    db::Asked<Placed> asked(db);
    if (offenders.empty()) return asked;
    const std::vector<db::Value> values{
        db::json_list(offenders), db::bind(end_of(day)), db::bind(day)};
    db::Filler filler(describe::type_of<Movement>(), sql::placed_at);
    db.read_later(
        sql::placed_at, values, [rows = asked.arriving(), filler](const db::Row& row) mutable {
            auto& placed = rows->emplace_back();
            filler.fill(&placed.movement, row);
            auto name = row.columns() - 1;
            db::take(describe::type_of<std::string>(), &placed.name, row.cell(name));
        });
    return asked;
}

std::optional<Movement> last_movement(db::Connection& db, offenders::OffenderId offender) {
    return db::first<Movement>(db, sql::last_movement, offender);
}

std::vector<Movement> movements_of(db::Connection& db, Numbers offenders) {
    if (offenders.empty()) return {};
    return db::all<Movement>(db, sql::movements_among, db::json_list(offenders));
}

std::vector<Movement> roll(
    db::Connection& db, BodyId prison, Instant at, offenders::OffenderId after, int limit) {
    return db::all<Movement>(db, sql::roll_at, prison, at, after, limit);
}

std::vector<RollCount> roll_counts(db::Connection& db, Numbers prisons, Instant at) {
    if (prisons.empty()) return {};
    return db::all<RollCount>(db, sql::roll_counts_at, db::json_list(prisons), at);
}

std::vector<Warrant> warrants_of(db::Connection& db, Numbers offenders) {
    if (offenders.empty()) return {};
    return db::all<Warrant>(db, sql::warrants_among, db::json_list(offenders));
}

Instant end_of(Date day) {
    return std::chrono::sys_days(day) + std::chrono::days(1) - std::chrono::microseconds(1);
}

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds) {
        return record::check_of(query, std::move(holds), "movement");
    };
    return {check(sql::doctor_impossible_step, "every move is possible from the place before"),
            check(sql::doctor_not_on_roll,
                  "who is in custody is on one roll, and who is free is on none"),
            check(sql::doctor_reception_without_authority,
                  "every reception has a warrant or a recorded reason"),
            check(sql::doctor_warrant_of_another, "a warrant is against the person received"),
            check(sql::doctor_roll_without_hold,
                  "the prison on whose roll somebody is holds the record")};
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::movements
