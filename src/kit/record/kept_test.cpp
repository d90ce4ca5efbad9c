#include "kit/record/kept.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "kit/db/testing.hpp"
#include "kit/record/record.hpp"

namespace noms::record {
namespace {

struct Cup {
    Id<Cup> id{};
    int sips = 0;
};
DESCRIBE(Cup, id, sips)
const Table<Cup> cups{"cup", "id"};
constexpr db::Query every_cup{"test/every_cup", "select id, sips from cup order by id"};
constexpr std::string_view schema =
    "create table cup (id bigint not null primary key, sips integer not null);";
using Sips = std::map<std::int64_t, int>;

/// Cups from which sips are taken, and how often it had to be counted how many.
class KeptValues : public db::testing::OnEveryEngine {
protected:
    Kept<int> kept{"cup", 100};
    Date today = parse_date("2006-04-03").value();
    std::vector<std::int64_t> asked;  // of the last time
    std::vector<std::int64_t> all;

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        auto steps = migrations();
        steps.push_back({.number = 900, .name = "test/cup", .sql = schema});
        ASSERT_TRUE(db::migrate(*database, steps));
        for (int count = 0; count < 3; ++count) all.push_back(add());
        seal(*database);
    }
    template <class Work>
    void command(const Subject& about, Work&& work) {
        auto done = database->write([&](db::Connection& db) -> Result<bool> {
            Changes changes(db,
                            {.id = new_id<CommandTag>(),
                             .actor = {7},
                             .actor_name = "guest",
                             .day = today,
                             .at = now()});
            changes.about(about, "test.happened");
            work(changes);
            changes.finish();
            return true;
        });
        ASSERT_TRUE(done);
    }
    std::int64_t add() {
        Cup cup{.id = new_id<Cup>()};
        command({"cup", cup.id.number}, [&](Changes& changes) { changes.add(cups, cup); });
        return cup.id.number;
    }
    Sips counted(db::Connection& db) {
        Sips out;
        for (const auto& cup : db::all<Cup>(db, every_cup)) out[cup.id.number] = cup.sips;
        return out;
    }
    void sip(std::int64_t from) {
        auto before = database->read([&](db::Connection& db) { return counted(db); });
        command({"cup", from}, [&](Changes& changes) {
            changes.change(cups, Cup{{from}, before[from]}, Cup{{from}, before[from] + 1});
        });
    }
    Sips ask(db::Connection& db) {
        asked.clear();
        return kept.of(kept.ask(db), all, today, [&](std::span<const std::int64_t> missing) {
            asked.assign(missing.begin(), missing.end());
            auto sips = counted(db);
            std::erase_if(sips,
                          [&](const auto& one) { return !std::ranges::count(asked, one.first); });
            return sips;
        });
    }
    Sips ask() {
        Sips out;
        database->with_snapshot([&](db::Connection& db) { out = ask(db); });
        return out;
    }
};
ON_EVERY_ENGINE(KeptValues);

using Ids = std::vector<std::int64_t>;

TEST_P(KeptValues, AreWorkedOutOnce) {
    EXPECT_EQ(ask().size(), 3u);
    EXPECT_EQ(asked, all);
    EXPECT_EQ(ask().size(), 3u);
    EXPECT_EQ(asked, Ids{});
}

TEST_P(KeptValues, AreWorkedOutAnewForWhomSomethingHappenedTo) {
    ask();
    sip(all[1]);
    EXPECT_EQ(ask()[all[1]], 1) << "also before it is sealed";
    EXPECT_EQ(asked, Ids{all[1]});
    seal(*database);
    EXPECT_EQ(ask()[all[1]], 1);
    EXPECT_EQ(asked, Ids{all[1]});
    ask();
    EXPECT_EQ(asked, Ids{});
}

TEST_P(KeptValues, AreForgottenAnotherDayAndWhenSomethingElseHappens) {
    ask();
    today = plus_days(today, 1);
    ask();
    EXPECT_EQ(asked, all);
    auto of = [&](std::string_view kind) {
        command({std::string(kind), 5},
                [](Changes& changes) { changes.add(cups, Cup{.id = new_id<Cup>()}); });
    };
    of("account");
    seal(*database);
    ask();
    EXPECT_EQ(asked, Ids{}) << "an account is nobody's record";
    of("body");
    ask();
    EXPECT_EQ(asked, all);
    seal(*database);
    ask();
    EXPECT_EQ(asked, all);
    ask();
    EXPECT_EQ(asked, Ids{});
}

TEST_P(KeptValues, AreNotThoseOfALaterSnapshot) {
    ask();
    database->with_snapshot([&](db::Connection& before) {
        EXPECT_EQ(counted(before)[all[0]], 0);
        sip(all[0]);
        seal(*database);
        EXPECT_EQ(ask()[all[0]], 1);
        EXPECT_EQ(ask(before)[all[0]], 0) << "a page shows one state";
        EXPECT_EQ(ask()[all[0]], 1) << "and leaves nothing behind that is older";
    });
}

TEST_P(KeptValues, BeginAnewAfterMoreThanOneReadingTakes) {
    ask();
    for (int count = 0; count <= happened_max; ++count) sip(all[2]);
    seal(*database);
    EXPECT_EQ(ask()[all[2]], happened_max + 1);
    EXPECT_EQ(asked, all);
    ask();
    EXPECT_EQ(asked, Ids{});
}

TEST_P(KeptValues, OfOneDatabaseAreNotThoseOfAnother) {
    ask();
    sip(all[0]);
    seal(*database);
    ask();
    auto other = db::open("sqlite::memory:");
    auto steps = migrations();
    steps.push_back({.number = 900, .name = "test/cup", .sql = schema});
    ASSERT_TRUE(db::migrate(*other, steps));
    std::swap(database, other);
    for (int count = 0; count < 4; ++count) add();  // up to the same position
    seal(*database);
    EXPECT_EQ(ask().size(), 0u) << "none of those cups is here";
    EXPECT_EQ(asked, all);
    std::swap(database, other);
}

TEST_P(KeptValues, AreWhatWouldBeWorkedOutWhateverHappens) {
    std::mt19937 dice(20061123);
    for (int step = 0; step < 300; ++step) {
        switch (dice() % 5) {
            case 0: sip(all[dice() % all.size()]); break;
            case 1: seal(*database); break;
            case 2:
                if (all.size() < 12) all.push_back(add());
                break;
            default:
                auto now = database->read([&](db::Connection& db) { return counted(db); });
                ASSERT_EQ(ask(), now) << "step " << step;
        }
    }
}

}  // namespace
}  // namespace noms::record
