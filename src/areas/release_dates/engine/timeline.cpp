#include "areas/release_dates/engine/timeline.hpp"

#include <algorithm>

#include "areas/release_dates/engine/adjustments.hpp"
#include "areas/release_dates/engine/final_merge.hpp"
#include "areas/release_dates/engine/sentencing.hpp"
#include "areas/release_dates/engine/tranches.hpp"

namespace noms::release_dates {
namespace {

Day first_sentenced_on(const Booking& booking) {
    return std::ranges::min_element(booking.parts, {}, &Part::sentenced_on)->sentenced_on;
}

/// Every day on which something happens. Changes of law before the first sentence reach nobody.
std::vector<Day> days_of(const Booking& booking, const Law& law) {
    std::vector<Day> days;
    days.reserve(booking.parts.size() + booking.adjustments.size() + booking.movements.size() +
                 law.days.size());
    for (const auto& part : booking.parts) days.push_back(part.sentenced_on);
    for (const auto& movement : booking.movements) days.push_back(movement.on);
    for (const auto& adjustment : booking.adjustments)
        if (adjustment.type >= AdjustmentType::UnlawfullyAtLarge)
            days.push_back(adjustment.applies_from);
    auto from = std::ranges::lower_bound(law.days, first_sentenced_on(booking));
    days.insert(days.end(), from, law.days.end());
    std::ranges::sort(days);
    auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    return days;
}

/// One booking's walk through time. Events of one day come in the order of the calls in `pass`.
class Timeline {
public:
    Timeline(Case& facts, const law::Calendar& calendar) : facts_(facts), calendar_(calendar) {
        course_.custody.latest_release = first_sentenced_on(facts.booking);
    }

    Course walk() {
        for (Day day : days_of(facts_.booking, facts_.law)) pass(day);
        return std::move(course_);
    }

private:
    Case& facts_;
    const law::Calendar& calendar_;
    Course course_{};

    Custody& custody() { return course_.custody; }

    void pass(Day day) {
        if (day > custody().latest_release) release_group(custody(), day, facts_);
        change_laws(day);
        pass_sentences(custody(), facts_, day);
        const bool released = move(custody(), facts_, day);
        award_days(custody(), facts_, day);
        add_absences(custody(), facts_, day);
        if (!released && custody().is_in_custody()) set_latest_release(custody(), calendar_);
    }

    void change_laws(Day day) {
        const auto& law = facts_.law;
        if (!std::ranges::binary_search(law.days, day)) return;
        if (day == law.early_removal_30_from) note_early_removal();
        change_release_point(day);
        if (!comes_on(law.recall_56_tranches, day)) return;
        if (!custody().is_recall_56_in_force) allocate_recall_56(custody(), facts_);
        bring_recall_56_into_force(custody(), facts_, day);
    }

    void change_release_point(Day day) {
        if (custody().is_anybody_live()) {
            allocate_sds_40(custody(), facts_, day);
            allocate_progression(custody(), facts_, day);
        }
        if (day == facts_.law.further.commences) exclude_further(custody(), facts_);
        if (custody().sds_40.is_made() && custody().sds_40.on == day) reach_by_sds_40(day);
        if (custody().progression.is_made() && custody().progression.on == day)
            reach_by_progression(day);
    }

    /// The whole calculation as it would end today. It leaves no trace on the sentences.
    BookingDates dates_now() {
        auto groups = groups_of(custody());
        find_dates(groups, facts_);
        return dates_of(groups, facts_, course_.snapshots.early_removal);
    }

    void note_early_removal() {
        const auto& switches = facts_.booking.switches;
        const bool any_later = std::ranges::any_of(facts_.booking.parts, [&](const Part& part) {
            return part.sentenced_on > facts_.law.early_removal_30_from;
        });
        if (switches.early_removal && switches.early_removal_snapshot && any_later)
            course_.snapshots.early_removal = dates_now().dates[DateType::ERSED];
    }

    void reach_by_sds_40(Day day) {
        const auto sentences = reached(ReleaseLaw::Sds40, custody(), facts_, day);
        if (sentences.empty()) return;
        course_.snapshots.before_sds_40 = dates_now();
        reach(sentences, facts_, {.name = ReleaseLaw::Sds40, .tranche_on = day});
    }

    void reach_by_progression(Day day) {
        auto before = dates_now();
        if (course_.snapshots.before_sds_40)
            merge_sds_40(before,
                         *course_.snapshots.before_sds_40,
                         custody().sds_40.on,
                         facts_,
                         groups_of(custody()));
        course_.snapshots.before_progression = std::move(before);
        reach(reached(ReleaseLaw::Progression, custody(), facts_, day),
              facts_,
              {.name = ReleaseLaw::Progression, .tranche_on = day});
    }
};

}  // namespace

Course course_of(Case& facts, const law::Calendar& calendar) {
    return Timeline(facts, calendar).walk();
}

}  // namespace noms::release_dates
