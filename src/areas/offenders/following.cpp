#include "areas/offenders/following.hpp"

#include "kit/record/following.hpp"

namespace noms::offenders {

Result<void> fit_together(db::Connection& db, std::span<const std::int64_t> offenders, Date day) {
    for (const auto& area : record::followings())
        if (area.fit) CHECK(area.fit(db, offenders, day));
    return {};
}

std::vector<LinkFact> move_following(record::Changes& changes,
                                     db::Connection& db,
                                     OffenderId from,
                                     OffenderId to,
                                     const std::function<bool(std::int64_t)>& wanted) {
    std::vector<LinkFact> moved;
    for (const auto& area : record::followings())
        for (const auto& table : area.tables)
            for (auto& row : table.move(changes, db, from.number, to.number, wanted))
                moved.push_back({.fact_table = std::string(table.name),
                                 .fact = row.number,
                                 .gave_way = std::move(row.gave_way)});
    return moved;
}

void put_back(record::Changes& changes, const std::vector<LinkFact>& gave_way, OffenderId to) {
    for (const auto& area : record::followings())
        for (const auto& table : area.tables)
            for (const auto& fact : gave_way)
                if (fact.fact_table == table.name)
                    table.put_back(changes, fact.gave_way, to.number);
}

void settle_following(record::Changes& changes, db::Connection& db, OffenderId id) {
    for (const auto& area : record::followings())
        if (area.settle) area.settle(changes, db, id.number);
}

}  // namespace noms::offenders
