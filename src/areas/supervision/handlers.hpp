#pragma once

#include <optional>
#include <string>

#include "areas/supervision/supervision.hpp"

/// The commands on contacts, appointments and notes.
namespace noms::supervision {

struct RecordContact {
    std::string kind{};
    Setting setting = Setting::Community;
    Date on_day{};
    std::optional<std::string> at_time{};
    std::optional<std::string> place{};
    std::string words{};
};
DESCRIBE(RecordContact, kind, setting, on_day, at_time, place, words)

/// `officer` is the name that whoever sees the offender signs in with; empty: the manager.
/// `despite` is why it is booked in spite of a clash, where there is one.
struct BookAppointment {
    std::string kind{};
    Setting setting = Setting::Community;
    Date on_day{};
    std::string at_time{};
    std::string place{};
    std::optional<std::string> officer{};
    std::optional<std::string> despite{};
};
DESCRIBE(BookAppointment, kind, setting, on_day, at_time, place, officer, despite)

struct RecordOutcome {
    std::string outcome{};
    std::optional<std::string> words{};
};
DESCRIBE(RecordOutcome, outcome, words)

struct AddNote {
    std::optional<Id<Note>> amends{};
    std::string words{};
};
DESCRIBE(AddNote, amends, words)

struct CancelAppointment {
    std::string words{};
};
DESCRIBE(CancelAppointment, words)

Result<Contact> record_contact(web::Context&, const RecordContact&);
Result<Contact> book(web::Context&, const BookAppointment&);
Result<Contact> record_outcome(web::Context&, const RecordOutcome&);
Result<Note> add_note(web::Context&, const AddNote&);
Result<Contact> cancel(web::Context&, const CancelAppointment&);

/// The contact that the address names, of the offender it names.
Result<Contact> contact_in(web::Context&);

}  // namespace noms::supervision
