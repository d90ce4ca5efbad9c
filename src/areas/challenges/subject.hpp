#pragma once

#include <string>
#include <vector>

#include "areas/challenges/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/db/database.hpp"
#include "kit/page/form.hpp"

/// What can be contested on a record, and what stands there.
namespace noms::challenges {

/// What the form offers: the tier, the scores of the newest signed assessment, the newest notes.
/// "tier", "score:ogrs3", "note:KEY".
std::vector<page::Option> subjects_of(db::Connection&, const offenders::Offender&, Date day);

/// The challenge with its subject, what stood there and who answers for it. Invalid, for `about` or
/// `on_day`, where the record has no such thing.
Result<Challenge> contested(db::Connection&,
                            const offenders::Offender&,
                            const std::string& about,
                            Date tier_on,
                            Date today);

/// "Score", "Tier", "Contact note".
std::string in_words(Subject);
/// "Upheld in part".
std::string in_words(Outcome);

}  // namespace noms::challenges
