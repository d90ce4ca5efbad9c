#include <algorithm>
#include <stdexcept>

#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/life.hpp"

/// Release dates: worked out, stored and approved by the prison that holds the person.
namespace noms::demonstration {

Life::By Life::second_of_prison() const {
    if (!prison_ || prison_->staff.size() < 2) return {{}, "prison custody office"};
    const auto& one = prison_->staff[1];
    return {one.account, one.name};
}

void Life::days_added(Date on, int days) {
    if (!prison_) return;
    auto by = prison_staff();
    release_dates::AddedDays row{.id = new_id<release_dates::AddedDays>(),
                                 .offender = who_.id,
                                 .days = days,
                                 .decided_on = on,
                                 .reason = phrase(dice_, "added days"),
                                 .recorded_by = by.name};
    tell(on, release_dates::added_days_event, by, [&](record::Changes& changes) {
        changes.add(release_dates::added_days, row);
    });
    recorded_.added.push_back({row.kind, row.days, row.decided_on});
}

void Life::dates_worked_out(Date on, const std::string& reason, Approval approval) {
    auto recorded = recorded_;
    recorded.born = who_.birth_date;
    std::ranges::reverse(recorded.movements);
    auto facts = release_dates::facts_of(recorded, on);
    using release_dates::Reasons;
    auto law = release_dates::service_profile;
    if (!prison_ || !release_dates::work_out(facts, law, Reasons::Left).calculable) return;
    auto maker = second_of_prison();
    std::optional<release_dates::StoredCalculation> stored;
    tell(on, release_dates::calculated_event, maker, [&](record::Changes& changes) {
        auto made = release_dates::store_calculation(
            changes, who_.id, facts, reason, {maker.account, maker.name, on});
        if (!made) throw std::logic_error("dates that cannot be stored: " + made.error().message);
        stored = *made;
    });
    if (approval == Approval::Waits) return;
    auto second = prison_staff();
    tell(on, release_dates::decided_event, second, [&](record::Changes& changes) {
        auto decided = release_dates::decide(changes,
                                             *stored,
                                             release_dates::Verdict::Approve,
                                             "Checked against the warrant",
                                             {second.account, second.name, on});
        if (!decided) throw std::logic_error("nobody may approve: " + decided.error().message);
    });
}

void Life::challenged(Date on) {
    if (!prison_) return;
    auto by = prison_staff();
    release_dates::Challenge row{.id = new_id<release_dates::Challenge>(),
                                 .offender = who_.id,
                                 .type = "CRD",
                                 .made_on = on,
                                 .words = phrase(dice_, "challenge"),
                                 .recorded_by = by.name};
    tell(on, release_dates::challenged_event, by, [&](record::Changes& changes) {
        changes.add(release_dates::challenges, row);
    });
}

}  // namespace noms::demonstration
