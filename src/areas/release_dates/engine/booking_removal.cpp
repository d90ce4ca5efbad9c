#include "areas/release_dates/engine/booking_removal.hpp"

#include <algorithm>

#include "areas/release_dates/engine/curfew.hpp"

namespace noms::release_dates {
namespace {

using enum DateType;

/// A fine or a breach of supervision in the same group may keep somebody inside for longer.
std::optional<Day> after_terms(const Sentence& sentence, const Overview& booking) {
    const Day removal = *sentence.found.early_removal;
    std::optional<Day> fine;
    for (const auto& each : booking.group_of(sentence).sentences) {
        if (!each.is_fine && !each.is_breach_of_supervision) continue;
        if (each.release() > sentence.release()) return std::nullopt;
        if (each.is_fine && each.release() > removal) fine = later(fine, each.release());
    }
    return fine.value_or(removal);
}

/// With a detention and training order, not before its middle; and only if that comes first.
std::optional<Day> after_orders(Day removal, const Overview& booking, const Dates& dates) {
    if (!booking.any_detention_and_training) return removal;
    const auto release = later(dates[CRD], dates[ARD]);
    if (!release || !dates[MTD] || *dates[MTD] >= *release) return std::nullopt;
    return std::max(removal, *dates[MTD]);
}

}  // namespace

std::optional<Day> booking_removal(const Overview& booking,
                                   const Dates& dates,
                                   std::optional<Day> earlier_removal) {
    const bool alone = booking.sentences.size() == 1;
    const auto* sentence = latest_of(
        booking.sentences,
        [](const Sentence& each) { return *each.found.early_removal; },
        [&](const Sentence& each) {
            return each.found.early_removal && (alone || !each.is_immediate_release());
        });
    if (!sentence) return std::nullopt;
    auto removal = after_terms(*sentence, booking);
    if (removal) removal = after_orders(*removal, booking, dates);
    const Day commences = booking.facts.law.early_removal_30_from;
    if (removal && spans(*sentence, booking.facts, commences))
        removal = later(removal, earlier_removal);
    return removal;
}

}  // namespace noms::release_dates
