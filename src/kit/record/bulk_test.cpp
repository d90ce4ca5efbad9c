#include "kit/record/bulk.hpp"

#include <gtest/gtest.h>

#include "kit/db/testing.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/compare.hpp"

namespace noms::record {
namespace {

struct Shelf {
    Id<Shelf> id{};
    std::string name{};
    std::optional<Date> cleared_on{};
};
DESCRIBE(Shelf, id, name, cleared_on)
const Table<Shelf> shelves{"bulk_shelf", "id"};

struct Jar {
    Id<Jar> id{};
    Id<Shelf> shelf{};
    std::string holds{};
};
DESCRIBE(Jar, id, shelf, holds)
const Table<Jar> jars{"bulk_jar", "id"};

constexpr std::string_view schema =
    "create table bulk_shelf (id bigint not null primary key, name text not null, cleared_on date);"
    "create table bulk_jar (id bigint not null primary key, "
    "shelf bigint not null references bulk_shelf (id), holds text not null)";

constexpr db::Query all_jars{"test/all_jars", "select id, shelf, holds from bulk_jar order by id"};

const std::vector<TableFacts> compared{{"bulk_shelf", "id", &describe::type_of<Shelf>()},
                                       {"bulk_jar", "id", &describe::type_of<Jar>()},
                                       event_table.facts(),
                                       payload_table.facts(),
                                       seal_table.facts()};

void make_larder(db::Database& empty) {
    auto steps = migrations();
    steps.push_back({.number = 901, .name = "test/larder", .sql = schema});
    ASSERT_TRUE(db::migrate(empty, steps));
}

Command on(std::string_view day) {
    auto date = parse_date(day).value();
    return {.id = new_id<CommandTag>(),
            .actor_name = "larder",
            .day = date,
            .at = std::chrono::sys_days(date) + std::chrono::hours(9)};
}

/// A jar comes before its shelf's other jars are known; it is refilled while it waits.
void stock(db::Database& database, int many) {
    Bulk bulk(database);
    for (int i = 0; i < many; ++i) {
        Shelf shelf{.id = new_id<Shelf>(), .name = "shelf " + std::to_string(i)};
        Jar jar{.id = new_id<Jar>(), .shelf = shelf.id, .holds = "plums"};
        Changes filled(bulk, on("2005-10-01"));
        filled.about({"shelf", shelf.id.number}, "shelf.filled");
        filled.add(shelves, shelf);
        filled.add(jars, jar);
        filled.finish();
        auto better = jar;
        better.holds = "damsons";
        Changes refilled(bulk, on("2005-11-01"));
        refilled.about({"shelf", shelf.id.number}, "shelf.refilled");
        refilled.change(jars, jar, better);
        refilled.finish();
    }
    bulk.finish();
}

class BulkWriting : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) make_larder(*database);
    }
    std::vector<Jar> kept() {
        return database->read([](db::Connection& db) { return db::all<Jar>(db, all_jars); });
    }
};
ON_EVERY_ENGINE(BulkWriting);

TEST_P(BulkWriting, WritesRowsAndSealedEventsOfThePast) {
    stock(*database, 3);
    ASSERT_EQ(kept().size(), 3u);
    EXPECT_EQ(kept()[2].holds, "damsons");
    auto told = database->read([](db::Connection& db) { return events_after(db, 0, 100); });
    ASSERT_EQ(told.size(), 6u);
    EXPECT_EQ(told[5].position, 6);
    EXPECT_EQ(told[5].kind, "shelf.refilled");
    EXPECT_EQ(to_text(told[5].recorded_at), "2005-11-01T09:00:00.000000Z");
    EXPECT_EQ(verify(*database, std::nullopt), 6);
}

TEST_P(BulkWriting, ChangesARowThatWasWrittenAlready) {
    constexpr int more_than_waits = 8000;
    stock(*database, more_than_waits);
    auto first = kept().front();
    auto better = first;
    better.holds = "quinces";
    Bulk bulk(*database);
    Changes changes(bulk, on("2005-12-01"));
    changes.about({"shelf", first.shelf.number}, "shelf.refilled");
    changes.change(jars, first, better);
    changes.finish();
    bulk.finish();
    EXPECT_EQ(kept().front().holds, "quinces");
    EXPECT_EQ(verify(*database, std::nullopt), 2 * more_than_waits + 1);
}

TEST_P(BulkWriting, SaysWhatStoppedTheOtherThread) {
    Bulk bulk(*database);
    Changes changes(bulk, on("2005-12-01"));
    changes.about({"shelf", 1}, "shelf.filled");
    changes.add(jars, Jar{.id = {1}, .shelf = {404}, .holds = "nothing to stand on"});
    changes.finish();
    EXPECT_THROW(bulk.finish(), db::Violated);
}

TEST_P(BulkWriting, IsReplayedIntoAnEmptyDatabase) {
    stock(*database, 40);
    auto other = db::open("sqlite::memory:");
    make_larder(*other);
    ASSERT_TRUE(replay(*database, *other));
    auto rows = std::vector(compared.begin(), compared.begin() + 2);
    for (const auto& table : compare(*database, *other, rows)) {
        EXPECT_EQ(table.rows, 40) << table.table;
        EXPECT_EQ(table.differing, 0) << table.table;
    }
}

TEST_P(BulkWriting, GivesTheSameRowsEventsAndLinksForTheSameSeeds) {
    auto other = db::open("sqlite::memory:");
    make_larder(*other);
    for (auto* each : {database.get(), other.get()}) {
        seed_ids(std::chrono::sys_days(parse_date("2006-04-03").value()));
        seed_salts();
        stock(*each, 50);
    }
    unseed_ids();
    unseed_salts();
    for (const auto& table : compare(*database, *other, compared)) {
        EXPECT_EQ(table.differing, 0) << table.table;
        EXPECT_GE(table.rows, 50) << table.table;
    }
}

}  // namespace
}  // namespace noms::record
