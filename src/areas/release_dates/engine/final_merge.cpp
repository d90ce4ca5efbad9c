#include "areas/release_dates/engine/final_merge.hpp"

#include <algorithm>
#include <array>

namespace noms::release_dates {
namespace {

using enum DateType;

/// Where step 1 of 10.1 took a date from.
enum class Origin { Now, Before, Tranche };
using Origins = std::array<Origin, date_type_names.size()>;

constexpr std::array compared{CRD, ERSED, HDCED, PED, PRRD};

std::optional<Day> release_of(const Dates& dates) {
    return dates.has(CRD) ? dates[CRD] : dates[ARD];
}

Origin origin_of(const std::optional<Day>& now, const std::optional<Day>& before, Day tranche_on) {
    if (now && before && *now < tranche_on && tranche_on <= *before) return Origin::Tranche;
    if (before && (*before < tranche_on || before == now)) return Origin::Before;
    return Origin::Now;
}

/// Step 1: what was due before the tranche stays; what would now come before it waits for it.
Origins take_earlier_dates(Dates& now, const Dates& before, Day tranche_on) {
    Origins origins{};
    const bool any_due = std::ranges::any_of(compared, [&](DateType key) {
        const auto day = now.has(key) ? now[key] : before[key];
        return day && *day < tranche_on;
    });
    for (auto key : compared) {
        auto& origin = origins[size_t(key)];
        if (!any_due) {
            if (before.has(key) && before[key] == now[key]) origin = Origin::Before;
            continue;
        }
        origin = origin_of(now[key], before[key], tranche_on);
        if (origin == Origin::Tranche) now[key] = tranche_on;
        if (origin != Origin::Before) continue;
        now[key] = before[key];
        if (key == CRD && before.has(TUSED)) now[TUSED] = before[TUSED];
    }
    return origins;
}

bool has_recalled_with_supervision(const std::vector<CustodyGroup>& groups) {
    return std::ranges::any_of(groups, [](const CustodyGroup& group) {
        return std::ranges::any_of(group.sentences, [](const Sentence& each) {
            return each.is_recalled() && each.has_standard && each.identified.has(TUSED);
        });
    });
}

/// Step 3: of a release after recall and another, the later one stands.
void settle_recall(Dates& now, const std::optional<Day>& other_recall_release) {
    const auto release = release_of(now);
    if (!release) return;
    const auto recall = now.has(PRRD) ? now[PRRD] : other_recall_release;
    if (recall && now.has(HDCED) && *recall > *now[HDCED]) now[HDCED] = recall;
    if (!now.has(PRRD)) return;
    if (*release > *now[PRRD]) return now[PRRD].reset();
    now[CRD].reset();
    now[ARD].reset();
    now[HDCED].reset();
}

/// Step 4: what would only come with the release is not an opportunity.
void drop_those_on_release(Dates& now, Day tranche_on) {
    const auto release = release_of(now);
    for (auto key : {HDCED, ERSED})
        if (release == tranche_on && now[key] == release) now[key].reset();
}

/// Days at large, awarded or restored from the tranche until the day before release.
int days_adjusted(const Booking& booking, Day from, Day until) {
    int days = 0;
    for (const auto& adjustment : booking.adjustments) {
        if (adjustment.applies_from < from || adjustment.applies_from >= until) continue;
        if (adjustment.type == AdjustmentType::UnlawfullyAtLarge ||
            adjustment.type == AdjustmentType::AdditionalDaysAwarded)
            days += adjustment.days;
        if (adjustment.type == AdjustmentType::AdditionalDaysRestored) days -= adjustment.days;
    }
    return days;
}

/// Step 7: adjustments made after the tranche move what it had fixed.
void add_later_adjustments(Dates& now,
                           const Origins& origins,
                           Day tranche_on,
                           const Booking& booking) {
    if (!now.has(CRD)) return;
    const int days = days_adjusted(booking, tranche_on, *now[CRD]);
    if (days == 0) return;
    for (auto key : {HDCED, ERSED, PED}) {
        const auto origin = origins[size_t(key)];
        if (!now.has(key) || origin == Origin::Now || *now[key] > tranche_on) continue;
        now[key] = *now[key] + days;
        if (origin == Origin::Tranche) now[key] = std::max(*now[key], tranche_on);
    }
}

int days_awarded(const Booking& booking) {
    int days = 0;
    for (const auto& adjustment : booking.adjustments) {
        if (adjustment.type == AdjustmentType::AdditionalDaysAwarded) days += adjustment.days;
        if (adjustment.type == AdjustmentType::AdditionalDaysRestored) days -= adjustment.days;
    }
    return days;
}

}  // namespace

void merge_sds_40(BookingDates& now,
                  const BookingDates& before,
                  Day tranche_on,
                  const Case& facts,
                  const std::vector<CustodyGroup>& groups) {
    auto& dates = now.dates;
    const auto origins = take_earlier_dates(dates, before.dates, tranche_on);
    const auto release_before = before.dates[CRD];
    if (dates.has(TUSED) && release_before && *release_before < facts.law.sds_40.commences &&
        has_recalled_with_supervision(groups))
        dates[TUSED] = before.dates[TUSED];
    settle_recall(dates, now.other_recall_release);
    drop_those_on_release(dates, tranche_on);
    if (!now.last_released_has_parole) dates[PED].reset();
    const bool differs = !(dates == before.dates);
    now.affected_by_sds_40 = differs || before.affected_by_sds_40;
    if (!differs) now.sentences = before.sentences;
    add_later_adjustments(dates, origins, tranche_on, facts.booking);
}

void merge_progression(BookingDates& now,
                       const BookingDates& before,
                       Day tranche_on,
                       const Booking& booking) {
    auto& dates = now.dates;
    const int awarded = days_awarded(booking);
    if (before.dates.has(HDCED)) dates[HDCED] = before.dates[HDCED];
    for (auto key : {CRD, PED, ERSED}) {
        const auto due_before = before.dates[key];
        if (due_before && tranche_on > *due_before - awarded)
            dates[key] = due_before;
        else if (dates.has(key) && tranche_on > *dates[key] - awarded)
            dates[key] = tranche_on + awarded;
    }
    now.affected_by_progression = !(dates == before.dates) || before.affected_by_progression;
}

}  // namespace noms::release_dates
