#include "areas/management/management.hpp"

#include <algorithm>

#include "areas/management/assessing.hpp"
#include "areas/management/forms.hpp"
#include "areas/management/joining.hpp"
#include "areas/management/sentencing.hpp"

namespace noms::management {
namespace {

May may_of(const web::Actor& actor) {
    return {.allocate = actor.may("management.allocate"), .plan = actor.may("management.plan")};
}

Result<ManagementView> get_management(web::Context& context, const web::OnDay& on) {
    auto offender = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, offender.id.number);
    return view_of(context.db, offender.id, on.or_today(context));
}

BesideManager& beside_manager() {
    static BesideManager shown = nullptr;
    return shown;
}

Result<page::Page> show_management(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto day = TRY(web::day_asked(context));
    auto page = offenders::record_page(context, offender, "Who is responsible", "/management");
    auto view = view_of(context.db, offender.id, day);
    if (beside_manager())
        page.add(beside_manager()(context, offender.id, view.responsible.manager, day));
    return management_page(std::move(page), offender.id, view, may_of(context.actor));
}

Result<PlanView> get_plan(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, offender.id.number);
    return plan_of(context.db, offender.id);
}

Result<page::Page> show_plan(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    return plan_page(offenders::record_page(context, offender, "Sentence plan", "/plan"),
                     offender.id,
                     plan_of(context.db, offender.id),
                     context.today,
                     may_of(context.actor));
}

struct StaffQuery {
    std::optional<BodyId> area{};
};
DESCRIBE(StaffQuery, area)

Result<StaffView> get_staff(web::Context& context, const StaffQuery&) {
    return staff_of(context.db, TRY(area_asked(context)), context.today);
}

Result<page::Page> show_staff(web::Context& context) {
    return staff_page({.staff = staff_of(context.db, TRY(area_asked(context)), context.today),
                       .areas = areas_of(context),
                       .may_change = context.actor.may("management.staff")});
}

Result<page::Page> show_officer_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto officer = TRY(officer_in(context));
    auto area = organisation::body(context.db, officer.area, context.today);
    OfficerPage page{.officer = {.officer = officer,
                                 .name = names_of(context.db, {officer.account})[officer.account]},
                     .area = area ? area->name : "",
                     .others = officers_of(context.db, officer.area, context.today),
                     .may_change = context.actor.may("management.staff")};
    std::erase_if(page.others, [&](const page::Option& option) {
        return option.value == to_text(officer.account);
    });
    for (const auto& count :
         case_counts(context.db, std::span(&officer.account.number, 1), context.today))
        page.officer.cases = count.cases;
    return officer_page(page, values, faults_of(error));
}

Result<page::Page> show_officer(web::Context& context) {
    return show_officer_again(context, {}, {});
}

std::string to_management(const Allocation& row) {
    return offenders::path_of(row.offender) + "/management";
}
std::string to_support(const Support& row) {
    return offenders::path_of(row.offender) + "/management";
}
std::string to_plan(const Objective& row) {
    return offenders::path_of(row.offender) + "/plan";
}
std::string to_staff(const Officer& row) {
    return "/management/officers?area=" + to_text(row.area);
}
std::string to_duty(const Duty& row) {
    return "/management/officers?area=" + to_text(row.area);
}
std::string to_receiver(const HandedOver& done) {
    return "/management/officers/" + to_text(done.to);
}

/// A form and its command at one address of an offender.
template <class Command, class Out>
void add_command(web::Api& api,
                 const std::string& path,
                 const std::string& permission,
                 const std::string& summary,
                 Result<Out> (*handler)(web::Context&, const Command&),
                 std::string (*then)(const Out&)) {
    api.page({path, permission, summary + ": its form"}, &show_form<Command>);
    api.command<Command, Out>({path, permission, summary}, handler, {then, &show_again<Command>});
}

void serve_staff(web::Api& api) {
    const std::string read = "management.officers", change = "management.staff";
    const std::string all = "/management/officers", one = all + "/{account}";
    api.page({all, read, "Offender managers in office, and their cases"}, &show_staff);
    api.get<StaffQuery, StaffView>(
        {"/api" + all, read, "Offender managers in office, and their cases"}, &get_staff);
    api.page({all + "/appoint", change, "Appoint an officer: its form"}, &show_appoint);
    api.command<Appoint, Officer>({all + "/appoint", change, "Appoint an officer"},
                                  &appoint,
                                  {&to_staff, &show_appoint_again});
    api.page({one, read, "One officer: cases, leaving"}, &show_officer);
    api.command<Leave, Officer>({one + "/leave", change, "Record that an officer leaves"},
                                &leave,
                                {&to_staff, &show_officer_again});
    api.command<HandOverCases, HandedOver>(
        {one + "/hand-over", change, "Hand all cases of an officer over"},
        &hand_over_cases,
        {&to_receiver, &show_officer_again});
    api.page({"/management/duty", change, "Who is on duty: its form"}, &show_duty);
    api.command<SetDuty, Duty>({"/management/duty", change, "Say who is on duty"},
                               &set_duty,
                               {&to_duty, &show_duty_again});
}

}  // namespace

void show_beside_manager(BesideManager shown) {
    beside_manager() = shown;
}

void serve(web::Api& api) {
    const std::string read = "management.read", plan = "management.plan";
    const std::string one = "/offenders/{offender}", who = one + "/management";
    hear_of_assessments();
    follow_joins();
    offenders::add_record_page({"Who is responsible", "/management", read});
    offenders::add_record_page({"Plan", "/plan", read});
    api.page({who, read, "Who is responsible on a day, and why"}, &show_management);
    api.get<web::OnDay, ManagementView>(
        {"/api" + who, read, "Who is responsible on a day, and why"}, &get_management);
    add_command(api,
                who + "/reallocate",
                "management.allocate",
                "Give to another manager",
                &reallocate,
                &to_management);
    add_command(api,
                who + "/support",
                plan,
                "Set who stands beside the manager",
                &set_support,
                &to_support);
    api.page({one + "/plan", read, "The sentence plan"}, &show_plan);
    api.get<PlanView>({"/api" + one + "/plan", read, "The sentence plan"}, &get_plan);
    add_command(api, one + "/plan/objectives", plan, "Add an objective", &add_objective, &to_plan);
    add_command(api,
                one + "/plan/objectives/{objective}/close",
                plan,
                "Close an objective",
                &close_objective,
                &to_plan);
    serve_staff(api);
    serve_sentencing(api);
}

}  // namespace noms::management
