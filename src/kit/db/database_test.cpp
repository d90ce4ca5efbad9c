#include <thread>

#include "kit/db/testing.hpp"

namespace noms::db {
namespace {

constexpr const char* tables =
    "create table prison (id bigint not null primary key, name text collate \"C\" not null,"
    " constraint prison_name unique (name));"
    "create table wing (id bigint not null primary key,"
    " prison bigint not null references prison (id));"
    "create table counter (id bigint not null primary key, count bigint not null);"
    "insert into counter (id, count) values (1, 0)";

constexpr Query add_prison{"test/add_prison", "insert into prison (id, name) values ($1, $2)"};
constexpr Query add_wing{"test/add_wing", "insert into wing (id, prison) values ($1, $2)"};
constexpr Query count_prisons{"test/count_prisons", "select count(*) from prison"};
constexpr Query counter{"test/counter", "select count from counter where id = $1"};
constexpr Query set_counter{"test/set_counter", "update counter set count = $1 where id = $2"};

struct Named {
    std::string name{};
};
DESCRIBE(Named, name)

class Databases : public testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) database->alone([](Connection& db) { db.script(tables); });
    }
    int prisons() {
        return database->read([](Connection& db) { return one<int>(db, count_prisons); });
    }
    void keep(std::int64_t id, std::string_view name) {
        database->with_writer([&](Connection& db) {
            run(db, add_prison, id, name);
            return true;
        });
    }
    std::vector<std::string> names_in(const Query& query) {
        std::vector<std::string> names;
        database->with_reader([&](Connection& db) {
            for (auto& each : all<Named>(db, query)) names.push_back(each.name);
        });
        return names;
    }
};
ON_EVERY_ENGINE(Databases);

TEST_P(Databases, TakeParametersInAnyOrderAndMoreThanOnce) {
    database->with_reader([&](Connection& db) {
        Query query{"test/order",
                    "select cast($3 as text) || cast($1 as text) || cast($2 as text)"
                    " || cast($1 as text) as name"};
        EXPECT_EQ(first<Named>(db, query, "a", "b", "c")->name, "caba");
    });
}

TEST_P(Databases, RefuseTooFewAndTooManyParametersAndNameTheQuery) {
    for (std::vector<Value> values : {std::vector<Value>{1}, {1, "a", "b"}}) {
        try {
            database->with_writer([&](Connection& db) {
                db.write(add_prison, values);
                return true;
            });
            FAIL() << values.size() << " parameters were taken";
        } catch (const Broken& broken) {
            EXPECT_TRUE(std::string(broken.what()).starts_with("test/add_prison: "));
        }
    }
    EXPECT_EQ(prisons(), 0);
}

TEST_P(Databases, RefuseATextWithAZeroByte) {
    EXPECT_THROW(keep(1, std::string_view("Le\0eds", 6)), Broken);
    EXPECT_EQ(prisons(), 0);
}

TEST_P(Databases, KeepAStatementForEachNameAndNoticeAnotherText) {
    database->with_reader([&](Connection& db) {
        for (int i = 0; i < 3; ++i) EXPECT_EQ(one<int>(db, {"test/same", "select 1"}), 1);
        EXPECT_EQ(one<int>(db, {"test/same", "select 2"}), 2);
        EXPECT_EQ(one<int>(db, {"test/same", "select 1"}), 1);
    });
}

TEST_P(Databases, StayUsableAfterAStatementThatDoesNotParse) {
    database->with_reader([&](Connection& db) {
        for (int i = 0; i < 2; ++i) {
            EXPECT_THROW(one<int>(db, {"test/bad", "select nothing from nowhere"}), Broken);
            EXPECT_EQ(one<int>(db, {"test/good", "select 1"}), 1);
        }
    });
}

