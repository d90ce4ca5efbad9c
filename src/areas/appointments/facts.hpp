#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored around appointments. The appointments themselves are supervision's.
namespace noms::appointments {

/// What somebody has to do at a set time, that an appointment should leave room for (domain
/// document "Case management", 1.6, 54).
enum class CommitmentKind { Work, Education, Faith, Childcare, Treatment, Other };
DESCRIBE_ENUM(CommitmentKind, Work, Education, Faith, Childcare, Treatment, Other)
enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
DESCRIBE_ENUM(Weekday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday)

/// Over [from_day, until_day), on the `weekdays` ("Monday,Friday"; empty: on every day), from
/// `from_time` to `until_time` ("09:00"; both empty: the whole day), with so long a way to it and
/// back. One that was recorded by mistake ends on its first day.
struct Commitment {
    Id<Commitment> id{};
    offenders::OffenderId offender{};
    int version = 1;
    CommitmentKind kind = CommitmentKind::Work;
    std::string words{};
    std::string weekdays{};
    Date from_day{};
    std::optional<Date> until_day{};
    std::string from_time{};
    std::string until_time{};
    int travel_minutes = 0;
    std::string source{};  // who says so
    Date recorded_on{};
    std::string recorded_by{};
    std::string ended_because{};
};
DESCRIBE(Commitment,
         id,
         offender,
         version,
         kind,
         words,
         weekdays,
         from_day,
         until_day,
         from_time,
         until_time,
         travel_minutes,
         source,
         recorded_on,
         recorded_by,
         ended_because)
extern const record::Table<Commitment> commitments;

enum class Every { Week, Fortnight, Month };
DESCRIBE_ENUM(Every, Week, Fortnight, Month)

/// Appointments that were booked together, from `first_on` to `last_on`, both with.
struct Series {
    Id<Series> id{};
    offenders::OffenderId offender{};
    int version = 1;
    Every every = Every::Week;
    std::string kind{};
    supervision::Setting setting = supervision::Setting::Community;
    Date first_on{};
    Date last_on{};
    std::string at_time{};
    std::string place{};
    record::AccountId officer{};
    int booked = 0;  // how many
    Date booked_on{};
    std::string booked_by{};
    std::optional<Date> cancelled_on{};
    std::string cancelled_by{};
    std::string cancelled_because{};
};
DESCRIBE(Series,
         id,
         offender,
         version,
         every,
         kind,
         setting,
         first_on,
         last_on,
         at_time,
         place,
         officer,
         booked,
         booked_on,
         booked_by,
         cancelled_on,
         cancelled_by,
         cancelled_because)
extern const record::Table<Series> all_series;

/// An appointment of a series; `despite` is why it was booked in spite of `clashes`.
struct InSeries {
    Id<InSeries> id{};
    supervision::ContactId contact{};
    offenders::OffenderId offender{};
    Id<Series> series{};
    std::string clashes{};
    std::string despite{};
};
DESCRIBE(InSeries, id, contact, offender, series, clashes, despite)
extern const record::Table<InSeries> in_series;

enum class Consents { Yes, No };
DESCRIBE_ENUM(Consents, Yes, No)

/// How a reminder goes out; there is one way so far.
enum class Channel { Email };
DESCRIBE_ENUM(Channel, Email)

/// Whether somebody wants to be reminded by e-mail, and at which address. Who has no row was not
/// asked, and is not reminded. `ring` is whom the message says to ring.
struct Consent {
    offenders::OffenderId offender{};
    Channel channel = Channel::Email;
    int version = 1;
    Consents says = Consents::No;
    std::string email{};
    std::string ring{};
    Date asked_on{};
    std::string recorded_by{};
};
DESCRIBE(Consent, offender, channel, version, says, email, ring, asked_on, recorded_by)
extern const record::Table<Consent> consents;

/// Sending: a run took it up and has not said yet what became of it. NotKnown: it was cut off
/// between handing the message over and the answer; it is never sent again.
enum class ReminderState { Sending, Sent, Failed, NotKnown };
DESCRIBE_ENUM(ReminderState, Sending, Sent, Failed, NotKnown)

/// The one reminder of an appointment. The address that was used stands here and in no log.
struct Reminder {
    Id<Reminder> id{};
    supervision::ContactId contact{};
    offenders::OffenderId offender{};
    ReminderState state = ReminderState::Sending;
    int tries = 1;
    Instant taken_up_at{};
    std::string sent_to{};
    std::string why{};  // it failed, without the address
};
DESCRIBE(Reminder, id, contact, offender, state, tries, taken_up_at, sent_to, why)
extern const record::Table<Reminder> reminders;

}  // namespace noms::appointments
