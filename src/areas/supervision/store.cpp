#include "areas/supervision/store.hpp"

#include "areas/supervision/sql.gen.hpp"

namespace noms::supervision {

std::vector<Contact> newest_contacts(db::Connection& db,
                                     offenders::OffenderId offender,
                                     Date day,
                                     int limit) {
    return db::all<Contact>(db, sql::newest_contacts, offender, day, limit);
}

std::vector<Contact> next_appointments(db::Connection& db,
                                       std::span<const std::int64_t> offenders,
                                       Date day) {
    if (offenders.empty()) return {};
    return db::all<Contact>(db, sql::next_appointments, db::json_list(offenders), day);
}

std::vector<Contact> diary_of(db::Connection& db,
                              record::AccountId officer,
                              Date from,
                              Date until) {
    return db::all<Contact>(db, sql::diary_of, officer, from, until);
}

std::vector<Note> notes_among(db::Connection& db, std::span<const std::int64_t> contacts) {
    if (contacts.empty()) return {};
    return db::all<Note>(db, sql::notes_among, db::json_list(contacts));
}

std::optional<Contact> store::contact(db::Connection& db, ContactId id) {
    return db::first<Contact>(db, sql::contact_by_id, id);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::supervision
