#include "areas/release_dates/rules_marks.hpp"

#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_booking.hpp"

namespace noms::release_dates {
namespace {

constexpr int months_a_year = 12;

bool lasts_years(const SentenceFact& sentence, int years) {
    return lasts_months(sentence, months_a_year * years);
}

bool is_detention_of_a_child(const SentenceFact& sentence) {
    return sentence.disposal == "S91";
}

/// Years from which on two thirds are served of offences that are marked with that code.
int years_of(std::string_view table) {
    return law::whole_numbers(table).periods.front().value;
}

bool counts(Exclusion mark, const SentenceFact& sentence) {
    static const int violent_years = years_of(law_text::violent_shortest);
    if (mark == Exclusion::Violent) return lasts_years(sentence, violent_years);
    const auto& law = *law_of(service_profile);
    if (mark == Exclusion::ProgressionSchedule13Part3)
        return Day(sentence.imposed_on) < law.progression->commences;
    return true;
}

}  // namespace

bool lasts_months(const SentenceFact& sentence, int months) {
    return noms::plus_months(sentence.imposed_on, months) <=
           sentences::after(sentence.imposed_on, sentence.length);
}

Exclusions exclusions_of(const SentenceFact& sentence) {
    Exclusions out;
    if (!sentence.marks) return out;
    for (const auto& code : sentence.marks->codes)
        if (auto mark = exclusion_named(code); mark && counts(*mark, sentence)) out.add(*mark);
    return out;
}

TwoThirds two_thirds_of(const SentenceFact& sentence) {
    if (!sentence.marks) return {};
    static const auto shortest = law::whole_numbers(law_text::two_thirds_shortest);
    static const int longer = shortest.periods.front().value;
    static const auto& since = shortest.periods.back();
    const auto& marks = *sentence.marks;
    const bool long_term = lasts_years(sentence, longer);
    const bool first_list = marks.has("TWO_THIRDS_7_YEARS");
    TwoThirds out;
    if (is_detention_of_a_child(sentence))
        out.if_passed_later = long_term && marks.has("TWO_THIRDS_CHILD");
    else if (long_term)
        out.if_passed_later = first_list || marks.has("TWO_THIRDS_7_YEARS_LATER");
    else
        out.if_passed_later = lasts_years(sentence, since.value) && marks.has("TWO_THIRDS_4_YEARS");
    const bool of_2020 = first_list && long_term && !is_detention_of_a_child(sentence) &&
                         !marks.has("TWO_THIRDS_7_YEARS_LATER") &&
                         shortest.periods.front().from <= sentence.imposed_on;
    out.on_the_day = of_2020 || (out.if_passed_later && since.from <= sentence.imposed_on);
    return out;
}

bool is_section_250(const SentenceFact& sentence) {
    static const auto law = law::texts(law_text::detention_of_a_child);
    auto found = law.on(sentence.imposed_on);
    return is_detention_of_a_child(sentence) && found && found->value == "section 250";
}

bool marks_answer_for(const SentenceFact& sentence, Day day) {
    return sentence.marks && sentence.marks->answer_for(Date(day));
}

}  // namespace noms::release_dates
