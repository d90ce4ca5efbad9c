#include "areas/supervision/rules_enforcement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/data.gen.hpp"
#include "areas/supervision/law.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::supervision {
namespace {

constexpr int days_to_decide = 7;

const law::Provision breach_of_order{"Criminal Justice Act 2003, Sch. 8 para. 5",
                                     "https://www.legislation.gov.uk/ukpga/2003/44/schedule/8"};
const law::Provision standards{"National Standards for the Management of Offenders",
                               "https://webarchive.nationalarchives.gov.uk/"};

/// A row of data/enforcement.csv: what the failure of that number means.
struct Step {
    EnforcedSentence sentence = EnforcedSentence::Order;
    std::string edition{};
    std::string action{};
    int failures = 0;
    std::optional<int> working_days{};
    std::string what{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Step, sentence, edition, action, failures, working_days, what, cite, certainty)

/// What the failure of that number means; after the last row, what the last means.
const Step& step_for(EnforcedSentence sentence, const std::string& edition, int failures) {
    static const auto all = rows::read<Step>(data::enforcement);
    const Step* found = nullptr;
    for (const auto& step : all)
        if (step.sentence == sentence && step.edition == edition && step.failures <= failures)
            found = &step;
    return *found;
}

/// The standards of 2007 came into force on 30 September 2007 (policy.md 3, verified).
std::string edition_on(Date day) {
    return day < parse_date("2007-09-30").value() ? "2005" : "2007";
}

/// The first day that still counts with `day`: less than twelve months before it.
Date counted_from(Date day) {
    return plus_days(plus_months(day, -12), 1);
}

/// How many failures of that kind count up to and with `day`.
int failures_up_to(const std::vector<Failure>& failures, Date day, bool with_undecided) {
    return int(std::ranges::count_if(failures, [&](const Failure& failure) {
        bool counts = failure.acceptable ? !*failure.acceptable : with_undecided;
        return counts && counted_from(day) <= failure.on && failure.on <= day;
    }));
}

Result<void> add_step(EnforcementRuling& ruling,
                      EnforcementStep step,
                      std::optional<int> days,
                      Date day) {
    const auto& calendar = law::Calendar::england_and_wales();
    if (days) {
        step.due_on = TRY(calendar.plus_working_days(step.because_of, *days));
        step.working_days_left = TRY(calendar.working_days_between(day, *step.due_on));
    }
    ruling.steps.push_back(std::move(step));
    return {};
}

/// What follows one failure, if nothing did yet.
Result<void> add_steps_of(EnforcementRuling& ruling, const EnforcementFacts& facts, int which) {
    const auto& failure = facts.failures[size_t(which)];
    if (failure.acceptable == true || failure.answered_on) return {};
    if (failure.on < ruling.counted_from) return {};
    if (!failure.acceptable)
        return add_step(ruling,
                        {.action = "decide",
                         .what = "Decide whether the failure was acceptable",
                         .failure = which,
                         .because_of = failure.on,
                         .cite = standards.cite,
                         .certainty = "medium, from memory"},
                        days_to_decide,
                        facts.day);
    int number = failures_up_to(facts.failures, failure.on, false);
    const auto& step = step_for(facts.sentence, edition_on(failure.on), number);
    ruling.because.push_back(
        {fmt::format("The failure of {} is number {} in twelve months: {}",
                     noms::in_words(failure.on),
                     number,
                     step.what),
         facts.sentence == EnforcedSentence::Order ? breach_of_order : standards});
    return add_step(ruling,
                    {.action = step.action,
                     .what = step.what,
                     .failure = which,
                     .because_of = failure.on,
                     .cite = step.cite,
                     .certainty = step.certainty},
                    step.working_days,
                    facts.day);
}

std::vector<FieldError> faults_of(const EnforcementFacts& facts) {
    std::vector<FieldError> out;
    for (size_t i = 0; i < facts.failures.size(); ++i) {
        const auto& failure = facts.failures[i];
        if (facts.day < failure.on)
            out.push_back({fmt::format("failures.{}.on", i), "after_day", "must not be after day"});
        if (failure.answered_on && *failure.answered_on < failure.on)
            out.push_back({fmt::format("failures.{}.answered_on", i),
                           "before_failure",
                           "must not be before the failure"});
    }
    return out;
}

}  // namespace

Result<EnforcementRuling> enforcement_clock(const EnforcementFacts& given) {
    if (auto faults = faults_of(given); !faults.empty()) return invalid(std::move(faults));
    auto facts = given;
    auto& failures = facts.failures;
    std::ranges::stable_sort(failures, {}, &Failure::on);
    EnforcementRuling ruling{.edition = edition_on(facts.day),
                             .counted_from = counted_from(facts.day),
                             .failures = failures_up_to(failures, facts.day, false),
                             .failures_at_most = failures_up_to(failures, facts.day, true)};
    ruling.because.push_back(
        {fmt::format("{} failures without a reasonable excuse since {}",
                     ruling.failures,
                     noms::in_words(ruling.counted_from)),
         facts.sentence == EnforcedSentence::Order ? breach_of_order : standards});
    for (int i = 0; i < int(failures.size()); ++i) CHECK(add_steps_of(ruling, facts, i));
    ruling.next_failure = step_for(facts.sentence, ruling.edition, ruling.failures + 1).what;
    return ruling;
}

void register_rules() {
    law::register_texts(law_text::all_texts);
    law::register_rule<EnforcementFacts, EnforcementRuling>(
        "enforcement-clock",
        "What follows a failure to comply, and by when",
        "Failures in rolling twelve months of one order or licence: a decision, a warning, breach "
        "within ten working days of the second, recall at the third of a licence.",
        {breach_of_order, standards},
        &enforcement_clock);
}

}  // namespace noms::supervision
