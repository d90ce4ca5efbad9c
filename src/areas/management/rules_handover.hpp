#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// Who is responsible in custody, and when that passes to the community: the policy of Offender
/// Management in Custody, to compare with. Our own model has one manager from end to end.
namespace noms::management {

/// Null dates: there is none. `target_hearing` is the parole hearing aimed at.
struct HandoverFacts {
    Date day{};
    bool indeterminate = false;
    bool further_indeterminate_sentence = false;  // passed later than the first
    bool recalled = false;
    bool immigration = false;
    bool early_allocation = false;
    std::optional<int> mappa_level{};
    std::optional<bool> parole_outcome_release{};  // of the last review that was completed
    std::optional<Date> sentence_start{};
    std::optional<Date> tariff_expiry{};
    std::optional<Date> target_hearing{};
    std::optional<Date> parole_eligibility{};
    std::optional<Date> automatic_release{};
    std::optional<Date> conditional_release{};
    std::optional<Date> arrived_in_mens_open_prison{};
    std::optional<Date> arrived_in_prescoed{};  // of a Welsh offender
    std::optional<Date> womens_category_open{};
};
DESCRIBE(HandoverFacts,
         day,
         indeterminate,
         further_indeterminate_sentence,
         recalled,
         immigration,
         early_allocation,
         mappa_level,
         parole_outcome_release,
         sentence_start,
         tariff_expiry,
         target_hearing,
         parole_eligibility,
         automatic_release,
         conditional_release,
         arrived_in_mens_open_prison,
         arrived_in_prescoed,
         womens_category_open)

/// Who leads: the manager in prison, alone or with the one in the community beside, or the latter.
enum class CustodyLead { Prison, PrisonWithCommunity, Community };
DESCRIBE_ENUM(CustodyLead, Prison, PrisonWithCommunity, Community)

struct HandoverRuling {
    CustodyLead responsible = CustodyLead::Prison;
    int rule = 0;  // of the policy's eight, in the order in which they are run
    std::optional<Date> earliest_release{};
    std::optional<Date> handover_on{};
    std::optional<Date> start_on{};  // the community's manager supports from then on
    bool upcoming = false;           // the handover is within 56 days
    std::vector<law::Ground> because{};
};
DESCRIBE(
    HandoverRuling, responsible, rule, earliest_release, handover_on, start_on, upcoming, because)

/// offender-management-allocation-manager @7aeb43b9; its date examples are recomputed [T].
Result<HandoverRuling> handover(const HandoverFacts&);

/// Registers `handover` for `noms rules`.
void register_handover();

}  // namespace noms::management
