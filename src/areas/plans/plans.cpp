#include "areas/plans/plans.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "areas/plans/handlers.hpp"
#include "areas/plans/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::plans {
namespace {

using offenders::CommandForm;
using page::Option;

constexpr std::string_view ending = "/sentence-plan";
const std::string read = "plans.read", change = "plans.change";

Result<WholePlan> get_plan(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return plan_of(context.db, who, context.today);
}

Result<page::Page> show_plan(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return plan_page(offenders::record_page(context, who, "Sentence plan", ending),
                     who,
                     plan_of(context.db, who, context.today),
                     context.actor.may(change));
}

Result<page::Page> show_copy(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return copy_page(who, plan_of(context.db, who, context.today));
}

/// "fits", or what is still to be found out: "not known: need, risk".
std::string how_it_fits(const catalogue::Fit& fit) {
    if (fit.verdict == catalogue::Verdict::Fits) return "fits";
    if (fit.verdict == catalogue::Verdict::Later) return "fits after release";
    std::vector<std::string> aspects;
    for (const auto& check : fit.checks)
        if (check.verdict == catalogue::Verdict::NotKnown)
            aspects.push_back(lower(describe::choice_text(check.aspect)));
    return fmt::format("not known: {}", fmt::join(aspects, ", "));
}

std::vector<Option> offerings_for(web::Context& context,
                                  const offenders::Offender& who,
                                  const std::string& need) {
    std::vector<Option> out{{"", "None"}};
    auto all = interventions::fits_of(
        context.db, who, {.need = need, .where = interventions::Where::Region}, context.today);
    for (const auto& line : all.lines) {
        if (line.fit.verdict == catalogue::Verdict::RuledOut) continue;
        out.push_back({to_text(line.offering.id),
                       fmt::format("{}, {}, {}: {}",
                                   line.name,
                                   line.offering.provider,
                                   line.place,
                                   how_it_fits(line.fit))});
    }
    return out;
}

page::Looks place_looks(web::Context& context,
                        const offenders::Offender& who,
                        const WholePlan& plan,
                        const management::Objective& objective) {
    page::Looks looks;
    looks["section"] = {.label = "Need that it answers",
                        .options = {{"", "None that was assessed"}}};
    for (const auto& each : plan.needs)
        looks["section"].options.push_back({std::to_string(each.section), each.name});
    looks["requirement"] = {.label = "Tied to", .options = {{"", "None: it is voluntary"}}};
    for (const auto& code : plan.requirements)
        looks["requirement"].options.push_back({code, requirement_in_words(code)});
    looks["aim"] = {.label = "What it is for"};
    for (auto aim : {Aim::Punish, Aim::Help, Aim::Change, Aim::Control})
        looks["aim"].options.push_back({std::string(describe::choice_text(aim)), in_words(aim)});
    looks["offering"] = {.label = "Intervention",
                         .hint = "Of the same need, in the region; what is ruled out is left out",
                         .options = offerings_for(context, who, objective.need)};
    looks["plain_words"] = {.label = "In plain words, for the person",
                            .hint = "No scores, and nothing about a victim or anybody else",
                            .long_text = true};
    return looks;
}

form::Values values_of(const PlannedStep& step) {
    return {{"section", step.section ? std::to_string(*step.section) : ""},
            {"requirement", step.requirement},
            {"aim", std::string(describe::choice_text(step.aim))},
            {"stage", std::string(describe::choice_text(step.stage))},
            {"offering", step.offering ? to_text(*step.offering) : ""},
            {"plain_words", step.plain_words}};
}

Result<CommandForm> place_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto objective = TRY(open_objective_in(context));
    auto plan = plan_of(context.db, who, context.today);
    form::Values values;
    for (const auto& line : plan.lines)
        if (line.step && line.objective.id == objective.id) values = values_of(*line.step);
    return offenders::form_at<PlaceObjective>(context,
                                              "Place: " + objective.objective,
                                              "Save place",
                                              place_looks(context, who, plan, objective),
                                              values);
}

Result<CommandForm> sign_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto plan = plan_of(context.db, who, context.today);
    bool first = plan.signings.empty();
    page::Looks looks;
    looks["stand"] = {.label = "The person"};
    for (auto stand : {Stand::Agreed, Stand::Disagreed, Stand::NotPresent})
        looks["stand"].options.push_back(
            {std::string(describe::choice_text(stand)), in_words(stand)});
    looks["words"] = {.label = "In the person's own words", .long_text = true};
    looks["note"] = {.label = first ? "Note" : "What the review found",
                     .hint = "Also why the person was not there",
                     .long_text = true};
    looks["no_behaviour"] = {.label = "Why no objective is aimed at behaviour",
                             .hint = "Only where none is",
                             .long_text = true};
    return offenders::form_at<SignPlan>(
        context, first ? "Sign the plan" : "Review and sign the plan", "Save signature", looks);
}

std::string to_plan(const PlannedStep& row) {
    return offenders::path_of(row.offender) + std::string(ending);
}
std::string to_signed(const Signing& row) {
    return offenders::path_of(row.offender) + std::string(ending) + "#signatures";
}

std::string gist_of_step(const offenders::FieldOf& after) {
    return after("plain_words");
}
std::string gist_of_signing(const offenders::FieldOf& after) {
    auto stand = describe::choice_of<Stand>(after("stand"));
    auto words = after("words");
    return (stand ? in_words(*stand) : "") + (words.empty() ? "" : ": " + words);
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In, class Out>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& summary,
              Result<Out> (*handler)(web::Context&, const In&),
              std::string (*next)(const Out&)) {
    api.page({path, change, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Out>(
        {path, change, summary}, handler, {next, &offenders::show_command_form_again<form_of>});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "plans",
                           .tables = {record::following(planned_steps, &PlannedStep::offender),
                                      record::following(signings, &Signing::offender)}});
    offenders::add_record_page({"Sentence plan", std::string(ending), read});
    offenders::add_tellings(
        {{"plans.placed", "Objective placed in the plan", page::Setting::Office},
         {"plans.signed", "Sentence plan signed", page::Setting::Office},
         {"plans.reviewed", "Sentence plan reviewed", page::Setting::Office}},
        {{"plan_step", read, &gist_of_step}, {"plan_signing", read, &gist_of_signing}});
    const std::string all = "/offenders/{offender}/sentence-plan";
    api.page({all, read, "Needs, order, balance and signatures of the plan"}, &show_plan);
    api.get<WholePlan>({"/api" + all, read, "The whole sentence plan"}, &get_plan);
    api.page({all + "/copy", read, "The plan in plain words for the offender"}, &show_copy);
    add_form<&place_form>(api,
                          all + "/objectives/{objective}",
                          "Place an objective in the plan",
                          &place_objective,
                          &to_plan);
    add_form<&sign_form>(api, all + "/sign", "Sign or review the plan", &sign_plan, &to_signed);
}

}  // namespace noms::plans
