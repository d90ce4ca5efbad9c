#include "areas/release_dates/release_dates.hpp"
#include "kit/base/text.hpp"

/// Storing a calculation and deciding on it: decide and write; the caller's transaction, the
/// caller's event.
namespace noms::release_dates {
namespace {

std::string why_not(const WorkedOut& worked) {
    std::string words = "No date can be worked out:";
    for (const auto& doubt : worked.doubts) words += " " + doubt.words + ".";
    for (const auto& refusal : worked.refusals) words += " " + refusal + ".";
    return words;
}

}  // namespace

Result<StoredCalculation> store_calculation(record::Changes& changes,
                                            OffenderId offender,
                                            const CalculationFacts& facts,
                                            const std::string& reason,
                                            const Maker& by) {
    auto worked = work_out(facts, by.law, Reasons::Given);
    if (!worked.calculable) return refused(why_not(worked));
    StoredCalculation made{.id = new_id<StoredCalculation>(),
                           .offender = offender,
                           .made_on = by.day,
                           .made_by = by.account,
                           .made_by_name = by.name,
                           .law = worked.law,
                           .facts = json::write(facts),
                           .reason = std::string(trimmed(reason))};
    changes.add(calculations, made);
    for (const auto& date : worked.dates)
        changes.add(stored_dates,
                    StoredDate{.calculation = made.id,
                               .type = date.type,
                               .on_day = date.on_day,
                               .falls_on = date.falls_on});
    return made;
}

Result<StoredCalculation> decide(record::Changes& changes,
                                 const StoredCalculation& before,
                                 Verdict verdict,
                                 const std::string& note,
                                 const Maker& by) {
    if (before.state != CalculationState::Prepared)
        return conflict("Somebody decided on this calculation already.");
    if (before.made_by == by.account)
        return refused("You made this calculation: a second person decides on it.");
    if (verdict == Verdict::Reject && trimmed(note).empty())
        return invalid({{"note", "missing", "Say what is wrong with it"}});
    auto after = before;
    after.state =
        verdict == Verdict::Approve ? CalculationState::Approved : CalculationState::Rejected;
    after.decided_on = by.day;
    after.decided_by = by.account;
    after.decided_by_name = by.name;
    after.decision_note = std::string(trimmed(note));
    changes.change(calculations, before, after);
    return after;
}

}  // namespace noms::release_dates
