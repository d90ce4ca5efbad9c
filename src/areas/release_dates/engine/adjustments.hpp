#pragma once

#include "areas/release_dates/engine/custody.hpp"

/// Days awarded, days unlawfully at large and movements, as the timeline meets them (rule book,
/// 6.6 to 6.8).
namespace noms::release_dates {

/// Days awarded less days restored on `day`.
void award_days(Custody&, const Case&, Day day);
/// Absences that count from `day`.
void add_absences(Custody&, const Case&, Day day);
/// Movements of `day`. True when somebody was released: the timeline then keeps that day.
bool move(Custody&, const Case&, Day day);

}  // namespace noms::release_dates
