#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "areas/release_dates/rules_dates.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What people decided about release dates, as it is stored.
namespace noms::release_dates {

using offenders::OffenderId;

/// Days awarded for an offence against discipline, or given back.
struct AddedDays {
    Id<AddedDays> id{};
    OffenderId offender{};
    AddedKind kind = AddedKind::Awarded;
    int days = 0;
    Date decided_on{};
    std::string reason{};
    std::string recorded_by{};
};
DESCRIBE(AddedDays, id, offender, kind, days, decided_on, reason, recorded_by)

enum class CalculationState { Prepared, Approved, Rejected };
DESCRIBE_ENUM(CalculationState, Prepared, Approved, Rejected)

/// A calculation that somebody stored. `law` is the profile it was made under, `facts` what it
/// rests on, as JSON of CalculationFacts.
struct StoredCalculation {
    Id<StoredCalculation> id{};
    OffenderId offender{};
    Date made_on{};
    record::AccountId made_by{};
    std::string made_by_name{};
    std::string law{};
    std::string facts{};
    std::string reason{};  // why it was made
    CalculationState state = CalculationState::Prepared;
    std::optional<Date> decided_on{};
    std::optional<record::AccountId> decided_by{};
    std::string decided_by_name{};
    std::string decision_note{};
};
DESCRIBE(StoredCalculation,
         id,
         offender,
         made_on,
         made_by,
         made_by_name,
         law,
         facts,
         reason,
         state,
         decided_on,
         decided_by,
         decided_by_name,
         decision_note)
using CalculationId = Id<StoredCalculation>;

/// One date of a stored calculation: a code of data/date_kind.csv.
struct StoredDate {
    CalculationId calculation{};
    std::string type{};
    Date on_day{};
    std::optional<Date> falls_on{};
};
DESCRIBE(StoredDate, calculation, type, on_day, falls_on)

enum class ChallengeOutcome { Upheld, NotUpheld };
DESCRIBE_ENUM(ChallengeOutcome, Upheld, NotUpheld)

/// A prisoner says that a date is wrong.
struct Challenge {
    Id<Challenge> id{};
    OffenderId offender{};
    std::string type{};
    Date made_on{};
    std::string words{};
    std::string recorded_by{};
    std::optional<Date> answered_on{};
    std::optional<ChallengeOutcome> outcome{};
    std::string answer{};
    std::string answered_by{};
};
DESCRIBE(Challenge,
         id,
         offender,
         type,
         made_on,
         words,
         recorded_by,
         answered_on,
         outcome,
         answer,
         answered_by)

extern const record::Table<AddedDays> added_days;
extern const record::Table<StoredCalculation> calculations;
extern const record::Table<StoredDate> stored_dates;
extern const record::Table<Challenge> challenges;

}  // namespace noms::release_dates
