#include "kit/record/record.hpp"

#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"
#include "kit/describe/json.hpp"
#include "kit/record/compare.hpp"
#include "kit/record/made.hpp"
#include "kit/record/reads.hpp"
#include "kit/record/setting.hpp"

namespace noms::record {
namespace {

struct Book {
    Id<Book> id{};
    std::string title{};
    int pages = 0;
    bool lent = false;
    std::optional<Date> due_on{};
};
DESCRIBE(Book, id, title, pages, lent, due_on)
const Table<Book> books{"book", "id"};

struct Chapter {
    Id<Chapter> id{};
    Id<Book> book{};
};
DESCRIBE(Chapter, id, book)
const Table<Chapter> chapters{"chapter", "id"};

constexpr db::Query all_books{"test/all_books",
                              "select id, title, pages, lent, due_on from book order by id"};
constexpr db::Query change_payload{"test/change_payload",
                                   "update event_payload set changes = '[]' where event = $1"};
constexpr db::Query cut_seal{"test/cut_seal", "delete from event_seal where position > $1"};
constexpr db::Query cut_middle{"test/cut_middle", "delete from event_seal where position = $1"};

constexpr db::Query retitle{"test/retitle", "update book set title = $1"};

constexpr std::string_view schema =
    "create table book (id bigint not null primary key, title text not null, "
    "pages integer not null, lent boolean not null, due_on date);"
    "create table chapter (id bigint not null primary key, book bigint not null references book "
    "(id))";

class Record : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) make_library(*database);
    }
    static void make_library(db::Database& empty) {
        auto steps = migrations();
        steps.push_back({.number = 900, .name = "test/book", .sql = schema});
        ASSERT_TRUE(db::migrate(empty, steps));
    }
    /// One command about one book.
    template <class Work>
    bool command(Id<Book> about, std::string_view kind, Work&& work) {
        auto done = database->write([&](db::Connection& db) -> Result<bool> {
            Changes changes(db,
                            {.id = new_id<CommandTag>(),
                             .actor = {7},
                             .actor_name = "librarian",
                             .day = day("2006-04-03"),
                             .at = now()});
            changes.about({"book", about.number}, kind);
            if (!work(changes)) return refused("no");
            changes.finish();
            return true;
        });
        return done.has_value();
    }
    Book add(std::string title, int pages = 10) {
        Book book{.id = new_id<Book>(), .title = std::move(title), .pages = pages};
        command(book.id, "book.added", [&](Changes& changes) {
            changes.add(books, book);
            return true;
        });
        return book;
    }
    std::vector<Event> events() {
        seal(*database);
        return database->read([](db::Connection& db) { return events_after(db, 0, 1000); });
    }
    std::vector<Book> rows(db::Database& of) {
        return of.read([](db::Connection& db) { return db::all<Book>(db, all_books); });
    }
};
ON_EVERY_ENGINE(Record);

TEST_P(Record, TellsEachChangeFieldByField) {
    auto book = add("Emma");
    auto lent = book;
    lent.lent = true;
    lent.due_on = day("2006-05-01");
    command(book.id, "book.lent", [&](Changes& changes) {
        changes.change(books, book, lent);
        return true;
    });
    auto told = events();
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].position, 1);
    EXPECT_EQ(told[1].kind, "book.lent");
    EXPECT_EQ(told[1].subject, book.id.number);
    EXPECT_EQ(told[1].changes,
              R"([{"table":"book","key":{"id":")" + to_text(book.id) +
                  R"("},"before":{"lent":false,"due_on":null},)"
                  R"("after":{"lent":true,"due_on":"2006-05-01"}}])");
    EXPECT_EQ(rows(*database)[0].due_on, day("2006-05-01"));
}

