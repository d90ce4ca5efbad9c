#include "areas/release_dates/engine/curfew.hpp"

#include <algorithm>

namespace noms::release_dates {
namespace {

/// The day under one of the two curfew laws, before days awarded.
Day curfew_under(const Curfew& law, const Sentence& sentence, const Law& figures) {
    const int days = sentence.days_to_release;
    const int served = days < law.half_below ? std::max(figures.curfew_least_served, (days + 1) / 2)
                                             : days - law.longest - 1;
    const int at_large = sentence.ledger.at_large_in_custody;
    const Day earliest = sentence.sentenced_on + figures.curfew_least_after_sentence;
    const Day day = sentence.sentenced_on + served - sentence.ledger.deductions();
    return std::max(day, earliest) + at_large;
}

}  // namespace

bool spans(const Sentence& sentence, const Case& facts, Day day) {
    auto before = [&](int i) { return facts.part(i).sentenced_on < day; };
    return sentence.form == Form::Chain && std::ranges::any_of(sentence.parts, before) &&
           !std::ranges::all_of(sentence.parts, before);
}

std::optional<Day> curfew_eligibility(const Sentence& sentence, const Case& facts) {
    const auto& law = facts.law;
    if (!sentence.identified.has(DateType::HDCED)) return std::nullopt;
    if (sentence.release() < sentence.sentenced_on + law.curfew_least_after_sentence ||
        sentence.days_to_release < law.curfew_least_custody)
        return std::nullopt;
    const Day commences = law.curfew_365_from;
    const Day before = curfew_under(law.curfew_before, sentence, law);
    const Day after = curfew_under(law.curfew, sentence, law);
    // Days awarded come on top; they never decide which law applies.
    const auto& ledger = sentence.ledger;
    const int awarded = ledger.awarded - ledger.unused_awarded - ledger.served_awarded;
    if (before < commences && !spans(sentence, facts, commences)) return before + awarded;
    return std::max(after, commences) + awarded;
}

}  // namespace noms::release_dates
