#include "areas/management/pages.hpp"

#include <fmt/format.h>

#include "areas/management/rules_plan.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::management {

using namespace page;

namespace {

Html reasons_of(const std::vector<law::Ground>& because) {
    std::vector<page::Step> all;
    for (const auto& ground : because)
        all.push_back({ground.text, ground.source.cite, ground.source.link});
    return steps(all);
}

std::string answer_of(const ManagementView& view) {
    if (!view.responsible.manager)
        return "Nobody was responsible as offender manager on " + noms::in_words(view.day) + ".";
    return fmt::format("On {} {} is responsible, since {}.",
                       noms::in_words(view.day),
                       view.responsible.manager_name,
                       noms::in_words(*view.responsible.since));
}

std::string kind_in_words(AllocationKind kind) {
    switch (kind) {
        case AllocationKind::Named: return "named";
        case AllocationKind::Duty: return "by the duty rule";
        case AllocationKind::Ended: return "management ended";
    }
    return "";
}

Html history_of(const ManagementView& view) {
    if (view.allocations.empty())
        return empty_state("No offender manager yet",
                           "A manager comes with the first sentence that is to be managed.");
    Table table{.caption = "Every offender manager, the newest first",
                .columns = {{"Manager"}, {"From"}, {"Until"}, {"Area"}, {"Why"}}};
    for (const auto& each : view.allocations) {
        Cell until = each.until ? Cell(*each.until) : Cell("Goes on");
        auto name = each.manager ? each.manager_name : std::string("Nobody");
        table.rows.push_back({{with_sub(name, kind_in_words(each.kind)),
                               each.from_day,
                               until,
                               each.area.empty() ? std::string("Not known") : each.area,
                               with_sub(each.reason, "By " + each.allocated_by)}});
    }
    return page::table(table);
}

Html support_of(const ManagementView& view) {
    if (view.support.empty())
        return empty_state("Nobody stands beside the manager",
                           "No offender supervisor, key worker or case administrator is recorded.");
    Table table{.caption = "Who stands beside the manager",
                .columns = {{"Role"}, {"Who"}, {"From"}, {"Set by"}}};
    for (const auto& each : view.support)
        table.rows.push_back({{label_of(describe::choice_text(each.role)),
                               each.name.empty() ? std::string("Nobody") : each.name,
                               each.from_day,
                               each.set_by}});
    return page::table(table);
}

Html state_of(const Objective& each, Date today) {
    switch (each.state) {
        case ObjectiveState::Open:
            return each.by_day < today ? tag("Late", Colour::Red) : text("Open");
        case ObjectiveState::Met: return tag("Met", Colour::Green);
        case ObjectiveState::NotMet: return tag("Not met", Colour::Grey);
        case ObjectiveState::Left: return tag("Left", Colour::Yellow);
    }
    return {};
}

std::string activity_in_words(const std::string& code) {
    const auto* activity = activity_of(code);
    return activity ? activity->name : code;
}

}  // namespace

Page management_page(Page page,
                     offenders::OffenderId offender,
                     const ManagementView& view,
                     May may) {
    auto path = offenders::path_of(offender);
    page.add(lead(answer_of(view)));
    page.add(filter_form(path + "/management",
                         date_input({.name = "day", .label = "On another day"}, {})));
    page.add(section("Why", reasons_of(view.because), "why"));
    if (may.allocate && view.responsible.manager)
        page.add(
            button_group(button_link(path + "/management/reallocate", "Give to another manager") +
                         link(path + "/candidates", "Who could take the case")));
    page.add(section("Every manager", history_of(view), "history"));
    if (!may.plan) return page.add(section("Beside the manager", support_of(view), "support"));
    return page.add(
        section("Beside the manager",
                page::Link{"Set who stands beside the manager", path + "/management/support"},
                support_of(view),
                "support"));
}

Page plan_page(
    Page page, offenders::OffenderId offender, const PlanView& plan, Date today, May may) {
    auto path = offenders::path_of(offender) + "/plan/objectives";
    auto whole = plan.objectives.size();
    page.add(lead(fmt::format(
        "{} of {} objective{} met, {} open.", plan.met, whole, whole == 1 ? "" : "s", plan.open)));
    if (may.plan) page.add(button_link(path, "Add an objective"));
    if (plan.objectives.empty())
        return page.add(empty_state("The plan has no objective yet",
                                    "National Standards want a plan soon after the sentence."));
    Table table{.caption = "Objectives, open ones first",
                .columns = {{"Objective"}, {"Need"}, {"Who acts"}, {"By"}, {"State"}}};
    for (const auto& each : plan.objectives) {
        Html state = state_of(each, today);
        if (!each.note.empty()) state = with_sub(state, each.note);
        if (each.state == ObjectiveState::Open && may.plan)
            state = with_sub(
                state, link(path + "/" + to_text(each.id) + "/close", "Close", each.objective));
        table.rows.push_back({{with_sub(each.objective, activity_in_words(each.activity)),
                               pathway_in_words(each.need),
                               label_of(describe::choice_text(each.who)),
                               each.by_day,
                               state}});
    }
    return page.add(section("Objectives", page::table(table), "objectives"));
}

}  // namespace noms::management
