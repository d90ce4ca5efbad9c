#include <algorithm>

#include "areas/interventions/asking.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"
#include "kit/base/text.hpp"

/// A referral goes from step to step, and its sessions are recorded.
namespace noms::interventions {
namespace {

int attended_in(db::Connection& db, const Referral& referral) {
    std::vector<std::int64_t> chain{referral.id.number};
    if (referral.continues)
        for (auto id :
             earlier_of(referral, referrals_among(db, std::span(&referral.offender.number, 1))))
            chain.push_back(id.number);
    int attended = 0;
    for (const auto& each : store::session_counts(db, chain)) attended += each.attended;
    return attended;
}

/// In a prison its staff; in the community whoever works for the area, and the manager.
bool works_at(const web::Actor& actor,
              const catalogue::Offering& offering,
              const std::optional<management::Allocation>& manager) {
    if (!actor.may("interventions.deliver")) return false;
    bool custody = offering.setting == catalogue::Setting::Custody;
    if (actor.scope_kind == (custody ? "prison" : "area"))
        return actor.scope_body == offering.place.number;
    return !custody && manager && manager->manager == actor.account;
}

Referral after_step(const Referral& before,
                    ReferralState state,
                    Step step,
                    const web::Context& context,
                    const std::string& reason) {
    auto after = before;
    after.state = state;
    if (!reason.empty()) after.reason = reason;
    if (step == Step::Accept || step == Step::Refuse) {
        after.decided_on = context.today;
        after.decided_by = context.actor.name;
    }
    if (step == Step::Start) after.started_on = context.today;
    bool ends = step == Step::Refuse || step == Step::Complete || step == Step::NotComplete ||
                step == Step::Withdraw;
    if (ends) {
        after.ended_on = context.today;
        after.ended_by = context.actor.name;
    }
    return after;
}

/// The governor's decision stands beside the manager's view.
void keep_decision(web::Context& context,
                   const Consultation& asked,
                   Step step,
                   const std::string& reason) {
    if (asked.decision) return;
    auto decided = asked;
    decided.decision = step == Step::Accept ? Decision::Confirmed : Decision::Refused;
    decided.decision_words = reason;
    decided.decided_on = context.today;
    decided.decided_by = context.actor.name;
    context.changes->change(consultations, asked, decided);
}

void close_tasks(web::Context& context,
                 const Referral& after,
                 const std::optional<Consultation>& asked) {
    auto words = in_words(after.state);
    using tasks::TaskState;
    if (after.state != ReferralState::Referred)
        tasks::close_asked(
            *context.changes, context.db, decision_source(after.id), TaskState::Done, words);
    if (after.is_open()) return;
    tasks::close_asked(
        *context.changes, context.db, carry_on_source(after.id), TaskState::Cancelled, words);
    if (asked)
        tasks::close_asked(*context.changes,
                           context.db,
                           consultation_source(asked->id),
                           TaskState::Cancelled,
                           words);
}

}  // namespace

Standing standing_of(web::Context& context,
                     const Referral& referral,
                     int attended,
                     bool gives_reason) {
    auto& db = context.db;
    Standing now;
    if (auto found = catalogue::offering(db, referral.offering)) now.offering = *found;
    now.manager = management::manager_of(db, referral.offender, context.today);
    now.asked = store::consultation_on(db, referral.id);
    auto taken = catalogue::places_taken(db, std::span(&now.offering, 1)).front();
    now.free_places = std::max(0, now.offering.places - taken.taken);
    bool custody = now.offering.setting == catalogue::Setting::Custody;
    bool managed = now.manager && now.manager->manager;
    const auto* wanted = catalogue::intervention_of(now.offering.intervention);
    now.facts = {
        .state = referral.state,
        .at_place = works_at(context.actor, now.offering, now.manager),
        .may_refer = context.actor.may("interventions.refer"),
        .consulted = consulted(now.asked, custody && (managed || now.asked), context.today),
        .free_places = now.free_places,
        .sessions_wanted = wanted ? wanted->sessions_min : std::nullopt,
        .sessions_attended = attended,
        .gives_reason = gives_reason};
    return now;
}

Result<Referral> take_step(web::Context& context, const TakeStep& given) {
    auto before = TRY(referral_in(context));
    std::string reason(trimmed(given.reason.value_or("")));
    auto standing = standing_of(context, before, attended_in(context.db, before), !reason.empty());
    auto facts = standing.facts;
    facts.step = given.step;
    auto ruling = TRY(referral_step(facts));
    if (ruling.reason_wanted) return invalid({{"reason", "missing", ruling.refused}});
    if (!ruling.refused.empty()) return refused(ruling.refused);
    auto after = after_step(before, ruling.state, given.step, context, reason);
    about(context, before.offender, event_of(given.step)).change(referrals, before, after);
    bool decides = given.step == Step::Accept || given.step == Step::Refuse;
    if (decides && standing.asked) keep_decision(context, *standing.asked, given.step, reason);
    close_tasks(context, after, standing.asked);
    return after;
}

Result<Referral> record_session(web::Context& context, const RecordSession& given) {
    auto referral = TRY(referral_in(context));
    auto standing = standing_of(context, referral, 0, true);
    if (!standing.facts.at_place)
        return forbidden("Only those who work where it is offered record its sessions.");
    CHECK(may_record_session(referral, given.on_day, context.today));
    std::string words(trimmed(given.words.value_or("")));
    bool missed = given.attendance != Attendance::Attended;
    if (missed && words.empty()) return invalid({{"words", "missing", "Say why they were absent"}});
    auto held = store::sessions_among(context.db, std::span(&referral.id.number, 1));
    if (std::ranges::find(held, given.on_day, &Session::on_day) != held.end())
        return invalid({{"on_day", "twice", "A session of that day is recorded already"}});
    Session session{.id = new_id<Session>(),
                    .referral = referral.id,
                    .on_day = given.on_day,
                    .attendance = given.attendance,
                    .words = std::move(words),
                    .recorded_by = context.actor.name};
    about(context, referral.offender, "interventions.session_recorded").add(sessions, session);
    if (given.attendance == Attendance::UnacceptableAbsence && standing.manager &&
        standing.manager->manager)
        ask_to_judge(*context.changes,
                     context.db,
                     referral,
                     session,
                     *standing.manager->manager,
                     catalogue::name_of(standing.offering.intervention));
    return referral;
}

}  // namespace noms::interventions
