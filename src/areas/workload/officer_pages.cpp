#include <fmt/format.h>

#include "areas/workload/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// One officer's workload, and the forms on their hours.
namespace noms::workload {

using namespace page;

namespace {

Html lines_of(const Load& load) {
    if (load.lines.empty())
        return empty_state("No case", "Nobody was given to this officer who is still theirs.");
    Table table{.caption = "Cases by tier and setting",
                .columns = {{"Tier"}, {"Setting"}, {"Cases", true}, {"Points", true}}};
    for (const auto& line : load.lines)
        table.rows.push_back({{line.tier.empty() ? std::string("Not known") : "Tier " + line.tier,
                               line.setting,
                               line.cases,
                               points_in_words(line.points)}});
    return page::table(table);
}

Cell until_of(const Reduction& each) {
    if (!each.until_day) return "Goes on";
    if (each.until_day == each.from_day) return with_sub("Taken back", each.ended_because);
    if (each.ended_because.empty()) return *each.until_day;
    return with_sub(*each.until_day, each.ended_because);
}

Html reductions_of(const OfficerLoad& officer, Date today, bool may_reduce) {
    if (officer.reductions.empty())
        return empty_state("No hours are taken away",
                           "All contracted hours count for cases and reports.");
    Table table{.caption = "Hours taken away, the newest first",
                .columns = {{"Why"}, {"Hours a week"}, {"From"}, {"Until"}}};
    for (const auto& each : officer.reductions) {
        const auto* reason = reduction_reason(each.reason);
        Cell why = with_sub(
            reason ? reason->name : each.reason,
            each.note.empty() ? "By " + each.recorded_by : each.note + ". By " + each.recorded_by);
        auto until = until_of(each);
        if (may_reduce && (!each.until_day || today < *each.until_day))
            until = with_sub(until,
                             link("/workload/reductions/" + to_text(each.id) + "/end",
                                  "End or take back",
                                  hours_in_words(each.minutes_a_week)));
        table.rows.push_back({{why, hours_in_words(each.minutes_a_week), each.from_day, until}});
    }
    return page::table(table);
}

}  // namespace

std::string path_of(record::AccountId account) {
    return "/workload/officers/" + to_text(account);
}

std::string absences_path_of(record::AccountId account) {
    return "/cover/officers/" + to_text(account);
}

Html reasons_of(const std::vector<law::Ground>& because) {
    std::vector<Step> all;
    for (const auto& ground : because)
        all.push_back({ground.text, ground.source.cite, ground.source.link});
    return steps(all);
}

Page officer_page(const OfficerLoad& officer, Date today, May may) {
    const auto& load = officer.load;
    auto path = path_of(officer.officer.account);
    Page page("Workload of " + officer.name);
    page.in_menu(officers_menu)
        .add(back_link("/workload?area=" + to_text(officer.officer.area), "Workload of the area"));
    page.add(heading(1, page.title()));
    page.add(lead(fmt::format("{} case{}, {}: {} of what the hours leave room for.",
                              load.cases,
                              load.cases == 1 ? "" : "s",
                              points_in_words(load.points),
                              capacity_in_words(load))));
    auto absences = link(absences_path_of(officer.officer.account), "Absences, and who covers");
    page.add(officer.away.empty() ? paragraph(absences)
                                  : inset(officer.away) + paragraph(absences));
    page.add(
        figures({{"Contracted", fmt::format("{} hours", officer.officer.weekly_hours)},
                 {"Taken away", hours_in_words(minutes_on(taken_away(officer.reductions), today))},
                 {"Room", with_commas(load.available_points) + " points"}}));
    if (may.move && load.cases > 0)
        page.add(button_link(path + "/reallocate", "Give cases to others"));
    page.add(section("Cases",
                     Link{"All cases", "/caseload/" + to_text(officer.officer.account)},
                     lines_of(load),
                     "cases"));
    page.add(section("Why", reasons_of(load.because), "why"));
    auto hours = reductions_of(officer, today, may.reduce);
    if (!may.reduce) return page.add(section("Hours taken away", hours, "hours"));
    return page.add(section(
        "Hours taken away", Link{"Take hours away", path + "/reductions/add"}, hours, "hours"));
}

Page not_in_office_page() {
    Page page("My workload");
    page.in_menu("/caseload").add(heading(1, page.title()));
    return page.add(empty_state("You are not in office as an offender manager",
                                "A workload is that of an offender manager in office.",
                                link("/caseload", "My cases")));
}

Page hours_page(const HoursForm& form,
                const form::Values& values,
                const std::vector<FieldError>& errors) {
    Page page(form.title + ": " + form.about);
    if (!errors.empty()) page.failed().add(error_summary(errors, form.looks));
    page.in_menu(officers_menu).add(back_link(form.back, "Workload of " + form.about));
    page.add(caption(form.about)).add(heading(1, form.title));
    auto looks = form.looks;
    looks["version"].left_out = true;
    return page.add(post_form(form.path,
                              hidden("version", form::value_of(values, "version")) +
                                  form_fields(*form.type, values, errors, looks) +
                                  button(form.button)));
}

}  // namespace noms::workload
