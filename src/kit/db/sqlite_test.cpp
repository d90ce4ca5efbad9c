#include <filesystem>
#include <latch>
#include <thread>

#include <unistd.h>

#include "kit/db/testing.hpp"

namespace noms::db {
namespace {

constexpr Query add_prison{"test/add_prison", "insert into prison (id) values ($1)"};
constexpr Query count_prisons{"test/count_prisons", "select count(*) from prison"};

class Sqlite : public ::testing::Test {
protected:
    void SetUp() override {
        database->alone([](Connection& db) {
            db.script("create table prison (id bigint not null primary key)");
        });
    }
    int prisons() {
        return database->read([](Connection& db) { return one<int>(db, count_prisons); });
    }
    /// Runs the works so that they are queued together, behind one that waits until they are.
    void run_as_group(const std::vector<std::function<bool(Connection&)>>& works,
                      std::atomic<int>& thrown) {
        std::latch first_runs(1), others_wait(1);
        std::vector<std::jthread> running;
        running.emplace_back([&] {
            database->with_writer([&](Connection&) {
                first_runs.count_down();
                others_wait.wait();
                return true;
            });
        });
        first_runs.wait();
        for (const auto& work : works)
            running.emplace_back([&] {
                try {
                    database->with_writer(work);
                } catch (const Broken&) {
                    ++thrown;
                }
            });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        others_wait.count_down();
    }
    std::unique_ptr<Database> database = open("sqlite::memory:");
};

TEST_F(Sqlite, CommitsAGroupAtOnceWithoutItsBadJobs) {
    std::vector<std::function<bool(Connection&)>> works;
    for (int i = 0; i < 5; ++i)
        works.emplace_back([i](Connection& db) {
            run(db, add_prison, i);
            return true;
        });
    works.emplace_back([](Connection& db) {
        run(db, add_prison, 100);
        return false;
    });
    works.emplace_back([](Connection& db) {
        run(db, add_prison, 101);
        run(db, add_prison, 101);
        return true;
    });
    std::atomic<int> thrown = 0;
    run_as_group(works, thrown);
    EXPECT_EQ(prisons(), 5);
    EXPECT_EQ(thrown, 1);
    EXPECT_EQ(database->stats().group_commits, 1);
}

TEST_F(Sqlite, RunsAGroupOneByOneWhenAJobEndsItsTransaction) {
    std::vector<std::function<bool(Connection&)>> works;
    for (int i = 0; i < 5; ++i)
        works.emplace_back([i](Connection& db) {
            run(db, add_prison, i);
            return true;
        });
    works.emplace_back([](Connection& db) {
        db.script("rollback");  // as SQLite itself does when the disk is full
        throw Broken("the disk is full");
        return true;
    });
    std::atomic<int> thrown = 0;
    run_as_group(works, thrown);
    EXPECT_EQ(prisons(), 5);
    EXPECT_EQ(thrown, 1);
    EXPECT_EQ(database->stats().group_commits, 0);
}

TEST_F(Sqlite, RefusesATransactionInsideATransaction) {
    EXPECT_THROW(database->with_writer([&](Connection&) {
        database->with_writer([](Connection&) { return true; });
        return true;
    }),
                 Broken);
}

TEST_F(Sqlite, RefusesToWriteOnAReader) {
    EXPECT_THROW(database->with_reader([](Connection& db) { run(db, add_prison, 1); }), Broken);
}

TEST_F(Sqlite, RefusesToReadAStatementInsideItself) {
    database->with_writer([](Connection& db) {
        run(db, add_prison, 1);
        EXPECT_THROW(db.read(count_prisons, {}, [&](const Row&) { one<int>(db, count_prisons); }),
                     Broken);
        EXPECT_EQ(one<int>(db, count_prisons), 1);
        return true;
    });
}

TEST_F(Sqlite, RefusesParametersThatAreNotNumberedFromOne) {
    database->with_reader([](Connection& db) {
        EXPECT_THROW(one<int>(db, {"test/gap", "select $1 + $3"}, 1, 2), Broken);
        EXPECT_THROW(one<int>(db, {"test/named", "select :name"}, 1), Broken);
    });
}

TEST_F(Sqlite, KeepsWhatWasCommittedInAFile) {
    auto file = std::filesystem::temp_directory_path() / fmt::format("noms-test-{}", ::getpid());
    std::string url = "sqlite:" + file.string();
    open(url)->with_writer([](Connection& db) {
        db.script("create table prison (id bigint not null primary key)");
        run(db, add_prison, 1);
        return true;
    });
    auto again = open(url);
    EXPECT_EQ(again->read([](Connection& db) { return one<int>(db, count_prisons); }), 1);
    again.reset();
    std::filesystem::remove(file);
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
}

TEST_F(Sqlite, AFileThatWasFilledIsDurableFromThenOn) {
    auto file = std::filesystem::temp_directory_path() / fmt::format("noms-filled-{}.db", getpid());
    std::string url = "sqlite:" + file.string();
    const Query journal{"test/journal", "pragma journal_mode"};
    auto filled = open(url, {.fills_new_file = true});
    filled->with_writer([&](Connection& db) {
        EXPECT_EQ(one<std::string>(db, journal), "off");
        EXPECT_EQ(one<int>(db, {"test/keys", "pragma foreign_keys"}), 1);
        db.script("create table prison (id bigint not null primary key)");
        run(db, add_prison, 1);
        return true;
    });
    EXPECT_EQ(filled->read([](Connection& db) { return one<int>(db, count_prisons); }), 1);
    filled.reset();
    auto again = open(url);
    again->with_writer([&](Connection& db) {
        EXPECT_EQ(one<std::string>(db, journal), "wal");
        EXPECT_EQ(one<int>(db, count_prisons), 1);
        return true;
    });
    again.reset();
    std::filesystem::remove(file);
}

TEST_F(Sqlite, IsDurableAndKeepsForeignKeys) {
    database->with_writer([](Connection& db) {
        EXPECT_EQ(one<std::string>(db, {"test/journal", "pragma journal_mode"}), "wal");
        EXPECT_EQ(one<int>(db, {"test/synchronous", "pragma synchronous"}), 2);
        EXPECT_EQ(one<int>(db, {"test/keys", "pragma foreign_keys"}), 1);
        return true;
    });
}

}  // namespace
}  // namespace noms::db