TEST_P(Record, TellsOfAnotherNewRowOnlyWhatIsNewInIt) {
    command({1}, "book.added", [&](Changes& changes) {
        changes.add(books, Book{.id = {1}, .title = "Emma", .due_on = day("2006-05-01")});
        changes.add(books, Book{.id = {2}, .title = "Emma"});
        changes.add(books, Book{.id = {3}, .title = "Emma", .lent = true});
        changes.add(chapters, Chapter{.id = {21}, .book = {1}});
        changes.add(books, Book{.id = {4}, .title = "Emma"});
        return true;
    });
    const auto said = boost::json::parse(events().front().changes).as_array();
    EXPECT_EQ(boost::json::serialize(said[1]), R"({"again":{"id":"0000000000002","due_on":null}})");
    EXPECT_EQ(boost::json::serialize(said[2]), R"({"again":{"id":"0000000000003","lent":true}})");
    EXPECT_TRUE(said[4].as_object().contains("table"));
    auto copy = db::testing::fresh(GetParam());
    make_library(*copy);
    ASSERT_EQ(replay(*database, *copy), 5);
    EXPECT_EQ(json::write(rows(*copy)), json::write(rows(*database)));
}

TEST_P(Record, LeavesNeitherRowNorEventWhenRefused) {
    EXPECT_FALSE(command({5}, "book.added", [&](Changes& changes) {
        changes.add(books, Book{.id = {5}, .title = "Half"});
        return false;
    }));
    EXPECT_TRUE(rows(*database).empty());
    EXPECT_TRUE(events().empty());
}

TEST_P(Record, WritesNoEventWhenNothingChanged) {
    auto book = add("Emma");
    command(book.id, "book.changed", [&](Changes& changes) {
        changes.change(books, book, book);
        return true;
    });
    EXPECT_EQ(events().size(), 1u);
}

TEST_P(Record, StopsWhenTheRowToChangeIsGone) {
    Book ghost{.id = {99}, .title = "Ghost"};
    auto seen = ghost;
    seen.pages = 1;
    EXPECT_THROW(command({99},
                         "book.changed",
                         [&](Changes& changes) {
                             changes.change(books, ghost, seen);
                             return true;
                         }),
                 db::Broken);
}

TEST_P(Record, ReplaysIntoAnEmptyDatabaseRowForRow) {
    auto emma = add("Emma");
    auto gone = add("Gone");
    auto changed = emma;
    changed.title = "Emma, \"a novel\" — O'Neill\n";
    changed.lent = true;
    command(emma.id, "book.changed", [&](Changes& changes) {
        changes.change(books, emma, changed);
        return true;
    });
    command(gone.id, "book.removed", [&](Changes& changes) {
        changes.remove(books, gone);
        return true;
    });
    seal(*database);
    auto copy = db::testing::fresh(GetParam());
    make_library(*copy);
    EXPECT_EQ(replay(*database, *copy), 4);
    ASSERT_EQ(rows(*copy).size(), 1u);
    EXPECT_EQ(json::write(rows(*copy)[0]), json::write(rows(*database)[0]));

    auto comparison = compare(*database, *copy, {tables().at("book")});
    ASSERT_EQ(comparison.size(), 1u);
    EXPECT_EQ(comparison[0].rows, 1);
    EXPECT_EQ(comparison[0].differing, 0);
    copy->write([&](db::Connection& db) -> Result<bool> {
        db::run(db, retitle, "Emme");
        return true;
    });
    EXPECT_EQ(compare(*database, *copy, {tables().at("book")})[0].differing, 1);
}

TEST_P(Record, ComparesOneEngineWithTheOther) {
    add("Emma");
    add("O'Neill");
    seal(*database);
    auto copy = db::testing::fresh("sqlite");
    make_library(*copy);
    ASSERT_TRUE(replay(*database, *copy));
    EXPECT_EQ(compare(*database, *copy, {tables().at("book")})[0].differing, 0);
}

TEST_P(Record, ReplaysABulkCommandWhoseFirstEventNeedsARowOfItsSecond) {
    database->write([&](db::Connection& db) -> Result<bool> {
        Changes changes(db, {.id = new_id<CommandTag>(), .day = day("2006-04-03"), .at = now()});
        changes.in_bulk();
        changes.about({"book", 2}, "book.added");
        changes.about({"book", 1}, "book.added");
        changes.add(books, Book{.id = {1}, .title = "Emma"});
        changes.about({"book", 2}, "book.added");
        changes.add(books, Book{.id = {2}, .title = "Persuasion"});
        changes.add(chapters, Chapter{.id = {21}, .book = {1}});
        changes.finish();
        return true;
    });
    seal(*database);
    auto copy = db::testing::fresh(GetParam());
    make_library(*copy);
    EXPECT_EQ(replay(*database, *copy), 3);
}

