#include "areas/matching/clustering.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "areas/matching/parallel.hpp"

namespace noms::matching {
namespace {

constexpr double weight_most = 25;

/// Sets of records that are joined step by step; the lowest index stands for a set.
class Sets {
public:
    explicit Sets(size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), PersonIndex(0));
    }
    PersonIndex of(PersonIndex at) {
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    PersonIndex join(PersonIndex left, PersonIndex right) {
        auto [low, high] = std::minmax({of(left), of(right)});
        parent_[high] = low;
        return low;
    }

private:
    std::vector<PersonIndex> parent_;
};

bool better(const Edge& left, const Edge& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.pair < right.pair;
}

/// The records that edges connect, by places of their own: those of one component only.
class Component {
public:
    Component(std::vector<PersonIndex> records,
              std::vector<Edge> edges,
              const std::set<Pair>& different,
              const WeighPair& weigh)
        : records_(std::move(records)),
          edges_(std::move(edges)),
          different_(different),
          weigh_(weigh),
          sets_(records_.size()),
          members_(records_.size()) {
        for (PersonIndex i = 0; i < records_.size(); ++i) members_[i] = {i};
        std::ranges::sort(edges_, better);
        for (const auto& edge : edges_) known_[key(edge.pair)] = edge.weight;
    }

    /// Joins a pair whatever its weight, unless an override forbids it.
    bool join_anyway(Pair pair) {
        auto left = sets_.of(place_of(pair.left)), right = sets_.of(place_of(pair.right));
        if (left == right) return true;
        if (forbidden(left, right)) return false;
        join(left, right);
        return true;
    }
    /// Joins along every edge of at least that weight where the clusters' mean reaches `mean`.
    void join_along(double weight, double mean) {
        for (const auto& edge : edges_) {
            if (double(edge.weight) < weight) break;
            auto left = sets_.of(place_of(edge.pair.left));
            auto right = sets_.of(place_of(edge.pair.right));
            if (left == right || forbidden(left, right) || mean_between(left, right) < mean)
                continue;
            join(left, right);
        }
    }
    void write(std::vector<PersonIndex>& clusters) {
        for (PersonIndex i = 0; i < records_.size(); ++i)
            clusters[records_[i]] = records_[sets_.of(i)];
    }

private:
    std::vector<PersonIndex> records_;  // in order, so that places are in order as well
    std::vector<Edge> edges_;
    const std::set<Pair>& different_;
    const WeighPair& weigh_;
    Sets sets_;
    std::vector<std::vector<PersonIndex>> members_;
    std::unordered_map<std::uint64_t, float> known_;

    static std::uint64_t key(Pair pair) { return std::uint64_t(pair.left) << 32 | pair.right; }
    PersonIndex place_of(PersonIndex record) const {
        return PersonIndex(std::ranges::lower_bound(records_, record) - records_.begin());
    }
    Pair pair_of(PersonIndex left, PersonIndex right) const {
        return {records_[std::min(left, right)], records_[std::max(left, right)]};
    }
    template <class Take>
    void for_each_pair(PersonIndex left, PersonIndex right, Take&& take) const {
        for (auto mine : members_[left])
            for (auto theirs : members_[right]) take(pair_of(mine, theirs));
    }
    bool forbidden(PersonIndex left, PersonIndex right) const {
        if (different_.empty()) return false;
        bool found = false;
        for_each_pair(left, right, [&](Pair pair) { found = found || different_.contains(pair); });
        return found;
    }
    double mean_between(PersonIndex left, PersonIndex right) {
        double sum = 0;
        for_each_pair(left, right, [&](Pair pair) {
            auto [found, unknown] = known_.try_emplace(key(pair), 0.F);
            if (unknown) found->second = float(weigh_(pair));
            sum += std::clamp(double(found->second), -weight_most, weight_most);
        });
        return sum / double(members_[left].size() * members_[right].size());
    }
    void join(PersonIndex left, PersonIndex right) {
        auto into = sets_.join(left, right);
        auto from = into == left ? right : left;
        members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
        members_[from] = {};
    }
};

/// Records and edges by component; records without an edge are in none.
struct Components {
    std::vector<std::vector<PersonIndex>> records{};
    std::vector<std::vector<Edge>> edges{};
    std::vector<std::vector<Pair>> same{};
};

Components components_of(size_t records,
                         const std::vector<Edge>& edges,
                         const Overrides& overrides) {
    Sets sets(records);
    std::vector<bool> linked(records);
    auto join = [&](Pair pair) {
        linked[pair.left] = linked[pair.right] = true;
        sets.join(pair.left, pair.right);
    };
    for (const auto& edge : edges) join(edge.pair);
    for (auto pair : overrides.same) join(pair);
    std::vector<PersonIndex> number(records);
    Components out;
    for (PersonIndex at = 0; at < records; ++at) {
        if (!linked[at]) continue;
        auto root = sets.of(at);
        if (root == at) {
            number[at] = PersonIndex(out.records.size());
            out.records.emplace_back();
        }
        out.records[number[root]].push_back(at);
    }
    out.edges.resize(out.records.size());
    out.same.resize(out.records.size());
    for (const auto& edge : edges) out.edges[number[sets.of(edge.pair.left)]].push_back(edge);
    for (auto pair : overrides.same) out.same[number[sets.of(pair.left)]].push_back(pair);
    // Which of two that contradict a third is carried out must not depend on their order.
    for (auto& same : out.same) std::ranges::sort(same);
    return out;
}

}  // namespace

Clusters cluster(size_t records,
                 std::vector<Edge> edges,
                 const Overrides& overrides,
                 const Thresholds& thresholds,
                 const WeighPair& weigh,
                 unsigned threads) {
    std::erase_if(edges, [&](const Edge& edge) { return double(edge.weight) < thresholds.link; });
    std::set<Pair> different(overrides.different.begin(), overrides.different.end());
    auto components = components_of(records, edges, overrides);
    Clusters out;
    out.of.resize(records);
    std::iota(out.of.begin(), out.of.end(), PersonIndex(0));
    out.certain = out.of;
    auto same = components.same;
    in_parallel(components.records.size(), threads, [&](size_t i) {
        Component component(
            std::move(components.records[i]), std::move(components.edges[i]), different, weigh);
        std::erase_if(same[i], [&](Pair pair) { return component.join_anyway(pair); });
        component.join_along(thresholds.certain, thresholds.certain_mean);
        component.write(out.certain);
        component.join_along(thresholds.link, thresholds.link_mean);
        component.write(out.of);
    });
    for (const auto& of_component : same)
        out.same_not_possible.insert(
            out.same_not_possible.end(), of_component.begin(), of_component.end());
    return out;
}

}  // namespace noms::matching
