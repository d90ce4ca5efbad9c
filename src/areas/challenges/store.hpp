#pragma once

#include <optional>
#include <vector>

#include "areas/challenges/challenges.hpp"

/// The area's rows. No decisions.
namespace noms::challenges::store {

std::optional<Challenge> challenge(db::Connection&, ChallengeId);
/// All of them by key, for walking through.
std::vector<Challenge> challenges_after(db::Connection&, ChallengeId after, int limit);

/// Where a page of the list begins: after what was due on that day with that key.
struct After {
    std::optional<Date> day{};
    ChallengeId id{};
};
/// Those that wait for an answer, of people whom the actor may know of, the longest due first.
std::vector<Challenge> open_challenges(
    db::Connection&, const web::Actor&, const After&, Date day, int limit);

struct OpenCounts {
    std::int64_t whole = 0;
    std::int64_t late = 0;
};
DESCRIBE(OpenCounts, whole, late)
OpenCounts count_open(db::Connection&, const web::Actor&, Date day);

}  // namespace noms::challenges::store
