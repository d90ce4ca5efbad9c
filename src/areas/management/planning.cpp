#include "areas/management/planning.hpp"

#include "areas/management/rules_plan.hpp"
#include "areas/management/store.hpp"
#include "kit/base/text.hpp"

namespace noms::management {
namespace {

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

std::vector<FieldError> faults_of(const AddObjective& given, Date today) {
    std::vector<FieldError> faults;
    if (pathway_in_words(given.need) == given.need)
        faults.push_back({"need", "unknown_code", "Choose the need that it serves"});
    if (trimmed(given.objective).empty())
        faults.push_back({"objective", "missing", "Say what is to be achieved"});
    if (!activity_of(given.activity))
        faults.push_back({"activity", "unknown_code", "Choose an activity from the list"});
    if (given.by_day < today)
        faults.push_back({"by_day", "date_in_past", "The day must not be in the past"});
    return faults;
}

}  // namespace

Result<Objective> objective_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto objective = store::objective(context.db, TRY(context.id<Objective>("objective")));
    if (!objective || objective->offender != offender.id)
        return not_found("There is no such objective.");
    return *objective;
}

Result<Objective> add_objective(web::Context& context, const AddObjective& given) {
    auto offender = TRY(offenders::offender_in(context));
    auto faults = faults_of(given, context.today);
    if (!faults.empty()) return invalid(std::move(faults));
    Objective objective{.id = new_id<Objective>(),
                        .offender = offender.id,
                        .need = given.need,
                        .objective = std::string(trimmed(given.objective)),
                        .activity = given.activity,
                        .who = given.who,
                        .by_day = given.by_day,
                        .set_on = context.today,
                        .set_by = context.actor.name};
    about(context, offender.id, "management.objective_added").add(objectives, objective);
    return objective;
}

Result<Objective> close_objective(web::Context& context, const CloseObjective& given) {
    auto objective = TRY(objective_in(context));
    if (objective.state != ObjectiveState::Open)
        return conflict("Somebody closed this objective already.");
    auto closed = objective;
    closed.version += 1;
    closed.state = given.result == Ending::Met ? ObjectiveState::Met : ObjectiveState::NotMet;
    closed.closed_on = context.today;
    closed.closed_by = context.actor.name;
    closed.note = given.note.value_or("");
    about(context, objective.offender, "management.objective_closed")
        .change(objectives, objective, closed);
    return closed;
}

}  // namespace noms::management
