#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/workload/facts.hpp"

/// The area's rows. No decisions.
namespace noms::workload::store {

/// Every reduction of these officers, by officer, the newest first.
std::vector<Reduction> reductions_among(db::Connection&, std::span<const std::int64_t> accounts);
std::optional<Reduction> reduction(db::Connection&, Id<Reduction>);
/// All of them, so many at a time.
std::vector<Reduction> reductions_after(db::Connection&, Id<Reduction> after, int limit);

}  // namespace noms::workload::store
