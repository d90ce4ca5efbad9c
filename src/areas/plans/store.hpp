#pragma once

#include <vector>

#include "areas/plans/plans.hpp"

/// The area's rows. No decisions.
namespace noms::plans::store {

/// All of them by key, for walking through.
std::vector<Signing> signings_after(db::Connection&, SigningId after, int limit);

}  // namespace noms::plans::store
