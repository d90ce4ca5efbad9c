#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/appointments/handlers.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::appointments {

/// An appointment with what it runs against by now.
struct AheadLine {
    supervision::Contact contact{};
    std::string kind{};
    std::string officer{};
    std::vector<Clash> clashes{};
    bool waits = false;  // its day is over and no outcome is recorded
};
DESCRIBE(AheadLine, contact, kind, officer, clashes, waits)

/// What is booked for a person in the weeks ahead, what is asked, what has to be left room for.
/// `minimum` is empty where nothing is supervised on the day, or `why_none` says why else.
struct Ahead {
    Date day{};
    std::optional<MinimumRuling> minimum{};
    std::string why_none{};
    std::vector<AheadLine> appointments{};
    std::vector<Commitment> commitments{};
    std::vector<Series> series{};
};
DESCRIBE(Ahead, day, minimum, why_none, appointments, commitments, series)
/// At most nine questions.
Ahead ahead_of(db::Connection&, const offenders::Offender&, Date day);

/// What was said about reminders, and those that were sent, the newest first. No consent: nobody
/// asked.
struct ReminderLine {
    Reminder reminder{};
    supervision::Contact contact{};
};
DESCRIBE(ReminderLine, reminder, contact)
struct RemindersOf {
    std::optional<Consent> consent{};
    std::vector<ReminderLine> reminders{};
};
DESCRIBE(RemindersOf, consent, reminders)
RemindersOf reminders_shown(db::Connection&, offenders::OffenderId);

}  // namespace noms::appointments
