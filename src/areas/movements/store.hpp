#pragma once

#include <span>
#include <vector>

#include "areas/movements/movements.hpp"

/// What only this area's own pages read.
namespace noms::movements {

/// The warrants against these offenders, the oldest first.
std::vector<Warrant> warrants_of(db::Connection&, std::span<const std::int64_t> offenders);

}  // namespace noms::movements
