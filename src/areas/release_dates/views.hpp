#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/release_dates/store.hpp"

/// What pages and the JSON API show of release dates: loaded once, for both.
namespace noms::release_dates {

/// What is tried without being saved. Each one that is empty stays as it is on record.
struct WhatIf {
    std::optional<int> added_days{};        // beside those on record
    std::optional<int> days_at_large{};     // beside those on record
    std::optional<int> remand_days{};       // in the place of the figure on record
    std::optional<std::string> law{};       // a profile
    std::optional<std::string> sentence{};  // whose term is another one
    std::optional<int> years{};
    std::optional<int> months{};
    std::optional<int> weeks{};
    std::optional<int> days{};

    bool asks() const {
        return added_days || days_at_large || remand_days || law || years || months || weeks ||
               days;
    }
};
DESCRIBE(WhatIf, added_days, days_at_large, remand_days, law, sentence, years, months, weeks, days)

/// The facts as they would be; Invalid by field where a number cannot be.
Result<CalculationFacts> changed_by(const WhatIf&, CalculationFacts, Date day);

/// A stored calculation with its dates.
struct CalculationView {
    StoredCalculation stored{};
    std::vector<WorkedDate> dates{};
};
DESCRIBE(CalculationView, stored, dates)

/// A challenge with the last day for its answer.
struct ChallengeView {
    Challenge challenge{};
    std::optional<Date> due_on{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ChallengeView, challenge, due_on, because)

/// Everything of one person on a day. `what_if` is what would be.
struct OffenderDates {
    OffenderId offender{};
    Date day{};
    CalculationFacts facts{};
    WorkedOut now{};
    std::optional<WorkedOut> what_if{};
    std::optional<CalculationView> approved{};  // the newest that was
    std::vector<CalculationView> stored{};      // the newest first
    std::vector<ChallengeView> challenges{};    // the newest first
};
DESCRIBE(OffenderDates, offender, day, facts, now, what_if, approved, stored, challenges)
Result<OffenderDates> dates_of(db::Connection&, OffenderId, Date day, const WhatIf&);

/// What a calculation rests on, read back; throws db::Broken where it cannot be read.
CalculationFacts facts_in(const StoredCalculation&);
std::optional<CalculationView> calculation_view(db::Connection&, CalculationId);

}  // namespace noms::release_dates
