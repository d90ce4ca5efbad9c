#include <algorithm>

#include "areas/release_dates/store.hpp"

/// What the areas hold of people, drawn together for a calculation.
namespace noms::release_dates {
namespace {

using Numbers = std::span<const std::int64_t>;

/// Rows that stand by offender, given out in that order.
template <class Row, class Key>
class InTurn {
public:
    InTurn(std::vector<Row> rows, Key key) : rows_(std::move(rows)), key_(std::move(key)) {}

    std::vector<Row> of(std::int64_t offender) {
        std::vector<Row> out;
        while (next_ < rows_.size() && key_(rows_[next_]) < offender) ++next_;
        while (next_ < rows_.size() && key_(rows_[next_]) == offender)
            out.push_back(std::move(rows_[next_++]));
        return out;
    }

private:
    std::vector<Row> rows_;
    Key key_;
    size_t next_ = 0;
};

constexpr auto by_offender = [](const auto& row) { return row.offender.number; };
constexpr auto by_sentenced = [](const auto& row) { return row.sentence.offender.number; };

/// Those of whom a custodial sentence is recorded, by key.
std::vector<std::int64_t> in_custody_once(const std::vector<sentences::SentenceForOffence>& all) {
    std::vector<std::int64_t> ids;
    for (const auto& each : all)
        if (is_served(each.sentence) && (ids.empty() || ids.back() != by_sentenced(each)))
            ids.push_back(by_sentenced(each));
    return ids;
}

}  // namespace

std::vector<PersonFacts> facts_among(db::Connection& db, Numbers offenders, Date day) {
    auto passed = sentences::sentences_with_offence(db, offenders);
    auto ids = in_custody_once(passed);
    auto people = offenders::offenders_among(db, ids);
    std::ranges::sort(people, {}, &offenders::Offender::id);
    InTurn sentenced(std::move(passed), by_sentenced);
    InTurn offences(sentences::offences_of(db, ids), by_offender);
    InTurn moved(movements::movements_of(db, ids), by_offender);
    InTurn warrants(movements::warrants_of(db, ids), by_offender);
    InTurn added(store::added_days_among(db, ids), by_offender);
    std::vector<PersonFacts> out;
    out.reserve(people.size());
    for (const auto& who : people) {
        auto id = who.id.number;
        Recorded recorded{.born = who.birth_date,
                          .sentences = sentenced.of(id),
                          .offences = offences.of(id),
                          .movements = moved.of(id),
                          .warrants = warrants.of(id)};
        for (const auto& each : added.of(id))
            recorded.added.push_back({each.kind, each.days, each.decided_on});
        out.push_back({who.id, facts_of(recorded, day)});
    }
    return out;
}

}  // namespace noms::release_dates
