#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/handovers/handovers.hpp"

/// The area's rows. No decisions.
namespace noms::handovers::store {

std::optional<Handover> handover(db::Connection&, HandoverId);
/// All of them by key, for walking through.
std::vector<Handover> handovers_after(db::Connection&, HandoverId after, int limit);
/// Of these offenders: those that are open, and those closed that cross on `since` or later.
std::vector<Handover> handovers_among(db::Connection&,
                                      std::span<const std::int64_t> offenders,
                                      Date since);
/// The checklists of these handovers, by handover, in their order.
std::vector<HandoverItem> items_among(db::Connection&, std::span<const std::int64_t> handovers);

}  // namespace noms::handovers::store
