#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/plans/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// In which order a plan goes, what it is made of and lacks, and what has changed since it was
/// signed. Pure.
namespace noms::plans {

/// One open objective as the order sees it. `places_free` is empty where no offering is chosen, or
/// a place is taken for the offender already.
struct SequenceStep {
    std::string key{};
    Stage stage = Stage::Stabilise;
    Date by_day{};
    std::string intervention{};               // its code; empty: none
    std::vector<std::string> after_any_of{};  // codes, of which one comes first
    std::optional<int> weeks{};               // that it takes at the least
    std::optional<int> places_free{};
};
DESCRIBE(SequenceStep, key, stage, by_day, intervention, after_any_of, weeks, places_free)
/// `ends` is the first day on which no sentence runs; empty: never, or nobody can say.
struct SequenceFacts {
    Date day{};
    std::optional<Date> ends{};
    std::vector<std::string> completed{};  // codes of interventions
    std::vector<SequenceStep> steps{};
};
DESCRIBE(SequenceFacts, day, ends, completed, steps)
/// One of them in its turn, with what speaks against it.
struct Turn {
    std::string key{};
    std::vector<std::string> problems{};
};
DESCRIBE(Turn, key, problems)
struct SequenceRuling {
    std::vector<Turn> turns{};
    int problems = 0;
    std::vector<law::Ground> because{};
};
DESCRIBE(SequenceRuling, turns, problems, because)
/// Stabilise, motivate, programme, resettle; within a stage what another waits for, then by day.
Result<SequenceRuling> sequence(const SequenceFacts&);

/// A part of the plan: an objective, or a requirement of the sentence by what it is for.
enum class PartKind { Objective, Requirement };
DESCRIBE_ENUM(PartKind, Objective, Requirement)
struct Part {
    PartKind kind = PartKind::Objective;
    Aim aim = Aim::Change;
    std::optional<int> section{};
};
DESCRIBE(Part, kind, aim, section)
struct BalanceFacts {
    std::string tier{};        // "1" to "4"; anything else is not judged
    std::vector<int> needs{};  // sections of OASys
    std::vector<Part> parts{};
    std::string no_behaviour{};
};
DESCRIBE(BalanceFacts, tier, needs, parts, no_behaviour)
struct BalanceRuling {
    int punish = 0;
    int help = 0;
    int change = 0;
    int control = 0;
    std::vector<int> unanswered{};  // needs
    bool behaviour = false;         // an objective is aimed at it, or a reason is recorded
    std::vector<std::string> missing{};
    std::vector<law::Ground> because{};
};
DESCRIBE(BalanceRuling, punish, help, change, control, unanswered, behaviour, missing, because)
/// What the plan is made of, and what is missing.
Result<BalanceRuling> balance(const BalanceFacts&);

/// What a plan rests on. `needs` are sections ("4 11"), "?" where nobody was assessed;
/// `requirements` are codes; `location` is "Prison 123" or "Community"; `content` the plan's lines.
struct Snapshot {
    std::string needs{};
    std::string tier{};
    std::string requirements{};
    std::string location{};
    std::string content{};
};
DESCRIBE(Snapshot, needs, tier, requirements, location, content)
struct ChangeFacts {
    Snapshot then{};
    Snapshot now{};
};
DESCRIBE(ChangeFacts, then, now)
struct ChangeRuling {
    std::vector<std::string> changes{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ChangeRuling, changes, because)
/// What is other than when the plan was signed: each is a reason to plan anew.
Result<ChangeRuling> changed(const ChangeFacts&);

/// Registers `plan-sequence`, `plan-balance` and `plan-changes` for `noms rules`.
void register_rules();

}  // namespace noms::plans
