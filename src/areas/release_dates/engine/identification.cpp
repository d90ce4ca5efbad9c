#include "areas/release_dates/engine/identification.hpp"

#include <algorithm>
#include <array>

namespace noms::release_dates {
namespace {

using enum DateType;

constexpr Fraction all_of_it{1, 1};

template <class Test>
bool any_part(const Sentence& sentence, const Case& facts, Test&& test) {
    return std::ranges::any_of(sentence.parts, [&](int i) { return test(facts.part(i)); });
}
template <class Test>
bool every_part(const Sentence& sentence, const Case& facts, Test&& test) {
    return std::ranges::all_of(sentence.parts, [&](int i) { return test(facts.part(i)); });
}

bool is_detention_and_training(const Part& part) {
    return part.type == SentenceType::DetentionAndTraining;
}

/// Not paying a civil debt or obeying a court is no offence: remand has no place there (6.2).
bool is_civil_offence(std::string_view code) {
    constexpr std::array<std::string_view, 8> codes{"ZZ01001",
                                                    "ZZ01002",
                                                    "ZZ01003",
                                                    "ZZ01004",
                                                    "ZZ01005",
                                                    "ZZ01008",
                                                    "ZZ01010",
                                                    "XX00000-016N"};
    return std::ranges::find(codes, code) != codes.end();
}

bool refuses_remand(const Part& part) {
    return part.type == SentenceType::BreachOfSupervision ||
           (part.type == SentenceType::FineDefault && is_civil_offence(part.offence_code));
}

bool has_licence_under_12_months(const Sentence& sentence, const Law& law) {
    return sentence.offence_on && *sentence.offence_on >= law.licence_under_12_months;
}

// -- standard sentences (3.3) ---------------------------------------------------------------------

DateTypes types_of_the_1991_act(const Sentence& sentence) {
    if (!sentence.is_shorter_than(48)) return DateTypes(CRD, SLED);
    if (!sentence.is_shorter_than(12)) return DateTypes(LED, CRD, SED);
    return DateTypes(ARD, SED);
}

DateTypes types_of_the_2003_act(const Sentence& sentence, const Law& law) {
    const bool short_without_licence =
        sentence.is_shorter_than(12) && !has_licence_under_12_months(sentence, law);
    if (short_without_licence || sentence.nominal_days == 1) return DateTypes(SED, ARD);
    return DateTypes(SLED, CRD);
}

/// Supervision follows a sentence of less than two years for somebody who is over 18 at half
/// of it; on the birthday itself they are not over 18 (7.1 a).
bool has_supervision(const Sentence& sentence, const Case& facts) {
    if (facts.booking.switches.supervision_repealed || sentence.form == Form::SingleTerm)
        return false;
    const auto& law = facts.law;
    const int days = sentence.nominal_days;
    return any_part(sentence,
                    facts,
                    [&](const Part& part) { return has_licence_under_12_months(part, law); }) &&
           !any_part(sentence,
                     facts,
                     [&](const Part& part) {
                         return is_standard(part) && is_of_the_1991_act(part, law);
                     }) &&
           sentence.is_shorter_than(24) && days > 1 &&
           sentence.sentenced_on + (days + 1) / 2 > sentence.adult_on;
}

bool has_curfew(const Sentence& sentence, const Case& facts) {
    return !facts.booking.is_active_sex_offender && !any_part(sentence, facts, [](const Part& p) {
        return p.is_sds_plus_offence_and_length;
    });
}

DateTypes with_supervision_and_curfew(DateTypes types,
                                      const Sentence& sentence,
                                      const Case& facts) {
    if (has_supervision(sentence, facts)) types.add(TUSED);
    if (has_curfew(sentence, facts)) types.add(HDCED);
    return types;
}

// -- each form ------------------------------------------------------------------------------------

DateTypes detention_and_training_types() {
    return DateTypes(SED, MTD, ETD, LTD, TUSED);
}

DateTypes parole_types(bool parole) {
    return parole ? DateTypes(SLED, CRD, PED) : DateTypes(SLED, CRD);
}

DateTypes standard_types(const Sentence& sentence, const Case& facts, bool of_the_1991_act) {
    auto types = of_the_1991_act ? types_of_the_1991_act(sentence)
                                 : types_of_the_2003_act(sentence, facts.law);
    return with_supervision_and_curfew(types, sentence, facts);
}

/// In default or for a breach: no licence. Supervision that was known before a breach goes on.
DateTypes term_types(const Sentence& sentence, const Case& facts) {
    return known_supervision_end(sentence, facts) ? DateTypes(ARD, SED, TUSED)
                                                  : DateTypes(ARD, SED);
}

DateTypes types_alone(const Sentence& sentence, const Case& facts) {
    const auto& part = facts.part(sentence.parts.front());
    switch (part.type) {
        case SentenceType::Standard:
            return standard_types(sentence, facts, is_of_the_1991_act(part, facts.law));
        case SentenceType::ExtendedDeterminate:
        case SentenceType::ExtendedOf2003:
        case SentenceType::ParticularConcern: return parole_types(is_parole(part));
        case SentenceType::DetentionAndTraining: return detention_and_training_types();
        case SentenceType::ActOf1991:
            return is_parole(part) ? DateTypes(LED, SED, CRD, PED) : DateTypes(LED, SED, CRD);
        case SentenceType::FineDefault:
        case SentenceType::BreachOfSupervision: break;
    }
    return term_types(sentence, facts);
}

bool is_extended(const Part& part) {
    return part.type == SentenceType::ExtendedDeterminate ||
           part.type == SentenceType::ExtendedOf2003 ||
           part.type == SentenceType::ParticularConcern;
}

/// The first case that fits (3.4).
DateTypes types_of_chain(const Sentence& sentence, const Case& facts) {
    if (any_part(sentence, facts, is_extended))
        return parole_types(any_part(sentence, facts, is_parole));
    auto is_sds_plus = [](const Part& part) { return is_standard(part) && part.is_sds_plus; };
    if (every_part(sentence, facts, is_sds_plus))
        return with_supervision_and_curfew(DateTypes(SLED, CRD), sentence, facts);
    if (sentence.all_detention_and_training) return detention_and_training_types();
    if (sentence.all_terms) return term_types(sentence, facts);
    auto old = [&](const Part& part) {
        return is_standard(part) && is_of_the_1991_act(part, facts.law);
    };
    auto recent = [&](const Part& part) {
        return is_standard(part) && !is_of_the_1991_act(part, facts.law);
    };
    const bool any_old = any_part(sentence, facts, old);
    if (any_old && any_part(sentence, facts, recent))
        return with_supervision_and_curfew(DateTypes(SLED, CRD), sentence, facts);
    if (any_old || !mixes_licence_under_12_months(sentence, facts))
        return standard_types(sentence, facts, any_old);
    auto types = sentence.is_shorter_than(12) ? DateTypes(LED, SED, CRD) : DateTypes(SLED, CRD);
    return with_supervision_and_curfew(types, sentence, facts);
}

DateTypes types_of_single_term(const Sentence& sentence, const Case& facts) {
    if (sentence.all_detention_and_training) return detention_and_training_types();
    return standard_types(sentence, facts, true);
}

DateTypes after_recall(DateTypes types, const Sentence& sentence, const Case& facts) {
    types.add(PRRD);
    types.drop(HDCED);
    if (!any_part(sentence, facts, is_extended)) return types;
    types.drop(CRD);
    types.drop(PED);
    return types;
}

DateTypes types_of(const Sentence& sentence, const Case& facts) {
    DateTypes types;
    switch (sentence.form) {
        case Form::Alone: types = types_alone(sentence, facts); break;
        case Form::Chain: types = types_of_chain(sentence, facts); break;
        case Form::SingleTerm: types = types_of_single_term(sentence, facts); break;
    }
    return sentence.is_recalled() ? after_recall(types, sentence, facts) : types;
}

int nominal_days_of(const Sentence& sentence, const Case& facts) {
    if (sentence.form == Form::SingleTerm) return sentence.span;
    Term sum;
    for (int i : sentence.parts) sum = sum + whole_term(facts.part(i));
    const int days = days_in(sum, sentence.sentenced_on);
    if (sentence.is_alone() || !sentence.all_detention_and_training) return days;
    const int longest = facts.law.detention_and_training_months;
    return std::min(days, days_in_months(sentence.sentenced_on, longest));
}

void read_dates(Sentence& sentence, const Case& facts) {
    sentence.sentenced_on = facts.part(sentence.parts.front()).sentenced_on;
    for (int i : sentence.parts) {
        const auto& part = facts.part(i);
        sentence.sentenced_on = std::min(sentence.sentenced_on, part.sentenced_on);
        if (part.offence_on && (!sentence.offence_on || part.offence_on < sentence.offence_on))
            sentence.offence_on = part.offence_on;
    }
    sentence.recall = facts.part(sentence.parts.front()).recall;
    sentence.adult_on = facts.adult_on;
}

void read_kinds(Sentence& sentence, const Case& facts) {
    sentence.all_terms = every_part(sentence, facts, release_dates::is_term);
    sentence.all_detention_and_training = every_part(sentence, facts, is_detention_and_training);
    sentence.is_term = sentence.is_alone() ? sentence.all_terms
                                           : sentence.form == Form::SingleTerm &&
                                                 sentence.all_detention_and_training;
    sentence.is_fine = every_part(
        sentence, facts, [](const Part& part) { return part.type == SentenceType::FineDefault; });
    sentence.is_breach_of_supervision = every_part(sentence, facts, [](const Part& part) {
        return part.type == SentenceType::BreachOfSupervision;
    });
    sentence.refuses_remand = every_part(sentence, facts, release_dates::refuses_remand);
    sentence.refuses_remand_only = every_part(sentence, facts, [&](const Part& part) {
        return remand_was_for_the_court(part, facts.law);
    });
    sentence.has_standard = any_part(sentence, facts, is_standard);
}

}  // namespace

Fraction standing_share(const Part& part, const Law& law) {
    switch (part.type) {
        case SentenceType::Standard: return part.is_sds_plus ? law.sds_plus : law.standard;
        case SentenceType::ExtendedDeterminate:
            return part.automatic_release ? law.extended_automatic : all_of_it;
        case SentenceType::ExtendedOf2003:
            return part.automatic_release ? law.extended_automatic_of_2003 : all_of_it;
        case SentenceType::ActOf1991:
            return part.automatic_release ? law.standard : law.long_term_of_1991;
        case SentenceType::FineDefault:
            return part.fine_pence >= law.fine_in_full_pence &&
                           part.sentenced_on >= law.fine_in_full_from
                       ? all_of_it
                       : law.fine_default;
        case SentenceType::DetentionAndTraining: return law.detention_and_training;
        case SentenceType::ParticularConcern:
        case SentenceType::BreachOfSupervision: break;
    }
    return all_of_it;
}

Fraction parole_share(const Part& part, const Law& law) {
    if (part.type == SentenceType::ActOf1991) return law.long_term_parole;
    if (part.type == SentenceType::ExtendedOf2003) return law.extended_parole_of_2003;
    if (part.type == SentenceType::ExtendedDeterminate) return law.extended_parole;
    const bool later =
        part.particular_concern_under_18 || part.sentenced_on >= law.particular_concern_parole_from;
    return later ? law.particular_concern_parole : law.particular_concern_parole_before;
}

std::optional<Day> known_supervision_end(const Sentence& sentence, const Case& facts) {
    std::optional<Day> latest;
    if (!sentence.is_breach_of_supervision) return latest;
    for (int i : sentence.parts) latest = later(latest, facts.part(i).latest_supervision_end);
    return latest;
}

bool mixes_licence_under_12_months(const Sentence& sentence, const Case& facts) {
    bool with = false;
    bool without = false;
    for (int i : sentence.parts) {
        const auto& part = facts.part(i);
        if (!is_standard(part)) continue;
        if (is_of_the_1991_act(part, facts.law)) return false;
        (has_licence_under_12_months(part, facts.law) ? with : without) = true;
    }
    return with && without;
}

void identify(Sentence& sentence, const Case& facts) {
    read_dates(sentence, facts);
    read_kinds(sentence, facts);
    sentence.nominal_days = nominal_days_of(sentence, facts);
    sentence.identified = types_of(sentence, facts);
}

}  // namespace noms::release_dates
