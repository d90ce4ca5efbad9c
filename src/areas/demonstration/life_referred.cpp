#include <algorithm>
#include <stdexcept>

#include "areas/demonstration/life.hpp"

/// What the person is referred to, from the referral to its end.
namespace noms::demonstration {
namespace {

using interventions::Referral;
using interventions::ReferralState;
using interventions::Step;

/// What the machine of referrals says to the step.
ReferralState stepped(interventions::StepFacts facts) {
    auto ruling = interventions::referral_step(facts);
    if (!ruling || !ruling->refused.empty())
        throw std::logic_error("an impossible step of a referral: " +
                               (ruling ? ruling->refused : ruling.error().message));
    return ruling->state;
}

std::string reason_of(Step step) {
    if (step == Step::Refuse) return "Not ready for work in a group yet";
    if (step == Step::NotComplete) return "Stopped coming after several absences";
    if (step == Step::Withdraw) return "Found work and cannot attend in the day";
    return "";
}

}  // namespace

Life::By Life::provider() const {
    bool custody = offered_ && offered_->row.setting == catalogue::Setting::Custody;
    return custody ? prison_staff() : By{{}, offered_->row.provider};
}

/// An offering for a need of the person; null where none is within reach.
Offered* Life::offered_for(std::string_view intervention) {
    auto& list = prison_ ? prison_->offered : area_.offered;
    std::vector<Offered*> fit;
    for (auto& each : list) {
        bool right_sex = woman() ? each.women : each.men;
        bool wanted = intervention.empty()
                          ? std::ranges::find(needs_, each.row.need) != needs_.end()
                          : each.row.intervention == intervention;
        if (right_sex && wanted) fit.push_back(&each);
    }
    return fit.empty() ? nullptr : dice_.pick(fit);
}

void Life::refer(Date on, Offered* chosen, const By& by, std::string why, bool answered) {
    offered_ = chosen;
    attended_ = 0;
    referral_ = Referral{.id = new_id<Referral>(),
                         .offender = who_.id,
                         .offering = chosen->row.id,
                         .intervention = chosen->row.intervention,
                         .referred_on = on,
                         .referred_by = by.name,
                         .note = std::move(why)};
    tell(on, "interventions.referred", by, [&](record::Changes& changes) {
        changes.add(interventions::referrals, *referral_);
        if (prison_) consult(changes, on, answered);
    });
}

void Life::referred(Date on) {
    if (referral_ || needs_.empty() || !officer_) return;
    if (auto* chosen = offered_for("")) refer(on, chosen, manager(), "A need of the plan", true);
}

/// The manager who refers to a prison's place has given a view by it; the prison's own staff ask.
void Life::consult(record::Changes& changes, Date on, bool answered) {
    asked_ = interventions::Consultation{
        .id = new_id<interventions::Consultation>(),
        .offender = who_.id,
        .referral = referral_->id,
        .question = "A place on " + catalogue::name_of(offered_->row.intervention),
        .prison = prison_->body,
        .asked_on = on,
        .asked_by = answered ? manager().name : prison_staff().name,
        .due_on = tasks::working_days_after(on, 5)};
    if (answered) {
        asked_->view = interventions::View::Agrees;
        asked_->words = "The offender manager made the referral.";
        asked_->answered_on = on;
        asked_->answered_by = manager().name;
    }
    changes.add(interventions::consultations, *asked_);
}

/// A prison refers and asks the manager, who has not answered yet.
void Life::referred_by_prison(Date on) {
    if (referral_ || !prison_ || !officer_) return;
    if (auto* chosen = offered_for("HOUSING"))
        refer(on, chosen, prison_staff(), "Asked for by the prisoner", false);
}

void Life::step(Date on, Step step) {
    if (!referral_) return;
    auto after = *referral_;
    const auto* wanted = catalogue::intervention_of(offered_->row.intervention);
    after.reason = reason_of(step);
    after.state = stepped({.step = step,
                           .state = referral_->state,
                           .at_place = true,
                           .may_refer = true,
                           .consulted = interventions::consulted(asked_, asked_.has_value(), on),
                           .free_places = offered_->row.places - offered_->started,
                           .sessions_wanted = wanted->sessions_min,
                           .sessions_attended = attended_,
                           .gives_reason = !after.reason.empty()});
    bool decides = step == Step::Accept || step == Step::Refuse;
    if (decides) {
        after.decided_on = on;
        after.decided_by = provider().name;
    }
    if (step == Step::Start) after.started_on = on;
    bool goes_on = step == Step::Accept || step == Step::Wait || step == Step::Start;
    if (!goes_on) {
        after.ended_on = on;
        after.ended_by = provider().name;
    }
    if (step == Step::Start) ++offered_->started;
    if (referral_->state == ReferralState::Started) --offered_->started;
    tell(on, interventions::event_of(step), provider(), [&](record::Changes& changes) {
        changes.change(interventions::referrals, *referral_, after);
        if (decides && asked_) keep_decision(changes, on, step == Step::Accept);
    });
    referral_ = after;
    if (referral_->ended_on) asked_.reset();
}

void Life::keep_decision(record::Changes& changes, Date on, bool confirmed) {
    auto decided = *asked_;
    decided.decision =
        confirmed ? interventions::Decision::Confirmed : interventions::Decision::Refused;
    decided.decided_on = on;
    decided.decided_by = prison_staff().name;
    changes.change(interventions::consultations, *asked_, decided);
    asked_ = decided;
}

/// Most are accepted, a few refused or withdrawn.
void Life::referral_decided(Date on) {
    if (!referral_ || referral_->state != ReferralState::Referred) return;
    int thrown = dice_.throw_one(100);
    step(on, thrown < 82 ? Step::Accept : thrown < 93 ? Step::Refuse : Step::Withdraw);
}

/// A place where one is free, else the waiting list.
void Life::placed(Date on) {
    if (!referral_ || !referral_->is_open()) return;
    bool accepted = referral_->state == ReferralState::Accepted;
    bool waits = referral_->state == ReferralState::Waiting;
    bool free = offered_->started < offered_->row.places;
    if ((accepted || waits) && free && (waits || !dice_.in_100(20))) return step(on, Step::Start);
    if (accepted) step(on, Step::Wait);
}

void Life::session_held(Date on) {
    constexpr int absent_in_100 = 10, stops_in_100 = 2;
    if (!referral_ || referral_->state != ReferralState::Started) return;
    using interventions::Attendance;
    auto came = !dice_.in_100(absent_in_100) ? Attendance::Attended
                : dice_.in_100(60)           ? Attendance::AcceptableAbsence
                                             : Attendance::UnacceptableAbsence;
    interventions::Session session{
        .id = new_id<interventions::Session>(),
        .referral = referral_->id,
        .on_day = on,
        .attendance = came,
        .words = came == Attendance::Attended ? "" : "Rang in the morning",
        .recorded_by = provider().name};
    tell(on, "interventions.session_recorded", provider(), [&](record::Changes& changes) {
        changes.add(interventions::sessions, session);
    });
    if (came == Attendance::Attended) ++attended_;
    const auto* wanted = catalogue::intervention_of(offered_->row.intervention);
    if (wanted->sessions_min && attended_ >= *wanted->sessions_min) return step(on, Step::Complete);
    if (dice_.in_100(stops_in_100)) step(on, Step::NotComplete);
}

/// At the gate: what is under way goes on in the area where it is run there, and what has not begun
/// is withdrawn. Told after the release.
void Life::carry_referral(Date on) {
    if (!referral_ || !referral_->is_open()) return;
    bool of_prison = offered_->row.setting == catalogue::Setting::Custody;
    bool elsewhere = of_prison && (!prison_ || prison_->body != offered_->row.place);
    if (!elsewhere) return;
    if (referral_->state != ReferralState::Started) return step(on, Step::Withdraw);
    auto* next = prison_ ? nullptr : offered_for(offered_->row.intervention);
    if (!next) return step(on, Step::NotComplete);
    auto before = *referral_;
    auto ended = before;
    ended.state = ReferralState::CarriedOn;
    ended.ended_on = on;
    ended.ended_by = manager().name;
    ended.reason = "Released";
    Referral goes_on{.id = new_id<Referral>(),
                     .offender = who_.id,
                     .offering = next->row.id,
                     .intervention = next->row.intervention,
                     .continues = before.id,
                     .referred_on = on,
                     .referred_by = manager().name,
                     .note = "Begun in prison"};
    tell(on, "interventions.carried_on", manager(), [&](record::Changes& changes) {
        changes.change(interventions::referrals, before, ended);
        changes.add(interventions::referrals, goes_on);
    });
    --offered_->started;
    offered_ = next;
    referral_ = goes_on;
    asked_.reset();
}

}  // namespace noms::demonstration
