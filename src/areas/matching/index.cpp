#include "areas/matching/index.hpp"

#include <algorithm>
#include <bit>
#include <set>

#include "areas/matching/block_keys.hpp"

namespace noms::matching {
namespace {

/// Until the records show which blocks are too large.
constexpr std::uint64_t block_size_any = 1000;

Pair pair_of(PersonIndex left, PersonIndex right) {
    return {std::min(left, right), std::max(left, right)};
}

}  // namespace

Index::Index(Population people, Model model, const Overrides& overrides, unsigned threads)
    : people_(std::move(people)),
      model_(std::move(model)),
      comparer_(people_, model_),
      scale_(model_),
      index_bits_(unsigned(std::bit_width(people_.size()))),
      start_bits_(std::max(index_bits_, 1U)),
      keys_(block_rule_count),
      moved_(people_.size()),
      edges_(people_.size()) {
    auto links = link(people_,
                      model_,
                      {.threads = threads, .train = false, .pairs = true, .overrides = overrides});
    for (size_t i = 0; i < block_rule_count; ++i) keep_keys(BlockRule(i), block_size_any);
    for (const auto& report : links.report.blocks)
        keys_[size_t(report.rule)].block_size_max = report.block_size_max;
    for (const auto& [is, pair, weight, probability] : links.pairs) {
        if (weight < model_.thresholds.link) continue;
        edges_[pair.left].push_back({pair, float(weight)});
        edges_[pair.right].push_back({pair, float(weight)});
    }
    for (auto pair : overrides.same) note(pair.left, {pair.right, true});
    for (auto pair : overrides.different) note(pair.left, {pair.right, false});
    clusters_ = std::move(links.clusters);
}

void Index::keep_keys(BlockRule rule, std::uint64_t block_size_max) {
    auto& keys = keys_[size_t(rule)];
    keys.block_size_max = block_size_max;
    keys.first = sorted_keys(people_, rule, index_bits_);
    keys.starts.assign((size_t(1) << start_bits_) + 1, 0);
    for (auto key : keys.first) ++keys.starts[(key >> (64 - start_bits_)) + 1];
    for (size_t i = 1; i < keys.starts.size(); ++i) keys.starts[i] += keys.starts[i - 1];
}

double Index::weigh(Pair pair) const {
    return scale_.weigh(in_short(comparer_.compare(pair.left, pair.right)));
}

Explanation Index::explain(Pair pair) const {
    return scale_.explain(comparer_.compare(pair.left, pair.right));
}

void Index::find_block(const Keys& keys, std::uint64_t key, std::vector<PersonIndex>& found) const {
    auto before = found.size();
    auto shown = key >> index_bits_;
    auto mask = (std::uint64_t(1) << index_bits_) - 1;
    auto first = keys.starts[key >> (64 - start_bits_)];
    auto last = keys.starts[(key >> (64 - start_bits_)) + 1];
    for (auto at = first; at < last; ++at) {
        auto record = PersonIndex(keys.first[at] & mask);
        if (keys.first[at] >> index_bits_ == shown && !moved_[record]) found.push_back(record);
    }
    if (auto later = keys.later.find(shown); later != keys.later.end())
        found.insert(found.end(), later->second.begin(), later->second.end());
    // What the bulk run would leave out is left out here.
    if (found.size() - before > keys.block_size_max) found.resize(before);
}

std::vector<PersonIndex> Index::candidates_of(PersonIndex at) const {
    std::vector<PersonIndex> found;
    for (size_t i = 0; i < keys_.size(); ++i)
        BlockKeys(people_, at).of(BlockRule(i), [&](std::uint64_t key) {
            find_block(keys_[i], key, found);
        });
    std::ranges::sort(found);
    auto twice = std::ranges::unique(found);
    found.erase(twice.begin(), twice.end());
    std::erase(found, at);
    return found;
}

std::vector<Candidate> Index::look_up(const Given& given, double least) {
    auto at = people_.add(given, people_.texts_each());
    comparer_.take_new_words();
    std::vector<Candidate> out;
    for (auto other : candidates_of(at))
        if (auto weight = weigh(pair_of(at, other)); weight >= least)
            out.push_back({other, weight});
    people_.forget_last();
    std::ranges::stable_sort(out, std::greater{}, &Candidate::weight);
    return out;
}

PersonIndex Index::insert(const Given& given) {
    auto at = people_.add(given, people_.texts_each());
    comparer_.take_new_words();
    moved_.push_back(true);
    edges_.emplace_back();
    clusters_.of.push_back(at);
    clusters_.certain.push_back(at);
    connect(at);
    add_keys(at);
    cluster_anew({at});
    return at;
}

void Index::change(PersonIndex at, const Given& given) {
    auto touched = component_of({at});
    disconnect(at);
    remove_keys(at);
    people_.replace(at, given, people_.texts_each());
    comparer_.take_new_words();
    connect(at);
    add_keys(at);
    cluster_anew(std::move(touched));
}

void Index::decide(Pair pair, bool same) {
    auto touched = component_of({pair.left, pair.right});
    for (auto [one, other] : {pair, Pair{pair.right, pair.left}})
        std::erase_if(decisions_[one],
                      [&](const Decision& earlier) { return earlier.other == other; });
    note(pair.left, {pair.right, same});
    cluster_anew(std::move(touched));
}

void Index::note(PersonIndex at, Decision decision) {
    decisions_[at].push_back(decision);
    decisions_[decision.other].push_back({at, decision.same});
}

void Index::add_keys(PersonIndex at) {
    for (size_t i = 0; i < keys_.size(); ++i)
        BlockKeys(people_, at).of(BlockRule(i), [&](std::uint64_t key) {
            auto& block = keys_[i].later[key >> index_bits_];
            if (std::ranges::find(block, at) == block.end()) block.push_back(at);
        });
}

void Index::remove_keys(PersonIndex at) {
    if (!moved_[at]) {
        moved_[at] = true;
        return;
    }
    for (size_t i = 0; i < keys_.size(); ++i)
        BlockKeys(people_, at).of(BlockRule(i), [&](std::uint64_t key) {
            std::erase(keys_[i].later[key >> index_bits_], at);
        });
}

void Index::connect(PersonIndex at) {
    for (auto other : candidates_of(at)) {
        Edge edge{pair_of(at, other), float(weigh(pair_of(at, other)))};
        if (double(edge.weight) < model_.thresholds.link) continue;
        edges_[at].push_back(edge);
        edges_[other].push_back(edge);
    }
}

void Index::disconnect(PersonIndex at) {
    for (const auto& edge : edges_[at]) {
        auto other = edge.pair.left == at ? edge.pair.right : edge.pair.left;
        std::erase_if(edges_[other], [&](const Edge& same) { return same.pair == edge.pair; });
    }
    edges_[at].clear();
}

std::vector<PersonIndex> Index::component_of(std::vector<PersonIndex> from) const {
    std::set<PersonIndex> seen(from.begin(), from.end());
    auto go = [&](PersonIndex to) {
        if (seen.insert(to).second) from.push_back(to);
    };
    while (!from.empty()) {
        auto at = from.back();
        from.pop_back();
        for (const auto& edge : edges_[at]) {
            go(edge.pair.left);
            go(edge.pair.right);
        }
        if (auto decided = decisions_.find(at); decided != decisions_.end())
            for (const auto& decision : decided->second)
                if (decision.same) go(decision.other);
    }
    return {seen.begin(), seen.end()};
}

void Index::cluster_anew(std::vector<PersonIndex> around) {
    auto records = component_of(std::move(around));
    auto place = [&](PersonIndex at) {
        return PersonIndex(std::ranges::lower_bound(records, at) - records.begin());
    };
    auto within = [&](PersonIndex at) { return std::ranges::binary_search(records, at); };
    std::vector<Edge> edges;
    Overrides overrides;
    for (auto at : records) {
        for (const auto& edge : edges_[at])
            if (edge.pair.left == at)
                edges.push_back({{place(at), place(edge.pair.right)}, edge.weight});
        auto decided = decisions_.find(at);
        if (decided == decisions_.end()) continue;
        for (const auto& [other, same] : decided->second)
            if (at < other && within(other))
                (same ? overrides.same : overrides.different).push_back({place(at), place(other)});
    }
    auto clusters = cluster(
        records.size(),
        std::move(edges),
        overrides,
        model_.thresholds,
        [&](Pair pair) { return weigh({records[pair.left], records[pair.right]}); },
        1);
    for (size_t i = 0; i < records.size(); ++i) {
        clusters_.of[records[i]] = records[clusters.of[i]];
        clusters_.certain[records[i]] = records[clusters.certain[i]];
    }
}

}  // namespace noms::matching
