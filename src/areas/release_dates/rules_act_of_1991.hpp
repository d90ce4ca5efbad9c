#pragma once

#include <vector>

#include "areas/release_dates/rules_validation.hpp"

/// Sentences of the Criminal Justice Act 1991, Part II, whose release is not that of the Act of
/// 2003.
namespace noms::release_dates {

/// Whether it is of the Criminal Justice Act 1991: an offence before 4 April 2005, sentenced before
/// 3 December 2012. An offence without a day is not.
bool is_of_the_1991_act(const SentenceFact&);
/// Whether release comes at two thirds, with parole from half: four years or more in custody under
/// the Act of 1991; not where half is served under the law of 2008, which extended ones are
/// outside.
bool is_long_term(const SentenceFact&);

/// What of that Act this calculation does not know: long terms together, recalls on them, and whom
/// the law of 2008 leaves out.
std::vector<Doubt> doubts_of_the_1991_act(const CalculationFacts&);
/// The provisions that those doubts name.
std::vector<law::Provision> provisions_of_the_1991_act();

}  // namespace noms::release_dates
