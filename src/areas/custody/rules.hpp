#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// Home detention curfew in the years 1999 to 2008: whether, from when and for how long. The
/// governor decides; dates under later law are those of release_dates.
namespace noms::custody {

/// Which Act the sentence is under.
enum class ReleaseLaw { Cja1991, Cja2003 };
DESCRIBE_ENUM(ReleaseLaw, Cja1991, Cja2003)

/// `bars` are codes of data/curfew_bar.csv. Null: not known.
struct CurfewFacts {
    Date day{};
    ReleaseLaw law = ReleaseLaw::Cja1991;
    std::optional<Date> sentenced_on{};
    std::optional<int> term_days{};
    int remand_days = 0;
    std::vector<std::string> bars{};
};
DESCRIBE(CurfewFacts, day, law, sentenced_on, term_days, remand_days, bars)

/// PresumedUnsuitable: only in exceptional circumstances. Refused: a discretionary reason.
enum class CurfewOutcome { Eligible, PresumedUnsuitable, Refused, Ineligible, NotKnown };
DESCRIBE_ENUM(CurfewOutcome, Eligible, PresumedUnsuitable, Refused, Ineligible, NotKnown)

/// `presumed_suitable`: three months to under twelve, from 1 May 2002, released unless there is a
/// reason against it.
struct CurfewRuling {
    CurfewOutcome outcome = CurfewOutcome::NotKnown;
    bool presumed_suitable = false;
    std::optional<int> custodial_days{};
    std::optional<int> must_serve_days{};
    std::optional<int> curfew_days{};
    std::optional<Date> conditional_release{};
    std::optional<Date> eligible_on{};
    std::vector<law::Ground> because{};
};
DESCRIBE(CurfewRuling,
         outcome,
         presumed_suitable,
         custodial_days,
         must_serve_days,
         curfew_days,
         conditional_release,
         eligible_on,
         because)

/// Refused before 28 January 1999, and for a bar without a code.
Result<CurfewRuling> home_detention_curfew(const CurfewFacts&);

/// Registers `home-detention-curfew` for `noms rules`, and the table it rests on.
void register_rules();

}  // namespace noms::custody
