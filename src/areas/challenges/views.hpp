#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/challenges/handlers.hpp"
#include "areas/challenges/store.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::challenges {

/// `late`: the last day is over, or was when it was answered. `about` is the person's name, in the
/// list of many.
struct ChallengeView {
    Challenge challenge{};
    bool late = false;
    std::string about{};
};
DESCRIBE(ChallengeView, challenge, late, about)

/// Everything that somebody contested, the newest first.
struct PersonChallenges {
    Date day{};
    std::vector<ChallengeView> challenges{};
};
DESCRIBE(PersonChallenges, day, challenges)
PersonChallenges all_of(db::Connection&, offenders::OffenderId, Date day);

/// One with why the reader cannot answer it, empty where they can.
struct ChallengeInFull {
    ChallengeView view{};
    std::vector<law::Ground> because{};  // of its last day
    std::string why_not_answer{};
};
DESCRIBE(ChallengeInFull, view, because, why_not_answer)
Result<ChallengeInFull> in_full(web::Context&);

/// What the address of the list may say. `seen` is how many stood on the pages before.
struct ChallengeQuery {
    std::optional<Date> after_day{};
    std::optional<ChallengeId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ChallengeQuery, after_day, after, seen)
/// Those of the reader's scope that wait for an answer, the longest due first.
struct ChallengeList {
    Date day{};
    store::OpenCounts counts{};
    std::vector<ChallengeView> challenges{};
    int seen = 0;
    bool more = false;
};
DESCRIBE(ChallengeList, day, counts, challenges, seen, more)
ChallengeList list_of(web::Context&, const ChallengeQuery&);

}  // namespace noms::challenges
