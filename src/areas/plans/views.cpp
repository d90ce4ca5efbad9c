#include "areas/plans/views.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "areas/assessments/assessments.hpp"
#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/base/text.hpp"

namespace noms::plans {
namespace {

using management::ObjectiveState;

/// What the page needs of other areas, asked for once.
struct Known {
    sentences::SentencesInFull passed{};
    sentences::Standing standing{};
    std::optional<movements::Movement> place{};
    assessments::AssessedNow assessed{};
    std::vector<interventions::Referral> referrals{};
};

Known known_of(db::Connection& db, const offenders::Offender& who, Date day) {
    std::span one(&who.id.number, 1);
    Known out{.passed = sentences::sentences_in_full(db, who.id)};
    sentences::StandingFacts facts{.day = day};
    for (const auto& each : out.passed.sentences)
        facts.sentences.push_back(sentences::run_of(each.sentence));
    if (auto standing = sentences::standing(facts)) out.standing = *standing;
    for (auto& each : movements::place_of(db, one, movements::end_of(day))) out.place = each;
    out.assessed = assessments::assessed_of(db, who, day, out.passed, out.place);
    out.referrals = interventions::referrals_among(db, one);
    return out;
}

/// Of sentences that run on the day, each kind once.
std::vector<std::string> running_requirements(const Known& known, Date day) {
    std::set<std::string> kinds;
    for (const auto& each : known.passed.required)
        for (const auto& [sentence, offence] : known.passed.sentences)
            if (sentence.id == each.sentence && (!sentence.ended_on || day < *sentence.ended_on))
                kinds.insert(each.kind);
    return {kinds.begin(), kinds.end()};
}

std::string location_of(const Known& known) {
    if (!known.place) return known.standing.managed ? "Community" : "";
    if (known.place->prison) return "Prison " + std::to_string(known.place->prison->number);
    if (known.place->place == movements::Place::Community) return "Community";
    return std::string(describe::choice_text(known.place->place));
}

Aim aim_of(sentences::Purpose purpose) {
    switch (purpose) {
        case sentences::Purpose::ReduceReoffending: return Aim::Change;
        case sentences::Purpose::Protect: return Aim::Control;
        case sentences::Purpose::Punish:
        case sentences::Purpose::Repair: break;
    }
    return Aim::Punish;
}

/// The offerings that were chosen, and the places that are free; nothing is asked where none was.
struct Offered {
    std::vector<catalogue::Offering> offerings{};
    std::vector<catalogue::PlacesTaken> taken{};
};

Offered offered_to(db::Connection& db, const std::vector<PlanLine>& lines) {
    std::vector<std::int64_t> chosen;
    for (const auto& line : lines)
        if (line.step && line.step->offering) chosen.push_back(line.step->offering->number);
    if (chosen.empty()) return {};
    auto offerings = catalogue::offerings_listed(db, chosen);
    auto taken = catalogue::places_taken(db, offerings);
    return {.offerings = std::move(offerings), .taken = std::move(taken)};
}

SequenceStep step_of(const PlanLine& line, const Offered& offered, const Known& known) {
    SequenceStep out{.key = to_text(line.objective.id),
                     .stage = line.step->stage,
                     .by_day = line.objective.by_day};
    for (size_t i = 0; i < offered.offerings.size(); ++i) {
        const auto& offering = offered.offerings[i];
        if (offering.id != line.step->offering) continue;
        out.intervention = offering.intervention;
        bool referred = std::ranges::any_of(known.referrals, [&](const auto& each) {
            return each.is_open() && each.offering == offering.id;
        });
        if (!referred) out.places_free = offering.places - offered.taken[i].taken;
        const auto* what = catalogue::intervention_of(offering.intervention);
        if (!what) continue;
        out.weeks = what->weeks_min;
        if (what->after_any_of) out.after_any_of = split(*what->after_any_of, ' ');
    }
    return out;
}

SequenceFacts sequence_facts(const WholePlan& plan, const Offered& offered, const Known& known) {
    SequenceFacts facts{.day = plan.day};
    if (known.standing.ends) facts.ends = known.standing.ends->until;
    for (const auto& each : known.referrals)
        if (each.state == interventions::ReferralState::Completed)
            facts.completed.push_back(each.intervention);
    for (const auto& line : plan.lines)
        if (line.step) facts.steps.push_back(step_of(line, offered, known));
    return facts;
}

/// Puts the lines into the order of the ruling, with its words; what has no place stays last.
void put_in_order(WholePlan& plan) {
    std::vector<PlanLine> ordered;
    for (const auto& turn : plan.sequence.turns)
        for (auto& line : plan.lines)
            if (line.step && to_text(line.objective.id) == turn.key) {
                line.problems = turn.problems;
                ordered.push_back(line);
            }
    for (const auto& line : plan.lines)
        if (!line.step) ordered.push_back(line);
    plan.lines = std::move(ordered);
}

BalanceFacts balance_facts(const WholePlan& plan, const Known& known) {
    BalanceFacts facts{.tier = known.assessed.tier.holds()};
    for (const auto& each : plan.needs)
        if (each.need == true) facts.needs.push_back(each.section);
    for (const auto& line : plan.lines)
        if (line.step)
            facts.parts.push_back({.aim = line.step->aim, .section = line.step->section});
    for (const auto& code : plan.requirements)
        if (const auto* kind = sentences::disposal(code))
            for (auto purpose : sentences::usual_purposes(*kind))
                facts.parts.push_back({.kind = PartKind::Requirement, .aim = aim_of(purpose)});
    if (!plan.signings.empty()) facts.no_behaviour = plan.signings.front().no_behaviour;
    return facts;
}

Snapshot snapshot_of(const WholePlan& plan, const Known& known) {
    std::vector<std::string> needs, content;
    for (const auto& each : plan.needs)
        if (each.need == true) needs.push_back(std::to_string(each.section));
    for (const auto& line : plan.lines)
        content.push_back(fmt::format("{} by {}{}",
                                      line.objective.objective,
                                      to_text(line.objective.by_day),
                                      line.step ? ": " + line.step->plain_words : ""));
    return {.needs = plan.assessed ? fmt::format("{}", fmt::join(needs, " ")) : "?",
            .tier = known.assessed.tier.holds(),
            .requirements = fmt::format("{}", fmt::join(plan.requirements, " ")),
            .location = location_of(known),
            .content = fmt::format("{}", fmt::join(content, "\n"))};
}

void take_objectives(WholePlan& plan, db::Connection& db, offenders::OffenderId who) {
    auto [steps, signed_before] = rows_of(db, who);
    plan.signings = std::move(signed_before);
    for (auto& each : management::objectives_among(db, std::span(&who.number, 1))) {
        if (each.state != ObjectiveState::Open) {
            plan.closed.push_back(std::move(each));
            continue;
        }
        PlanLine line{.objective = std::move(each)};
        auto step = std::ranges::find(steps, line.objective.id, &PlannedStep::objective);
        if (step != steps.end()) line.step = *step;
        plan.lines.push_back(std::move(line));
    }
}

void name_offerings(WholePlan& plan, const Offered& offered) {
    for (auto& line : plan.lines)
        for (const auto& each : offered.offerings)
            if (line.step && line.step->offering == each.id) {
                line.intervention = catalogue::name_of(each.intervention);
                line.provider = each.provider;
            }
}

}  // namespace

WholePlan plan_of(db::Connection& db, const offenders::Offender& who, Date day) {
    auto known = known_of(db, who, day);
    WholePlan plan{.day = day,
                   .assessed = known.assessed.assessment.has_value(),
                   .tier = assessments::in_words(known.assessed.tier),
                   .requirements = running_requirements(known, day)};
    for (const auto& each : known.assessed.sections)
        if (each.need != false) plan.needs.push_back({each.section, each.name, each.need});
    take_objectives(plan, db, who.id);
    auto offered = offered_to(db, plan.lines);
    name_offerings(plan, offered);
    if (auto ruling = sequence(sequence_facts(plan, offered, known))) plan.sequence = *ruling;
    put_in_order(plan);
    if (auto ruling = balance(balance_facts(plan, known))) plan.balance = *ruling;
    plan.now = snapshot_of(plan, known);
    if (plan.signings.empty()) return plan;
    const auto& last = plan.signings.front();
    auto ruling =
        changed({.then = {last.needs, last.tier, last.requirements, last.location, last.content},
                 .now = plan.now});
    if (ruling) plan.changes = *ruling;
    return plan;
}

std::string why_not_sign(const WholePlan& plan) {
    if (plan.lines.empty()) return "The plan has no open objective.";
    if (std::ranges::any_of(plan.lines, [](const PlanLine& line) { return !line.step; }))
        return "An open objective has no place in the plan yet.";
    return {};
}

std::string requirement_in_words(const std::string& code) {
    const auto* kind = sentences::disposal(code);
    return kind ? kind->name : code;
}

std::string in_words(Aim aim) {
    switch (aim) {
        case Aim::Punish: return "Punish: carry out what the court ordered";
        case Aim::Help: return "Help: with circumstances";
        case Aim::Change: return "Change: aimed at behaviour";
        case Aim::Control: return "Control: protect others";
    }
    return {};
}

std::string in_words(Stage stage) {
    switch (stage) {
        case Stage::Stabilise: return "Stabilise";
        case Stage::Motivate: return "Motivate";
        case Stage::Programme: return "Programme";
        case Stage::Resettle: return "Resettle";
    }
    return {};
}

std::string in_words(Stand stand) {
    switch (stand) {
        case Stand::Agreed: return "Agreed";
        case Stand::Disagreed: return "Disagreed";
        case Stand::NotPresent: return "Was not present";
    }
    return {};
}

}  // namespace noms::plans
