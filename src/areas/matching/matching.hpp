#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "areas/matching/clustering.hpp"
#include "areas/matching/identifiers.hpp"
#include "areas/matching/levels.hpp"
#include "areas/matching/model.hpp"
#include "areas/matching/population.hpp"
#include "areas/matching/reading.hpp"
#include "areas/matching/similarity.hpp"
#include "areas/matching/weighing.hpp"

/// How alike two records are, and which belong together: a pure engine with no tables. The method
/// is that of Fellegi and Sunter (1969) with a third class for relatives.
namespace noms::matching {

/// What linking did, for a report.
struct LinkReport {
    std::vector<BlockReport> blocks{};
    std::uint64_t pairs_compared = 0;
    std::uint64_t pairs_joined = 0;  // without a person
    std::uint64_t pairs_to_review = 0;
    std::uint64_t clusters = 0;
    std::uint64_t largest_cluster = 0;
};

/// A pair that was compared, and joined without a person or left for one to look at.
struct LinkedPair {
    enum class Is { Joined, Review } is = Is::Review;
    Pair pair{};
    double weight = 0;
    double probability = 0;
};

struct Links {
    Model model{};
    Clusters clusters{};
    std::vector<LinkedPair> pairs{};  // in the order of their records
    LinkReport report{};
};

struct LinkOptions {
    unsigned threads = 1;
    bool train = true;   // false: the model is used as it is
    bool pairs = false;  // whether the pairs are wanted
    Overrides overrides{};
    /// Told what is being done, and how far it is.
    std::function<void(std::string_view doing, std::uint64_t done, std::uint64_t whole)> told{};
};

/// Links the records of a population that is in order. Begins from `model`. The same records give
/// the same links, whatever the order they came in and the number of threads.
Links link(const Population&, Model model, const LinkOptions&);

}  // namespace noms::matching
