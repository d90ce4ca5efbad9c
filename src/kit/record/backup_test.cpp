#include "kit/record/backup.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kit/db/testing.hpp"

namespace noms::record {
namespace {

// A parent that comes after its child, a key of text and a day, and every kind of column.
constexpr std::string_view schema =
    "create table book (id bigint not null primary key, follows bigint references book (id), "
    "title text not null, lent boolean not null, price double precision, due_on date);"
    "create table shelf (name text not null, from_day date not null, "
    "book bigint not null references book (id), primary key (name, from_day));";

std::vector<db::Migration> steps(std::string_view last = schema) {
    auto all = migrations();
    all.push_back({.number = 900, .name = "test/library", .sql = last});
    return all;
}

void fill(db::Database& database) {
    database.alone([](db::Connection& db) {
        db.script(
            "insert into book values (9, null, 'O''Neíll said \"no\"', true, 2.5, '2006-04-03')");
        db.script("insert into book values (2, 9, 'Line\nend, back\\slash', false, null, null)");
        db.script(
            "insert into shelf values ('b', '2006-04-03', 2), ('B', '2006-04-03', 9), "
            "('b', '2005-12-31', 9)");
        Changes changes(db,
                        {.id = new_id<CommandTag>(),
                         .actor = {7},
                         .actor_name = "librarian",
                         .day = parse_date("2006-04-03").value(),
                         .at = now()});
        changes.about({"book", 2}, "book.lent");
        changes.finish();
        db.flush();
    });
    seal(database);
}

std::vector<std::string> lines_of(db::Database& database) {
    std::vector<std::string> lines;
    backup(database, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

LineSource source_of(const std::vector<std::string>& lines) {
    return [&lines, at = size_t(0)]() mutable -> std::optional<std::string> {
        if (at == lines.size()) return std::nullopt;
        return lines[at++];
    };
}

class Backup : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        ASSERT_TRUE(db::migrate(*database, steps()));
        fill(*database);
    }
    /// Why the lines cannot be restored; the database they were meant for stays empty.
    std::string refusal_of(const std::vector<std::string>& lines) {
        auto other = db::testing::fresh(GetParam());
        auto done = restore(*other, source_of(lines), steps());
        auto again = restore(*other, source_of(lines_of(*database)), steps());
        EXPECT_TRUE(again) << again.error().message;
        return done ? "" : done.error().message;
    }
};
ON_EVERY_ENGINE(Backup);

TEST_P(Backup, RestoredIntoEitherEngineIsBackedUpAsTheSameLines) {
    auto lines = lines_of(*database);
    for (const auto& engine : db::testing::engines()) {
        if (engine == "postgres" && !db::testing::scratch_server()) continue;
        auto other = db::testing::fresh(engine);
        auto done = restore(*other, source_of(lines), steps());
        ASSERT_TRUE(done) << done.error().message;
        auto again = lines_of(*other);
        lines[0] = again[0];  // the instant it was made at
        EXPECT_EQ(again, lines);
    }
}

TEST_P(Backup, HoldsRowsInTheOrderOfTheirKeys) {
    auto lines = lines_of(*database);
    auto at = std::ranges::find_if(
        lines, [](const std::string& line) { return line.contains(R"("table":"shelf")"); });
    ASSERT_NE(at, lines.end());
    EXPECT_EQ(at[1], R"(["B","2006-04-03",9])");
    EXPECT_EQ(at[2], R"(["b","2005-12-31",9])");
    EXPECT_EQ(at[3], R"(["b","2006-04-03",2])");
}

TEST_P(Backup, IsRefusedWhenItEndsEarly) {
    auto lines = lines_of(*database);
    lines.pop_back();
    EXPECT_EQ(refusal_of(lines), "The backup cannot be restored: it ends early.");
}

TEST_P(Backup, IsRefusedWhenALineWasChanged) {
    auto lines = lines_of(*database);
    for (auto& line : lines)
        if (line == R"(["b","2005-12-31",9])") line = R"(["b","2005-12-30",9])";
    EXPECT_EQ(refusal_of(lines),
              "The backup cannot be restored: its digest is not that of its lines.");
}

TEST_P(Backup, IsRefusedWhenItIsNoBackup) {
    EXPECT_EQ(refusal_of({"unique_id,surname"}),
              "The backup cannot be restored: it does not begin as a backup of noms does.");
}

TEST_P(Backup, IsRefusedByAnOlderProgram) {
    auto lines = lines_of(*database);
    auto other = db::testing::fresh(GetParam());
    auto done = restore(*other, source_of(lines), migrations());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message,
              "The backup cannot be restored: it is newer than this program, which does not know "
              "test/library.");
}

TEST_P(Backup, IsRefusedByADatabaseWithRows) {
    auto lines = lines_of(*database);
    auto done = restore(*database, source_of(lines), steps());
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().message.starts_with("A backup is restored into an empty database"));
}

TEST_P(Backup, OfAnOlderProgramIsBroughtUpToThisOne) {
    auto lines = lines_of(*database);
    auto later = steps();
    later.push_back(
        {.number = 901, .name = "test/reader", .sql = "create table reader (id bigint)"});
    auto other = db::testing::fresh(GetParam());
    ASSERT_TRUE(restore(*other, source_of(lines), later));
    EXPECT_EQ(db::migrate(*other, later).value(), 0);
}

}  // namespace
}  // namespace noms::record
