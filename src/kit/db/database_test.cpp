#include "kit/db/database.hpp"

#include "kit/db/testing.hpp"

namespace noms::db {
namespace {

enum class Gate { Main, Works };
DESCRIBE_ENUM(Gate, Main, Works)

struct Prison {
    std::int64_t id = 0;
    std::string name{};
    bool open = false;
    double share = 0;
    Date opened_on{};
    Instant noted_at{};
    Gate gate = Gate::Main;
    std::optional<int> places{};
    std::optional<Date> closed_on{};
    std::optional<std::string> motto{};
};
DESCRIBE(Prison, id, name, open, share, opened_on, noted_at, gate, places, closed_on, motto)

constexpr Query add_prison{
    "test/add_prison",
    "insert into prison (id, name, open, share, opened_on, noted_at, gate, places, closed_on, motto)"
    " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Query prison_by_id{
    "test/prison_by_id",
    "select motto, closed_on, id, name, open, share, opened_on, noted_at, gate, places"
    " from prison where id = $1"};
constexpr Query count_prisons{"test/count_prisons", "select count(*) from prison"};

constexpr const char* tables =
    "create table prison (id bigint not null primary key,"
    " name text collate \"C\" not null constraint prison_name unique,"
    " open boolean not null default false, share double precision not null default 0,"
    " opened_on date, noted_at text, gate text, places integer, closed_on date, motto text);"
    "create table wing (id bigint not null primary key,"
    " prison bigint not null references prison (id));";

Prison leeds() {
    return {.id = 9'000'000'000'000'000'001,
            .name = "Leeds",
            .open = true,
            .share = 0.1,
            .opened_on = *parse_date("1847-07-03"),
            .noted_at = *parse_instant("2006-04-03T09:00:00.000001Z"),
            .gate = Gate::Works};
}

void add(Connection& db, const Prison& p) {
    run(db,
        add_prison,
        p.id,
        p.name,
        p.open,
        p.share,
        p.opened_on,
        p.noted_at,
        p.gate,
        p.places,
        p.closed_on,
        p.motto);
}

class Databases : public testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) database->alone([](Connection& db) { db.script(tables); });
    }
    int prisons() {
        return database->read([](Connection& db) { return one<int>(db, count_prisons); });
    }
};
ON_EVERY_ENGINE(Databases);

TEST_P(Databases, GiveBackEveryKindOfValue) {
    Prison full = leeds();
    full.places = 1212;
    full.closed_on = *parse_date("2050-01-01");
    full.motto = "O'Neíll\t\\ \n";
    Prison bare = leeds();
    bare.id = -1;
    bare.name = "";
    database->with_writer([&](Connection& db) {
        add(db, full);
        add(db, bare);
        return true;
    });
    database->with_reader([&](Connection& db) {
        auto kept = first<Prison>(db, prison_by_id, full.id);
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->name, "Leeds");
        EXPECT_TRUE(kept->open);
        EXPECT_EQ(kept->share, 0.1);
        EXPECT_EQ(kept->opened_on, full.opened_on);
        EXPECT_EQ(kept->noted_at, full.noted_at);
        EXPECT_EQ(kept->gate, Gate::Works);
        EXPECT_EQ(kept->places, 1212);
        EXPECT_EQ(kept->closed_on, full.closed_on);
        EXPECT_EQ(kept->motto, full.motto);
        auto empty = first<Prison>(db, prison_by_id, bare.id);
        ASSERT_TRUE(empty);
        EXPECT_EQ(empty->name, "");
        EXPECT_FALSE(empty->places || empty->closed_on || empty->motto);
    });
    EXPECT_EQ(prisons(), 2);
}

}  // namespace
}  // namespace noms::db
