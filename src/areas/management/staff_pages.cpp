#include <fmt/format.h>

#include "areas/management/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Who is in office, on duty, and how many offenders each manages.
namespace noms::management {

using namespace page;

namespace {

Html officers_of(const StaffView& staff) {
    if (staff.officers.empty())
        return empty_state("Nobody is in office here",
                           "Cases of this area go to the region's duty officer, or its most "
                           "senior officer.");
    Table table{
        .caption = "Offender managers in office",
        .columns = {{"Name"}, {"Grade"}, {"In office since"}, {"Hours", true}, {"Cases", true}}};
    for (const auto& each : staff.officers) {
        auto path = "/management/officers/" + to_text(each.officer.account);
        Cell name = link(path, each.name);
        if (each.on_duty) name = with_sub(name, "On duty");
        Cell since = each.officer.from_day;
        if (each.officer.until_day)
            since = with_sub(since, "Leaves on " + noms::in_words(*each.officer.until_day));
        table.rows.push_back({{name,
                               label_of(describe::choice_text(each.officer.grade)),
                               since,
                               each.officer.weekly_hours,
                               link("/caseload/" + to_text(each.officer.account),
                                    with_commas(each.cases),
                                    "cases of " + each.name)}});
    }
    return page::table(table);
}

std::string on_duty_in_words(const StaffView& staff) {
    for (const auto& each : staff.officers)
        if (each.on_duty) return each.name + " is on duty.";
    return "Nobody is on duty: a case that nobody is named for goes to the most senior officer.";
}

}  // namespace

Page staff_page(const StaffPage& given) {
    const auto& staff = given.staff;
    Page page("Offender managers: " + staff.area_name);
    page.in_menu("/management/officers").add(heading(1, page.title()));
    page.add(lead(fmt::format("{} in office on {}. {}",
                              staff.officers.size(),
                              noms::in_words(staff.day),
                              on_duty_in_words(staff))));
    if (given.areas.size() > 1)
        page.add(filter_form(
            "/management/officers",
            select({.name = "area", .label = "Area or region", .value = to_text(staff.area)},
                   given.areas)));
    page.add(paragraph(link("/workload?area=" + to_text(staff.area), "What they carry")));
    if (given.may_change)
        page.add(button_group(
            button_link("/management/officers/appoint?area=" + to_text(staff.area),
                        "Appoint an officer") +
            link("/management/duty?area=" + to_text(staff.area), "Say who is on duty")));
    return page.add(section("In office", officers_of(staff), "officers"));
}

Page officer_page(const OfficerPage& given,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    const auto& officer = given.officer;
    Page page(officer.name);
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/management/officers");
    page.add(back_link("/management/officers?area=" + to_text(officer.officer.area),
                       "Back to " + given.area));
    page.add(heading(1, officer.name));
    page.add(lead(fmt::format("{} manages {} offender{}.",
                              officer.name,
                              with_commas(officer.cases),
                              officer.cases == 1 ? "" : "s")));
    page.add(facts({{"Area", given.area},
                    {"Grade", label_of(describe::choice_text(officer.officer.grade))},
                    {"In office since", officer.officer.from_day},
                    {"Hours a week", officer.officer.weekly_hours}}));
    page.add(paragraph(
        link("/workload/officers/" + to_text(officer.officer.account), "Workload and hours")));
    if (!given.may_change) return page;
    auto path = "/management/officers/" + to_text(officer.officer.account);
    if (officer.cases > 0) {
        Looks looks;
        looks["to"].label = "To";
        looks["to"].options = given.others;
        looks["reason"].label = "Why";
        return page.add(section("Hand every case over",
                                post_form(path + "/hand-over",
                                          form_fields<HandOverCases>(values, errors, looks) +
                                              button("Hand over all cases")),
                                "hand-over"));
    }
    Looks looks;
    looks["until_day"].label = "First day out of office";
    return page.add(section(
        "Leave",
        post_form(path + "/leave",
                  form_fields<Leave>(values, errors, looks) + warning_button("Record the leaving")),
        "leave"));
}

Page staff_form_page(const StaffForm& form,
                     const form::Values& values,
                     const std::vector<FieldError>& errors) {
    Page page(form.title);
    if (!errors.empty()) page.failed().add(error_summary(errors, form.looks));
    page.in_menu("/management/officers");
    page.add(back_link("/management/officers", "Back to offender managers"));
    page.add(heading(1, form.title));
    return page.add(post_form(
        form.path, form_fields(*form.type, values, errors, form.looks) + button(form.button)));
}

}  // namespace noms::management
