#pragma once

#include <vector>

#include "areas/release_dates/engine/sentence.hpp"

/// Which parts make a sentence together (rule book, section 4).
namespace noms::release_dates {

/// The calculable sentences of a group of parts: chains, parts on their own, or the one single
/// term that they all merge into. Their dates, kinds and types are filled in, their days not yet.
std::vector<Sentence> combined(const PartList& parts, const Case&);

}  // namespace noms::release_dates
