#pragma once

#include "areas/release_dates/engine/sentence.hpp"

/// Home detention curfew (rule book, 7.6; Criminal Justice Act 2003, s. 246).
namespace noms::release_dates {

/// The first day of curfew; none when there is too little custody for it.
std::optional<Day> curfew_eligibility(const Sentence&, const Case&);

/// Whether a chain has parts passed before `day` and parts passed on it or after.
bool spans(const Sentence&, const Case&, Day day);

}  // namespace noms::release_dates
