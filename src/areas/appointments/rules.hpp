#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/appointments/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// What an appointment runs against: commitments, other appointments, days on which nobody works;
/// and on which days a series falls. Pure.
namespace noms::appointments {

/// A figure of data/parameter.csv.
struct Parameter {
    std::string code{};
    int value = 0;
    std::string unit{};
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Parameter, code, value, unit, words, source, certainty)
/// Throws std::logic_error for one that there is not.
int parameter(std::string_view code);

/// Minutes since midnight of "14:30"; nothing where it is no time.
std::optional<int> minutes_of(std::string_view time);

/// A commitment as the rule looks at it; no weekday: every day.
struct Engaged {
    CommitmentKind kind = CommitmentKind::Work;
    std::string words{};
    std::vector<Weekday> weekdays{};
    Date from_day{};
    std::optional<Date> until_day{};
    std::string from_time{};
    std::string until_time{};
    int travel_minutes = 0;
};
DESCRIBE(Engaged, kind, words, weekdays, from_day, until_day, from_time, until_time, travel_minutes)
Engaged engaged_by(const Commitment&);

/// Another appointment; `words` is what it is.
struct Taken {
    Date on_day{};
    std::string at_time{};  // empty: at no set time
    std::string words{};
};
DESCRIBE(Taken, on_day, at_time, words)

/// An appointment that is to be booked, and what stands around it.
struct ClashFacts {
    Date on_day{};
    std::string at_time{};  // empty: at no set time
    std::vector<Engaged> commitments{};
    std::vector<Taken> offender_has{};
    std::vector<Taken> officer_has{};
};
DESCRIBE(ClashFacts, on_day, at_time, commitments, offender_has, officer_has)

enum class ClashWith { Commitment, OwnAppointment, OfficersAppointment, NoWorkingDay };
DESCRIBE_ENUM(ClashWith, Commitment, OwnAppointment, OfficersAppointment, NoWorkingDay)
struct Clash {
    ClashWith with = ClashWith::Commitment;
    std::string words{};
};
DESCRIBE(Clash, with, words)
struct ClashRuling {
    std::vector<Clash> clashes{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ClashRuling, clashes, because)
/// Everything that it clashes with. A day beyond the calendar of bank holidays is one that nobody
/// can call a working day. Invalid where a time is none.
Result<ClashRuling> clashes(const ClashFacts&);

/// The days of a series from the first to the last, both with. Invalid, by field, where the last is
/// before the first, or where they are more than one form books.
Result<std::vector<Date>> days_of(Every, Date first, Date last);

std::string in_words(CommitmentKind);
std::string in_words(Every);
/// "Monday, Friday" of a commitment; "every day".
std::string weekdays_in_words(const std::string& weekdays);

/// Registers `appointment-clash`, `minimum-contact` and `reminder` for `noms rules`.
void register_rules();

}  // namespace noms::appointments
