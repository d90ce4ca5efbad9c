#pragma once

#include "areas/release_dates/engine/sentence.hpp"

/// What a sentence is, and which dates it has (rule book, section 3).
namespace noms::release_dates {

/// The share of custody that one part has served at release, before any law changes it (3.2).
Fraction standing_share(const Part&, const Law&);
/// The share of custody after which the Parole Board may release.
Fraction parole_share(const Part&, const Law&);
/// Whether both kinds of standard sentence are in a chain: with licence under 12 months and
/// without; none of them of the Act of 1991.
bool mixes_licence_under_12_months(const Sentence&, const Case&);

/// The end of supervision that was known when somebody was committed for its breach; none for
/// other sentences.
std::optional<Day> known_supervision_end(const Sentence&, const Case&);

/// Fills in what follows from the parts: dates, kinds, length and date types.
void identify(Sentence&, const Case&);

}  // namespace noms::release_dates
