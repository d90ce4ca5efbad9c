#include <algorithm>

#include "areas/matching/matching.hpp"
#include "areas/matching/parallel.hpp"
#include "areas/matching/training.hpp"
#include "areas/matching/weighing.hpp"

namespace noms::matching {
namespace {

constexpr size_t pairs_at_once = 1 << 14;

/// Calls `work` with each run of numbers below `count`, on several threads.
template <class Work>
void in_runs(size_t count, const LinkOptions& options, std::string_view doing, Work&& work) {
    auto runs = (count + pairs_at_once - 1) / pairs_at_once;
    std::atomic<std::uint64_t> done = 0;
    auto here = std::this_thread::get_id();
    in_parallel(runs, options.threads, [&](size_t run) {
        auto from = run * pairs_at_once, until = std::min(from + pairs_at_once, count);
        work(from, until);
        done += until - from;
        if (options.told && std::this_thread::get_id() == here) options.told(doing, done, count);
    });
}

std::vector<Outcome> compare_all(const Population& people,
                                 const Model& model,
                                 const std::vector<Pair>& pairs,
                                 const LinkOptions& options) {
    Comparer comparer(people, model);
    std::vector<Outcome> outcomes(pairs.size());
    in_runs(pairs.size(), options, "Comparing", [&](size_t from, size_t until) {
        for (auto i = from; i < until; ++i)
            outcomes[i] = in_short(comparer.compare(pairs[i].left, pairs[i].right));
    });
    return outcomes;
}

std::vector<float> weigh_all(const Model& model,
                             const std::vector<Outcome>& outcomes,
                             const LinkOptions& options) {
    Scale scale(model);
    std::vector<float> weights(outcomes.size());
    in_runs(outcomes.size(), options, "Weighing", [&](size_t from, size_t until) {
        for (auto i = from; i < until; ++i) weights[i] = float(scale.weigh(outcomes[i]));
    });
    return weights;
}

/// The members of each cluster of two or more.
std::vector<std::vector<PersonIndex>> members_of(const std::vector<PersonIndex>& clusters) {
    std::vector<std::vector<PersonIndex>> members(clusters.size());
    for (PersonIndex at = 0; at < clusters.size(); ++at) members[clusters[at]].push_back(at);
    std::erase_if(members, [](const auto& cluster) { return cluster.size() < 2; });
    return members;
}

/// Every pair that was compared and is likely enough to be looked at.
std::vector<LinkedPair> linked_pairs(const Clusters& clusters,
                                     const Model& model,
                                     const std::vector<Edge>& edges) {
    std::vector<LinkedPair> out;
    out.reserve(edges.size());
    for (const auto& edge : edges) {
        bool joined = clusters.certain[edge.pair.left] == clusters.certain[edge.pair.right];
        out.push_back({.is = joined ? LinkedPair::Is::Joined : LinkedPair::Is::Review,
                       .pair = edge.pair,
                       .weight = double(edge.weight),
                       .probability = probability_of(model, double(edge.weight))});
    }
    return out;
}

std::uint64_t pairs_within(const std::vector<std::vector<PersonIndex>>& clusters) {
    std::uint64_t pairs = 0;
    for (const auto& members : clusters) pairs += members.size() * (members.size() - 1) / 2;
    return pairs;
}

void count_clusters(const Clusters& clusters, const std::vector<Edge>& edges, LinkReport& report) {
    auto linked = members_of(clusters.of);
    report.pairs_joined = pairs_within(members_of(clusters.certain));
    report.pairs_to_review = pairs_within(linked) - report.pairs_joined;
    for (const auto& edge : edges)
        report.pairs_to_review += clusters.of[edge.pair.left] != clusters.of[edge.pair.right];
    report.clusters = clusters.of.size();
    for (const auto& members : linked) {
        report.clusters -= members.size() - 1;
        report.largest_cluster = std::max(report.largest_cluster, members.size());
    }
}

std::vector<Edge> edges_of(const std::vector<Pair>& pairs,
                           const std::vector<float>& weights,
                           double least) {
    std::vector<Edge> edges;
    for (size_t i = 0; i < pairs.size(); ++i)
        if (double(weights[i]) >= least) edges.push_back({pairs[i], weights[i]});
    return edges;
}

}  // namespace

Links link(const Population& people, Model model, const LinkOptions& options) {
    Links links;
    auto blocks = block(people, options.threads);
    if (options.train) model.frequencies = frequencies_of(people, model);
    auto outcomes = compare_all(people, model, blocks.pairs, options);
    if (options.train)
        model = train(std::move(model), people, blocks.pairs, outcomes, options.threads);
    auto weights = weigh_all(model, outcomes, options);
    outcomes = {};
    auto edges = edges_of(blocks.pairs, weights, model.thresholds.review);
    Comparer comparer(people, model);
    Scale scale(model);
    WeighPair weigh = [&](Pair pair) {
        return scale.weigh(in_short(comparer.compare(pair.left, pair.right)));
    };
    links.clusters =
        cluster(people.size(), edges, options.overrides, model.thresholds, weigh, options.threads);
    links.report = {.blocks = std::move(blocks.reports), .pairs_compared = blocks.pairs.size()};
    count_clusters(links.clusters, edges, links.report);
    if (options.pairs) links.pairs = linked_pairs(links.clusters, model, edges);
    links.model = std::move(model);
    return links;
}

}  // namespace noms::matching
