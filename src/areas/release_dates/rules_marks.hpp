#pragma once

#include <vector>

#include "areas/release_dates/engine/facts.hpp"
#include "areas/release_dates/rules_facts.hpp"

/// What the marks of an offence do to the sentence for it (rule book, section 13). Pure.
namespace noms::release_dates {

/// The marks that keep the sentence out of a later release point: violence counts from four years
/// on, Schedule 13 for sentences passed before the law of 2026.
Exclusions exclusions_of(const SentenceFact&);

/// Whether two thirds are served: under the law of the day of the sentence, and under the law of
/// 2022 had it been passed then.
struct TwoThirds {
    bool on_the_day = false;
    bool if_passed_later = false;
};
TwoThirds two_thirds_of(const SentenceFact&);

/// Detention of a child for a grave offence passed under the Sentencing Act 2020, s. 250.
bool is_section_250(const SentenceFact&);

/// Whether somebody looked the offence up, late enough for the law of `day`.
bool marks_answer_for(const SentenceFact&, Day day);

/// Whether the term, from the day of the sentence, is so many months or more.
bool lasts_months(const SentenceFact&, int months);

}  // namespace noms::release_dates
