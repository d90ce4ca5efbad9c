#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/appointments/appointments.hpp"

/// The commands of this area.
namespace noms::appointments {

// More commitments than these are not kept of one person.
inline constexpr int commitments_most = 60;

struct KeepCommitment {
    CommitmentKind kind = CommitmentKind::Work;
    std::optional<std::string> words{};
    std::vector<Weekday> weekdays{};  // none: every day
    Date from_day{};
    std::optional<Date> until_day{};
    std::optional<std::string> from_time{};
    std::optional<std::string> until_time{};
    std::optional<int> travel_minutes{};
    std::string source{};
};
DESCRIBE(KeepCommitment,
         kind,
         words,
         weekdays,
         from_day,
         until_day,
         from_time,
         until_time,
         travel_minutes,
         source)

struct ChangeCommitment {
    int version = 0;
    CommitmentKind kind = CommitmentKind::Work;
    std::optional<std::string> words{};
    std::vector<Weekday> weekdays{};
    Date from_day{};
    std::optional<Date> until_day{};
    std::optional<std::string> from_time{};
    std::optional<std::string> until_time{};
    std::optional<int> travel_minutes{};
    std::string source{};
};
DESCRIBE(ChangeCommitment,
         version,
         kind,
         words,
         weekdays,
         from_day,
         until_day,
         from_time,
         until_time,
         travel_minutes,
         source)

/// `until_day` is the first day on which it no longer holds.
struct EndCommitment {
    int version = 0;
    Date until_day{};
    std::string because{};
};
DESCRIBE(EndCommitment, version, until_day, because)

/// What is done with a day that clashes.
enum class OnClash { LeaveOut, BookAllTheSame };
DESCRIBE_ENUM(OnClash, LeaveOut, BookAllTheSame)

/// Appointments from `first_on` to `last_on`, both with. `officer` signs in with that name; empty:
/// the manager.
struct PlanSeries {
    Every every = Every::Week;
    Date first_on{};
    Date last_on{};
    std::string kind{};
    supervision::Setting setting = supervision::Setting::Community;
    std::string at_time{};
    std::string place{};
    std::optional<std::string> officer{};
};
DESCRIBE(PlanSeries, every, first_on, last_on, kind, setting, at_time, place, officer)

/// The same, seen before: `seen` is what the plan said of itself. `despite` is why days that clash
/// are booked all the same.
struct BookSeries {
    Every every = Every::Week;
    Date first_on{};
    Date last_on{};
    std::string kind{};
    supervision::Setting setting = supervision::Setting::Community;
    std::string at_time{};
    std::string place{};
    std::optional<std::string> officer{};
    std::string seen{};
    std::optional<OnClash> on_clash{};
    std::optional<std::string> despite{};
};
DESCRIBE(BookSeries,
         every,
         first_on,
         last_on,
         kind,
         setting,
         at_time,
         place,
         officer,
         seen,
         on_clash,
         despite)

/// A day of a series with everything that it clashes with.
struct PlannedDay {
    Date on_day{};
    std::vector<Clash> clashes{};
};
DESCRIBE(PlannedDay, on_day, clashes)
/// A series as it would be booked.
struct SeriesPlan {
    PlanSeries asked{};
    record::AccountId officer{};
    std::vector<PlannedDay> days{};
    int clashing = 0;
    std::string seen{};  // changes when the days or their clashes do
};
DESCRIBE(SeriesPlan, asked, officer, days, clashing, seen)
/// Invalid by field.
Result<SeriesPlan> plan_of(web::Context&, const PlanSeries&);
/// What a machine asks before it books.
Result<SeriesPlan> get_plan(web::Context&, const PlanSeries&);
PlanSeries planned(const BookSeries&);

struct CancelSeries {
    int version = 0;
    std::string because{};
};
DESCRIBE(CancelSeries, version, because)

struct SetConsent {
    Consents says = Consents::No;
    std::optional<std::string> email{};
    std::optional<std::string> ring{};
};
DESCRIBE(SetConsent, says, email, ring)

Result<Commitment> keep_commitment(web::Context&, const KeepCommitment&);
/// Conflict where somebody changed it since it was seen, or it has ended.
Result<Commitment> change_commitment(web::Context&, const ChangeCommitment&);
Result<Commitment> end_commitment(web::Context&, const EndCommitment&);
/// Books every day of the series, or those that do not clash. Conflict where the plan is no longer
/// what was seen; invalid where days clash and nobody said what is done with them, or why.
Result<Series> book_series(web::Context&, const BookSeries&);
/// Cancels what is still to come of it, from today on.
Result<Series> cancel_series(web::Context&, const CancelSeries&);
/// What the person said, and the address. Whoever no longer wants to be reminded has none.
Result<Consent> set_consent(web::Context&, const SetConsent&);

/// What the address names as {commitment} and {series}, of the offender it names.
Result<Commitment> commitment_in(web::Context&);
Result<Series> series_in(web::Context&);

/// What a single appointment clashes with, in words: for `supervision::ask_clashes`.
Result<std::vector<std::string>> clashes_in_words(db::Connection&,
                                                  const supervision::Contact&,
                                                  Date today);

}  // namespace noms::appointments
