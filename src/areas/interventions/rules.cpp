#include "areas/interventions/rules.hpp"

#include <fmt/format.h>

#include "kit/law/law.hpp"

namespace noms::interventions {
namespace {

/// A step from a state, who takes it, and where it leads.
struct Way {
    Step step;
    ReferralState from;
    ReferralState to;
    bool by_place;  // else by whoever may refer
    bool wants_reason;
};
using enum ReferralState;
constexpr Way ways[] = {{Step::Accept, Referred, Accepted, true, false},
                        {Step::Refuse, Referred, Refused, true, true},
                        {Step::Wait, Accepted, Waiting, true, false},
                        {Step::Start, Accepted, Started, true, false},
                        {Step::Start, Waiting, Started, true, false},
                        {Step::Complete, Started, Completed, true, false},
                        {Step::NotComplete, Started, NotCompleted, true, true},
                        {Step::Withdraw, Referred, Withdrawn, false, true},
                        {Step::Withdraw, Accepted, Withdrawn, false, true},
                        {Step::Withdraw, Waiting, Withdrawn, false, true}};

const Way* way_of(Step step, ReferralState from) {
    for (const auto& way : ways)
        if (way.step == step && way.from == from) return &way;
    return nullptr;
}

StepRuling no(ReferralState state, std::string why) {
    return {.state = state, .refused = std::move(why)};
}

StepRuling with_reason_only(ReferralState state, std::string why) {
    return {.state = state, .refused = std::move(why), .reason_wanted = true};
}

/// What the governor needs before a place is confirmed: the manager's view, or its time to be over.
std::optional<StepRuling> held_by_consultation(const StepFacts& facts) {
    switch (facts.consulted) {
        case Consulted::NotAsked:
            return no(facts.state, "The offender manager has not been asked yet.");
        case Consulted::Awaited:
            return no(facts.state,
                      "The offender manager was asked and has not answered yet; the time for it is "
                      "not over.");
        case Consulted::Disagrees:
            if (facts.gives_reason) return std::nullopt;
            return with_reason_only(facts.state,
                                    "The offender manager disagrees: say why it is confirmed all "
                                    "the same.");
        case Consulted::OutOfTime:
            if (facts.gives_reason) return std::nullopt;
            return with_reason_only(facts.state,
                                    "The offender manager has not answered in time: say why it is "
                                    "confirmed without a view.");
        default: return std::nullopt;
    }
}

std::optional<StepRuling> held_by_dosage(const StepFacts& facts) {
    if (!facts.sessions_wanted || facts.sessions_attended >= *facts.sessions_wanted ||
        facts.gives_reason)
        return std::nullopt;
    return with_reason_only(facts.state,
                            fmt::format("{} of {} sessions were attended: say why it is completed "
                                        "all the same.",
                                        facts.sessions_attended,
                                        *facts.sessions_wanted));
}

}  // namespace

Consulted consulted(const std::optional<Consultation>& asked, bool is_needed, Date day) {
    if (!is_needed) return Consulted::NotNeeded;
    if (!asked) return Consulted::NotAsked;
    if (!asked->view) return asked->due_on < day ? Consulted::OutOfTime : Consulted::Awaited;
    if (*asked->view == View::Agrees) return Consulted::Agrees;
    return *asked->view == View::Disagrees ? Consulted::Disagrees : Consulted::NoView;
}

Result<StepRuling> referral_step(const StepFacts& facts) {
    const auto* way = way_of(facts.step, facts.state);
    if (!way)
        return no(facts.state,
                  "This is not the next step: somebody may have taken another meanwhile.");
    if (way->by_place && !facts.at_place)
        return no(facts.state, "Only those who work where it is offered take this step.");
    if (!way->by_place && !facts.may_refer)
        return no(facts.state, "Only those who may refer take this step.");
    if (way->wants_reason && !facts.gives_reason) return with_reason_only(facts.state, "Say why.");
    if (facts.step == Step::Accept)
        if (auto held = held_by_consultation(facts)) return *held;
    if (facts.step == Step::Start && facts.free_places < 1)
        return no(facts.state, "No place is free: put the person on the waiting list.");
    if (facts.step == Step::Complete)
        if (auto held = held_by_dosage(facts)) return *held;
    return StepRuling{.state = way->to};
}

std::vector<Step> steps_open(StepFacts facts) {
    facts.gives_reason = true;
    std::vector<Step> open;
    for (auto step : {Step::Accept,
                      Step::Refuse,
                      Step::Wait,
                      Step::Start,
                      Step::Complete,
                      Step::NotComplete,
                      Step::Withdraw}) {
        facts.step = step;
        if (referral_step(facts)->refused.empty()) open.push_back(step);
    }
    return open;
}

Result<void> may_record_session(const Referral& referral, Date on_day, Date today) {
    if (referral.state != Started) return refused("It is not under way.");
    if (today < on_day) return invalid({{"on_day", "date_in_future", "The day is still to come"}});
    if (on_day < *referral.started_on)
        return invalid({{"on_day",
                         "before_start",
                         "It was started on " + noms::in_words(*referral.started_on) + " only"}});
    return {};
}

AfterMove after_move(const Referral& referral,
                     const catalogue::Offering& offering,
                     std::optional<BodyId> prison) {
    bool stays = offering.setting == catalogue::Setting::Custody ? prison == offering.place
                                                                 : !prison.has_value();
    if (stays || !referral.is_open()) return AfterMove::Stays;
    if (referral.state == Started) return AfterMove::Interrupted;
    // What waits outside may still be wanted when they come out again; a prison's place is lost.
    return offering.setting == catalogue::Setting::Custody ? AfterMove::Withdrawn
                                                           : AfterMove::Stays;
}

void register_rules() {
    law::register_rule("referral-step",
                       "The next step of a referral",
                       "Whether a step may be taken from where a referral stands, by whom, and "
                       "what it needs; why not, where it may not.",
                       {{"noms: an own rule, after case-management.md 2.9", ""}},
                       &referral_step);
}

}  // namespace noms::interventions
