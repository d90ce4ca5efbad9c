#include <fmt/format.h>

#include "areas/interventions/asking.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"
#include "kit/base/text.hpp"

/// The prison asks, the offender manager gives a view, the governor decides.
namespace noms::interventions {
Result<Consultation> consultation_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto found = store::consultation(context.db, TRY(context.id<Consultation>("consultation")));
    if (!found || found->offender != offender.id)
        return not_found("There is no such consultation.");
    return *found;
}

Result<Consultation> ask(web::Context& context, const AskAboutRelease& given) {
    auto offender = TRY(offenders::offender_in(context));
    if (trimmed(given.question).empty())
        return invalid({{"question", "missing", "Say which release, from when to when and why"}});
    auto last = movements::last_movement(context.db, offender.id);
    if (!last || !last->prison) return refused("The person is on no prison's roll.");
    bool own =
        context.actor.scope_kind == "prison" && context.actor.scope_body == last->prison->number;
    if (!own) return forbidden("Only the prison that holds the person asks this.");
    auto manager = management::manager_of(context.db, offender.id, context.today);
    if (!manager || !manager->manager)
        return refused("Nobody manages this person: there is nobody to ask.");
    return ask_manager(about(context, offender.id, "interventions.manager_asked"),
                       context.db,
                       {.offender = offender.id,
                        .about = Question::TemporaryRelease,
                        .question = std::string(trimmed(given.question)),
                        .prison = *last->prison},
                       *manager->manager,
                       false);
}

Result<void> confirmed_before_absence(web::Context& context, const movements::Movement& row) {
    if (!row.override_reason.empty()) return {};
    auto manager = management::manager_of(context.db, row.offender, context.today);
    if (!manager || !manager->manager) return {};  // there is nobody to ask
    constexpr int looked_through = 20;
    auto out_on = day_of(row.at);
    for (const auto& each : store::consultations_of(context.db, row.offender, looked_through))
        if (each.about == Question::TemporaryRelease && each.decision) {
            if (each.decision == Decision::Confirmed && *each.decided_on <= out_on &&
                out_on <= plus_days(*each.decided_on, confirmed_release_days))
                return {};
            break;
        }
    return invalid(
        {{"not_consulted",
          "missing",
          fmt::format("No temporary release was confirmed after asking the offender manager within "
                      "the last {} days: ask first, or say why they go out all the same",
                      confirmed_release_days)}});
}

Result<Consultation> give_view(web::Context& context, const GiveView& given) {
    auto before = TRY(consultation_in(context));
    if (before.view) return conflict("A view was given already.");
    if (before.decision) return conflict("The governor has decided already.");
    std::string words(trimmed(given.words.value_or("")));
    if (given.view == View::Disagrees && words.empty())
        return invalid({{"words", "missing", "Say why you disagree"}});
    auto after = before;
    after.view = given.view;
    after.words = std::move(words);
    after.answered_on = context.today;
    after.answered_by = context.actor.name;
    about(context, before.offender, "interventions.view_given")
        .change(consultations, before, after);
    tasks::close_asked(*context.changes,
                       context.db,
                       consultation_source(before.id),
                       tasks::TaskState::Done,
                       "Answered");
    return after;
}

Result<Consultation> decide(web::Context& context, const Decide& given) {
    auto before = TRY(consultation_in(context));
    if (before.about != Question::TemporaryRelease)
        return refused("A place is confirmed or refused with its referral.");
    bool own =
        context.actor.scope_kind == "prison" && context.actor.scope_body == before.prison.number;
    if (!own) return forbidden("Only the prison that asked decides.");
    if (before.decision) return conflict("It was decided already.");
    auto stands = consulted(before, true, context.today);
    if (stands == Consulted::Awaited)
        return refused(
            "The offender manager has not answered yet, and the time for it is not over.");
    std::string words(trimmed(given.words.value_or("")));
    bool against = stands == Consulted::OutOfTime ||
                   (stands == Consulted::Disagrees && given.decision == Decision::Confirmed);
    if (against && words.empty())
        return invalid({{"words", "missing", "Say why, against or without the manager's view"}});
    auto after = before;
    after.decision = given.decision;
    after.decision_words = std::move(words);
    after.decided_on = context.today;
    after.decided_by = context.actor.name;
    about(context, before.offender, "interventions.decided").change(consultations, before, after);
    tasks::close_asked(*context.changes,
                       context.db,
                       consultation_source(before.id),
                       tasks::TaskState::Cancelled,
                       "The governor decided");
    return after;
}

}  // namespace noms::interventions
