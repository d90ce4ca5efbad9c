#include "areas/release_dates/engine/checks.hpp"

#include <algorithm>
#include <array>

namespace noms::release_dates {
namespace {

using Codes = std::vector<std::string_view>;

template <class Test>
bool any_sentence(const Calculated& done, Test&& test) {
    return std::ranges::any_of(done.groups, [&](const CustodyGroup& group) {
        return std::ranges::any_of(group.sentences, test);
    });
}

/// Days cannot be awarded to somebody who was released.
void check_awards_after_release(const Calculated& done, Codes& codes) {
    std::optional<Day> release;
    for (const auto& group : done.groups)
        for (const auto& sentence : group.sentences)
            if (!sentence.is_term) release = later(release, sentence.defaulted_release());
    if (!release) return;
    auto any_after = [&](AdjustmentType type) {
        return std::ranges::any_of(done.facts.booking.adjustments, [&](const Adjustment& each) {
            return each.type == type && each.applies_from > *release;
        });
    };
    if (any_after(AdjustmentType::AdditionalDaysAwarded))
        codes.push_back("ADJUSTMENT_AFTER_RELEASE_ADA");
    if (any_after(AdjustmentType::AdditionalDaysRestored))
        codes.push_back("ADJUSTMENT_AFTER_RELEASE_RADA");
}

/// Out on curfew when curfew for adults ends.
bool is_out_on_curfew(const Booking& booking) {
    std::optional<Day> out;
    for (const auto& movement : booking.movements)
        if (movement.is_release && movement.reason == MovementReason::HomeDetentionCurfew)
            out = later(out, movement.on);
    return out && std::ranges::none_of(booking.movements, [&](const Movement& movement) {
               return !movement.is_release && movement.on >= *out;
           });
}

void check_curfew_repeal(const Calculated& done, Codes& codes) {
    const auto& booking = done.facts.booking;
    if (booking.switches.curfew_repealed && done.dates.has(DateType::HDCED) &&
        is_out_on_curfew(booking))
        codes.push_back("HDCED_REPEAL");
}

void check_progression(const Calculated& done, Codes& codes) {
    const auto& progression = done.custody.progression;
    if (!progression.is_made()) return;
    if (was_out_before_progression(done.facts.booking, done.facts.law))
        codes.push_back("UNSUPPORTED_OUT_OF_CUSTODY_AT_PROGRESSION_MODEL_COMMENCEMENT");
    if (done.facts.booking.switches.progression_tranche_one_by_hand && progression.tranche == 1)
        codes.push_back("PROGRESSION_TRANCHE_ONE_ALLOCATION");
}

/// Nobody is on remand while they serve a sentence.
void check_remand(const Calculated& done, Codes& codes) {
    for (const auto& group : done.groups) {
        const bool recalled = std::ranges::any_of(group.sentences, &Sentence::is_recalled);
        if (recalled || group.from == group.to) continue;
        for (const auto& each : done.facts.booking.adjustments)
            if (each.type == AdjustmentType::Remand && each.from && each.to &&
                *each.from <= group.to && group.from <= *each.to)
                return codes.push_back("REMAND_OVERLAPS_WITH_SENTENCE");
    }
}

/// Breach of a sexual harm prevention order: the code does not say which release point applies.
bool is_prevention_order_breach(const Part& part, const Law& law) {
    constexpr std::array<std::string_view, 6> codes{
        "SX03220", "SX03220A", "SX03244", "SX03244A", "SX03247", "SX03247A"};
    return is_plain_standard(part) && part.offence_on &&
           *part.offence_on >= law.prevention_orders && *part.offence_on <= law.further.commences &&
           std::ranges::find(codes, part.offence_code) != codes.end();
}

void check_prevention_orders(const Calculated& done, Codes& codes) {
    const auto& law = done.facts.law;
    const bool any = any_sentence(done, [&](const Sentence& sentence) {
        const Day release = sentence.release();
        const bool in_between = law.sds_40.commences <= release && release < law.further.commences;
        return in_between && (!sentence.is_recalled() || sentence.found.supervision) &&
               std::ranges::any_of(sentence.parts, [&](int i) {
                   return is_prevention_order_breach(done.facts.part(i), law);
               });
    });
    if (any) codes.push_back("UNABLE_TO_DETERMINE_SHPO_RELEASE_PROVISIONS");
}

/// In the second tranche, a sentence passed between the two and consecutive to an earlier one.
void check_between_tranches(const Calculated& done, Codes& codes) {
    const auto& law = done.facts.law.sds_40;
    if (done.custody.sds_40.tranche != 2) return;
    auto in_between = [&](int i) {
        const auto& part = done.facts.part(i);
        return is_plain_standard(part) && part.sentenced_on >= law.commences &&
               part.sentenced_on < law.tranches[1].from;
    };
    if (any_sentence(done, [&](const Sentence& sentence) {
            return sentence.form == Form::Chain && std::ranges::any_of(sentence.parts, in_between);
        }))
        codes.push_back("UNSUPPORTED_SDS40_CONSECUTIVE_SDS_BETWEEN_TRANCHE_COMMENCEMENTS");
}

// -- extinguished sentences (11.2) ----------------------------------------------------------------

/// Deductions take the release before the sentence was passed.
bool is_extinguished(const CustodyGroup& group) {
    const Sentence* last = nullptr;
    for (const auto& sentence : group.sentences)
        if (!sentence.is_recalled() &&
            (!last || sentence.uncapped_release() > last->uncapped_release()))
            last = &sentence;
    return last && group.from - 1 > last->uncapped_release() &&
           (last->ledger.remand != 0 || last->ledger.tagged_bail != 0);
}

bool any_deduction_since(Day day, const Booking& booking) {
    return std::ranges::any_of(booking.adjustments, [&](const Adjustment& each) {
        return each.type <= AdjustmentType::RecallTaggedBail && each.applies_from >= day;
    });
}

void check_extinguished(const Calculated& done, Codes& codes) {
    if (std::ranges::none_of(done.groups, is_extinguished)) return;
    const auto& booking = done.facts.booking;
    const bool before_progression =
        booking.switches.extinguished_before_progression && done.custody.progression.is_made() &&
        !any_deduction_since(done.facts.law.progression->commences, booking);
    codes.push_back(before_progression ? "PROGRESSION_MODEL_UNSUPPORTED_EXTINGUISHED_SENTENCE"
                                       : "RELEASE_DATE_BEFORE_SENTENCE_DATE");
}

}  // namespace

std::vector<std::string_view> check(const Calculated& done) {
    Codes codes;
    check_awards_after_release(done, codes);
    check_fixed_term_recalls(done, codes);
    check_curfew_repeal(done, codes);
    check_progression(done, codes);
    check_remand(done, codes);
    check_prevention_orders(done, codes);
    check_between_tranches(done, codes);
    check_extinguished(done, codes);
    return codes;
}

}  // namespace noms::release_dates
