#include "areas/offenders/nearby.hpp"

#include <algorithm>
#include <map>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/model_in_use.hpp"
#include "areas/offenders/overrides.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

/// What people typed of an offender.
struct Typed {
    std::vector<Name> names{};
    std::vector<BirthDate> birth_dates{};
    std::vector<Identifier> numbers{};
    std::vector<Address> addresses{};
};

template <class T>
void take_typed(std::vector<T> rows,
                std::map<std::int64_t, Typed>& typed,
                std::vector<T> Typed::* list) {
    for (auto& row : rows)
        if (!row.source_record) (typed[row.offender.number].*list).push_back(std::move(row));
}

std::map<std::int64_t, Typed> typed_among(db::Connection& db, store::Numbers offenders) {
    auto names = store::names_among(db, offenders);
    auto births = store::birth_dates_among(db, offenders);
    auto numbers = store::identifiers_among(db, offenders);
    auto addresses = store::addresses_among(db, offenders);
    std::map<std::int64_t, Typed> out;
    take_typed(names.get(), out, &Typed::names);
    take_typed(births.get(), out, &Typed::birth_dates);
    take_typed(numbers.get(), out, &Typed::numbers);
    take_typed(addresses.get(), out, &Typed::addresses);
    return out;
}

/// Everything that is compared, as one population: what is mine first.
class Compared {
public:
    Compared(const std::vector<Side>& mine,
             const std::vector<Side>& theirs,
             const ModelInUse& model)
        : mine_(mine), theirs_(theirs), weigher_(taken_in(), *model.model, model.numbers) {}

    /// By offender, its likeliest, as far as one person is that likely.
    std::vector<Near> best(std::int64_t least_in_10000) const {
        std::map<OffenderId, Near> by_offender;
        for (matching::PersonIndex i = 0; i < mine_.size(); ++i)
            for (matching::PersonIndex j = 0; j < theirs_.size(); ++j) {
                const auto &one = mine_[i].place, &other = theirs_[j].place;
                bool two_prisons =
                    one.prison != 0 && other.prison != 0 && one.prison != other.prison;
                matching::Pair pair{i, matching::PersonIndex(mine_.size()) + j};
                auto weighed = weigher_.weigh(pair, two_prisons);
                if (weighed.ruling.is == JoinRuling::Is::Apart &&
                    weighed.facts.chance_in_10000 < least_in_10000)
                    continue;
                auto& kept = by_offender[other.offender];
                if (!kept.evidence.empty() && kept.weighed.weight >= weighed.weight) continue;
                kept = {one, other, std::move(weighed), weigher_.evidence_of(pair)};
            }
        std::vector<Near> out;
        for (auto& [offender, near] : by_offender) out.push_back(std::move(near));
        std::ranges::stable_sort(
            out, std::greater{}, [](const Near& each) { return each.weighed.weight; });
        return out;
    }

private:
    const std::vector<Side>& mine_;
    const std::vector<Side>& theirs_;
    matching::Population people_;
    Weigher weigher_;

    const matching::Population& taken_in() {
        for (const auto* sides : {&mine_, &theirs_})
            for (const auto& side : *sides) people_.add(side.record.given());
        return people_;
    }
};

}  // namespace

std::map<std::int64_t, std::int64_t> prisons_of(db::Connection& db,
                                                std::span<const std::int64_t> offenders) {
    std::map<std::int64_t, std::int64_t> out;
    for (const auto& hold : access::holds_among(db, offenders).get())
        if (hold.scope_kind == "prison" && !hold.until_day) out.emplace(hold.offender, hold.body);
    return out;
}

std::vector<Side> sides_of(db::Connection& db, std::span<const std::int64_t> offenders) {
    auto records = store::records_to_compare(db, offenders);
    auto with_typed = store::typed_among(db, offenders);
    auto prisons = prisons_of(db, offenders);
    std::vector<Side> out;
    for (const auto& record : records.get())
        out.push_back({{record.id, record.offender, prisons[record.offender.number]},
                       described(record.content)});
    // Few are typed: only those are read in full.
    std::vector<std::int64_t> few;
    for (const auto& each : with_typed.get()) few.push_back(each.offender.number);
    auto typed = typed_among(db, few);
    for (const auto& who : store::offenders_among(db, few).get()) {
        const auto& facts = typed[who.id.number];
        out.push_back(
            {{{}, who.id, prisons[who.id.number]},
             described(who, facts.names, facts.birth_dates, facts.numbers, facts.addresses)});
    }
    return out;
}

std::vector<Near> likely_among(db::Connection& db,
                               const std::vector<Side>& mine,
                               std::span<const std::int64_t> offenders,
                               std::int64_t least_in_10000) {
    auto theirs = sides_of(db, offenders);
    auto model = model_in_use(db);
    return Compared(mine, theirs, model).best(least_in_10000);
}

void suggest_joins(record::Changes& changes, db::Connection& db, OffenderId id) {
    auto day = changes.command().day;
    auto here = std::span(&id.number, 1);
    auto known = store::candidates_among(db, here).get();
    auto mine = sides_of(db, here);
    auto sharing = offenders_near(db, mine, day);
    auto found_near = likely_among(db, mine, sharing.offenders, chance_to_review_in_10000);
    std::vector<std::int64_t> others;
    for (const auto& each : found_near) others.push_back(each.theirs.offender.number);
    auto apart = apart_by_decision(db, id, others, day);
    for (const auto& each : found_near) {
        if (apart.contains(each.theirs.offender)) continue;
        auto found = candidate_of(each.mine, each.theirs, each.weighed, each.evidence, day);
        auto same_pair = [&](const Candidate& one) {
            return one.offender == found.offender && one.other == found.other;
        };
        auto before = std::ranges::find_if(known, same_pair);
        changes.about({std::string(subject_kind), id.number}, "offenders.candidate_found");
        if (before == known.end()) {
            changes.add(candidates, found);
        } else if (before->weight_hundredths != found.weight_hundredths) {
            found.id = before->id;
            found.found_on = before->found_on;
            // What was decided before has expired; what a second reader was asked stands.
            if (before->state == CandidateState::SecondReading) found.state = before->state;
            changes.change(candidates, *before, found);
        }
    }
}

}  // namespace noms::offenders
