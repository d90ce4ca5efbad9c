#pragma once

#include <functional>
#include <vector>

#include "areas/matching/blocking.hpp"
#include "areas/matching/model.hpp"

namespace noms::matching {

/// Two records and the weight that they are one person.
struct Edge {
    Pair pair{};
    float weight = 0;
};

/// What people have decided about pairs. "Different" is stronger: it is never broken, and a "same"
/// that would break it is not carried out.
struct Overrides {
    std::vector<Pair> same{};
    std::vector<Pair> different{};
};

/// The cluster of each record, named by the lowest index in it.
struct Clusters {
    std::vector<PersonIndex> of{};          // linked, somebody may have to look
    std::vector<PersonIndex> certain{};     // joined without a person; each within one of `of`
    std::vector<Pair> same_not_possible{};  // overrides that another override contradicts
};

/// Weighs a pair that blocking did not find.
using WeighPair = std::function<double(Pair)>;

/// Joins records edge by edge, the best first. Two clusters are joined when the mean weight over
/// all their pairs, each held within 25 bits, says so.
Clusters cluster(size_t records,
                 std::vector<Edge> edges,
                 const Overrides&,
                 const Thresholds&,
                 const WeighPair&,
                 unsigned threads);

}  // namespace noms::matching
