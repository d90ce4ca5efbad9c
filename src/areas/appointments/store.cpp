#include "areas/appointments/store.hpp"

#include "areas/appointments/appointments.hpp"
#include "areas/appointments/sql.gen.hpp"

namespace noms::appointments {

std::vector<Commitment> store::commitments_of(db::Connection& db,
                                              offenders::OffenderId offender,
                                              Date day,
                                              int limit) {
    return db::all<Commitment>(db, sql::commitments_of, offender, day, limit);
}

std::optional<Commitment> store::commitment(db::Connection& db, Id<Commitment> id) {
    return db::first<Commitment>(db, sql::commitment_by_id, id);
}

std::vector<Series> store::series_of(db::Connection& db,
                                     offenders::OffenderId offender,
                                     Date day,
                                     int limit) {
    return db::all<Series>(db, sql::series_of, offender, day, limit);
}

std::optional<Series> store::series(db::Connection& db, Id<Series> id) {
    return db::first<Series>(db, sql::series_by_id, id);
}

std::vector<InSeries> store::in_series_of(db::Connection& db, Id<Series> id) {
    return db::all<InSeries>(db, sql::in_series_of, id);
}

std::optional<Consent> store::consent_of(db::Connection& db, offenders::OffenderId offender) {
    return db::first<Consent>(db, sql::consent_of, offender);
}

std::vector<Consent> store::consents_after(db::Connection& db,
                                           offenders::OffenderId after,
                                           int limit) {
    return db::all<Consent>(db, sql::consents_after, after, limit);
}

std::vector<Reminder> store::reminders_among(db::Connection& db,
                                             std::span<const std::int64_t> contacts) {
    if (contacts.empty()) return {};
    return db::all<Reminder>(db, sql::reminders_among, db::json_list(contacts));
}

std::vector<Reminder> store::reminders_of(db::Connection& db,
                                          offenders::OffenderId offender,
                                          int limit) {
    return db::all<Reminder>(db, sql::reminders_of, offender, limit);
}

std::vector<Reminder> store::reminders_after(db::Connection& db,
                                             supervision::ContactId after,
                                             int limit) {
    return db::all<Reminder>(db, sql::reminders_after, after, limit);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::appointments
