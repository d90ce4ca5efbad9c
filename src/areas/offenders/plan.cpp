#include "areas/offenders/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace noms::offenders {
namespace {

using matching::Pair;
using matching::PersonIndex;

/// Two groups are joined when their records agree so well on the average, in bits.
constexpr double mean_to_join = 4;
constexpr double every_weight = -1e6, no_weight = 1e6;
/// A number that more records share says too little of them.
constexpr size_t sharers_max = 20;

Pair pair_of(PersonIndex one, PersonIndex other) {
    return {std::min(one, other), std::max(one, other)};
}

}  // namespace

Plan::Plan(unsigned threads) : threads_(threads) {}
Plan::~Plan() = default;

void Plan::add(std::int64_t digest, std::string_view content, Place place) {
    if (!by_digest_.emplace(digest, PersonIndex(places_.size())).second) return;
    auto record = described(content);
    record[matching::Field::RecordId] = std::to_string(digest);
    people_.add(record.given());
    places_.push_back(place);
}

void Plan::people_said(OffenderId one, OffenderId other, bool same) {
    (same ? same_ : different_).emplace_back(one, other);
}

void Plan::put_in_order() {
    people_.put_in_order();
    std::vector<Place> ordered(places_.size());
    for (PersonIndex at = 0; at < people_.size(); ++at) {
        auto& index = by_digest_.at(std::stoll(std::string(people_.record_id(at))));
        ordered[at] = places_[index];
        index = at;
    }
    places_ = std::move(ordered);
}

void Plan::decide(matching::Model model, bool learn) {
    put_in_order();
    auto links = matching::link(
        people_, std::move(model), {.threads = threads_, .train = learn, .pairs = true});
    model_ = std::move(links.model);
    weigher_ = std::make_unique<Weigher>(people_, model_);
    judge(links.pairs);
    group();
    find_reasons();
    for (PersonIndex at = 0; at < places_.size(); ++at) {
        if (!places_[at].offender) continue;
        auto& offender = offenders_.emplace(groups_[at], places_[at].offender).first->second;
        offender = std::min(offender, places_[at].offender);
    }
}

void Plan::judge(const std::vector<matching::LinkedPair>& pairs) {
    for (const auto& one : pairs) judge_one(one.pair);
    judge_shared_numbers();
    std::ranges::sort(judged_, {}, &Judged::pair);
    auto twice = std::ranges::unique(judged_, {}, &Judged::pair);
    judged_.erase(twice.begin(), twice.end());
}

void Plan::judge_one(Pair pair) {
    auto weighed = weigher_->weigh(pair, in_two_prisons(pair));
    if (weighed.ruling.is != JoinRuling::Is::Apart) judged_.push_back({pair, std::move(weighed)});
}

/// Records that share a number are looked at however little else agrees.
void Plan::judge_shared_numbers() {
    std::map<std::pair<int, std::uint64_t>, std::vector<PersonIndex>> sharers;
    for (PersonIndex at = 0; at < people_.size(); ++at) {
        const auto& person = people_[at];
        auto note = [&](int kind, std::uint64_t number) {
            if (number != 0) sharers[{kind, number}].push_back(at);
        };
        note(0, person.pnc.verified ? person.pnc.digits : 0);
        note(1, person.cro.verified ? person.cro.digits : 0);
        note(2, person.prison_number);
        note(3, person.crn);
    }
    for (const auto& [number, records] : sharers) {
        if (records.size() > sharers_max) continue;
        for (size_t i = 0; i < records.size(); ++i)
            for (size_t j = i + 1; j < records.size(); ++j)
                judge_one(pair_of(records[i], records[j]));
    }
}

bool Plan::in_two_prisons(Pair pair) const {
    auto left = places_[pair.left].prison, right = places_[pair.right].prison;
    return left != 0 && right != 0 && left != right;
}

/// What people said of offenders, as pairs of their records.
matching::Overrides Plan::overrides() const {
    std::map<OffenderId, std::vector<PersonIndex>> records;
    for (const auto* said : {&same_, &different_})
        for (const auto& [one, other] : *said) records[one], records[other];
    for (PersonIndex at = 0; at < places_.size(); ++at)
        if (auto found = records.find(places_[at].offender); found != records.end())
            found->second.push_back(at);
    matching::Overrides out;
    auto add = [&](const auto& said, std::vector<Pair>& pairs) {
        for (const auto& [one, other] : said)
            for (auto left : records[one])
                for (auto right : records[other])
                    if (left != right) pairs.push_back(pair_of(left, right));
    };
    add(same_, out.same);
    add(different_, out.different);
    return out;
}

/// Pairs within one group that speak against each other.
std::vector<Pair> Plan::contradicted() const {
    std::map<PersonIndex, std::vector<PersonIndex>> members;
    for (PersonIndex at = 0; at < groups_.size(); ++at)
        if (groups_[at] != at) members[groups_[at]].push_back(at);
    std::vector<Pair> out;
    for (auto& [first, others] : members) {
        others.push_back(first);
        for (size_t i = 0; i < others.size(); ++i)
            for (size_t j = i + 1; j < others.size(); ++j) {
                auto pair = pair_of(others[i], others[j]);
                auto facts = weigher_->weigh(pair, in_two_prisons(pair)).facts;
                if (!contradiction(facts).empty()) out.push_back(pair);
            }
    }
    return out;
}

