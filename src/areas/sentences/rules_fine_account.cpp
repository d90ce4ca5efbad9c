#include "areas/sentences/rules_fine_account.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/data.gen.hpp"
#include "areas/sentences/rules.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {
namespace {

const law::Provision time_to_pay{"Magistrates' Courts Act 1980, s. 75",
                                 "https://www.legislation.gov.uk/ukpga/1980/43/section/75"};
const law::Provision by_means{"Criminal Justice Act 2003, s. 164",
                              "https://www.legislation.gov.uk/ukpga/2003/44/section/164"};

/// The day of an instalment, the first being number nought.
Date day_of(const Instalments& plan, int number) {
    constexpr int week = 7;
    switch (plan.every) {
        case PayEvery::Week: return plus_days(plan.first_on, week * number);
        case PayEvery::Fortnight: return plus_days(plan.first_on, 2 * week * number);
        case PayEvery::Month: return plus_months(plan.first_on, number);
        case PayEvery::AtOnce: break;
    }
    return plan.first_on;
}

/// How many instalments there are; the last may be smaller.
int count_of(const Instalments& plan, std::int64_t due) {
    return plan.every == PayEvery::AtOnce ? 1 : int((due + plan.pence - 1) / plan.pence);
}

/// What ought to have been paid when so many instalments have fallen due.
std::int64_t due_after(const Instalments& plan, std::int64_t due, int number) {
    if (plan.every == PayEvery::AtOnce) return number > 0 ? due : 0;
    return std::min(due, plan.pence * number);
}

Instalments plan_of(const FineAccountFacts& facts) {
    return facts.instalments.value_or(
        Instalments{.pence = facts.due_pence, .first_on = facts.imposed_on});
}

std::vector<FieldError> faults_of(const FineAccountFacts& facts) {
    constexpr int instalments_max = 1040;  // twenty years of weeks
    std::vector<FieldError> out;
    if (facts.due_pence <= 0) out.push_back({"due_pence", "missing", "Say how much the fine is"});
    const auto plan = plan_of(facts);
    if (plan.first_on < facts.imposed_on)
        out.push_back({"first_on", "before_start", "Nothing is due before the fine is imposed"});
    bool by_parts = plan.every != PayEvery::AtOnce;
    if (by_parts && (plan.pence <= 0 || facts.due_pence / plan.pence > instalments_max))
        out.push_back({"pence", "too_little", "The instalments would never end"});
    for (const auto& each : facts.paid)
        if (each.pence <= 0)
            out.push_back({"paid", "below_nought", "Each payment is above nought"});
    return out;
}

/// What is left a week of the means after the instalments.
std::optional<std::int64_t> leaves(const FineAccountFacts& facts, const Instalments& plan) {
    constexpr int weeks_a_year = 52, months_a_year = 12;
    if (!facts.weekly_income_pence || !facts.weekly_outgoings_pence) return std::nullopt;
    auto left = *facts.weekly_income_pence - *facts.weekly_outgoings_pence;
    switch (plan.every) {
        case PayEvery::Week: return left - plan.pence;
        case PayEvery::Fortnight: return left - plan.pence / 2;
        case PayEvery::Month: return left - plan.pence * months_a_year / weeks_a_year;
        case PayEvery::AtOnce: break;
    }
    return left;
}

bool was_taken(const FineAccountFacts& facts, std::string_view code) {
    return std::ranges::any_of(facts.steps, [&](const StepTaken& each) {
        return each.step == code && each.taken_on <= facts.day;
    });
}

/// The steps that the law of the day has, whose first step was taken and which were not themselves.
std::vector<std::string> open_steps(const FineAccountFacts& facts) {
    std::vector<std::string> out;
    for (const auto& each : fine_steps()) {
        bool in_force = each.from <= facts.day && (!each.until || facts.day < *each.until);
        bool in_turn = !each.after || was_taken(facts, *each.after);
        if (in_force && in_turn && !was_taken(facts, each.code)) out.push_back(each.code);
    }
    return out;
}

void add_plan(FineAccount& out, const FineAccountFacts& facts, const Instalments& plan) {
    const int count = count_of(plan, facts.due_pence);
    int fallen = 0;
    while (fallen < count && day_of(plan, fallen) <= facts.day) ++fallen;
    out.behind_pence =
        std::max<std::int64_t>(0, due_after(plan, facts.due_pence, fallen) - out.paid_pence);
    out.paid_off_on = day_of(plan, count - 1);
    for (int next = fallen; next < count && !out.next_due_on; ++next) {
        auto wanted = due_after(plan, facts.due_pence, next + 1) -
                      std::max(out.paid_pence, due_after(plan, facts.due_pence, next));
        if (wanted <= 0) continue;
        out.next_due_on = day_of(plan, next);
        out.next_due_pence = wanted;
    }
}

void explain(FineAccount& out, const FineAccountFacts& facts) {
    out.because.push_back(
        {fmt::format("{} of {} is paid", pounds(out.paid_pence), pounds(facts.due_pence)),
         time_to_pay});
    if (out.behind_pence > 0)
        out.because.push_back(
            {pounds(out.behind_pence) + " ought to have been paid by " + noms::in_words(facts.day),
             time_to_pay});
    if (out.leaves_pence)
        out.because.push_back({"The instalments leave " +
                                   pounds(std::max<std::int64_t>(0, *out.leaves_pence)) +
                                   " a week of what the offender has",
                               by_means});
    for (const auto& code : out.steps_open) {
        const auto* step = fine_step(code);
        out.because.push_back({step->name + " can be taken", {step->cite, step->link}});
    }
}

}  // namespace

const std::vector<FineStep>& fine_steps() {
    static const auto all = rows::read<FineStep>(data::fine_step);
    return all;
}

const FineStep* fine_step(std::string_view code) {
    auto found = std::ranges::find(fine_steps(), code, &FineStep::code);
    return found == fine_steps().end() ? nullptr : &*found;
}

Result<FineAccount> fine_account(const FineAccountFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    const auto plan = plan_of(facts);
    FineAccount out;
    for (const auto& each : facts.paid)
        if (each.paid_on <= facts.day) out.paid_pence += each.pence;
    if (out.paid_pence > facts.due_pence) return refused("More was paid than the fine.");
    out.outstanding_pence = facts.due_pence - out.paid_pence;
    out.leaves_pence = leaves(facts, plan);
    if (out.outstanding_pence > 0) add_plan(out, facts, plan);
    if (out.behind_pence > 0) out.steps_open = open_steps(facts);
    explain(out, facts);
    return out;
}

void register_fine_account() {
    std::vector<law::Provision> used{time_to_pay, by_means};
    for (const auto& each : fine_steps()) used.push_back({each.cite, each.link});
    law::register_rule<FineAccountFacts, FineAccount>(
        "fine-account",
        "How a fine stands",
        "What was paid, which instalments are behind, and which steps of enforcement the law of "
        "the day has next. What is served in default is the rule fine-default.",
        used,
        &fine_account);
}

}  // namespace noms::sentences
