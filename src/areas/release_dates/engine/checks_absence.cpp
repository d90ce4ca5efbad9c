#include <algorithm>

#include "areas/release_dates/engine/checks.hpp"

namespace noms::release_dates {
namespace {

/// The time somebody was really away, from what was recorded: not every kind of absence is
/// recorded from the day it began to the day it ended.
std::optional<Absence> true_absence(const Adjustment& recorded, const Law& law) {
    if (recorded.type != AdjustmentType::UnlawfullyAtLarge || !recorded.from || !recorded.to)
        return std::nullopt;
    Absence away{.from = *recorded.from, .to = recorded.to};
    switch (recorded.reason) {
        case AbsenceReason::ReleaseInError:
            away.from = away.from - 1;
            away.to = *away.to + 1;
            return away;
        case AbsenceReason::SentencedInAbsence:
        case AbsenceReason::ImmigrationDetention: away.to = *away.to + 1; return away;
        case AbsenceReason::Escape:
            if (away.from >= law.escape_days) return away;
            away.from = away.from - 1;
            away.to = *away.to + 1;
            return away;
        case AbsenceReason::None:
        case AbsenceReason::Recall: break;
    }
    return std::nullopt;
}

/// The last to leave went by removal or parole, and did not come back in time.
bool was_removed_or_paroled(const Booking& booking, Day commences) {
    std::vector<const Movement*> before;
    for (const auto& movement : booking.movements)
        if (movement.on < commences) before.push_back(&movement);
    std::ranges::stable_sort(before, {}, &Movement::on);
    const bool out = !before.empty() && before.back()->is_release;
    return out && (before.back()->reason == MovementReason::EarlyRemoval ||
                   before.back()->reason == MovementReason::Parole);
}

}  // namespace

bool was_out_before_progression(const Booking& booking, const Law& law) {
    const Day eve = law.progression->commences - 1;
    const bool absent = std::ranges::any_of(booking.adjustments, [&](const Adjustment& each) {
        const auto away = true_absence(each, law);
        return away && away->from <= eve && eve < *away->to;
    });
    return absent || was_removed_or_paroled(booking, eve + 1);
}

}  // namespace noms::release_dates
