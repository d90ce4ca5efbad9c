#pragma once

#include <string>
#include <vector>

#include "areas/organisation/organisation.hpp"
#include "kit/page/page.hpp"
#include "kit/web/api.hpp"

/// A region on a page: how many are managed where and by how many, what is late, and its prisons.
namespace noms::overview {

/// An area of the region and its work.
struct AreaLine {
    std::string code{};
    std::string name{};
    std::int64_t cases = 0;
    std::int64_t by_duty = 0;  // managed by the duty rule: nobody was named
    std::int64_t officers = 0;
    std::int64_t overdue = 0;  // open tasks of its officers that are past their day
    std::int64_t open = 0;
};
DESCRIBE(AreaLine, code, name, cases, by_duty, officers, overdue, open)

/// A prison of the region and its roll.
struct PrisonLine {
    std::string code{};
    std::string name{};
    std::int64_t on_roll = 0;
    std::int64_t in_prison = 0;
};
DESCRIBE(PrisonLine, code, name, on_roll, in_prison)

struct RegionView {
    std::string code{};
    std::string name{};
    Instant counted_at{};
    std::vector<AreaLine> areas{};      // the most overdue first
    std::vector<PrisonLine> prisons{};  // by name
};
DESCRIBE(RegionView, code, name, counted_at, areas, prisons)

/// The region as on the service day; at most 12 questions, and none where it was counted a moment
/// ago.
RegionView region_of(web::Context&, const organisation::Body& region);

/// Pure.
page::Page region_page(const RegionView&, Date today);

}  // namespace noms::overview
