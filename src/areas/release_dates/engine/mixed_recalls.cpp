#include <cstdlib>

#include "areas/release_dates/engine/overview.hpp"

namespace noms::release_dates {
namespace {

bool is_recalled_for(const Sentence& sentence, RecallType type) {
    return sentence.recall && sentence.recall->type == type;
}

/// The recalls that bear on each other: of 28 days, or of 14 days with a licence to the end.
Sentences fixed_term_recalls(const Overview& booking) {
    Sentences found;
    for (const auto* sentence : booking.sentences)
        if (is_recalled_for(*sentence, RecallType::FixedTerm28) ||
            (is_recalled_for(*sentence, RecallType::FixedTerm14) &&
             sentence->types().has(DateType::SLED)))
            found.push_back(sentence);
    return found;
}

const Sentence* first_expiring_on(Day day, const Sentences& sentences) {
    for (const auto* sentence : sentences)
        if (sentence->adjusted_expiry() == day) return sentence;
    return nullptr;
}

/// Of 12 months or more, not expired on return, and expiring nearest to `release`.
const Sentence* nearest_long_one(const Sentences& recalls, Day returned_on, Day release) {
    const Sentence* nearest = nullptr;
    auto distance = [&](const Sentence& each) {
        return std::abs(each.unadjusted_expiry() - release);
    };
    for (const auto* each : recalls)
        if (!each->is_shorter_than(12) && each->adjusted_expiry() >= returned_on &&
            (!nearest || distance(*each) < distance(*nearest)))
            nearest = each;
    return nearest;
}

bool has_long_and_short(const Sentences& recalls) {
    bool has_long = false;
    bool has_short = false;
    for (const auto* each : recalls) (each->is_shorter_than(12) ? has_short : has_long) = true;
    return has_long && has_short;
}

}  // namespace

Day release_after_mixed_recalls(const Overview& booking) {
    const auto returned_on = booking.facts.booking.returned_on;
    const auto recalls = fixed_term_recalls(booking);
    if (!returned_on || !has_long_and_short(recalls)) return booking.release;
    const auto* last = first_expiring_on(booking.expiry, booking.sentences);
    if (!last) return booking.release;
    const bool for_14_days = is_recalled_for(*last, RecallType::FixedTerm14);
    const Day latest = *returned_on + (for_14_days ? 14 : 28) - 1 +
                       last->ledger.at_large_in_fixed_recall + last->ledger.awarded_after_release;
    if (!last->is_shorter_than(12)) return std::min(latest, last->adjusted_expiry());
    const auto* other = nearest_long_one(recalls, *returned_on, booking.release);
    // Fewer than 14 days between the return and the end of the long sentence (section 19).
    if (!other || other->adjusted_expiry() - *returned_on >= 14) return booking.release;
    return std::min(latest, (for_14_days ? last : other)->adjusted_expiry());
}

}  // namespace noms::release_dates
