#pragma once

#include "areas/release_dates/engine/custody.hpp"

/// A day in court (rule book, 6.5).
namespace noms::release_dates {

/// Takes in the parts passed on `day`: what they make together with the sentences in custody, what
/// they inherit of the days carried so far, and the deductions the court made from that day.
void pass_sentences(Custody&, Case&, Day day);

}  // namespace noms::release_dates
