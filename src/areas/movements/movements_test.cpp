#include "areas/movements/movements.hpp"

#include <atomic>
#include <map>
#include <thread>

#include "areas/movements/testing.hpp"
#include "areas/movements/views.hpp"
#include "kit/record/compare.hpp"

namespace noms::movements {
namespace {

ON_EVERY_ENGINE(Walk);

TEST_P(Walk, OfManyClientsLeavesNobodyInTwoPlacesNorInNone) {
    std::atomic<int> minute = 0;
    std::atomic<int> done = 0, refused = 0;
    std::vector<std::thread> clients;
    for (unsigned seed = 1; seed <= 4; ++seed)
        clients.emplace_back([&, seed] {
            std::mt19937 random(seed);
            for (int i = 0; i < 120; ++i) ++(step(any_step(random, minute++)) ? done : refused);
        });
    for (auto& client : clients) client.join();
    EXPECT_GT(done, 40);
    EXPECT_GT(refused, 40);
    for (const auto& fault : faults()) ADD_FAILURE() << fault.subject << " " << fault.words;
    database->with_reader([&](db::Connection& db) {
        std::vector<std::int64_t> ids;
        for (auto who : people) ids.push_back(who.number);
        auto rows = movements_of(db, ids);
        EXPECT_EQ(int(rows.size()), done);
        std::map<offenders::OffenderId, Instant> first;
        for (const auto& row : rows) first[row.offender] = row.at;  // the newest come first
        for (const auto& row : rows)
            for (auto at : {row.at, row.at + std::chrono::minutes(7)}) {
                size_t known = 0;
                for (auto [who, since] : first) known += since <= at ? 1 : 0;
                EXPECT_EQ(place_of(db, ids, at).size(), known);
            }
    });
}

TEST_P(Walk, IsWhollyToldByItsEvents) {
    std::mt19937 random(7);
    for (int i = 0; i < 80; ++i) (void)step(any_step(random, i));
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

TEST_P(Walk, MovesTheHoldWithTheRollAndClosesItOnRelease) {
    auto at = [](int day) { return std::chrono::sys_days(today) - std::chrono::days(10 - day); };
    auto who = people.front();
    auto held_on = [&](Date day) {
        std::vector<std::int64_t> bodies;
        database->with_reader([&](db::Connection& db) {
            for (const auto& hold : access::holds_of(db, who.number))
                if (hold.scope_kind == "prison" && Span{hold.from_day, hold.until_day}.covers(day))
                    bodies.push_back(hold.body);
        });
        return bodies;
    };
    using Bodies = std::vector<std::int64_t>;
    Movement row{.offender = who,
                 .at = at(1),
                 .move = Move::Reception,
                 .prison = prisons[0],
                 .override_reason = "test"};
    ASSERT_TRUE(step(row));
    EXPECT_EQ(held_on(day_of(at(1))), Bodies{prisons[0].number});
    row = {.offender = who, .at = at(3), .move = Move::Transfer, .prison = prisons[1]};
    ASSERT_TRUE(step(row));
    EXPECT_EQ(held_on(day_of(at(2))), Bodies{prisons[0].number});
    EXPECT_EQ(held_on(day_of(at(3))), Bodies{prisons[1].number});
    // Back the same day: the hold that ended that day goes on.
    row = {.offender = who,
           .at = at(3) + std::chrono::hours(5),
           .move = Move::Transfer,
           .prison = prisons[0]};
    ASSERT_TRUE(step(row));
    EXPECT_EQ(held_on(day_of(at(3))), Bodies{prisons[0].number});
    ASSERT_TRUE(write([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", who.number}, "test.released");
        return release(changes, db, who, {.moved_on = day_of(at(5)), .moved_at = "09:15"}, "test");
    }));
    EXPECT_EQ(held_on(day_of(at(5))), Bodies{});
    EXPECT_TRUE(faults().empty());
}

TEST_P(Walk, CountsWhoIsOutOnTheRollOfTheirPrison) {
    auto at = std::chrono::sys_days(today) - std::chrono::days(2);
    for (auto who : people)
        ASSERT_TRUE(step({.offender = who,
                          .at = at,
                          .move = Move::Reception,
                          .prison = prisons[0],
                          .override_reason = "test"}));
    ASSERT_TRUE(step({.offender = people[1],
                      .at = at + std::chrono::hours(30),
                      .move = Move::ToCourt,
                      .body = court}));
    ASSERT_TRUE(step({.offender = people[2],
                      .at = at + std::chrono::hours(30),
                      .move = Move::Transfer,
                      .prison = prisons[1]}));
    database->with_reader([&](db::Connection& db) {
        auto prison = *organisation::body(db, prisons[0], today);
        web::Actor staff{.scope_kind = "prison", .scope_body = prison.id.number};
        auto now = roll_view(db, staff, prison, today, 0, today);
        EXPECT_EQ(now.on_roll, 3);
        EXPECT_EQ(now.in_prison, 2);
        EXPECT_EQ(now.lines.size(), 3u);
        EXPECT_EQ(roll_view(db, staff, prison, day_of(at), 0, today).on_roll, 4);
        EXPECT_EQ(roll(db, prisons[0], end_of(today), people[0], 10).size(), 2u);
        web::Actor elsewhere{.scope_kind = "prison", .scope_body = 1};
        EXPECT_EQ(roll_view(db, elsewhere, prison, today, 0, today).lines.size(), 0u);
    });
}

}  // namespace
}  // namespace noms::movements
