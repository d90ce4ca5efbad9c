#pragma once

#include <functional>
#include <span>
#include <vector>

#include "areas/offenders/joins.hpp"

/// What other areas have of offenders, as far as joining goes. See kit/record/following.hpp.
namespace noms::offenders {

/// Refused, saying what is against it, where what is recorded of these offenders cannot be of one
/// person.
Result<void> fit_together(db::Connection&, std::span<const std::int64_t> offenders, Date day);

/// Puts what other areas have of `from` under `to`, as far as it is wanted; gives what followed.
std::vector<LinkFact> move_following(record::Changes&,
                                     db::Connection&,
                                     OffenderId from,
                                     OffenderId to,
                                     const std::function<bool(std::int64_t)>& wanted);

/// Puts facts that gave way to what stood there under `to` again.
void put_back(record::Changes&, const std::vector<LinkFact>& gave_way, OffenderId to);

/// Lets each area put right what hangs on the offender's rows.
void settle_following(record::Changes&, db::Connection&, OffenderId);

}  // namespace noms::offenders
