#include "areas/plans/handlers.hpp"

#include <algorithm>

#include "kit/base/text.hpp"

namespace noms::plans {
namespace {

constexpr std::string_view review_kind = "plan_review";

using Faults = std::vector<FieldError>;

std::string text_of(const std::optional<std::string>& given) {
    return std::string(trimmed(given.value_or("")));
}

std::string source_of(SigningId id) {
    return "plans/" + to_text(id);
}

record::Changes& about(web::Context& context, offenders::OffenderId who, std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), who.number}, kind);
    return *context.changes;
}

/// Why that offering cannot be chosen; empty: it can. What nobody can say yet does not rule it out.
std::string why_not_offered(web::Context& context,
                            const offenders::Offender& who,
                            catalogue::OfferingId id) {
    auto all = interventions::fits_of(
        context.db, who, {.where = interventions::Where::Region}, context.today);
    for (const auto& line : all.lines) {
        if (line.offering.id != id) continue;
        if (line.fit.verdict != catalogue::Verdict::RuledOut) return {};
        for (const auto& check : line.fit.checks)
            if (check.verdict == catalogue::Verdict::RuledOut) return "Ruled out: " + check.words;
    }
    return "Choose what is offered where they are";
}

void take_need(const PlaceObjective& given, const WholePlan& plan, PlannedStep& step, Faults& out) {
    step.section.reset();
    auto section = text_of(given.section);
    if (section.empty()) return;
    for (const auto& each : plan.needs)
        if (std::to_string(each.section) == section) step.section = each.section;
    if (!step.section)
        out.push_back({"section", "unknown_code", "Choose a need that was assessed"});
}

void take_requirement(const PlaceObjective& given,
                      const WholePlan& plan,
                      PlannedStep& step,
                      Faults& out) {
    step.requirement = text_of(given.requirement);
    if (!step.requirement.empty() &&
        std::ranges::find(plan.requirements, step.requirement) == plan.requirements.end())
        out.push_back({"requirement", "unknown_code", "Choose a requirement of the sentence"});
}

void take_offering(web::Context& context,
                   const offenders::Offender& who,
                   const PlaceObjective& given,
                   PlannedStep& step,
                   Faults& out) {
    step.offering.reset();
    auto offering = text_of(given.offering);
    if (offering.empty()) return;
    auto number = parse_id_text(offering);
    auto why = number ? why_not_offered(context, who, {*number}) : "Choose from the list";
    if (why.empty())
        step.offering = catalogue::OfferingId{*number};
    else
        out.push_back({"offering", "not_eligible", why});
}

Result<PlannedStep> placed(web::Context& context,
                           const offenders::Offender& who,
                           const PlaceObjective& given,
                           PlannedStep step) {
    auto plan = plan_of(context.db, who, context.today);
    Faults faults;
    take_need(given, plan, step, faults);
    take_requirement(given, plan, step, faults);
    take_offering(context, who, given, step, faults);
    step.plain_words = std::string(trimmed(given.plain_words));
    if (step.plain_words.empty())
        faults.push_back({"plain_words", "missing", "Say it as the person will read it"});
    if (!faults.empty()) return invalid(std::move(faults));
    step.aim = given.aim;
    step.stage = given.stage;
    step.placed_on = context.today;
    step.placed_by = context.actor.name;
    return step;
}

Faults faults_of(const SignPlan& given, const WholePlan& plan) {
    Faults faults;
    if (given.stand != Stand::NotPresent && text_of(given.words).empty())
        faults.push_back({"words", "missing", "Write down what the person says of the plan"});
    if (given.stand == Stand::NotPresent && text_of(given.note).empty())
        faults.push_back({"note", "missing", "Say why the person was not there"});
    else if (!plan.signings.empty() && text_of(given.note).empty())
        faults.push_back({"note", "missing", "Say what the review found"});
    bool aimed = std::ranges::any_of(
        plan.lines, [](const PlanLine& line) { return line.step->aim == Aim::Change; });
    if (!aimed && text_of(given.no_behaviour).empty())
        faults.push_back({"no_behaviour",
                          "missing",
                          "Say why no objective is aimed at behaviour, or place one that is"});
    return faults;
}

