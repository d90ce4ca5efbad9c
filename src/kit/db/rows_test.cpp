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

constexpr Query add_prison{"test/add_prison",
                           "insert into prison (id, name, open, share, opened_on, noted_at, gate, "
                           "places, closed_on, motto)"
                           " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Query prison_by_id{
    "test/prison_by_id",
    "select motto, closed_on, id, name, open, share, opened_on, noted_at, gate, places"
    " from prison where id = $1"};
constexpr const char* table =
    "create table prison (id bigint not null primary key, name text not null,"
    " open boolean not null, share double precision not null, opened_on date not null,"
    " noted_at text not null, gate text not null, places integer, closed_on date, motto text)";

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

class Rows : public testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) database->alone([](Connection& db) { db.script(table); });
    }
    void keep(const std::vector<Prison>& prisons) {
        database->with_writer([&](Connection& db) {
            for (const auto& prison : prisons) add(db, prison);
            return true;
        });
    }
    /// What goes wrong when T is read from `text`; empty when nothing does.
    template <class T>
    std::string trouble_reading(std::string_view text) {
        try {
            database->with_reader([&](Connection& db) { all<T>(db, {"test/trouble", text}); });
            return "";
        } catch (const Broken& broken) {
            return broken.what();
        }
    }
};
ON_EVERY_ENGINE(Rows);

TEST_P(Rows, GiveBackEveryKindOfValue) {
    Prison full = leeds();
    full.places = 1212;
    full.closed_on = *parse_date("2050-01-01");
    full.motto = "O'Neíll\t\\ \n";
    Prison bare = leeds();
    bare.id = -1;
    bare.name = "";
    keep({full, bare});
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
}

struct OnlyName {
    std::string name{};
};
DESCRIBE(OnlyName, name)
struct OnlyPlaces {
    std::int16_t places = 0;
};
DESCRIBE(OnlyPlaces, places)
struct OnlyGate {
    Gate gate = Gate::Main;
};
DESCRIBE(OnlyGate, gate)
struct OnlyOpen {
    bool open = false;
};
DESCRIBE(OnlyOpen, open)
struct OnlyDay {
    Date day{};
};
DESCRIBE(OnlyDay, day)

TEST_P(Rows, AreRefusedWhereTheyDoNotFit) {
    EXPECT_EQ(trouble_reading<OnlyName>("select 'Leeds' as title"),
              "test/trouble: gives no column name");
    EXPECT_EQ(trouble_reading<OnlyName>("select cast(null as text) as name"),
              "test/trouble: column name holds nothing that is not a text");
    EXPECT_EQ(trouble_reading<OnlyPlaces>("select 'many' as places"),
              "test/trouble: column places holds a text that is not a whole number");
    EXPECT_NE(trouble_reading<OnlyPlaces>("select 32768 as places"), "");
    EXPECT_EQ(trouble_reading<OnlyPlaces>("select 32767 as places"), "");
    EXPECT_EQ(trouble_reading<OnlyGate>("select 'Side' as gate"),
              "test/trouble: column gate holds \"Side\", which is not a Gate");
    EXPECT_NE(trouble_reading<OnlyOpen>("select 2 as open"), "");
    EXPECT_NE(trouble_reading<OnlyOpen>("select cast(null as boolean) as open"), "");
    EXPECT_EQ(trouble_reading<OnlyDay>("select '2006-02-30' as day"),
              "test/trouble: column day holds a text that is not a date");
}

TEST_P(Rows, AreCountedAndSummed) {
    keep({leeds()});
    database->with_reader([&](Connection& db) {
        EXPECT_EQ(one<int>(db, {"test/count", "select count(*) from prison"}), 1);
        EXPECT_EQ(one<bool>(db, {"test/any", "select count(*) > 0 from prison"}), true);
        EXPECT_EQ(one<Date>(db, {"test/first_day", "select min(opened_on) from prison"}),
                  leeds().opened_on);
        EXPECT_EQ(one<std::optional<int>>(db, {"test/sum", "select sum(places) from prison"}),
                  std::nullopt);
        EXPECT_THROW(one<int>(db, {"test/none", "select id from prison where id = 0"}), Broken);
        EXPECT_FALSE(first<Prison>(db, prison_by_id, 0));
    });
}

TEST(Bind, RefusesADateThatIsNoDay) {
    EXPECT_THROW(db::bind(Date{}), Broken);
    EXPECT_EQ(std::get<std::string>(db::bind(*parse_date("2006-04-03"))), "2006-04-03");
}

TEST(Bind, GivesNothingForAnEmptyOptional) {
    EXPECT_EQ(db::bind(std::optional<int>()), Value(nullptr));
    EXPECT_EQ(db::bind(std::optional<int>(0)), Value(std::int64_t(0)));
}

}  // namespace
}  // namespace noms::db
