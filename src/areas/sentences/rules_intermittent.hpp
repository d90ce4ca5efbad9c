#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/sentences/rules.hpp"

/// Intermittent custody: prison by blocks of days, on licence in between (Criminal Justice Act
/// 2003, s. 183 to 186). In force in two prisons from 26 January 2004 to 20 November 2006.
namespace noms::sentences {

/// A prison that took part: a row of data/intermittent_prison.csv.
struct PilotPrison {
    std::string code{};
    std::string name{};
    Date from{};
    Date until{};
    std::string source{};
    std::string mark{};
};
DESCRIBE(PilotPrison, code, name, from, until, source, mark)
const std::vector<PilotPrison>& pilot_prisons();

/// On which days of the week they are in prison: a row of data/intermittent_block.csv.
enum class BlockPattern { Weekend, Midweek };
DESCRIBE_ENUM(BlockPattern, Weekend, Midweek)

/// Who was not back for the block that began on `due_on`; `came_on` empty: never for that block.
struct LateReturn {
    Date due_on{};
    std::optional<Date> came_on{};
};
DESCRIBE(LateReturn, due_on, came_on)

/// `prison` is a code. Several sentences that follow each other are one, with `consecutive`.
/// `consents` null: it is not known.
struct IntermittentFacts {
    Date imposed_on{};
    int weeks = 0;
    int custodial_days = 0;
    bool consecutive = false;
    BlockPattern pattern = BlockPattern::Weekend;
    std::string prison{};
    std::optional<bool> consents{};
    std::vector<LateReturn> late{};
};
DESCRIBE(IntermittentFacts,
         imposed_on,
         weeks,
         custodial_days,
         consecutive,
         pattern,
         prison,
         consents,
         late)

enum class PeriodKind { Custody, Licence, AtLarge };
DESCRIBE_ENUM(PeriodKind, Custody, Licence, AtLarge)
/// One stretch of the calendar, `until` not in it. `begins_late`: a bank holiday put it off.
struct IntermittentPeriod {
    PeriodKind kind = PeriodKind::Custody;
    Date from{};
    Date until{};
    bool begins_late = false;
};
DESCRIBE(IntermittentPeriod, kind, from, until, begins_late)

/// The calendar from the first block to the end of the sentence, empty where there are faults.
struct IntermittentRuling {
    bool lawful = false;
    std::vector<DisposalFault> faults{};
    std::vector<IntermittentPeriod> calendar{};
    std::optional<Date> last_custodial_day{};
    std::optional<Date> ends{};  // the first day after the sentence
    std::vector<law::Ground> because{};
};
DESCRIBE(IntermittentRuling, lawful, faults, calendar, last_custodial_day, ends, because)
/// What speaks against it, or its calendar. Days away are not served: blocks at the end make up for
/// them. Refused where the bank holidays of the years are not known.
Result<IntermittentRuling> intermittent_custody(const IntermittentFacts&);

/// Registers `intermittent-custody` for `noms rules`.
void register_intermittent();

}  // namespace noms::sentences
