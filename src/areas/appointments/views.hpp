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

/// Which of the reader's cases a page of the list begins after; `seen` is how many stood before.
struct CasesQuery {
    std::optional<offenders::OffenderId> after{};
    std::optional<int> seen{};
};
DESCRIBE(CasesQuery, after, seen)
/// A case with what is missing in the weeks ahead; `why_none` says why nothing is asked.
struct CaseAhead {
    offenders::OffenderId offender{};
    std::string name{};
    int missing = 0;
    std::optional<Date> from_day{};  // of the first weeks in which too little is booked
    std::string why_none{};
};
DESCRIBE(CaseAhead, offender, name, missing, from_day, why_none)
/// The cases of the reader, those of one page by what is missing; at most twelve questions.
struct CasesAhead {
    Date day{};
    std::vector<CaseAhead> cases{};
    int seen = 0;
    std::optional<offenders::OffenderId> next_after{};  // none: there are no more
};
DESCRIBE(CasesAhead, day, cases, seen, next_after)
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
