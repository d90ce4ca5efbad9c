#pragma once

#include <unordered_map>
#include <vector>

#include "areas/matching/matching.hpp"

namespace noms::matching {

/// A record that another may be of one person with.
struct Candidate {
    PersonIndex record = 0;
    double weight = 0;
};

/// Records in memory with their clusters, for looking one up at once and for taking changes in one
/// by one. Uses one model throughout, so that a weight here is the weight of the bulk run. Not for
/// several threads at a time.
class Index {
public:
    /// Takes the records in, with the clusters that `link` gave them by the same model.
    Index(Population, Model, const Overrides& = {}, unsigned threads = 1);
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// The records that a description fits, the best first; those below `least` are left out.
    std::vector<Candidate> look_up(const Given&, double least);
    /// Takes a new record in and clusters anew what it touches.
    PersonIndex insert(const Given&);
    /// Puts another description in a record's place and clusters anew what that touches.
    void change(PersonIndex, const Given&);
    /// Takes a decision about two records in, or one that replaces the earlier decision.
    void decide(Pair, bool same);

    /// The cluster of a record, named by the lowest index in it.
    PersonIndex cluster_of(PersonIndex at) const { return clusters_.of[at]; }
    /// The same with only those joined without a person.
    PersonIndex certain_cluster_of(PersonIndex at) const { return clusters_.certain[at]; }
    const Population& people() const { return people_; }
    Explanation explain(Pair) const;

private:
    /// The keys of one rule: those of the first records in order, those of later ones by key.
    struct Keys {
        std::vector<std::uint64_t> first{};   // each above the bits of its record
        std::vector<std::uint32_t> starts{};  // where keys with the same first bits begin
        std::unordered_map<std::uint64_t, std::vector<PersonIndex>> later{};
        std::uint64_t block_size_max = 0;
    };
    struct Decision {
        PersonIndex other = 0;
        bool same = false;
    };
    Population people_;
    Model model_;
    Comparer comparer_;
    Scale scale_;
    unsigned index_bits_ = 0;
    unsigned start_bits_ = 0;
    std::vector<Keys> keys_;   // by rule
    std::vector<bool> moved_;  // records whose first keys no longer hold
    std::vector<std::vector<Edge>> edges_;
    std::unordered_map<PersonIndex, std::vector<Decision>> decisions_;
    Clusters clusters_;

    double weigh(Pair) const;
    void keep_keys(BlockRule, std::uint64_t block_size_max);
    void add_keys(PersonIndex);
    void remove_keys(PersonIndex);
    std::vector<PersonIndex> candidates_of(PersonIndex) const;
    void find_block(const Keys&, std::uint64_t key, std::vector<PersonIndex>& found) const;
    void connect(PersonIndex);
    void disconnect(PersonIndex);
    void note(PersonIndex, Decision);
    std::vector<PersonIndex> component_of(std::vector<PersonIndex> from) const;
    void cluster_anew(std::vector<PersonIndex> around);
};

}  // namespace noms::matching
