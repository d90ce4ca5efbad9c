#pragma once

#include <optional>
#include <vector>

#include "areas/organisation/organisation.hpp"
#include "kit/web/api.hpp"

/// Whose figures a reader may see: the team, area or region that they lead or belong to, and what
/// lies below it; the national office and analysts, any.
namespace noms::outcomes {

using organisation::Body;

/// The bodies to choose from, the reader's own first. For those who may see any: every region and
/// area, and what lies below the one that is chosen.
std::vector<Body> places_of(web::Context&, const std::optional<Body>& chosen);
/// The one that was asked for, or the reader's own; empty where neither is. NotFound beyond the
/// reader's reach.
Result<std::optional<Body>> place_asked(web::Context&, const std::optional<Id<Body>>& asked);

}  // namespace noms::outcomes
