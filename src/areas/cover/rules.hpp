#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// When somebody may be away, and who may cover: pure.
namespace noms::cover {

/// The days of [from, until); without an end it goes on.
struct Days {
    Date from{};
    std::optional<Date> until{};
};
DESCRIBE(Days, from, until)

/// `office` is when the officer is in office, `others` are the absences there are already.
struct AbsenceFacts {
    Date from_day{};
    Date until_day{};
    std::vector<Days> office{};
    std::vector<Days> others{};
};
/// Invalid by field: it takes no day, the officer is not in office on the first, or is away then
/// already.
Result<void> absence_fits(const AbsenceFacts&);

/// Whether somebody of that name can cover over [from, until): `office` and `away` are theirs.
struct CoverFacts {
    std::string name{};
    Date from{};
    Date until{};
    std::vector<Days> office{};
    std::vector<Days> away{};
};
/// Invalid at `to`, naming the first day on which they are not in office or are away themselves.
Result<void> cover_fits(const CoverFacts&);

/// The end of an absence as it is to be. A day that is past is refused, and so is taking back what
/// has begun: who covered then covered.
struct ChangeFacts {
    Date today{};
    Date from_day{};
    Date until_day{};
    Date wanted{};
};
Result<void> change_fits(const ChangeFacts&);

}  // namespace noms::cover
