#include "areas/sentences/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/law.gen.hpp"
#include "areas/sentences/provisions.hpp"
#include "areas/sentences/rules_fine_account.hpp"
#include "areas/sentences/rules_fines.hpp"
#include "areas/sentences/rules_intermittent.hpp"

namespace noms::sentences {
namespace {

const Run* run_of(std::int64_t sentence, const std::vector<Run>& all) {
    auto found = std::ranges::find(all, sentence, &Run::sentence);
    return found == all.end() ? nullptr : &*found;
}

Ending on(Date until) {
    return {EndIs::Day, until};
}

/// Whichever lasts longer; never is longer than a day that nobody knows.
Ending later(const Ending& one, const Ending& other) {
    if (one.end == EndIs::Never || other.end == EndIs::Never) return {EndIs::Never, {}};
    if (one.end == EndIs::NotKnown || other.end == EndIs::NotKnown) return {EndIs::NotKnown, {}};
    return on(std::max(*one.until, *other.until));
}

/// How a term begins that is consecutive to another: when that one ends.
Ending beginning_of(const Run& run, const std::vector<Run>& all) {
    if (!run.consecutive_to || !may_follow(run.sentence, *run.consecutive_to, all))
        return on(run.imposed_on);
    auto before = ending_of(*run_of(*run.consecutive_to, all), all);
    return later(before, on(run.imposed_on));
}

/// A suspended term keeps its offender under sentence for its supervision and operational period;
/// one that took effect, until it is served.
Ending end_of_suspended(const Run& run) {
    if (run.activated_on)
        return on(plus_days(after(*run.activated_on, run.activated.value_or(run.length)),
                            -run.days_counted));
    int months = std::max(run.supervision_months.value_or(0), run.operational_months.value_or(0));
    return months == 0 ? Ending{} : on(plus_months(run.imposed_on, months));
}

Ending end_of_fixed(const Run& run, const std::vector<Run>& all) {
    if (run.length.empty()) return {};
    auto from = beginning_of(run, all);
    if (from.end != EndIs::Day) return from;
    return on(plus_days(after(*from.until, run.length), -run.days_counted));
}

/// Whether it runs on `day`; a sentence without an end that is known may.
Answer runs_on(const Run& run, const Ending& ending, Date day) {
    if (day < run.imposed_on) return Answer::No;
    if (ending.end == EndIs::Never) return Answer::Yes;
    if (ending.end == EndIs::Day) return day < *ending.until ? Answer::Yes : Answer::No;
    return run.term == Term::NotKnown || run.length.empty() ? Answer::NotKnown : Answer::Yes;
}

/// An order without a length (unpaid work of so many hours) runs until it is worked.
bool has_span(const Run& run, const Disposal* disposal) {
    return run.term != Term::None || (disposal && disposal->managed == Managed::Yes);
}

/// Fines, discharges and the like put nobody under sentence.
bool puts_under_sentence(const Run& run, const Disposal* disposal) {
    if (!disposal) return has_span(run, disposal);
    switch (disposal->kind) {
        case Group::Custody:
        case Group::Suspended:
        case Group::Community:
        case Group::EarlierCommunity:
        case Group::Youth:
        case Group::Default: return has_span(run, disposal);
        default: return false;
    }
}

std::string name_of(const Run& run, const Disposal* disposal) {
    return disposal ? disposal->name : run.disposal;
}

std::string in_words(const Ending& ending) {
    if (ending.end == EndIs::Never) return "has no end by its term";
    if (ending.end == EndIs::NotKnown) return "ends on a day that is not known";
    return "runs to the end of " + noms::in_words(plus_days(*ending.until, -1)) + " at the latest";
}

}  // namespace

Date after(Date start, const Length& length) {
    auto months = plus_months(start, 12 * length.years + length.months);
    return plus_days(months, 7 * length.weeks + length.days);
}

std::string in_words(const Length& length) {
    std::string out;
    auto add = [&](int count, std::string_view one) {
        if (count == 0) return;
        out += fmt::format("{}{} {}{}", out.empty() ? "" : ", ", count, one, count == 1 ? "" : "s");
    };
    add(length.years, "year");
    add(length.months, "month");
    add(length.weeks, "week");
    add(length.days, "day");
    return out.empty() ? "no length" : out;
}

std::string pounds(std::int64_t pence) {
    constexpr int pence_a_pound = 100;
    return fmt::format("£{}.{:02}", pence / pence_a_pound, pence % pence_a_pound);
}

Ending ending_of(const Run& run, const std::vector<Run>& all) {
    if (run.ended_on) return on(*run.ended_on);
    const auto* known = disposal(run.disposal);
    if (known && known->part == Part::Suspended) return end_of_suspended(run);
    if (run.term == Term::Indeterminate) return {EndIs::Never, {}};
    if (run.term == Term::Fixed) return end_of_fixed(run, all);
    if (run.term == Term::None && !has_span(run, known)) return on(run.imposed_on);
    return {};
}

bool may_follow(std::int64_t sentence, std::int64_t to, const std::vector<Run>& all) {
    // A chain is no longer than the sentences there are; a longer walk is a circle.
    for (size_t steps = 0; steps <= all.size(); ++steps) {
        const auto* run = run_of(to, all);
        if (!run || to == sentence) return false;
        if (!run->consecutive_to) return true;
        to = *run->consecutive_to;
    }
    return false;
}

Result<Standing> standing(const StandingFacts& facts) {
    Standing out;
    for (const auto& run : facts.sentences) {
        const auto* known = disposal(run.disposal);
        if (!puts_under_sentence(run, known)) continue;
        auto ending = ending_of(run, facts.sentences);
        auto runs = runs_on(run, ending, facts.day);
        if (runs == Answer::No) continue;
        if (runs == Answer::Yes || out.under_sentence == Answer::No) out.under_sentence = runs;
        out.ends = out.ends ? later(*out.ends, ending) : ending;
        auto words = fmt::format(
            "{} of {} {}", name_of(run, known), noms::in_words(run.imposed_on), in_words(ending));
        out.because.push_back({words, known ? provision_of(*known) : law::Provision{}});
        if (known && known->managed != Managed::Yes) continue;
        out.managed = true;
        out.managed_ends = out.managed_ends ? later(*out.managed_ends, ending) : ending;
    }
    if (out.because.empty())
        out.because.push_back(
            {"No sentence that puts somebody under supervision or in custody runs on " +
                 noms::in_words(facts.day),
             {}});
    return out;
}

namespace {

/// Every provision of the catalogue, once.
std::vector<law::Provision> provisions_of_disposals() {
    std::vector<law::Provision> out;
    for (const auto& each : disposals()) {
        auto provision = provision_of(each);
        if (std::ranges::find(out, provision.cite, &law::Provision::cite) == out.end())
            out.push_back(std::move(provision));
    }
    return out;
}

}  // namespace

void register_rules() {
    law::register_texts(law_text::all_texts);
    const law::Provision act{"Criminal Justice Act 2003",
                             "https://www.legislation.gov.uk/ukpga/2003/44"};
    law::register_rule<DisposalFacts, DisposalRuling>(
        "disposal",
        "Whether a court could pass a disposal",
        "The dates between which it was in force, the ages it is for and the limits of its term. "
        "The whole table is at /disposals.",
        provisions_of_disposals(),
        &disposal_ruling);
    law::register_rule<StandingFacts, Standing>(
        "under-sentence",
        "Whether somebody is under sentence, and until when at the latest",
        "By the terms that courts gave, consecutive ones one after the other. Dates of release are "
        "not part of it. What is not known is said to be not known.",
        {act},
        &standing);
    register_fines();
    register_fine_account();
    register_intermittent();
}

}  // namespace noms::sentences
