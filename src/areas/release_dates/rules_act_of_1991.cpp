#include "areas/release_dates/rules_act_of_1991.hpp"

#include <algorithm>

#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/rules_marks.hpp"

namespace noms::release_dates {
namespace {

using SentencesOf1991 = std::vector<const SentenceFact*>;

const law::Provision single_term{"Criminal Justice Act 1991, s. 51(2)",
                                 "https://www.legislation.gov.uk/ukpga/1991/53/section/51"};
const law::Provision half_of_a_long_term{
    "Criminal Justice and Immigration Act 2008, s. 26: not for the offences of a schedule",
    "https://www.legislation.gov.uk/ukpga/2008/4/section/26"};
const law::Provision recall_to_three_quarters{
    "Criminal Justice Act 1991, ss. 33(3) and 39",
    "https://www.legislation.gov.uk/ukpga/1991/53/section/39"};

/// Four years or more in custody under the Act of 1991.
bool lasts_four_years(const SentenceFact& sentence) {
    const auto* kind = sentence_kind(sentence.disposal);
    if (!kind || !is_of_the_1991_act(sentence)) return false;
    if (kind->kind != CalculatedAs::Standard && kind->kind != CalculatedAs::Extended) return false;
    static const auto months = law::whole_numbers(law_text::long_term_of_1991);
    const Day from = sentence.imposed_on;
    const int custody = days_in(term_of(custody_of(sentence)), from);
    return custody >= days_in_months(from, months.periods.front().value);
}

bool has_parole_or_extension(const SentenceFact& sentence) {
    const auto* kind = sentence_kind(sentence.disposal);
    return is_long_term(sentence) || (kind && kind->kind == CalculatedAs::Extended);
}

/// Those that the Act counts together; terms in default and orders for the young stand alone.
SentencesOf1991 of_the_act(const CalculationFacts& facts) {
    SentencesOf1991 out;
    for (const auto& each : facts.sentences) {
        const auto* kind = sentence_kind(each.disposal);
        bool counts =
            kind && (kind->kind == CalculatedAs::Standard || kind->kind == CalculatedAs::Extended);
        if (counts && is_of_the_1991_act(each)) out.push_back(&each);
    }
    return out;
}

bool recalled_before_2008(const CalculationFacts& facts) {
    static const auto kinds = law::texts(law_text::recall_kinds);
    return !facts.recalls.empty() && facts.recalls.back().revoked_on < kinds.periods.back().from;
}

/// Of 12 months and more: shorter ones had no licence to be recalled on.
bool any_on_licence(const SentencesOf1991& all) {
    return std::ranges::any_of(all,
                               [](const SentenceFact* each) { return lasts_months(*each, 12); });
}

/// From the first to the end of the last, those that follow one after the other (s. 51(2)).
SentenceFact as_one(const SentencesOf1991& all) {
    auto one = **std::ranges::min_element(all, {}, &SentenceFact::imposed_on);
    auto ends = one.imposed_on;
    for (const auto* each : all) {
        auto from = each->consecutive_to ? ends : each->imposed_on;
        ends = std::max(ends, sentences::after(from, each->length));
        one.remand_days = std::max(one.remand_days, each->remand_days);
    }
    one.disposal = "IMP_4Y91";
    one.custodial.reset();
    one.length = {.days = days_between(one.imposed_on, ends)};
    return one;
}

/// Whether they are a long term that is not simply the longest of one day.
bool are_a_long_term_together(const SentencesOf1991& all, const CalculationFacts& facts) {
    bool any_follows = std::ranges::any_of(
        facts.sentences, [](const SentenceFact& each) { return each.consecutive_to.has_value(); });
    bool any_long = std::ranges::any_of(
        all, [](const SentenceFact* each) { return has_parole_or_extension(*each); });
    if (any_follows) return any_long || is_long_term(as_one(all));
    bool of_one_day = std::ranges::all_of(
        all, [&](const SentenceFact* each) { return each->imposed_on == all.front()->imposed_on; });
    return !of_one_day && (any_long || is_long_term(as_one(all)));
}

}  // namespace

bool is_of_the_1991_act(const SentenceFact& sentence) {
    static const auto& law = *law_of(service_profile);
    return sentence.committed_on && Day(*sentence.committed_on) < law.act_of_2003 &&
           Day(sentence.imposed_on) < law.act_of_2003_sentences;
}

bool is_long_term(const SentenceFact& sentence) {
    if (!lasts_four_years(sentence)) return false;
    if (sentence_kind(sentence.disposal)->kind == CalculatedAs::Extended) return true;
    static const auto served = law::fractions(law_text::long_term_release);
    static const auto& law = *law_of(service_profile);
    const Day from = sentence.imposed_on;
    const int custody = days_in(term_of(custody_of(sentence)), from);
    const int counted = sentence.remand_days.value_or(0) + sentence.tagged_bail_days.value_or(0);
    const Day half = from + law.long_term_parole.of(custody) - 1 - counted;
    // The law of 2008 left the violent and sexual offences of a schedule where they were.
    const bool specified = sentence.marks && sentence.marks->has("SCHEDULE_15");
    return specified || half < Day(served.periods.back().from);
}

namespace {

/// Whether nobody has said if the law of 2008 reaches a term whose half is served under it.
bool lacks_the_mark_of_2008(const SentenceFact& sentence) {
    static const auto served = law::fractions(law_text::long_term_release);
    return lasts_four_years(sentence) && !is_long_term(sentence) &&
           !marks_answer_for(sentence, served.periods.back().from);
}

}  // namespace

std::vector<law::Provision> provisions_of_the_1991_act() {
    return {single_term, half_of_a_long_term, recall_to_three_quarters};
}

std::vector<Doubt> doubts_of_the_1991_act(const CalculationFacts& facts) {
    const auto all = of_the_act(facts);
    if (all.empty()) return {};
    std::vector<Doubt> out;
    bool any_long = std::ranges::any_of(
        all, [](const SentenceFact* each) { return has_parole_or_extension(*each); });
    for (const auto* each : all)
        if (lacks_the_mark_of_2008(*each))
            out.push_back(
                {DoubtLevel::Unsupported,
                 "SCHEDULE_OF_2008_NOT_RECORDED",
                 each->id,
                 "Where half is served from 9 June 2008 on, release comes at half, but at "
                 "two thirds for violent and sexual offences of a schedule, and the marks of "
                 "this one are not recorded",
                 half_of_a_long_term});
    if (any_long && !facts.recalls.empty())
        out.push_back({DoubtLevel::Unsupported,
                       "RECALL_OF_A_LONG_TERM_OF_1991",
                       "",
                       "Release after a recall on a long or extended sentence of the Act of 1991 "
                       "is not known to this calculation",
                       recall_to_three_quarters});
    if (!any_long && recalled_before_2008(facts) && any_on_licence(all))
        out.push_back({DoubtLevel::Warning,
                       "RECALL_OF_1991_TO_THE_END",
                       "",
                       "Release after this recall is shown at the end of the sentence; the Act of "
                       "1991 gave it at three quarters to those recalled before 14 July 2008, so "
                       "check it by hand",
                       recall_to_three_quarters});
    if (are_a_long_term_together(all, facts))
        out.push_back({DoubtLevel::Unsupported,
                       "LONG_TERMS_OF_1991_TOGETHER",
                       "",
                       "Sentences for offences before 4 April 2005 count as one term, here of four "
                       "years or more: this calculation knows its dates for one sentence, or "
                       "several of one day",
                       single_term});
    return out;
}

}  // namespace noms::release_dates
