#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// The one machine of every referral, whatever it is to: which step leads where, who may take it,
/// and why it is refused. Pure.
namespace noms::interventions {

enum class Step { Accept, Refuse, Wait, Start, Complete, NotComplete, Withdraw };
DESCRIBE_ENUM(Step, Accept, Refuse, Wait, Start, Complete, NotComplete, Withdraw)

/// Where the question to the offender manager stands. NotNeeded: outside prison, or nobody manages.
/// OutOfTime: the manager was asked and the time for an answer is over.
enum class Consulted { NotNeeded, NotAsked, Awaited, OutOfTime, Agrees, Disagrees, NoView };
DESCRIBE_ENUM(Consulted, NotNeeded, NotAsked, Awaited, OutOfTime, Agrees, Disagrees, NoView)
Consulted consulted(const std::optional<Consultation>&, bool is_needed, Date day);

struct StepFacts {
    Step step = Step::Accept;
    ReferralState state = ReferralState::Referred;
    bool at_place = false;  // the actor works where it is offered
    bool may_refer = false;
    Consulted consulted = Consulted::NotNeeded;
    int free_places = 0;
    std::optional<int> sessions_wanted{};  // not known: as many as it takes
    int sessions_attended = 0;
    bool gives_reason = false;
};
DESCRIBE(StepFacts,
         step,
         state,
         at_place,
         may_refer,
         consulted,
         free_places,
         sessions_wanted,
         sessions_attended,
         gives_reason)

/// Where the step leads; `refused` says why it does not, and is empty where it does.
struct StepRuling {
    ReferralState state = ReferralState::Referred;
    std::string refused{};
    bool reason_wanted = false;  // it would do with a reason
};
DESCRIBE(StepRuling, state, refused, reason_wanted)
Result<StepRuling> referral_step(const StepFacts&);

/// The steps that this actor may take from there, some of them with a reason only.
std::vector<Step> steps_open(StepFacts);

/// What stands against recording a session on `on_day`.
Result<void> may_record_session(const Referral&, Date on_day, Date today);

/// What becomes of an open referral when the person is received, moved or released. `prison` is on
/// whose roll they are then.
enum class AfterMove { Stays, Withdrawn, Interrupted };
DESCRIBE_ENUM(AfterMove, Stays, Withdrawn, Interrupted)
AfterMove after_move(const Referral&, const catalogue::Offering&, std::optional<BodyId> prison);

/// Registers `referral-step` for `noms rules`.
void register_rules();

}  // namespace noms::interventions
