#pragma once

#include "areas/release_dates/engine/sentence.hpp"

/// Early removal from the United Kingdom (rule book, 7.5; Criminal Justice Act 2003, ss. 259-261).
namespace noms::release_dates {

/// The first day on which somebody liable to removal may be removed; none where the sentence has
/// no such day.
std::optional<Day> early_removal_eligibility(const Sentence&, const Case&);

}  // namespace noms::release_dates
