#include "areas/reports/rules_proposal.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/data.gen.hpp"
#include "areas/reports/suggesting.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

using assessments::Rosh;

/// The Act of 2003's sentences begin here, for offences committed from then on (SI 2005/950).
const Date first_day = *parse_date("2005-04-04");
constexpr int adult_age = 18;

const law::Provision serious_enough{"Criminal Justice Act 2003, s. 148", ""};
const law::Provision custody_threshold{"Criminal Justice Act 2003, s. 152(2)", ""};
const law::Provision earlier_convictions{"Criminal Justice Act 2003, s. 143(2)", ""};
const law::Provision dangerousness{"Criminal Justice Act 2003, ss. 224 to 229", ""};

/// A row of data/limit.csv.
struct Limit {
    std::string name{};
    int value = 0;
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Limit, name, value, words, source, certainty)

bool is_high(const std::optional<Rosh>& rosh) {
    return rosh && *rosh >= Rosh::High;
}

bool is_persistent(const ProposalFacts& facts) {
    return facts.priority_offender.value_or(false) ||
           facts.previous_convictions.value_or(0) >= limit("persistent_from");
}

/// Offences of before the Act of 2003 are not specified ones, whatever is said of them.
bool is_specified(const ProposalFacts& facts) {
    if (facts.committed_on && *facts.committed_on < first_day) return false;
    return facts.specified && *facts.specified != Specified::No;
}

void list_missing(const ProposalFacts& facts, std::vector<std::string>& missing) {
    if (!facts.born) missing.push_back("The birth date: which Acts apply turns on the age");
    if (!facts.committed_on)
        missing.push_back("The day of the offence: offences before 4 April 2005 have other orders");
    if (!facts.seriousness) missing.push_back("How serious the court holds it to be");
    if (!facts.specified)
        missing.push_back("Whether the offence is specified in Schedule 15 to the Act of 2003");
    if (!facts.assessed) missing.push_back("A signed assessment: needs are not known");
    if (!facts.rosh) missing.push_back("The risk of serious harm");
    if (!facts.reconviction_percent) missing.push_back("The likelihood of reconviction (OGRS3)");
    if (!facts.previous_convictions)
        missing.push_back(
            "Earlier convictions: the record knows of none, and does not say that "
            "there was none");
}

/// Recent earlier convictions make an offence more serious: one level for the persistent.
std::optional<Seriousness> level_of(const ProposalFacts& facts, ProposalRuling& out) {
    auto level = facts.seriousness;
    bool raised = level && *level <= Seriousness::Low && is_persistent(facts);
    if (!raised) return level;
    out.because.push_back(
        {"Persistent: earlier convictions that are relevant and recent make it "
         "more serious, here by one level",
         earlier_convictions});
    return *level == Seriousness::TooLow ? Seriousness::Low : Seriousness::Medium;
}

/// Likelihood, harm and needs are all known, and all low.
bool is_low_risk(const ProposalFacts& facts) {
    return facts.reconviction_percent &&
           *facts.reconviction_percent < limit("low_likelihood_below") && facts.rosh == Rosh::Low &&
           facts.assessed && int(facts.needs.size()) <= limit("needs_of_low_risk_max") &&
           !is_persistent(facts);
}

void propose_dangerousness(const ProposalFacts& facts, ProposalRuling& out) {
    out.course = Course::Dangerousness;
    out.because.push_back({"The offence is specified and the risk of serious harm is " +
                               assessments::in_words(*facts.rosh) +
                               ": the court assesses whether there is a significant risk to the "
                               "public. No community sentence is suggested",
                           dangerousness});
    auto add = [&](const char* code, const char* words) {
        const auto* known = sentences::disposal(code);
        if (sentences::why_not_on(*known, facts.hearing_on).empty())
            out.consider.push_back(known->name + ": " + words);
    };
    if (*facts.specified == Specified::Serious) {
        add("LIFE_DISC", "where the offence carries life and is serious enough (s. 225(2))");
        add("IPP", "for a serious specified offence (s. 225(3))");
    }
    add("EPP", "for a specified offence (s. 227)");
    out.consider.push_back(
        "The report says what the risk is and what is against it; it does not "
        "say that somebody is dangerous");
}

