#include <algorithm>
#include <thread>

#include "kit/db/size.hpp"
#include "kit/db/testing.hpp"

namespace noms::db {
namespace {

constexpr Query add_prison{"test/add_prison", "insert into prison (id) values ($1)"};
constexpr Query count_prisons{"test/count_prisons", "select count(*) from prison"};
constexpr Query pages_of_prisons{
    "test/pages_of_prisons", "select relallvisible from pg_class where oid = 'prison'::regclass"};
constexpr Query hang_up_on{"test/hang_up", "select count(pg_terminate_backend($1))"};
constexpr Query who_am_i{"test/who_am_i", "select pg_backend_pid()"};

class Postgres : public ::testing::Test {
protected:
    void SetUp() override {
        if (!testing::scratch_server())
            GTEST_SKIP() << "NOMS_TEST_POSTGRES is not set: PostgreSQL is not tested";
        database = testing::fresh("postgres", {.readers = 1});
        database->alone([](Connection& db) {
            db.script("create table prison (id bigint not null primary key)");
        });
    }
    int prisons() {
        return database->read([](Connection& db) { return one<int>(db, count_prisons); });
    }
    /// Ends the server's side of a connection, as a restart would.
    void hang_up(int backend) {
        database->alone([&](Connection& db) { one<int>(db, hang_up_on, backend); });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    int backend() {
        return database->read([](Connection& db) { return one<int>(db, who_am_i); });
    }
    /// What the commit says when `body` runs inside it, of a row added to prison.
    std::string commit_with(std::string_view body) {
        database->alone([&](Connection& db) {
            db.script(
                fmt::format("create function at_commit() returns trigger language plpgsql as"
                            " $$ begin {}; return null; end $$;"
                            "create constraint trigger late after insert on prison"
                            " deferrable initially deferred"
                            " for each row execute function at_commit()",
                            body));
        });
        try {
            database->with_writer([](Connection& db) {
                run(db, add_prison, 1);
                return true;
            });
            return "";
        } catch (const Broken& broken) {
            return broken.what();
        }
    }
    std::unique_ptr<Database> database;
};

TEST_F(Postgres, ReconnectsBeforeATransactionBegins) {
    hang_up(backend());
    database->with_writer([](Connection& db) {
        run(db, add_prison, 1);
        return true;
    });
    EXPECT_EQ(database->stats().reconnects, 1);
    hang_up(backend());
    EXPECT_EQ(prisons(), 1);
    EXPECT_EQ(database->stats().reconnects, 2);
}

TEST_F(Postgres, LeavesASnapshotWithoutWaitingAndSeesWhatCameAfterIt) {
    for (int more = 0; more < 3; ++more) {
        int later = -1;
        database->with_snapshot([&](Connection& db) {
            db.read_later(count_prisons, {}, [&](const Row& row) {
                later = std::stoi(std::string(row.cell(0).text));
            });
        });
        EXPECT_EQ(later, more) << "rows asked for later are there when the snapshot ends";
        EXPECT_EQ(prisons(), more);
        database->with_writer([&](Connection& db) {
            run(db, add_prison, more);
            return true;
        });
    }
    EXPECT_EQ(database->stats().reconnects, 0);
}

TEST_F(Postgres, RunsAgainWhatLostItsConnectionBeforeTheCommit) {
    int runs = 0;
    database->with_writer([&](Connection& db) {
        run(db, add_prison, 1);
        if (++runs == 1) hang_up(one<int>(db, who_am_i));
        EXPECT_EQ(one<int>(db, count_prisons), 1);
        return true;
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(prisons(), 1);
}

TEST_F(Postgres, NeverRunsAgainWhatLostItsConnectionDuringTheCommit) {
    auto said = commit_with("perform pg_terminate_backend(pg_backend_pid())");
    EXPECT_NE(said.find("outcome is not known"), std::string::npos) << said;
    EXPECT_EQ(database->stats().retries, 0);
    EXPECT_EQ(prisons(), 0);
}

TEST_F(Postgres, TakesAWarningDuringTheCommitAsUnconfirmed) {
    auto said = commit_with("raise warning 'canceling wait for synchronous replication'");
    EXPECT_NE(said.find("canceling wait for synchronous replication"), std::string::npos) << said;
    EXPECT_EQ(database->stats().retries, 0);
}

TEST_F(Postgres, TakesAWarningBeforeTheCommitAsNothing) {
    database->with_writer([](Connection& db) {
        db.script("do $$ begin raise warning 'only talk'; end $$");
        run(db, add_prison, 1);
        return true;
    });
    EXPECT_EQ(prisons(), 1);
}

TEST_F(Postgres, RunsAgainWhatMetAnotherTransactionAtItsCommit) {
    auto said = commit_with("raise exception 'met' using errcode = 'serialization_failure'");
    EXPECT_NE(said.find("met"), std::string::npos) << said;
    EXPECT_EQ(database->stats().retries, 19);
    EXPECT_EQ(prisons(), 0);
}

TEST_F(Postgres, IsSerializableAndSpeaksIsoAndUtc) {
    database->with_writer([](Connection& db) {
        EXPECT_EQ(one<std::string>(db, {"test/level", "show transaction_isolation"}),
                  "serializable");
        EXPECT_EQ(one<std::string>(db, {"test/zone", "show timezone"}), "UTC");
        EXPECT_EQ(one<std::string>(db, {"test/style", "show datestyle"}), "ISO, YMD");
        return true;
    });
}

TEST_F(Postgres, HoldsWritesBackUntilTheyAreFlushed) {
    database->alone([](Connection& db) {
        run(db, add_prison, 1);
        run(db, add_prison, 1);
        EXPECT_THROW(db.flush(), Violated);
        EXPECT_EQ(one<int>(db, count_prisons), 0);
    });
}

TEST_F(Postgres, KnowsHowMuchEverybodySeesOnceItHasSettled) {
    database->with_writer([](Connection& db) {
        run(db, add_prison, 1);
        return true;
    });
    auto pages = [&] {
        return database->read([](Connection& db) { return one<int>(db, pages_of_prisons); });
    };
    EXPECT_EQ(pages(), 0);
    // A row is seen by all once its commit is on the disk and no backend has an older snapshot, and
    // one that another test left may be ending still.
    for (int turn = 0; turn < 100 && pages() == 0; ++turn) {
        settle(*database);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(pages(), 1);
    auto sized = sizes(*database);
    auto prison = std::ranges::find(sized, "prison", &TableSize::name);
    ASSERT_NE(prison, sized.end());
    EXPECT_EQ(prison->rows, 1);
}

TEST_F(Postgres, ForgetsAStatementWhosePreparingWasCutOff) {
    Query fine{"test/fine", "select 1"};
    database->alone([&](Connection& db) {
        run(db, {"test/bad", "select nothing"});
        EXPECT_THROW(one<int>(db, fine), Broken);
        EXPECT_EQ(one<int>(db, fine), 1);
    });
}

TEST_F(Postgres, IsToldApartFromAServerThatIsNotThere) {
    std::string server = testing::scratch_server();
    if (server.starts_with("postgres")) GTEST_SKIP() << "needs a string of key=value";
    auto began = std::chrono::steady_clock::now();
    EXPECT_THROW(open(server + " dbname=no_such_database"), Broken);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
}

}  // namespace
}  // namespace noms::db
