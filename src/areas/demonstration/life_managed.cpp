#include <algorithm>

#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/life.hpp"

/// Who manages the person, and the plan.
namespace noms::demonstration {
namespace {

using management::AllocationKind;
using management::Objective;
using management::ObjectiveState;

constexpr std::string_view manager_named_kind = "management.allocated";

/// The pathway of each need that is assessed.
std::string pathway_of(std::string_view need) {
    if (need == "Accommodation") return "ACC";
    if (need.starts_with("Education")) return "ETE";
    if (need.starts_with("Financial")) return "FIN";
    if (need == "Relationships") return "FAM";
    if (need.starts_with("Drug") || need.starts_with("Alcohol")) return "DRU";
    if (need.starts_with("Emotional")) return "HEA";
    return "ATT";
}

std::string activity_for(Dice& dice, std::string_view need, bool custody) {
    if (need == "ACC") return "housing_advice";
    if (need == "FIN") return "debt_advice";
    if (need == "FAM") return "family_work";
    if (need == "HEA") return custody ? "healthcare_prison" : "general_practice";
    if (need == "DRU") return custody ? "carat" : "drug_treatment";
    if (need == "ETE" && custody) return dice.in_100(60) ? "education_prison" : "workshop";
    if (need == "ETE") return dice.in_100(60) ? "employment_advice" : "education_college";
    return custody ? "programme_prison" : "one_to_one";
}

}  // namespace

void Life::manager_named(Date on, Officer& officer, std::string reason) {
    officer_ = &officer;
    was_managed_ = true;
    ++officer.cases;
    management::Allocation row{.offender = who_.id,
                               .from_day = on,
                               .manager = officer.account,
                               .kind = AllocationKind::Named,
                               .area = area_.body,
                               .reason = std::move(reason),
                               .allocated_by = area_.name + " allocation desk"};
    tell(on, manager_named_kind, {{}, row.allocated_by}, [&](record::Changes& changes) {
        changes.add(management::allocations, row);
        hold(changes, on);
    });
    allocation_ = row;
}

void Life::manager_changed(Date on) {
    // Who stays away stays with the officer whose caseload is shown.
    if (area_.officers.size() < 2 || away_from_) return;
    auto* next = officer_;
    while (next == officer_)
        next = &area_.officers[size_t(dice_.throw_one(int(area_.officers.size())))];
    if (next->is_full()) return;
    --officer_->cases;
    manager_named(on, *next, words(dice_, "moved", about(on)));
}

void Life::management_ended(Date on, const std::string& reason) {
    auto by = manager();
    --officer_->cases;
    officer_ = nullptr;
    auto row = *allocation_;
    row.from_day = on;
    row.manager.reset();
    row.kind = AllocationKind::Ended;
    row.reason = reason;
    row.allocated_by = by.name;
    tell(on, "management.terminated", by, [&](record::Changes& changes) {
        changes.add(management::allocations, row);
        hold(changes, on);
        for (auto& each : objectives_) {
            if (each.state != ObjectiveState::Open) continue;
            auto left = each;
            left.version += 1;
            left.state = ObjectiveState::Left;
            left.closed_on = on;
            left.closed_by = by.name;
            left.note = reason;
            changes.change(management::objectives, each, left);
            each = left;
        }
    });
}

/// By how often assessments find each need; never none.
void Life::draw_needs(bool custody) {
    std::string begin = custody ? "custody|" : "community|";
    for (const auto& each : figures()) {
        if (each.measure != "oasys_need_prevalence" || !each.category.starts_with(begin)) continue;
        auto need = pathway_of(std::string_view(each.category).substr(begin.size()));
        bool has_it = dice_.in_100(int(each.value));
        if (has_it) needs_found_.push_back(each.category.substr(begin.size()));
        if (has_it && std::ranges::find(needs_, need) == needs_.end()) needs_.push_back(need);
    }
    if (needs_.empty()) needs_.push_back("ATT");
}

void Life::planned(Date on, bool custody) {
    constexpr size_t objectives_max = 3;
    if (needs_.empty()) draw_needs(custody);
    tell(on, "management.objective_added", manager(), [&](record::Changes& changes) {
        for (size_t i = 0; i < std::min(needs_.size(), objectives_max); ++i)
            add_objective(changes, needs_[i], custody);
    });
}

void Life::add_objective(record::Changes& changes, const std::string& need, bool custody) {
    auto on = changes.command().day;
    Objective row{
        .id = new_id<Objective>(),
        .offender = who_.id,
        .need = need,
        .objective = words(dice_, "objective:" + need, about(on)),
        .activity = activity_for(dice_, need, custody),
        .who = dice_.in_100(70) ? management::Actor::Offender : management::Actor::OffenderManager,
        .by_day = plus_days(on, 7 * dice_.between(12, 52)),
        .set_on = on,
        .set_by = manager().name};
    changes.add(management::objectives, row);
    objectives_.push_back(std::move(row));
}

void Life::plan_reviewed(Date on) {
    tell(on, "management.plan_reviewed", manager(), [&](record::Changes& changes) {
        for (auto& each : objectives_) {
            if (each.state != ObjectiveState::Open || !dice_.in_100(45)) continue;
            bool met = dice_.in_100(70);
            auto settled = each;
            settled.version += 1;
            settled.state = met ? ObjectiveState::Met : ObjectiveState::NotMet;
            settled.closed_on = on;
            settled.closed_by = manager().name;
            settled.note = words(dice_, met ? "met" : "unmet", about(on));
            changes.change(management::objectives, each, settled);
            each = settled;
        }
    });
}

}  // namespace noms::demonstration
