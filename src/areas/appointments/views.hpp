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

/// `page` counts from 1.
struct CasesQuery {
    std::optional<int> page{};
};
DESCRIBE(CasesQuery, page)
/// A case with what is missing in the weeks ahead; `why_none` says why nothing is asked.
struct CaseAhead {
    offenders::OffenderId offender{};
    std::string name{};
    int missing = 0;
    std::optional<Date> from_day{};  // of the first weeks in which too little is booked
    std::string why_none{};
};
DESCRIBE(CaseAhead, offender, name, missing, from_day, why_none)
/// The cases of the reader by what is missing, those of one page; at most twelve questions.
struct CasesAhead {
    Date day{};
    int whole = 0;
    int too_few = 0;        // in how many too little is booked
    bool too_many = false;  // more cases than are looked at at once: the others are left out
    int page = 1;
    std::vector<CaseAhead> cases{};
};
DESCRIBE(CasesAhead, day, whole, too_few, too_many, page, cases)
inline constexpr int cases_a_page = 25;
Result<CasesAhead> cases_ahead(web::Context&, const CasesQuery&);

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
