#include "areas/workload/workload.hpp"

#include "areas/access/access.hpp"
#include "areas/workload/pages.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::workload {
namespace {

const std::string read = "workload.read", change = "workload.change",
                  allocate = "management.allocate";

/// What is wrong, by field; what belongs to no field stands at the top.
std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<page::Page> show_team(web::Context& context) {
    auto view = TRY(team_of(context, TRY(context.query<TeamQuery>())));
    return team_page({.view = view,
                      .areas = management::areas_of(context),
                      .units = management::units_of(context.db, view.area, context.today)});
}

page::Page page_of(web::Context& context, const OfficerLoad& load) {
    return officer_page(load,
                        context.today,
                        {.reduce = context.actor.may(change) && may_reduce(context, load.officer),
                         .move = context.actor.may(allocate)});
}

Result<page::Page> show_officer(web::Context& context) {
    return page_of(context, TRY(get_officer(context)));
}

Result<page::Page> show_mine(web::Context& context) {
    auto officer = management::officer_on(context.db, context.actor.account, context.today);
    if (!officer) return not_in_office_page();
    return page_of(context, loads_of(context.db, {*officer}, context.today).front());
}

std::string name_of(db::Connection& db, record::AccountId account) {
    auto found = access::account_by_id(db, account);
    return found ? found->shown_name : "";
}

Result<page::Page> show_add_again(web::Context& context,
                                  const form::Values& values,
                                  const Error& error) {
    auto officer = TRY(officer_seen(context));
    page::Looks looks;
    for (const auto& reason : reduction_reasons())
        looks["reason"].options.push_back({reason.code, reason.name});
    looks["reason"].label = "Why";
    looks["hours"] = {.label = "Hours a week", .width = "5"};
    looks["minutes"] = {.label = "And minutes", .width = "5"};
    looks["from_day"].label = "From";
    looks["until_day"] = {.label = "Until", .hint = "The first day on which they count again"};
    looks["note"] = {.label = "Note", .hint = "Nothing about anybody's health"};
    return hours_page({.title = "Take hours away",
                       .about = name_of(context.db, officer.account),
                       .button = "Save",
                       .path = context.request.path,
                       .back = path_of(officer.account),
                       .type = &describe::type_of<AddReduction>(),
                       .looks = looks},
                      values,
                      faults_of(error));
}

Result<page::Page> show_add(web::Context& context) {
    return show_add_again(context, {{"from_day", to_text(context.today)}}, {});
}

Result<page::Page> show_end_again(web::Context& context,
                                  const form::Values& values,
                                  const Error& error) {
    auto reduction = TRY(reduction_in(context));
    page::Looks looks;
    looks["until_day"] = {.label = "First day on which the hours count again",
                          .hint = "For one recorded by mistake: " +
                                  noms::in_words(reduction.from_day) + ", its first day"};
    looks["because"].label = "Why";
    return hours_page({.title = "End or take back",
                       .about = name_of(context.db, reduction.account),
                       .button = "Save",
                       .path = context.request.path,
                       .back = path_of(reduction.account),
                       .type = &describe::type_of<EndReduction>(),
                       .looks = looks},
                      values,
                      faults_of(error));
}

Result<page::Page> show_end(web::Context& context) {
    auto reduction = TRY(reduction_in(context));
    return show_end_again(
        context,
        {{"version", std::to_string(reduction.version)}, {"until_day", to_text(context.today)}},
        {});
}

Result<CandidatesView> get_candidates(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return candidates_of(context, who.id);
}

Result<page::Page> show_candidates(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return candidates_page(
        offenders::record_page(context, who, "Who could take the case", "/management"),
        candidates_of(context, who.id));
}

Result<page::Page> show_choose(web::Context& context) {
    return choose_page(TRY(moving_of(context)), {}, {});
}

Result<page::Page> show_plan(web::Context& context, const form::Values& values) {
    auto view = TRY(moving_of(context));
    auto plan = plan_of(view, TRY(form::read<ChooseCases>(values)));
    if (!plan) return choose_page(view, values, faults_of(plan.error()));
    return plan_page(*plan, {});
}

/// What a machine asks for what would be: the same plan.
Result<MovePlan> get_plan(web::Context& context, const ChooseCases& given) {
    return plan_of(TRY(moving_of(context)), given);
}

Result<page::Page> show_plan_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    auto view = TRY(moving_of(context));
    auto sent = form::read<MoveCases>(values);
    return plan_page(plan_again(view, sent ? *sent : MoveCases{}), faults_of(error));
}

std::string to_reduced(const Reduction& row) {
    return path_of(row.account);
}
std::string to_giver(const MovedCases& done) {
    return path_of(done.from);
}

void serve_moving(web::Api& api, const std::string& one) {
    const std::string path = one + "/reallocate", preview = path + "/preview";
    api.page({path, allocate, "Give cases of an officer to others: its form"}, &show_choose);
    api.ask({preview, allocate, "What would be after cases are given over"}, &show_plan);
    api.ask<ChooseCases, MovePlan>(
        {"/api" + preview, allocate, "What would be after cases are given over"}, &get_plan);
    api.command<MoveCases, MovedCases>({path, allocate, "Give cases of an officer to others"},
                                       &move_cases,
                                       {&to_giver, &show_plan_again});
    api.page({"/offenders/{offender}/candidates", allocate, "Who could take a case, and why"},
             &show_candidates);
    api.get<CandidatesView>(
        {"/api/offenders/{offender}/candidates", allocate, "Who could take a case, and why"},
        &get_candidates);
}

}  // namespace

void serve(web::Api& api) {
    const std::string all = "/workload", one = all + "/officers/{account}";
    const std::string add = one + "/reductions/add", end = all + "/reductions/{reduction}/end";
    api.page({all, read, "What the officers of an area carry"}, &show_team);
    api.get<TeamQuery, TeamView>({"/api" + all, read, "What the officers of an area carry"},
                                 &team_of);
    api.page({all + "/mine", read, "What the reader carries"}, &show_mine);
    api.page({one, read, "What an officer carries, and why"}, &show_officer);
    api.get<OfficerLoad>({"/api" + one, read, "What an officer carries, and why"}, &get_officer);
    api.page({add, change, "Take hours of an officer away: its form"}, &show_add);
    api.command<AddReduction, Reduction>({add, change, "Take hours of an officer away"},
                                         &add_reduction,
                                         {&to_reduced, &show_add_again});
    api.page({end, change, "End a reduction of hours: its form"}, &show_end);
    api.command<EndReduction, Reduction>(
        {end, change, "End a reduction of hours"}, &end_reduction, {&to_reduced, &show_end_again});
    serve_moving(api, one);
}

}  // namespace noms::workload
