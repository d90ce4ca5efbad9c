#pragma once

#include <string>
#include <vector>

#include "areas/cover/facts.hpp"

/// Cover given, shortened and prolonged, with the scope that goes with it: within the caller's
/// transaction, under the event of the offender.
namespace noms::cover {

/// Lets whoever covers see the record over these days.
void hold_while(record::Changes&, db::Connection&, const CaseCover&);
/// Writes the cover and its hold.
void give_cover(record::Changes&, db::Connection&, const CaseCover&);
/// Has it end on another day, and its hold with it; before its first day it is none at all.
void end_cover(record::Changes&, db::Connection&, const CaseCover&, Date until);
/// The same within an event that is begun.
void move_end(record::Changes&, db::Connection&, const CaseCover&, Date until);

}  // namespace noms::cover