void propose_custody(const ProposalFacts& facts, ProposalRuling& out) {
    out.course = Course::Custody;
    out.because.push_back(
        {"The court indicated that neither a fine nor a community sentence can "
         "be justified",
         custody_threshold});
    if (is_high(facts.rosh))
        out.consider.push_back("The risk of serious harm speaks against suspending the sentence");
    else
        out.consider.push_back(
            "Suspended sentence order, where the term is short enough (s. 189): "
            "name the requirements that would go with it");
}

void propose_fine(const ProposalFacts& facts,
                  std::optional<Seriousness> level,
                  ProposalRuling& out) {
    out.course = Course::DischargeOrFine;
    if (level == Seriousness::TooLow)
        out.because.push_back(
            {"It is not serious enough for a community sentence", serious_enough});
    else
        out.because.push_back(
            {fmt::format("Low risk: reconviction {} %, serious harm low, {}. Supervision would add "
                         "nothing that lowers it",
                         *facts.reconviction_percent,
                         facts.needs.empty() ? "no need" : "one need"),
             {"noms: low-risk people towards fines and discharges (reform of 2004)", ""}});
    if (facts.previous_convictions == 0) {
        out.disposal = "CD";
        out.months = limit("discharge_months");
        out.consider.push_back("A fine, where the court wants to punish (s. 164: by the means)");
        return;
    }
    out.disposal = "FINE";
    out.consider.push_back("How much is the court's, after inquiring into means (s. 164)");
    out.consider.push_back("Compensation comes before a fine");
}

void add_general(const ProposalFacts& facts, ProposalRuling& out) {
    if (is_specified(facts) && !is_high(facts.rosh))
        out.consider.push_back(
            "The offence is specified: the court assesses dangerousness all the "
            "same (s. 229)");
    if (facts.broke_order.value_or(false))
        out.consider.push_back(
            "An order or a licence was broken before: say what is different now");
    if (is_high(facts.rosh) && out.course == Course::CommunitySentence)
        out.consider.push_back(
            "The risk of serious harm is high: a curfew, an exclusion, a "
            "prohibited activity or a place to live protect others");
}

bool is_child(const ProposalFacts& facts) {
    return facts.born && age_on(*facts.born, facts.hearing_on) < adult_age;
}

void choose(const ProposalFacts& facts, ProposalRuling& out) {
    if (is_specified(facts) && is_high(facts.rosh)) return propose_dangerousness(facts, out);
    auto level = level_of(facts, out);
    if (level == Seriousness::CustodyInevitable) return propose_custody(facts, out);
    bool may_be_low = !level || *level <= Seriousness::Low;
    if (level == Seriousness::TooLow || (may_be_low && is_low_risk(facts)))
        return propose_fine(facts, level, out);
    if (!level) {
        out.because.push_back(
            {"The court did not say how serious it is, and the risk is not known "
             "to be low: nothing is suggested",
             serious_enough});
        return;
    }
    suggest_order(facts, *level, out);
}

}  // namespace

int limit(std::string_view name) {
    static const auto all = rows::read<Limit>(data::limit);
    return std::ranges::find(all, name, &Limit::name)->value;
}

Result<ProposalRuling> proposal(const ProposalFacts& facts) {
    if (facts.hearing_on < first_day)
        return refused("The rules of proposals begin on 4 April 2005.");
    ProposalRuling out;
    if (is_child(facts)) {
        out.course = Course::YouthTeam;
        out.because.push_back({"Under 18: a youth offending team writes the report",
                               {"Crime and Disorder Act 1998, ss. 38 and 39", ""}});
        return out;
    }
    list_missing(facts, out.missing);
    choose(facts, out);
    add_general(facts, out);
    return out;
}

void register_proposal() {
    law::register_rule("proposal",
                       "What a pre-sentence report may propose",
                       "A disposal with its requirements by seriousness, risk and needs, with what "
                       "is missing. It advises: a named person proposes and the court decides.",
                       {serious_enough, custody_threshold, earlier_convictions, dangerousness},
                       &proposal);
}

}  // namespace noms::reports
