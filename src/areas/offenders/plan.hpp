#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "areas/offenders/described.hpp"
#include "areas/offenders/joins.hpp"
#include "areas/offenders/offenders.hpp"

/// Which records of an import, and of those that are here, are of one person: decided for all of
/// them at once, so that neither their order nor where a batch ends makes a difference.
namespace noms::offenders {

class Plan {
public:
    explicit Plan(unsigned threads = 1);
    ~Plan();
    Plan(const Plan&) = delete;
    Plan& operator=(const Plan&) = delete;

    /// Where a record stands that is here already; one that is to come stands nowhere yet.
    /// `prison`: the body that holds it, when it is in prison.
    struct Place {
        RecordId record{};
        OffenderId offender{};
        std::int64_t prison = 0;
    };
    /// Takes a record in by the digest of its row, once.
    void add(std::int64_t digest, std::string_view content, Place);
    /// Notes what people decided of two offenders: one person, or two.
    void people_said(OffenderId, OffenderId, bool same);
    size_t size() const { return places_.size(); }

    /// Decides, by `model` or by what a model learns here that begins with it.
    void decide(matching::Model model, bool learn);
    const matching::Model& model() const { return model_; }

    /// The group of one person's records that a record belongs to; nothing for an unknown one.
    std::optional<size_t> group_of(std::int64_t digest) const;
    /// The offender under whom records of the group stand, the earliest; nothing when there is
    /// none.
    std::optional<OffenderId> offender_of(size_t group) const;
    /// A record that was to come now stands there.
    void stands(std::int64_t digest, RecordId, OffenderId);
    /// Why the record is in its group; nothing for the only one.
    struct Why {
        std::string ground{};
        std::string evidence{};
    };
    std::optional<Why> why(std::int64_t digest) const;
    /// The pairs of offenders that somebody should look at, once everything stands somewhere.
    std::vector<Candidate> candidates(Date found_on) const;

private:
    struct Judged {
        matching::Pair pair{};
        Weighed weighed{};
    };
    unsigned threads_ = 1;
    matching::Population people_;
    matching::Model model_;
    std::vector<Place> places_;  // by index of the population, once it is in order
    std::unordered_map<std::int64_t, matching::PersonIndex> by_digest_;
    std::vector<std::pair<OffenderId, OffenderId>> same_, different_;
    std::unique_ptr<Weigher> weigher_;
    std::vector<Judged> judged_;
    std::vector<matching::PersonIndex> groups_;
    std::vector<size_t> why_;  // by record: of `judged_`, one above; 0: none
    std::unordered_map<size_t, OffenderId> offenders_;

    void put_in_order();
    void judge(const std::vector<matching::LinkedPair>&);
    void judge_one(matching::Pair);
    void judge_shared_numbers();
    void group();
    matching::Overrides overrides() const;
    std::vector<matching::Pair> contradicted() const;
    void find_reasons();
    bool in_two_prisons(matching::Pair) const;
};

/// A candidate as an import and a changed record note it; `one` and `other` are told apart by which
/// came first.
Candidate candidate_of(const Plan::Place& one,
                       const Plan::Place& other,
                       const Weighed&,
                       const std::string& evidence,
                       Date found_on);

}  // namespace noms::offenders
