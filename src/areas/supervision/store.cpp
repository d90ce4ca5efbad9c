#include "areas/supervision/store.hpp"

#include "areas/supervision/sql.gen.hpp"

namespace noms::supervision {

std::vector<Contact> newest_contacts(db::Connection& db,
                                     offenders::OffenderId offender,
                                     Date day,
                                     int limit) {
    return db::all<Contact>(db, sql::newest_contacts, offender, day, limit);
}

std::vector<NextAppointment> next_appointments(db::Connection& db,
                                               std::span<const std::int64_t> offenders,
                                               Date day) {
    if (offenders.empty()) return {};
    return db::all<NextAppointment>(db, sql::next_appointments, db::json_list(offenders), day);
}

std::vector<Contact> contacts_between(db::Connection& db,
                                      std::span<const std::int64_t> offenders,
                                      Date from,
                                      Date until) {
    if (offenders.empty()) return {};
    return db::all<Contact>(db, sql::contacts_between, db::json_list(offenders), from, until);
}

std::vector<Contact> contacts_among(db::Connection& db, std::span<const std::int64_t> contacts) {
    if (contacts.empty()) return {};
    return db::all<Contact>(db, sql::contacts_among, db::json_list(contacts));
}

std::vector<Recall> recalls_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    return store::recalls_among(db, offenders);
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

std::optional<Note> note_of(db::Connection& db, offenders::OffenderId offender, Id<Note> note) {
    return db::first<Note>(db, sql::note_of_offender, note, offender);
}

std::optional<Contact> store::contact(db::Connection& db, ContactId id) {
    return db::first<Contact>(db, sql::contact_by_id, id);
}

std::vector<Contact> store::contacts_page(db::Connection& db,
                                          offenders::OffenderId offender,
                                          const Filter& filter,
                                          int limit) {
    static const Date last_day = *parse_date("9999-12-31");
    return db::all<Contact>(db,
                            sql::contacts_page,
                            offender,
                            filter.after_day.value_or(last_day),
                            filter.after,
                            filter.kind,
                            filter.state,
                            limit);
}

std::int64_t store::count_contacts(db::Connection& db,
                                   offenders::OffenderId offender,
                                   const Filter& filter) {
    return db::one<std::int64_t>(db, sql::count_contacts, offender, filter.kind, filter.state);
}

std::vector<Contact> store::booked_after(db::Connection& db,
                                         offenders::OffenderId offender,
                                         Date day) {
    return db::all<Contact>(db, sql::booked_after, offender, day);
}

std::vector<Contact> store::contacts_with_outcome(db::Connection& db,
                                                  offenders::OffenderId offender) {
    return db::all<Contact>(db, sql::contacts_with_outcome, offender);
}

std::vector<FailureAnswer> store::answers_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<FailureAnswer>(db, sql::answers_of, offender);
}

std::vector<Breach> store::breaches_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Breach>(db, sql::breaches_of, offender);
}

std::vector<Recall> store::recalls_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Recall>(db, sql::recalls_of, offender);
}

std::vector<Breach> store::breaches_begun(db::Connection& db,
                                          std::span<const std::int64_t> offenders,
                                          Span span) {
    static const Date last_day = *parse_date("9999-12-31");
    return db::all<Breach>(db,
                           sql::breaches_begun,
                           db::json_list(offenders),
                           span.from,
                           span.until.value_or(last_day));
}

std::vector<Recall> store::recalls_among(db::Connection& db,
                                         std::span<const std::int64_t> offenders) {
    return db::all<Recall>(db, sql::recalls_among, db::json_list(offenders));
}

Proceedings proceedings_of(db::Connection& db, offenders::OffenderId offender) {
    return {.breaches = store::breaches_of(db, offender),
            .recalls = store::recalls_of(db, offender)};
}

std::optional<Breach> store::breach(db::Connection& db, Id<Breach> id) {
    return db::first<Breach>(db, sql::breach_by_id, id);
}

std::optional<Recall> store::recall(db::Connection& db, Id<Recall> id) {
    return db::first<Recall>(db, sql::recall_by_id, id);
}

std::vector<record::Check> checks() {
    return {record::check_of(sql::doctor_outcome_too_soon,
                             "an outcome is of an appointment that is over",
                             "supervision_contact"),
            record::check_of(sql::doctor_amends_other_contact,
                             "a note amends an earlier one about the same contact",
                             "supervision_note"),
            record::check_of(sql::doctor_answer_to_nothing,
                             "what is done about a failure follows the failure",
                             "enforcement_answer"),
            record::check_of(sql::doctor_breach_out_of_order,
                             "a breach is begun, served, heard and decided in that order",
                             "enforcement_breach"),
            record::check_of(sql::doctor_two_breaches_at_once,
                             "an order is before one court at a time",
                             "enforcement_breach"),
            record::check_of(sql::doctor_recall_out_of_order,
                             "a recall is asked for, decided and ended in that order",
                             "enforcement_recall")};
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::supervision
