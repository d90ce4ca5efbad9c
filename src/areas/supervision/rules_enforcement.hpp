#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// What must follow a failure to comply, and by when. The court or the board decides; these are the
/// clocks of the service.
namespace noms::supervision {

/// Order: a community order or a suspended sentence order.
enum class EnforcedSentence { Order, Licence };
DESCRIBE_ENUM(EnforcedSentence, Order, Licence)

/// A failure to comply with one order or licence. `acceptable` null: nobody has decided yet.
struct Failure {
    Date on{};
    std::optional<bool> acceptable{};
    std::optional<Date> answered_on{};  // warned, or brought to court or recalled for it
};
DESCRIBE(Failure, on, acceptable, answered_on)

struct EnforcementFacts {
    Date day{};
    EnforcedSentence sentence = EnforcedSentence::Order;
    std::vector<Failure> failures{};
};
DESCRIBE(EnforcementFacts, day, sentence, failures)

/// Something that somebody must do. `due_on` null: no period is recorded for it.
struct EnforcementStep {
    std::string action{};  // "decide", "warn", "final_warning", "breach", "recall"
    std::string what{};
    int failure = 0;    // which of the failures, in the order of their days, from nought
    Date because_of{};  // its day
    std::optional<Date> due_on{};
    std::optional<int> working_days_left{};  // less than nought: late
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(
    EnforcementStep, action, what, failure, because_of, due_on, working_days_left, cite, certainty)

/// `failures` are those not acceptable in the twelve months up to the day; `failures_at_most` takes
/// in those that nobody has decided on.
struct EnforcementRuling {
    std::string edition{};
    Date counted_from{};
    int failures = 0;
    int failures_at_most = 0;
    std::vector<EnforcementStep> steps{};
    std::string next_failure{};  // what one more would mean today
    std::vector<law::Ground> because{};
};
DESCRIBE(EnforcementRuling,
         edition,
         counted_from,
         failures,
         failures_at_most,
         steps,
         next_failure,
         because)

/// Twelve months roll: a failure counts against another that comes less than twelve months after
/// it, and one that is older than that on the day asks for nothing more. Refused for a failure
/// after the day, or beyond the calendar of bank holidays.
Result<EnforcementRuling> enforcement_clock(const EnforcementFacts&);

}  // namespace noms::supervision
