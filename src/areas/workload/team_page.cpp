#include <fmt/format.h>

#include "areas/workload/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// What the officers of an area or a local unit carry.
namespace noms::workload {

using namespace page;

namespace {

constexpr const char* team_path = "/workload";

std::string path_with(const TeamView& view, int page) {
    auto path = fmt::format("{}?area={}", team_path, to_text(view.area));
    if (view.unit) path += "&unit=" + to_text(*view.unit);
    return fmt::format("{}&page={}", path, page);
}

std::string lead_of(const TeamView& view) {
    auto officers = fmt::format("{} {} in office", view.whole, view.whole == 1 ? "is" : "are");
    if (view.too_many) return officers + ". Choose a local unit: so many are not weighed at once.";
    if (view.whole == 0) return "Nobody is in office here.";
    return fmt::format("{} and {} {} cases: {} of what their hours leave room for.",
                       officers,
                       view.whole == 1 ? "manages" : "manage",
                       with_commas(view.all.cases),
                       capacity_in_words(view.all));
}

Cell hours_of(const OfficerLoad& each, Date day) {
    Cell hours = fmt::format("{} hours", each.officer.weekly_hours);
    if (!each.away.empty())
        hours = with_sub(hours, link(absences_path_of(each.officer.account), each.away));
    int taken = minutes_on(taken_away(each.reductions), day);
    return taken > 0 ? with_sub(hours, hours_in_words(taken) + " for other work") : hours;
}

Cell cases_of(const Load& load) {
    Cell cases = with_commas(load.cases);
    if (load.tier_not_known == 0) return cases;
    return with_sub(cases, fmt::format("{} without a tier", load.tier_not_known));
}

Html officers_table(const TeamView& view) {
    Table table{.caption = "Officers, the fullest first",
                .columns = {{"Officer"},
                            {"Hours a week"},
                            {"Cases", true},
                            {"Points", true},
                            {"Room", true},
                            {"Capacity", true}}};
    for (const auto& each : view.officers) {
        auto grade = label_of(describe::choice_text(each.officer.grade));
        table.rows.push_back({{with_sub(link(path_of(each.officer.account), each.name),
                                        each.unit.empty() ? grade : grade + ", " + each.unit),
                               hours_of(each, view.day),
                               cases_of(each.load),
                               points_in_words(each.load.points),
                               with_commas(each.load.available_points),
                               capacity_in_words(each.load)}});
    }
    return page::table(table);
}

Html pages_of(const TeamView& view) {
    int first = (view.page - 1) * officers_a_page, shown = int(view.officers.size());
    return paging({.first = first + 1,
                   .shown = shown,
                   .whole = view.whole,
                   .noun = "officers",
                   .previous_path = view.page > 1 ? path_with(view, view.page - 1) : "",
                   .next_path = first + shown < view.whole ? path_with(view, view.page + 1) : ""});
}

}  // namespace

Page team_page(const TeamPage& given) {
    const auto& view = given.view;
    Page page("Workload: " + view.area_name);
    page.in_menu(officers_menu)
        .add(back_link(fmt::format("{}?area={}", officers_menu, to_text(view.area)),
                       "Officers in office"));
    page.add(heading(1, page.title())).add(lead(lead_of(view)));
    auto units = given.units;
    units.insert(units.begin(), {"", "All"});
    auto fields = select(
        {.name = "unit", .label = "Local unit", .value = view.unit ? to_text(*view.unit) : ""},
        units);
    if (given.areas.size() > 1)
        fields = select({.name = "area", .label = "Area or region", .value = to_text(view.area)},
                        given.areas) +
                 fields;
    else
        fields = hidden("area", to_text(view.area)) + fields;
    page.add(filter_form(team_path, fields));
    if (view.officers.empty())
        return page.add(empty_state(view.too_many ? "No officer is shown yet" : "Nobody to show",
                                    view.too_many ? "A local unit has fewer officers."
                                                  : "Nobody is in office there on this day."));
    page.add(section("Officers",
                     Link{"Who is away", "/cover/absences?area=" + to_text(view.area)},
                     officers_table(view),
                     "officers"));
    return page.add(pages_of(view));
}

}  // namespace noms::workload
