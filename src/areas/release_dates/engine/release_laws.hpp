#pragma once

#include "areas/release_dates/engine/sentence.hpp"

/// Which law sets the release point of a standard sentence (rule book, 8.1 and 8.2).
namespace noms::release_dates {

/// Whether a law reaches a part. Only standard sentences are reached by any.
bool covers(ReleaseLaw, const Part&, const Law&);
/// The share of a covered part under that law.
Fraction share_under(ReleaseLaw, const Part&, const Law&);
bool covers_any(ReleaseLaw, const Sentence&, const Case&);

/// Gives a part that is passed on `day` the share of the latest law in force that covers it.
void take_share(int part, Case&, Day day);
/// The latest law in force that covers any part; the sentence is new, so no tranche holds it back.
void take_law_in_force(Sentence&, const Case&, Day day);
/// A law reaches a sentence that is being served: the parts it covers take its share, and the days
/// are counted anew.
void change_law(Sentence&, Case&, const LawTaken&);

}  // namespace noms::release_dates
