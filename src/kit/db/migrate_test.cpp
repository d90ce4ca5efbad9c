#include <thread>

#include "kit/db/testing.hpp"

namespace noms::db {
namespace {

const Migration first_step{
    .number = 1,
    .name = "test/001_prison",
    .sql = "create table prison (id bigint not null primary key); insert into prison values (1)"};
const Migration second_step{
    .number = 2,
    .name = "test/002_wing",
    .sql = "alter table prison add column wings integer; create table wing (id integer)"};

class Migrations : public testing::OnEveryEngine {
protected:
    int prisons() {
        return database->read([](Connection& db) {
            return one<int>(db, {"test/prisons", "select count(*) from prison"});
        });
    }
};
ON_EVERY_ENGINE(Migrations);

TEST_P(Migrations, AreAppliedOnceAndInOrder) {
    EXPECT_EQ(migrate(*database, {second_step, first_step}), 2);
    EXPECT_EQ(migrate(*database, {first_step, second_step}), 0);
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Migrations, GoOnFromWhereTheyStood) {
    EXPECT_EQ(migrate(*database, {first_step}), 1);
    EXPECT_EQ(migrate(*database, {first_step, second_step}), 1);
}

TEST_P(Migrations, FillInANumberThatWasLeftOut) {
    EXPECT_EQ(migrate(*database, {{.number = 3, .name = "test/003", .sql = "select 1"}}), 1);
    EXPECT_EQ(
        migrate(*database, {first_step, {.number = 3, .name = "test/003", .sql = "select 1"}}), 1);
}

TEST_P(Migrations, AreRefusedWhenTheDatabaseIsNewer) {
    ASSERT_TRUE(migrate(*database, {first_step, second_step}));
    auto refusal = migrate(*database, {first_step});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().kind, Error::Kind::Refused);
    EXPECT_NE(refusal.error().message.find("test/002_wing"), std::string::npos);
}

TEST_P(Migrations, AreRefusedWhenAnAppliedOneWasEdited) {
    ASSERT_TRUE(migrate(*database, {first_step}));
    Migration edited = first_step;
    edited.sql = "create table prison (id bigint not null primary key)";
    auto refusal = migrate(*database, {edited, second_step});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().kind, Error::Kind::Refused);
}

TEST_P(Migrations, KeepATableByItsKeyOfSeveralColumnsOnSqlite) {
    Migration bed{.number = 1,
                  .name = "test/001_bed",
                  .sql =
                      "create table bed (\n    wing bigint not null,\n    number integer not null,"
                      "\n    primary key (wing, number)\n);\ninsert into bed values (1, 2);"};
    ASSERT_TRUE(migrate(*database, {bed}));
    auto rows = [&](std::string_view what) {
        return database->read([&](Connection& db) { return one<int>(db, {what, what}); });
    };
    EXPECT_EQ(rows("select count(*) from bed"), 1);
    if (database->engine() == Engine::Sqlite) {
        EXPECT_EQ(rows("select count(*) from sqlite_schema where sql like '%without rowid'"), 1);
    }
}

TEST_P(Migrations, LeaveNothingOfOneThatFails) {
    Migration broken{
        .number = 2, .name = "test/002_broken", .sql = "create table wing (id integer); nonsense"};
    EXPECT_THROW((void)migrate(*database, {first_step, broken}), Broken);
    EXPECT_EQ(prisons(), 1);
    EXPECT_EQ(migrate(*database, {first_step, second_step}), 1);
}

TEST_P(Migrations, AreAppliedOnceByManyAtATime) {
    std::atomic<int> applied = 0;
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < 8; ++i)
            running.emplace_back(
                [&] { applied += migrate(*database, {first_step, second_step}).value(); });
    }
    EXPECT_EQ(applied, 2);
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Migrations, MayHaveATextOfTheirOwnForPostgres) {
    Migration both{.number = 1,
                   .name = "test/001_both",
                   .sql = "create table engine as select 'sqlite' as name",
                   .sql_postgres = "create table engine as select 'postgres' as name"};
    EXPECT_EQ(migrate(*database, {both}), 1);
    EXPECT_EQ(migrate(*database, {both}), 0);
    auto name = database->read([](Connection& db) {
        return one<std::string>(db, {"test/engine", "select name from engine"});
    });
    EXPECT_EQ(name, GetParam());
}

TEST_P(Migrations, LetOneParameterCarryAListOfNumbers) {
    ASSERT_TRUE(migrate(*database, {first_step}));
    Query in_list{"test/in_list",
                  "select count(*) from prison where id in (select value from json_each($1))"};
    database->with_reader([&](Connection& db) {
        std::vector<std::int64_t> with{3, 2, 1}, without{-9'000'000'000'000'000'000, 2};
        EXPECT_EQ(one<int>(db, in_list, json_list(with)), 1);
        EXPECT_EQ(one<int>(db, in_list, json_list(without)), 0);
        EXPECT_EQ(one<int>(db, in_list, json_list({})), 0);
    });
}

TEST(Migrating, ThrowsWhenTwoHaveTheSameNumber) {
    auto database = open("sqlite::memory:");
    Migration twin = second_step;
    twin.number = 1;
    EXPECT_THROW((void)migrate(*database, {first_step, twin}), Broken);
}

}  // namespace
}  // namespace noms::db