Signing signing_of(const SignPlan& given, const WholePlan& plan) {
    Signing row{.id = new_id<Signing>(),
                .signed_on = plan.day,
                .stand = given.stand,
                .words = text_of(given.words),
                .note = text_of(given.note),
                .no_behaviour = text_of(given.no_behaviour),
                .review_on = management::review_after(plan.day).due_on};
    row.needs = plan.now.needs;
    row.tier = plan.now.tier;
    row.requirements = plan.now.requirements;
    row.location = plan.now.location;
    row.content = plan.now.content;
    return row;
}

void ask_for_review(web::Context& context, const Signing& row, record::AccountId manager) {
    auto standard = management::review_after(row.signed_on);
    tasks::open(*context.changes,
                context.db,
                {.offender = row.offender,
                 .kind = std::string(review_kind),
                 .what = "Review the sentence plan",
                 .counted_from = row.signed_on,
                 .due_on = row.review_on,
                 .rule = standard.rule + " from the plan before",
                 .cite = standard.cite,
                 .certainty = standard.certainty,
                 .account = manager,
                 .source = source_of(row.id)});
}

/// What a signature does with an open task, in words; empty: nothing. National Standards want the
/// first assessment and the first plan together: a plan that rests on no assessment is half of it.
std::string_view done_by_signing(const tasks::Task& task, const WholePlan& plan) {
    if (task.kind == review_kind) return "Reviewed";
    return task.kind == management::standards::sentence_plan && plan.assessed
               ? "Assessed, and the plan is signed"
               : "";
}

}  // namespace

Result<management::Objective> open_objective_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto id = TRY(context.id<management::Objective>("objective"));
    for (const auto& each : management::objectives_among(context.db, std::span(&who.id.number, 1)))
        if (each.id == id) {
            if (each.state == management::ObjectiveState::Open) return each;
            return conflict("Somebody closed this objective already.");
        }
    return not_found("There is no such objective.");
}

Result<PlannedStep> place_objective(web::Context& context, const PlaceObjective& given) {
    auto who = TRY(offenders::offender_in(context));
    auto objective = TRY(open_objective_in(context));
    auto steps = rows_of(context.db, who.id).steps;
    auto before = std::ranges::find(steps, objective.id, &PlannedStep::objective);
    if (before == steps.end()) {
        auto row = TRY(
            placed(context,
                   who,
                   given,
                   {.id = new_id<PlannedStep>(), .offender = who.id, .objective = objective.id}));
        about(context, who.id, "plans.placed").add(planned_steps, row);
        return row;
    }
    auto after = TRY(placed(context, who, given, *before));
    after.version += 1;
    about(context, who.id, "plans.placed").change(planned_steps, *before, after);
    return after;
}

Result<Signing> sign_plan(web::Context& context, const SignPlan& given) {
    auto who = TRY(offenders::offender_in(context));
    auto plan = plan_of(context.db, who, context.today);
    if (auto why = why_not_sign(plan); !why.empty()) return refused(why);
    auto managed = management::manager_of(context.db, who.id, context.today);
    if (!managed || !managed->manager)
        return refused("Nobody manages this person: a plan is signed with the offender manager.");
    if (auto faults = faults_of(given, plan); !faults.empty()) return invalid(std::move(faults));
    auto row = signing_of(given, plan);
    row.offender = who.id;
    row.recorded_by = context.actor.name;
    about(context, who.id, plan.signings.empty() ? "plans.signed" : "plans.reviewed")
        .add(signings, row);
    for (const auto& task : tasks::open_about(context.db, std::span(&who.id.number, 1)))
        if (auto done = done_by_signing(task, plan); !done.empty())
            tasks::close(*context.changes, task, tasks::TaskState::Done, std::string(done));
    ask_for_review(context, row, *managed->manager);
    return row;
}

bool is_about(const tasks::Task& task, SigningId id) {
    return task.source == source_of(id);
}

}  // namespace noms::plans
