#include "areas/reports/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/data.gen.hpp"
#include "areas/reports/rules_proposal.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

/// A step from a state, and where it leads. Gate: to the gate, or past it where there is none.
struct Way {
    Step step;
    State from;
    State to;
};
using enum State;
constexpr Way ways[] = {{Step::Name, Unallocated, Writing},
                        {Step::Name, Writing, Writing},
                        {Step::Write, Writing, Writing},
                        {Step::Submit, Writing, AtGate},
                        {Step::Pass, AtGate, Passed},
                        {Step::Return, AtGate, Writing},
                        {Step::Deliver, Passed, Delivered},
                        {Step::Decide, Delivered, Decided},
                        {Step::Rearrange, Unallocated, Unallocated},
                        {Step::Rearrange, Writing, Writing},
                        {Step::Rearrange, AtGate, AtGate},
                        {Step::Rearrange, Passed, Passed},
                        {Step::Withdraw, Unallocated, Withdrawn},
                        {Step::Withdraw, Writing, Withdrawn},
                        {Step::Withdraw, AtGate, Withdrawn},
                        {Step::Withdraw, Passed, Withdrawn}};

StepRuling no(const StepFacts& facts, std::string why) {
    return {.state = facts.state, .refused = std::move(why)};
}

/// What stands against a step that leads somewhere, empty: nothing.
std::string against(const StepFacts& facts) {
    switch (facts.step) {
        case Step::Name:
            if (facts.state == Writing && !facts.gives_reason)
                return "Say why somebody else is to write it.";
            return {};
        case Step::Write: return facts.is_writer ? "" : "Only its writer writes a report.";
        case Step::Submit:
            if (!facts.is_writer) return "Only its writer hands a report in.";
            return facts.complete ? "" : "It is not complete yet.";
        case Step::Pass:
        case Step::Return:
            if (facts.is_writer) return "The writer of a report never checks it.";
            if (facts.step == Step::Return && !facts.gives_reason)
                return "Say what is to be put right.";
            return {};
        case Step::Rearrange:
        case Step::Withdraw: return facts.gives_reason ? "" : "Say why.";
        default: return {};
    }
}

std::string in_words(Step step) {
    switch (step) {
        case Step::Name: return "given a writer";
        case Step::Write: return "written";
        case Step::Submit: return "handed in";
        case Step::Pass: return "passed";
        case Step::Return: return "returned";
        case Step::Deliver: return "delivered";
        case Step::Decide: return "answered by the court";
        case Step::Rearrange: return "put off";
        case Step::Withdraw: return "withdrawn";
    }
    return {};
}

using Kinds = std::vector<std::string>;

/// The requirements that are compared: electronic monitoring goes with a curfew by itself.
Kinds compared(Kinds kinds) {
    std::erase(kinds, "EM");
    std::ranges::sort(kinds);
    auto rest = std::ranges::unique(kinds);
    kinds.erase(rest.begin(), rest.end());
    return kinds;
}

/// How heavy a disposal weighs when several are passed at once; ancillary orders weigh nothing.
int weight_of(const sentences::Disposal& disposal) {
    using enum sentences::Group;
    switch (disposal.kind) {
        case Custody:
        case MentalHealth: return 6;
        case Suspended: return 5;
        case Community:
        case EarlierCommunity:
        case Youth: return 4;
        case Financial: return 3;
        case Discharge:
        case Other: return 2;
        default: return 0;
    }
}

/// The heaviest of what was passed; null where none is in the table or none weighs anything.
const Sentenced* main_of(const std::vector<Sentenced>& passed) {
    const Sentenced* heaviest = nullptr;
    int weight = 0;
    for (const auto& each : passed) {
        const auto* known = sentences::disposal(each.disposal);
        if (!known || weight_of(*known) <= weight) continue;
        heaviest = &each;
        weight = weight_of(*known);
    }
    return heaviest;
}

ConcordanceRuling ruled(Concordance is, std::string why) {
    return {.is = is, .because = {{std::move(why), law::own_rule}}};
}

bool is_order(const sentences::Disposal& disposal) {
    using enum sentences::Group;
    return disposal.kind == Community || disposal.kind == Suspended;
}

ConcordanceRuling same_disposal(const sentences::Disposal& both,
                                const ConcordanceFacts& facts,
                                const Sentenced& main) {
    if (is_order(both) && compared(facts.requirements) != compared(main.requirements))
        return ruled(Concordance::Partly,
                     both.name + " was proposed and passed, with other requirements");
    return ruled(Concordance::Followed, both.name + " was proposed and passed");
}

}  // namespace

