#include "areas/challenges/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/challenges/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::challenges {
namespace {

using management::Grade;

/// Who is asked first ranks lowest; officers below a senior who do not manage are not asked.
std::optional<int> rank_of(const Candidate& officer) {
    if (officer.grade == Grade::SeniorOfficer) return officer.in_unit ? 0 : 1;
    if (officer.grade == Grade::Head) return 2;
    return officer.manages ? std::optional(3) : std::nullopt;
}

std::string why(const Candidate& officer) {
    switch (*rank_of(officer)) {
        case 0: return "a senior officer of the manager's unit";
        case 1: return "a senior officer of the area";
        case 2: return "the head of the area";
        default: return "the offender manager";
    }
}

}  // namespace

const Clock& clock() {
    static const auto all = rows::read<Clock>(data::clock);
    return all.front();
}

Result<DeadlineRuling> deadline(const DeadlineFacts& facts) {
    const auto& calendar = law::Calendar::england_and_wales();
    DeadlineRuling out{
        .due_on = TRY(calendar.plus_working_days(facts.received_on, clock().working_days))};
    out.because = {
        {fmt::format("{}, which is {}", clock().rule, noms::in_words(out.due_on)), law::own_rule}};
    return out;
}

Result<AnswererRuling> answerer(const AnswererFacts& facts) {
    const Candidate* best = nullptr;
    for (const auto& each : facts.officers) {
        auto rank = rank_of(each);
        if (!rank || each.name == facts.entered_by) continue;
        if (!best || *rank < *rank_of(*best)) best = &each;
    }
    if (!best)
        return AnswererRuling{.because = {{"Nobody above whoever made the entry is in office: the "
                                           "list of the area is asked",
                                           law::own_rule}}};
    return AnswererRuling{
        .asked = best->name,
        .because = {{"Asked is " + why(*best) + ", who did not make the entry", law::own_rule}}};
}

void register_rules() {
    law::register_rule("challenge-deadline",
                       "By when somebody who contests is answered",
                       "The last day for the answer to whoever contests a score, a tier or a note.",
                       {law::own_rule},
                       &deadline);
    law::register_rule("challenge-answerer",
                       "Who answers somebody who contests",
                       "Who is asked for the answer: never whoever made the entry.",
                       {law::own_rule},
                       &answerer);
}

}  // namespace noms::challenges
