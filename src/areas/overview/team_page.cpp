#include <fmt/format.h>

#include "areas/overview/team.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::overview {
namespace {

using namespace page;

Html choice_of(const TeamView& view) {
    auto units = view.units;
    units.insert(units.begin(), {"", "All"});
    auto unit = select(
        {.name = "unit", .label = "Local unit", .value = view.unit ? to_text(*view.unit) : ""},
        units);
    if (view.areas.size() < 2) return hidden("area", to_text(view.area)) + unit;
    return select({.name = "area", .label = "Area or region", .value = to_text(view.area)},
                  view.areas) +
           unit;
}

Html members_of(const TeamView& view) {
    Table table{.caption = "Officers, the most late first",
                .columns = {{"Officer"}, {"Cases", true}, {"Late", true}, {"Open tasks", true}}};
    for (const auto& each : view.members)
        table.rows.push_back({{link("/caseload/" + to_text(each.account), each.name),
                               with_commas(each.cases),
                               with_commas(each.tasks.overdue),
                               with_commas(each.tasks.open)},
                              each.tasks.overdue > 0});
    return page::table(table);
}

Html due_of(const TeamView& view, Date today) {
    if (view.due.empty() && view.kept_back == 0)
        return empty_state("Nothing is late or due",
                           "No clock of this team runs out in the next five working days.");
    Table table{.caption = "Late, or due in the next five working days; the longest due first",
                .columns = {{"Due"}, {"About"}, {"What"}, {"Whose"}}};
    for (const auto& each : view.due) {
        const auto& task = each.task;
        Cell about = task.offender ? Cell(link(offenders::path_of(*task.offender), each.about))
                                   : Cell("Nobody");
        table.rows.push_back({{tasks::due_in_words(task.due_on, today),
                               about,
                               with_sub(task.what, task.rule),
                               each.officer},
                              task.due_on < today});
    }
    auto out = page::table(table);
    if (view.kept_back > 0)
        out += small(
            fmt::format("{} more of this page are about restricted records.", view.kept_back));
    return out;
}

std::string next_path(const TeamView& view) {
    return fmt::format("/team?area={}&unit={}&after_day={}&after={}",
                       to_text(view.area),
                       view.unit ? to_text(*view.unit) : "",
                       to_text(*view.next->due_on),
                       to_text(view.next->id));
}

}  // namespace

Page team_page(const TeamView& view, Date today) {
    Page page("Team: " + view.area_name);
    page.in_menu("/caseload").add(heading(1, page.title()));
    page.add(filter_form("/team", choice_of(view)));
    if (view.members.empty())
        return page.add(empty_state(
            view.too_many ? "No officer is shown yet" : "Nobody to show",
            view.too_many ? "There are more officers here than are looked at together."
                          : "Nobody is in office here.",
            view.too_many ? "Choose a local unit." : "Choose another area or local unit."));
    page.add(section("Officers", members_of(view), "officers"));
    page.add(section("What is late or will be", due_of(view, today), "due"));
    if (view.next) page.add(paragraph(link(next_path(view), "Next page of tasks")));
    return page;
}

}  // namespace noms::overview
