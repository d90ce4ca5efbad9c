#include "areas/cover/store.hpp"

#include "areas/cover/cover.hpp"
#include "areas/cover/sql.gen.hpp"

namespace noms::cover {

std::vector<Absence> store::absences_among(db::Connection& db, Numbers accounts) {
    if (accounts.empty()) return {};
    return db::all<Absence>(db, sql::absences_among, db::json_list(accounts));
}

std::optional<Absence> store::absence(db::Connection& db, AbsenceId id) {
    return db::first<Absence>(db, sql::absence_by_id, id);
}

std::vector<CaseCover> store::covers_of(db::Connection& db, Numbers absences) {
    if (absences.empty()) return {};
    return db::all<CaseCover>(db, sql::covers_of_absences, db::json_list(absences));
}

std::vector<CaseCover> store::covers_of_offender(db::Connection& db, OffenderId offender) {
    return db::all<CaseCover>(db, sql::covers_of_offender, offender);
}

std::vector<CaseCover> store::covers_by(db::Connection& db, AccountId account, Date day) {
    return db::all<CaseCover>(db, sql::covers_by, account, day);
}

std::vector<CaseCover> store::covers_after(db::Connection& db, Id<CaseCover> after, int limit) {
    return db::all<CaseCover>(db, sql::covers_after, after, limit);
}

std::vector<StandIn> store::standing_in_among(db::Connection& db, Numbers offenders, Date day) {
    if (offenders.empty()) return {};
    return db::all<StandIn>(db, sql::standing_in_among, db::json_list(offenders), day);
}

db::Asked<StandIn> store::standing_in_by(db::Connection& db,
                                         AccountId account,
                                         Date day,
                                         int limit) {
    return db::ask<StandIn>(db, sql::standing_in_by, account, day, limit);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::cover
