#pragma once

#include "areas/release_dates/engine/custody.hpp"

/// Putting a booking into a tranche of a change of law (rule book, 8.3 to 8.6).
namespace noms::release_dates {

/// Whether one of these tranches comes on `day`.
bool comes_on(const std::vector<Tranche>&, Day day);

/// Decides on a day when a tranche comes, unless it was decided before: somebody must be in reach
/// of the law, and the first tranche that fits every sentence is theirs for good.
void allocate_sds_40(Custody&, const Case&, Day day);
void allocate_progression(Custody&, const Case&, Day day);
/// Decides once, on the day the recall of 56 days comes into force.
void allocate_recall_56(Custody&, const Case&);

/// The sentences that a law reaches on its tranche's day: covered, and not yet due for release.
std::vector<Sentence*> reached(ReleaseLaw, const Custody&, const Case&, Day day);
/// Changes the law of these sentences.
void reach(const std::vector<Sentence*>&, Case&, const LawTaken&);
/// Puts offences that were excluded later back to half: for those in custody only.
void exclude_further(Custody&, Case&);
/// On a tranche's day the recall of 56 days takes the place of the standard one.
void bring_recall_56_into_force(Custody&, const Case&, Day day);

}  // namespace noms::release_dates
