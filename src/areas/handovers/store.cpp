#include "areas/handovers/store.hpp"

#include "areas/handovers/sql.gen.hpp"

namespace noms::handovers {

std::vector<Handover> handovers_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Handover>(db, sql::handovers_of, offender);
}

std::optional<Handover> store::handover(db::Connection& db, HandoverId id) {
    return db::first<Handover>(db, sql::handover_by_id, id);
}

std::vector<Handover> store::handovers_after(db::Connection& db, HandoverId after, int limit) {
    return db::all<Handover>(db, sql::handovers_after, after, limit);
}

std::vector<Handover> store::handovers_among(db::Connection& db,
                                             std::span<const std::int64_t> offenders,
                                             Date since) {
    return db::all<Handover>(db, sql::handovers_among, db::json_list(offenders), since);
}

std::vector<HandoverItem> store::items_among(db::Connection& db,
                                             std::span<const std::int64_t> handovers) {
    return db::all<HandoverItem>(db, sql::items_among, db::json_list(handovers));
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::handovers
