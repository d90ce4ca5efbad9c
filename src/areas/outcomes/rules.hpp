#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// Shares of groups with what chance alone may do to them, so that groups can be held side by side.
/// Pure.
namespace noms::outcomes {

/// A group, and how many of it something was done to. What was done is never said of a person.
struct GroupCount {
    std::string group{};
    std::int64_t people = 0;
    std::int64_t with = 0;
};
DESCRIBE(GroupCount, group, people, with)

/// `shown_from`: the fewest people of whom a share is shown.
struct FairFacts {
    std::vector<GroupCount> groups{};
    int shown_from = 5;
};
DESCRIBE(FairFacts, groups, shown_from)

/// TooFew: fewer people than the limit. Beside: it would give the one hidden group away, since the
/// whole is shown. Nobody: there is nobody in it.
enum class Showing { Shown, TooFew, Beside, Nobody };
DESCRIBE_ENUM(Showing, Shown, TooFew, Beside, Nobody)

/// Shares are in tenths of a per cent; whatever is not shown is empty.
struct Rate {
    std::string group{};
    Showing showing = Showing::Nobody;
    std::optional<std::int64_t> people{};
    std::optional<std::int64_t> with{};
    std::optional<int> share{};
    std::optional<int> low{};
    std::optional<int> high{};
};
DESCRIBE(Rate, group, showing, people, with, share, low, high)

struct FairRuling {
    Rate everybody{};
    std::vector<Rate> groups{};
    std::vector<law::Ground> because{};
};
DESCRIBE(FairRuling, everybody, groups, because)
/// Invalid: more with than people, or a count or a limit below what can be counted.
Result<FairRuling> fair_rates(const FairFacts&);

/// Registers `fair-rates` for `noms rules`.
void register_rules();

}  // namespace noms::outcomes
