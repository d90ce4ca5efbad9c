#include "areas/release_dates/engine/adjustments.hpp"

#include <algorithm>

namespace noms::release_dates {
namespace {

/// What was awarded and restored on one day, and in how many kinds of event.
struct Awards {
    int days = 0;
    bool awarded = false;
    bool restored = false;
};

Awards awards_of(Day day, const Booking& booking) {
    Awards awards;
    for (const auto& adjustment : booking.adjustments) {
        if (adjustment.applies_from != day) continue;
        if (adjustment.type == AdjustmentType::AdditionalDaysAwarded) {
            awards.days += adjustment.days;
            awards.awarded = true;
        } else if (adjustment.type == AdjustmentType::AdditionalDaysRestored) {
            awards.days -= adjustment.days;
            awards.restored = true;
        }
    }
    return awards;
}

void award_in_custody(Custody& custody, Day day, int days) {
    const bool still_served = std::ranges::any_of(custody.group, [&](const Sentence* sentence) {
        return !sentence->is_term && sentence->effective_release() >= day;
    });
    if (!still_served) return;
    for (auto* sentence : custody.group) add_awarded(*sentence, days);
}

/// All the absences that count from one day.
struct AtLarge {
    int days = 0;
    std::optional<Day> last{};
    bool any = false;
};

AtLarge at_large_from(Day day, Custody& custody, const Booking& booking) {
    AtLarge sum;
    for (const auto& adjustment : booking.adjustments) {
        if (adjustment.type != AdjustmentType::UnlawfullyAtLarge || adjustment.applies_from != day)
            continue;
        sum.any = true;
        sum.days += adjustment.days;
        sum.last = later(sum.last, adjustment.to);
        if (adjustment.from)
            custody.absences.push_back({.from = *adjustment.from, .to = adjustment.to});
    }
    return sum;
}

void note_last_day(Sentence& sentence, const AtLarge& absence) {
    if (absence.last) sentence.last_day_at_large = absence.last;
}

void add_in_custody(Sentence& sentence, const AtLarge& absence, Day day) {
    const bool before_release = day <= sentence.release();
    note_last_day(sentence, absence);
    if (before_release)
        sentence.ledger.at_large_in_custody += absence.days;
    else if (sentence.is_recalled())
        sentence.ledger.at_large_after_release += absence.days;
}

bool is_within_fixed_recall(const Sentence& sentence, Day day, const Booking& booking) {
    return booking.returned_on && *booking.returned_on <= day &&
           day <= sentence.effective_release();
}

void add_on_licence(Sentence& sentence, const AtLarge& absence, Day day, bool within_fixed_recall) {
    auto& ledger = sentence.ledger;
    if (!sentence.is_recalled()) {
        if (day <= sentence.release()) ledger.at_large_in_custody += absence.days;
        return;
    }
    const bool after_release = day > sentence.release();
    ledger.at_large_after_release += absence.days;
    if (!after_release) return;
    note_last_day(sentence, absence);
    if (within_fixed_recall) ledger.at_large_in_fixed_recall += absence.days;
}

/// From 28 June 2022 the sentence stands still after removal; one that failed was no release.
bool counts_as_custody(const Movement& removal, const Case& facts) {
    if (removal.on >= facts.law.early_removal_clock) return true;
    const Movement* next = nullptr;
    for (const auto& movement : facts.booking.movements)
        if (movement.on > removal.on && (!next || movement.on < next->on)) next = &movement;
    return next && next->reason == MovementReason::FailedEarlyRemoval;
}

}  // namespace

void award_days(Custody& custody, const Case& facts, Day day) {
    const auto awards = awards_of(day, facts.booking);
    if (!awards.awarded && !awards.restored) return;
    if (custody.is_in_custody()) return award_in_custody(custody, day, awards.days);
    bool any_recall = false;
    for (auto* sentence : custody.on_licence) {
        any_recall = any_recall || sentence->is_recalled();
        if (sentence->is_fixed_term_recall() && facts.booking.returned_on &&
            day >= *facts.booking.returned_on)
            sentence->ledger.awarded_after_release += awards.days;
    }
    if (any_recall) return;
    // An award and a restoration are two events, each with the whole of the day's sum: as the
    // service does it (docs/law-questions.md).
    const int events = (awards.awarded ? 1 : 0) + (awards.restored ? 1 : 0);
    custody.pending_awarded += events * awards.days;
}

void add_absences(Custody& custody, const Case& facts, Day day) {
    const auto absence = at_large_from(day, custody, facts.booking);
    if (!absence.any) return;
    for (auto* sentence : custody.group) add_in_custody(*sentence, absence, day);
    const bool within = std::ranges::any_of(custody.on_licence, [&](const Sentence* sentence) {
        return day > sentence->release() && sentence->is_fixed_term_recall() &&
               is_within_fixed_recall(*sentence, day, facts.booking);
    });
    for (auto* sentence : custody.on_licence) add_on_licence(*sentence, absence, day, within);
}

bool move(Custody& custody, const Case& facts, Day day) {
    bool released = false;
    for (const auto& movement : facts.booking.movements) {
        if (movement.on != day || !movement.is_release) continue;
        released = true;
        const bool removed = movement.reason == MovementReason::EarlyRemoval;
        if (removed && counts_as_custody(movement, facts)) continue;
        if (custody.is_in_custody()) custody.latest_release = day;
    }
    return released;
}

}  // namespace noms::release_dates