TEST_P(Record, KeepsTheServiceDay) {
    EXPECT_FALSE(service_day(*database));
    set_service_day(*database, day("2006-04-03"));
    EXPECT_EQ(service_day(*database), day("2006-04-03"));
}

TEST_P(Record, AddsInBulkWithOneEventASubject) {
    database->write([&](db::Connection& db) -> Result<bool> {
        Changes changes(db, {.id = new_id<CommandTag>(), .day = day("2006-04-03"), .at = now()});
        changes.in_bulk();
        for (int i = 1; i <= 50; ++i) {
            changes.about({"book", i}, "book.imported");
            changes.add(books, Book{.id = {i}, .title = "tab\there \\ and\nline", .pages = i});
        }
        changes.finish();
        return true;
    });
    EXPECT_EQ(rows(*database).size(), 50u);
    EXPECT_EQ(rows(*database)[9].title, "tab\there \\ and\nline");
    EXPECT_EQ(events().size(), 50u);
    EXPECT_TRUE(verify(*database, {}));
}

TEST_P(Record, FindsAChangedPayload) {
    add("Emma");
    auto told = events();
    EXPECT_EQ(verify(*database, {}), 1);
    database->write([&](db::Connection& db) -> Result<bool> {
        db::run(db, change_payload, told[0].id);
        return true;
    });
    auto found = verify(*database, {});
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().message.find("position 1"), std::string::npos);
}

TEST_P(Record, FindsARemovedEventAndARemovedTail) {
    for (const char* title : {"One", "Two", "Three"}) add(title);
    events();
    auto exported = database->read([](db::Connection& db) { return head(db); });
    EXPECT_EQ(verify(*database, exported), 3);
    database->write([&](db::Connection& db) -> Result<bool> {
        db::run(db, cut_seal, 2);
        return true;
    });
    EXPECT_TRUE(verify(*database, {})) << "nothing but the exported head knows of the tail";
    EXPECT_FALSE(verify(*database, exported));
    database->write([&](db::Connection& db) -> Result<bool> {
        db::run(db, cut_middle, 1);
        return true;
    });
    EXPECT_FALSE(verify(*database, {}));
}

TEST_P(Record, StaysWholeWhenAPayloadIsErased) {
    auto book = add("Emma");
    auto told = events();
    database->write([&](db::Connection& db) -> Result<bool> {
        erase_payload(db, told[0].id);
        return true;
    });
    EXPECT_EQ(verify(*database, {}), 1);
    auto seen = database->read([&](db::Connection& db) {
        return events_about(db, {"book", book.id.number}, Partition::Ordinary, {}, 10);
    });
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].changes, "");
}

TEST_P(Record, LetsAReaderOfTheFeedMissNothingWhileSlowWritersWrite) {
    constexpr int writers = 32;
    constexpr int each = 4;
    std::atomic<int> writing{writers};
    std::vector<std::jthread> threads;
    for (int w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 0; i < each; ++i) {
                Book book{.id = new_id<Book>(), .title = "slow", .pages = w};
                command(book.id, "book.added", [&](Changes& changes) {
                    changes.add(books, book);
                    // The id is made, the commit is later: order of ids is not order of commits.
                    std::this_thread::sleep_for(std::chrono::milliseconds(w % 5));
                    return true;
                });
            }
            --writing;
        });
    std::int64_t position = 0;
    std::set<std::int64_t> seen;
    for (bool last_round = false; !last_round;) {
        last_round = writing == 0;
        seal(*database);
        auto more =
            database->read([&](db::Connection& db) { return events_after(db, position, 50); });
        for (const auto& event : more) {
            EXPECT_EQ(event.position, position + 1);
            position = event.position;
            seen.insert(event.subject);
        }
        if (!more.empty()) last_round = false;
    }
    EXPECT_EQ(seen.size(), size_t(writers * each));
    EXPECT_TRUE(verify(*database, {}));
}

class Reads : public Record {
protected:
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("noms-reads-" + id_text(new_id_number()));
    ~Reads() override { std::filesystem::remove_all(folder); }
    static Read of(std::vector<std::int64_t> subjects) {
        return {.at = now(),
                .actor = {7},
                .actor_name = "priya.raman",
                .subject_kind = "book",
                .subjects = std::move(subjects),
                .route = "/books/{book}",
                .request = "r1"};
    }
    size_t rows_in_database() {
        return database
            ->read([](db::Connection& db) {
                return reads_newest(db, std::numeric_limits<std::int64_t>::max(), 1000);
            })
            .size();
    }
};
ON_EVERY_ENGINE(Reads);

