#include "areas/matching/clustering.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace noms::matching {
namespace {

using Weights = std::map<Pair, double>;

/// Weights of every pair of so many records, some of them heavy.
Weights random_weights(PersonIndex records, std::mt19937& random) {
    std::uniform_int_distribution<int> bits(-12, 12);
    Weights weights;
    for (PersonIndex left = 0; left < records; ++left)
        for (PersonIndex right = left + 1; right < records; ++right)
            weights[{left, right}] = bits(random);
    return weights;
}

std::vector<Edge> edges_of(const Weights& weights) {
    std::vector<Edge> edges;
    for (const auto& [pair, weight] : weights) edges.push_back({pair, float(weight)});
    return edges;
}

Clusters cluster_all(PersonIndex records, const Weights& weights, const Overrides& overrides = {}) {
    return cluster(
        records,
        edges_of(weights),
        overrides,
        Thresholds{},
        [&](Pair pair) { return weights.at(pair); },
        1);
}

/// The rule in its plainest words: again and again, of the pairs of clusters that an edge connects
/// and whose mean weight allows it, join along the best edge not yet used.
std::vector<PersonIndex> by_brute_force(PersonIndex records, const Weights& weights) {
    std::vector<PersonIndex> of(records);
    for (PersonIndex i = 0; i < records; ++i) of[i] = i;
    auto edges = edges_of(weights);
    std::ranges::stable_sort(edges, std::greater{}, &Edge::weight);
    for (const auto& edge : edges) {
        if (double(edge.weight) < Thresholds{}.link) break;
        auto left = of[edge.pair.left], right = of[edge.pair.right];
        if (left == right) continue;
        double sum = 0, count = 0;
        for (const auto& [pair, weight] : weights) {
            bool across = (of[pair.left] == left && of[pair.right] == right) ||
                          (of[pair.left] == right && of[pair.right] == left);
            if (!across) continue;
            sum += weight;
            ++count;
        }
        if (sum / count < Thresholds{}.link_mean) continue;
        for (auto& cluster : of)
            if (cluster == left || cluster == right) cluster = std::min(left, right);
    }
    return of;
}

TEST(Clustering, AgreesWithBruteForceOnSmallClusters) {
    std::mt19937 random(1);
    Thresholds one_pass{.certain = 100};
    for (int round = 0; round < 500; ++round) {
        auto records = PersonIndex(2 + round % 7);
        auto weights = random_weights(records, random);
        auto clusters = cluster(
            records,
            edges_of(weights),
            {},
            one_pass,
            [&](Pair pair) { return weights.at(pair); },
            1);
        EXPECT_EQ(clusters.of, by_brute_force(records, weights)) << "round " << round;
    }
}

TEST(Clustering, DoesNotChainRecordsThatSpeakAgainstEachOther) {
    // 0 and 1 are alike, 1 and 2 are, but 0 and 2 are plainly two people.
    auto clusters = cluster_all(3, {{{0, 1}, 8}, {{1, 2}, 6}, {{0, 2}, -20}});
    EXPECT_EQ(clusters.of, (std::vector<PersonIndex>{0, 0, 2}));
}

TEST(Clustering, IsCertainOnlyWithinWhatItLinks) {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        auto clusters = cluster_all(8, random_weights(8, random));
        for (PersonIndex i = 0; i < 8; ++i)
            EXPECT_EQ(clusters.of[i], clusters.of[clusters.certain[i]]);
    }
}

TEST(Overrides, KeepPairsApartInEveryOrder) {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        auto weights = random_weights(8, random);
        Overrides overrides;
        for (const auto& [pair, weight] : weights) {
            if (random() % 6 == 0) overrides.same.push_back(pair);
            if (random() % 6 == 0) overrides.different.push_back(pair);
        }
        auto clusters = cluster_all(8, weights, overrides);
        for (auto pair : overrides.different) {
            EXPECT_NE(clusters.of[pair.left], clusters.of[pair.right]);
            EXPECT_NE(clusters.certain[pair.left], clusters.certain[pair.right]);
        }
        std::ranges::shuffle(overrides.same, random);
        std::ranges::shuffle(overrides.different, random);
        EXPECT_EQ(cluster_all(8, weights, overrides).of, clusters.of);
    }
}

TEST(Overrides, HoldPairsTogetherOrSayThatTheyCannot) {
    std::mt19937 random(4);
    for (int round = 0; round < 500; ++round) {
        auto weights = random_weights(8, random);
        Overrides overrides;
        for (const auto& [pair, weight] : weights) {
            if (random() % 8 == 0) overrides.same.push_back(pair);
            if (random() % 8 == 0) overrides.different.push_back(pair);
        }
        auto clusters = cluster_all(8, weights, overrides);
        for (auto pair : overrides.same)
            EXPECT_TRUE(clusters.certain[pair.left] == clusters.certain[pair.right] ||
                        std::ranges::find(clusters.same_not_possible, pair) !=
                            clusters.same_not_possible.end());
    }
}

}  // namespace
}  // namespace noms::matching