TEST_P(Databases, SayWhichConstraintWasViolated) {
    keep(1, "Leeds");
    try {
        keep(2, "Leeds");
        FAIL() << "the same name was kept twice";
    } catch (const Violated& violated) {
        bool sqlite = GetParam() == "sqlite";
        EXPECT_EQ(violated.constraint, sqlite ? "prison.name" : "prison_name");
    }
    EXPECT_THROW(keep(1, "Hull"), Violated);
    EXPECT_THROW(database->with_writer([](Connection& db) {
        run(db, add_wing, 1, 99);
        return true;
    }),
                 Violated);
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Databases, KeepNothingOfWorkThatGivesFalseOrThrows) {
    database->with_writer([](Connection& db) {
        run(db, add_prison, 1, "Leeds");
        return false;
    });
    EXPECT_THROW(database->with_writer([](Connection& db) -> bool {
        run(db, add_prison, 2, "Hull");
        throw std::runtime_error("changed my mind");
    }),
                 std::runtime_error);
    EXPECT_EQ(prisons(), 0);
    keep(3, "York");
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Databases, KeepNothingOfACommandThatGivesAnError) {
    auto answer = database->write([](Connection& db) -> Result<int> {
        run(db, add_prison, 1, "Leeds");
        EXPECT_EQ(one<int>(db, count_prisons), 1);
        return refused("The prison is not ready.");
    });
    EXPECT_FALSE(answer);
    EXPECT_EQ(prisons(), 0);
    auto kept = database->write([](Connection& db) -> Result<int> {
        run(db, add_prison, 1, "Leeds");
        return 7;
    });
    EXPECT_EQ(kept, 7);
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Databases, CountStatements) {
    auto before = database->stats();
    keep(1, "Leeds");
    database->with_reader([&](Connection& db) {
        auto first = db.statements();
        one<int>(db, count_prisons);
        one<int>(db, count_prisons);
        EXPECT_EQ(db.statements() - first, 2);
    });
    EXPECT_EQ(database->stats().statements - before.statements, 3);
    EXPECT_EQ(database->stats().transactions - before.transactions, 1);
}

TEST_P(Databases, LoseNoIncrementOfSixteenThreads) {
    constexpr int threads = 16, turns = 10;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> running;
        running.reserve(threads);
        for (int i = 0; i < threads; ++i)
            running.emplace_back([&] {
                for (int turn = 0; turn < turns; ++turn) try {
                        database->with_writer([](Connection& db) {
                            run(db, set_counter, one<int>(db, counter, 1) + 1, 1);
                            return true;
                        });
                    } catch (const Again&) {
                        ++failures;  // told to the caller, so not lost
                    }
            });
    }
    auto count = database->read([](Connection& db) { return one<int>(db, counter, 1); });
    EXPECT_EQ(count, threads * turns - failures);
    EXPECT_EQ(failures, 0);
}

TEST_P(Databases, ShowASnapshotOneState) {
    database->with_snapshot([&](Connection& db) {
        EXPECT_EQ(one<int>(db, count_prisons), 0);
        keep(1, "Leeds");
        EXPECT_EQ(one<int>(db, count_prisons), 0);
    });
    EXPECT_EQ(prisons(), 1);
    EXPECT_THROW(database->with_snapshot([](Connection& db) {
        run(db, add_prison, 2, "Hull");
        db.flush();
    }),
                 Broken);
    EXPECT_EQ(prisons(), 1);
}

TEST_P(Databases, CopyRowsOfAnyText) {
    std::vector<std::string> names{
        "", "\\", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\"q\"", "é, x"};
    std::vector<std::vector<Value>> rows;
    rows.reserve(names.size());
    for (const auto& name : names) rows.push_back({std::int64_t(rows.size()), name});
    std::vector<std::string_view> columns{"id", "name"};
    database->with_writer([&](Connection& db) {
        run(db, add_prison, 100, "queued before");
        db.copy("prison", columns, rows);
        EXPECT_EQ(one<int>(db, count_prisons), int(rows.size()) + 1);
        return true;
    });
    auto kept = names_in({"test/in_order", "select name from prison where id < 100 order by id"});
    EXPECT_EQ(kept, names);
}

TEST_P(Databases, CopyNullsFlagsAndFractions) {
    database->alone([&](Connection& db) {
        db.script("create table fact (\"until\" date, open boolean, share double precision)");
        std::vector<std::string_view> columns{"until", "open", "share"};
        std::vector<std::vector<Value>> rows{{nullptr, true, 0.1}, {"2006-04-03", false, -1e300}};
        db.copy("fact", columns, rows);
        EXPECT_EQ(one<int>(db, {"test/a", "select count(*) from fact where \"until\" is null"}), 1);
        EXPECT_EQ(one<double>(db, {"test/b", "select share from fact where open"}), 0.1);
        EXPECT_EQ(one<double>(db, {"test/c", "select share from fact where not open"}), -1e300);
    });
}