TEST_P(Reads, ReachTheDatabaseOnceEachSubjectASide) {
    {
        ReadLog log(folder, *database);
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 10; ++i) log.log(of({100 + t, 200 + i}));
            });
        threads.clear();
        log.shipped();
        EXPECT_EQ(rows_in_database(), 160u);
    }
    ReadLog again(folder, *database);
    again.shipped();
    EXPECT_EQ(rows_in_database(), 160u) << "a second start ships nothing twice";
    auto of_one =
        database->read([](db::Connection& db) { return reads_of(db, {"book", 103}, 100); });
    ASSERT_EQ(of_one.size(), 10u);
    EXPECT_EQ(of_one[0].actor_name, "priya.raman");
}

TEST_P(Reads, OfTheSamePeopleTakeTheirRowsOnce) {
    auto count = [&](const std::string& table) {
        return database->read([&](db::Connection& db) {
            return db::one<std::int64_t>(db, made("select count(*) from " + table));
        });
    };
    auto of_one = [&](std::int64_t book) {
        return database->read(
            [&](db::Connection& db) { return reads_of(db, {"book", book}, 100); });
    };
    {
        ReadLog log(folder, *database);
        for (int i = 0; i < 3; ++i) log.log(of({3, 1, 2}));
        log.shipped();
        log.log(of({1, 2, 3}));
        log.log(of({1, 2}));
        log.shipped();
    }
    EXPECT_EQ(count("record_read_subject"), 5);
    EXPECT_EQ(count("record_read_again"), 3);
    EXPECT_EQ(of_one(1).size(), 5u);
    EXPECT_EQ(of_one(3).size(), 4u);
    EXPECT_EQ(rows_in_database(), 14u);
    ReadLog another(folder, *database);  // which knows of nothing shown before it began
    another.log(of({1, 2, 3}));
    another.shipped();
    EXPECT_EQ(count("record_read_subject"), 8);
    EXPECT_EQ(of_one(3).size(), 5u);
}

TEST_P(Reads, AreShippedFromWhereTheDatabaseHasThem) {
    ReadLog log(folder, *database);
    for (int i = 0; i < 2; ++i) log.log(of({1, 2, 3}));
    log.shipped();
    // Restored to where it was before.
    database->alone([](db::Connection& db) {
        for (const char* table : {"record_read", "record_read_subject", "record_read_again"})
            db.script(std::string("delete from ") + table);
        db.script("update record_spool set shipped = 0");
    });
    log.log(of({1, 2, 3}));
    log.shipped();
    EXPECT_EQ(rows_in_database(), 9u);
    auto of_one = database->read([](db::Connection& db) { return reads_of(db, {"book", 2}, 100); });
    EXPECT_EQ(of_one.size(), 3u);
}

TEST_P(Reads, AreRefusedWhileTheDiskRefusesThem) {
    ReadLog log(folder, *database);
    log.log(of({1}));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    auto little = before;  // half a line more; behind the lines there is only room
    std::ifstream file(folder / "reads-000001.ndjson");
    std::string line;
    std::getline(file, line);
    little.rlim_cur = line.size() + 20;
    setrlimit(RLIMIT_FSIZE, &little);
    EXPECT_THROW(log.log(of({2})), std::runtime_error);
    bool is_on_disk = true;
    log.log(of({2}), [&](bool is) { is_on_disk = is; });
    log.written();
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_FALSE(is_on_disk);
    log.log(of({3}));
    log.shipped();
    EXPECT_EQ(rows_in_database(), 2u);
}

TEST_P(Reads, PassOverALineThatACrashCutOff) {
    {
        ReadLog log(folder, *database);
        log.log(of({1}));
        log.shipped();
    }
    std::ofstream(folder / "reads-000001.ndjson", std::ios::app) << R"({"at":"2006)";
    ReadLog log(folder, *database);
    log.log(of({2}));
    log.shipped();
    EXPECT_EQ(rows_in_database(), 2u);
}

}  // namespace
}  // namespace noms::record