void Plan::group() {
    auto overrides = this->overrides();
    std::set<Pair> same(overrides.same.begin(), overrides.same.end());
    std::vector<matching::Edge> edges;
    for (const auto& [pair, weighed] : judged_) {
        if (weighed.ruling.is == JoinRuling::Is::Join)
            edges.push_back({pair, float(weighed.weight)});
        else if (!contradiction(weighed.facts).empty() && !same.contains(pair))
            overrides.different.push_back(pair);
    }
    matching::Thresholds thresholds{.link = every_weight,
                                    .link_mean = no_weight,
                                    .certain = every_weight,
                                    .certain_mean = mean_to_join};
    auto weigh = [&](Pair pair) { return weigher_->weight(pair); };
    // A group is parted for as long as two of its records contradict each other.
    for (bool whole = false; !whole;) {
        groups_ = matching::cluster(people_.size(), edges, overrides, thresholds, weigh, threads_)
                      .certain;
        auto found = contradicted();
        std::erase_if(found, [&](Pair pair) { return same.contains(pair); });
        whole = found.empty();
        overrides.different.insert(overrides.different.end(), found.begin(), found.end());
    }
}

/// Of each record, the pair within its group that speaks for it most.
void Plan::find_reasons() {
    why_.assign(places_.size(), 0);
    for (size_t i = 0; i < judged_.size(); ++i) {
        const auto& [pair, weighed] = judged_[i];
        if (weighed.ruling.is != JoinRuling::Is::Join || groups_[pair.left] != groups_[pair.right])
            continue;
        for (auto at : {pair.left, pair.right})
            if (why_[at] == 0 || judged_[why_[at] - 1].weighed.weight < weighed.weight)
                why_[at] = i + 1;
    }
}

std::optional<size_t> Plan::group_of(std::int64_t digest) const {
    auto found = by_digest_.find(digest);
    return found == by_digest_.end() ? std::nullopt : std::optional<size_t>(groups_[found->second]);
}

std::optional<OffenderId> Plan::offender_of(size_t group) const {
    auto found = offenders_.find(group);
    return found == offenders_.end() ? std::nullopt : std::optional(found->second);
}

void Plan::stands(std::int64_t digest, RecordId record, OffenderId offender) {
    auto at = by_digest_.at(digest);
    places_[at].record = record;
    places_[at].offender = offender;
    offenders_.emplace(groups_[at], offender);
}

std::optional<Plan::Why> Plan::why(std::int64_t digest) const {
    auto at = why_[by_digest_.at(digest)];
    if (at == 0) return std::nullopt;
    const auto& [pair, weighed] = judged_[at - 1];
    return Why{weigher_->ground_of(pair),
               fmt::format("{} (weight {:.1f})", weigher_->evidence_of(pair), weighed.weight)};
}

std::vector<Candidate> Plan::candidates(Date found_on) const {
    std::map<OffenderId, std::int64_t> records, prisons;
    for (const auto& place : places_) {
        ++records[place.offender];
        if (place.prison != 0) prisons[place.offender] = place.prison;
    }
    std::map<std::pair<OffenderId, OffenderId>, const Judged*> best;
    std::set<std::pair<OffenderId, OffenderId>> apart;
    for (const auto& [one, other] : different_) apart.insert(std::minmax(one, other));
    for (const auto& judged : judged_) {
        auto one = places_[judged.pair.left].offender, other = places_[judged.pair.right].offender;
        if (one == other || !one || !other || apart.contains(std::minmax(one, other))) continue;
        auto& kept = best[std::minmax(one, other)];
        if (!kept || kept->weighed.weight < judged.weighed.weight) kept = &judged;
    }
    std::vector<Candidate> out;
    for (const auto& [offenders, judged] : best) {
        auto [left, right] = judged->pair;
        auto weighed = judged->weighed;
        // The two most alike of many records may be none of those that prisons hold.
        auto one = prisons[offenders.first], other = prisons[offenders.second];
        if (one != 0 && other != 0 && one != other)
            weighed.ruling = {JoinRuling::Is::Review, "two_prisons"};
        auto found = candidate_of(
            places_[left], places_[right], weighed, weigher_->evidence_of(judged->pair), found_on);
        found.expected_change =
            found.chance_in_10000 * records[offenders.first] * records[offenders.second];
        out.push_back(std::move(found));
    }
    return out;
}

Candidate candidate_of(const Plan::Place& one,
                       const Plan::Place& other,
                       const Weighed& weighed,
                       const std::string& evidence,
                       Date found_on) {
    bool in_order = one.offender < other.offender;
    const auto &first = in_order ? one : other, &second = in_order ? other : one;
    auto record_of = [](RecordId id) { return id ? std::optional(id) : std::nullopt; };
    bool certain = weighed.ruling.is == JoinRuling::Is::Join;
    auto reason = certain ? std::string("both_were_here") : weighed.ruling.reason;
    return {.id = new_id<Candidate>(),
            .offender = first.offender,
            .other = second.offender,
            .reason = reason,
            .evidence = fmt::format("{}; but {}", evidence, words_of_reason(reason)),
            .found_on = found_on,
            .record = record_of(first.record),
            .other_record = record_of(second.record),
            .weight_hundredths = std::llround(100 * weighed.weight),
            .chance_in_10000 = weighed.facts.chance_in_10000,
            .expected_change = weighed.facts.chance_in_10000};
}

}  // namespace noms::offenders