TEST_P(Databases, KeepNothingOfACopyThatFails) {
    std::vector<std::string_view> columns{"id", "name"};
    std::vector<std::vector<Value>> rows{{1, "Leeds"}, {1, "Hull"}};
    EXPECT_THROW(database->with_writer([&](Connection& db) {
        db.copy("prison", columns, rows);
        return true;
    }),
                 Violated);
    EXPECT_EQ(prisons(), 0);
    keep(1, "Leeds");
}

TEST_P(Databases, SortTextByItsBytes) {
    keep(1, "b");
    keep(2, "B");
    keep(3, "É");
    keep(4, "a b");
    keep(5, "ab");
    keep(6, "a");
    auto sorted = names_in({"test/sorted", "select name from prison order by name"});
    EXPECT_EQ(sorted, (std::vector<std::string>{"B", "a", "a b", "ab", "b", "É"}));
    auto range = names_in(
        {"test/range", "select name from prison where name > 'a' and name < 'b' order by name"});
    EXPECT_EQ(range, (std::vector<std::string>{"a b", "ab"}));
}

TEST_P(Databases, GiveWhatIsAskedTogetherToEachWhoAsked) {
    keep(1, "Leeds");
    keep(2, "Hull");
    const Query by_id{"test/by_id", "select name from prison where id = $1"};
    database->with_reader([&](Connection& db) {
        auto hull = ask<Named>(db, by_id, 2);
        auto nobody = ask<Named>(db, by_id, 3);
        auto leeds = ask<Named>(db, by_id, 1);
        EXPECT_EQ(leeds.get().at(0).name, "Leeds");
        EXPECT_EQ(hull.get().at(0).name, "Hull");
        EXPECT_TRUE(nobody.get().empty());
    });
}

TEST_P(Databases, SayWhyWhatIsAskedTogetherFailsAndGoOn) {
    keep(1, "Leeds");
    const Query all_names{"test/all_names", "select name from prison"};
    const Query none{"test/none", "select nothing from nowhere"};
    auto work = [&](Connection& db) {
        auto names = ask<Named>(db, all_names);
        ask<Named>(db, none).get();
        ADD_FAILURE() << "rows of no table: " << names.get().size();
    };
    EXPECT_THROW(database->with_reader(work), Broken);
    EXPECT_EQ(names_in(all_names), std::vector<std::string>{"Leeds"});
}

TEST_P(Databases, ShowErrorsOfQueuedWritesByTheirName) {
    try {
        database->with_writer([](Connection& db) {
            run(db, add_prison, 1, "Leeds");
            run(db, add_prison, 1, "Hull");
            run(db, set_counter, 5, 1);
            return true;
        });
        FAIL() << "the second prison was kept";
    } catch (const Violated& violated) {
        EXPECT_TRUE(std::string(violated.what()).starts_with("test/add_prison: "));
    }
    EXPECT_EQ(prisons(), 0);
}

TEST_P(Databases, CommitMoreWritesThanThePipelineHolds) {
    database->with_writer([](Connection& db) {
        for (int i = 0; i < 1000; ++i) run(db, add_prison, i, std::to_string(i));
        return true;
    });
    EXPECT_EQ(prisons(), 1000);
}

TEST_P(Databases, RefuseToCommitWorkThatHidAFailure) {
    // SQLite undoes the statement alone; PostgreSQL has lost the transaction and must say so.
    auto hide = [](Connection& db) {
        run(db, add_prison, 1, "Leeds");
        auto add_twin = [&] {
            run(db, add_prison, 2, "Leeds");
            db.flush();
        };
        EXPECT_THROW(add_twin(), Violated);
        return true;
    };
    if (GetParam() == "sqlite") {
        database->with_writer(hide);
        EXPECT_EQ(prisons(), 1);
    } else {
        EXPECT_THROW(database->with_writer(hide), Broken);
        EXPECT_EQ(prisons(), 0);
    }
}

TEST(Open, RefusesWhatIsNoDatabase) {
    EXPECT_THROW(open("sqlite:"), Broken);
    EXPECT_THROW(open("sqlite:/no/such/folder/file"), Broken);
    EXPECT_THROW(open("offenders"), Broken);
    EXPECT_THROW(open("host=/no/such/folder dbname=noms", {.connect_seconds_max = 0}), Broken);
}

}  // namespace
}  // namespace noms::db
