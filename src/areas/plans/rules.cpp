#include "areas/plans/rules.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "areas/plans/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::plans {
namespace {

const law::Provision model{"NOMS Offender Management Model (2006), from memory", ""};

using Steps = std::vector<SequenceStep>;

bool waits_for(const SequenceStep& step, const SequenceStep& other) {
    return !other.intervention.empty() &&
           std::ranges::find(step.after_any_of, other.intervention) != step.after_any_of.end();
}

Steps in_order(Steps steps) {
    std::ranges::stable_sort(steps, [](const SequenceStep& one, const SequenceStep& other) {
        return std::pair(one.stage, one.by_day) < std::pair(other.stage, other.by_day);
    });
    // What another of its stage waits for goes before it; each moves once, so a ring ends too.
    for (size_t i = 0; i < steps.size(); ++i)
        for (size_t j = i + 1; j < steps.size() && steps[j].stage == steps[i].stage; ++j)
            if (waits_for(steps[i], steps[j]) && !waits_for(steps[j], steps[i]))
                std::rotate(
                    steps.begin() + long(i), steps.begin() + long(j), steps.begin() + long(j) + 1);
    return steps;
}

void look_before(const SequenceFacts& facts, const Steps& steps, size_t at, Turn& turn) {
    const auto& step = steps[at];
    bool ready = step.after_any_of.empty();
    for (const auto& code : step.after_any_of)
        ready |= std::ranges::find(facts.completed, code) != facts.completed.end();
    bool early = false;
    for (size_t i = 0; i < at; ++i) {
        ready |= waits_for(step, steps[i]);
        early |= steps[i].stage < step.stage && step.by_day < steps[i].by_day;
    }
    if (!ready)
        turn.problems.push_back(
            fmt::format("Needs one of {} first: none is completed, and none "
                        "stands before it",
                        fmt::join(step.after_any_of, ", ")));
    if (early) turn.problems.emplace_back("Its day is before that of an earlier stage");
}

void look_at_time(const SequenceFacts& facts, const SequenceStep& step, Turn& turn) {
    if (facts.ends && *facts.ends <= step.by_day)
        turn.problems.push_back("Its day is after the sentence, which ends by " +
                                noms::in_words(*facts.ends));
    auto until = facts.ends ? std::min(*facts.ends, step.by_day) : step.by_day;
    auto left = std::max<std::int64_t>(0, days_between(facts.day, until));
    if (step.weeks && left < 7 * *step.weeks)
        turn.problems.push_back(
            fmt::format("It takes {} weeks, and {} days are left", *step.weeks, left));
    if (step.places_free && *step.places_free <= 0)
        turn.problems.emplace_back("No place is free now");
}

/// A row of data/approach.csv.
struct Approach {
    std::string tier{};
    std::string aims{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Approach, tier, aims, source, certainty)

int& count_of(BalanceRuling& out, Aim aim) {
    switch (aim) {
        case Aim::Punish: return out.punish;
        case Aim::Help: return out.help;
        case Aim::Change: return out.change;
        case Aim::Control: break;
    }
    return out.control;
}

void look_at_tier(const std::string& tier, BalanceRuling& out) {
    static const auto all = rows::read<Approach>(data::approach);
    auto row = std::ranges::find(all, tier, &Approach::tier);
    if (row == all.end()) {
        out.because.push_back({"The tier says nothing of the balance", law::own_rule});
        return;
    }
    out.because.push_back({"Tier " + tier + " wants: " + lower(row->aims), {row->source, ""}});
    for (const auto& aim : split(row->aims, ' '))
        if (count_of(out, *describe::choice_of<Aim>(aim)) == 0)
            out.missing.push_back(
                fmt::format("Nothing in the plan is to {}, which tier {} wants", lower(aim), tier));
}

std::vector<std::string> words_of(const std::string& list) {
    return list.empty() ? std::vector<std::string>{} : split(list, ' ');
}

std::string named(const std::string& code, bool sections) {
    return sections ? catalogue::section_in_words(code) : code;
}

/// What came to a list and what left it, each in words.
void compare(const std::string& then,
             const std::string& now,
             const std::string& noun,
             bool sections,
             std::vector<std::string>& out) {
    auto before = words_of(then), after = words_of(now);
    for (const auto& each : after)
        if (std::ranges::find(before, each) == before.end())
            out.push_back(fmt::format("New {}: {}", noun, named(each, sections)));
    for (const auto& each : before)
        if (std::ranges::find(after, each) == after.end())
            out.push_back(fmt::format("No longer a {}: {}", noun, named(each, sections)));
}

std::string or_unknown(const std::string& value) {
    return value.empty() ? "not known" : value;
}

}  // namespace

Result<SequenceRuling> sequence(const SequenceFacts& facts) {
    SequenceRuling out;
    auto steps = in_order(facts.steps);
    for (size_t at = 0; at < steps.size(); ++at) {
        Turn turn{.key = steps[at].key};
        look_before(facts, steps, at, turn);
        look_at_time(facts, steps[at], turn);
        out.problems += int(turn.problems.size());
        out.turns.push_back(std::move(turn));
    }
    out.because = {{"Stabilise, motivate, programme, resettle, in that order; in a stage what "
                    "another waits for, then by day",
                    law::own_rule},
                   {facts.ends ? "The sentence ends by " + noms::in_words(*facts.ends)
                               : std::string("Nobody can say when the sentence ends"),
                    law::own_rule}};
    return out;
}

Result<BalanceRuling> balance(const BalanceFacts& facts) {
    BalanceRuling out;
    bool aimed = false;
    for (const auto& part : facts.parts) {
        count_of(out, part.aim) += 1;
        aimed |= part.kind == PartKind::Objective && part.aim == Aim::Change;
    }
    for (int need : facts.needs)
        if (std::ranges::none_of(facts.parts,
                                 [&](const Part& part) { return part.section == need; })) {
            out.unanswered.push_back(need);
            out.missing.push_back("No objective answers the need: " +
                                  catalogue::section_in_words(std::to_string(need)));
        }
    out.behaviour = aimed || !facts.no_behaviour.empty();
    if (!out.behaviour)
        out.missing.emplace_back("No objective is aimed at behaviour, and no reason is recorded");
    out.because.push_back({aimed ? "An objective is aimed at behaviour"
                           : out.behaviour
                               ? "No objective is aimed at behaviour: " + facts.no_behaviour
                               : std::string("Every plan has an objective aimed at behaviour, or "
                                             "a recorded reason"),
                           law::own_rule});
    look_at_tier(facts.tier, out);
    return out;
}

Result<ChangeRuling> changed(const ChangeFacts& facts) {
    ChangeRuling out;
    const auto& [then, now] = std::tie(facts.then, facts.now);
    if (then.needs == "?" && now.needs != "?")
        out.changes.emplace_back("The needs were assessed since");
    else if (then.needs != "?" && now.needs == "?")
        out.changes.emplace_back("The needs are no longer known");
    else
        compare(then.needs, now.needs, "need", true, out.changes);
    if (then.tier != now.tier)
        out.changes.push_back(
            fmt::format("Tier {}, was {}", or_unknown(now.tier), or_unknown(then.tier)));
    compare(then.requirements, now.requirements, "requirement", false, out.changes);
    if (then.location != now.location)
        out.changes.emplace_back(now.location == "Community" ? "Now in the community"
                                 : now.location.empty()      ? "Where they are is not known"
                                                             : "Now in another place of custody");
    if (then.content != now.content)
        out.changes.emplace_back("The objectives are not those that were signed");
    out.because.push_back({"A plan is made anew when what it rests on changes", model});
    return out;
}

void register_rules() {
    law::register_rule("plan-sequence",
                       "In which order a sentence plan goes",
                       "Stages, what must come before, the time that is left and free places.",
                       {law::own_rule},
                       &sequence);
    law::register_rule("plan-balance",
                       "What a sentence plan is made of",
                       "Punish, help, change, control; needs that nothing answers; behaviour.",
                       {law::own_rule, model},
                       &balance);
    law::register_rule("plan-changes",
                       "What has changed since a plan was signed",
                       "Needs, tier, requirements, place and objectives against the signed plan.",
                       {model},
                       &changed);
}

}  // namespace noms::plans