const KindOfReport& kind_of_report(Kind kind, bool crown) {
    static const auto all = rows::read<KindOfReport>(data::kind);
    auto fits = [&](const KindOfReport& row) {
        return row.kind == kind &&
               (row.court == "Any" || row.court == (crown ? "Crown" : "Magistrates"));
    };
    return *std::ranges::find_if(all, fits);
}

bool is_crown(std::string_view court) {
    return court.find("Crown Court") != std::string_view::npos;
}

Result<DeadlineRuling> deadline(const DeadlineFacts& facts) {
    const auto& kind = kind_of_report(facts.kind, facts.crown.value_or(false));
    const law::Provision source{kind.cite, ""};
    if (facts.hearing_on < facts.asked_on)
        return invalid({{"hearing_on", "before_request", "The hearing lies before the request"}});
    if (facts.asked_on < kind.from_day)
        return invalid({{"kind",
                         "not_known_then",
                         kind.name + " is known from " + noms::in_words(kind.from_day) + " on"}});
    const auto& calendar = law::Calendar::england_and_wales();
    auto standard = TRY(calendar.plus_working_days(facts.asked_on, kind.working_days));
    auto before = TRY(calendar.plus_working_days(facts.hearing_on, -kind.days_before_hearing));
    DeadlineRuling out{.due_on = std::max(facts.asked_on, std::min(standard, before))};
    out.because.push_back(
        {fmt::format("{}: {}, which is {}", kind.name, kind.rule, noms::in_words(standard)),
         source});
    if (before < standard)
        out.because.push_back(
            {fmt::format("The hearing comes first: the court has it by {}", noms::in_words(before)),
             law::own_rule});
    return out;
}

Result<StepRuling> report_step(const StepFacts& facts) {
    auto way = std::ranges::find_if(
        ways, [&](const Way& each) { return each.step == facts.step && each.from == facts.state; });
    if (way == std::end(ways))
        return no(facts, "From where it stands it cannot be " + in_words(facts.step) + ".");
    if (auto why = against(facts); !why.empty()) return no(facts, std::move(why));
    bool past_gate = facts.step == Step::Submit && !facts.gate_kept;
    return StepRuling{.state = past_gate ? State::Passed : way->to};
}

bool is_open(State state) {
    return state == Unallocated || state == Writing || state == AtGate || state == State::Passed;
}

Result<ConcordanceRuling> concordance(const ConcordanceFacts& facts) {
    const auto* main = main_of(facts.passed);
    if (!main) return invalid({{"passed", "missing", "Say what the court passed"}});
    const auto* passed = sentences::disposal(main->disposal);
    const auto* proposed = sentences::disposal(facts.proposed);
    if (!proposed)
        return ConcordanceRuling{
            .because = {{"Nothing was proposed: nothing is compared", law::own_rule}}};
    if (proposed == passed) return same_disposal(*proposed, facts, *main);
    if (proposed->kind == passed->kind)
        return ruled(Concordance::Partly,
                     passed->name + " was passed, of the same kind as " + proposed->name);
    bool beside =
        std::ranges::find(facts.passed, facts.proposed, &Sentenced::disposal) != facts.passed.end();
    if (beside)
        return ruled(Concordance::Partly,
                     proposed->name + " was passed, and beside it " + passed->name);
    return ruled(Concordance::NotFollowed,
                 proposed->name + " was proposed, " + passed->name + " was passed");
}

void register_rules() {
    const law::Provision standards{"National Standards 2005 and 2007 (from memory)", ""};
    law::register_rule("report-deadline",
                       "By when a court has its pre-sentence report",
                       "The last day of a report by its kind and court, in working days, and never "
                       "after the hearing it is for.",
                       {standards, law::own_rule},
                       &deadline);
    law::register_rule("report-step",
                       "The next step of a pre-sentence report",
                       "Whether a step may be taken from where a report stands, and by whom: the "
                       "writer never checks it.",
                       {law::own_rule},
                       &report_step);
    law::register_rule("report-concordance",
                       "Whether a court followed what a report proposed",
                       "Followed, partly or not, by the disposal and the kinds of requirement. It "
                       "judges neither the court nor the report.",
                       {law::own_rule},
                       &concordance);
    register_proposal();
}

}  // namespace noms::reports
