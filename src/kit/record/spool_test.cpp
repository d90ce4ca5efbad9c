#include "kit/record/spool.hpp"

#include <unistd.h>

#include <fstream>

#include <gtest/gtest.h>

namespace noms::record {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, with the file of a spool in it.
struct SpoolFile : testing::Test {
    fs::path folder = fs::temp_directory_path() / ("noms-spool-" + std::to_string(::getpid()));
    fs::path path = folder / "reads-000001.ndjson";

    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }

    void holds(std::string_view bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
    static std::string all(const Spool& spool) { return spool.lines_from(0, 1 << 22); }
    std::string all_anew() const { return all(Spool(path)); }
};

TEST_F(SpoolFile, GivesWholeLinesAndNothingOfTheRoomBehindThem) {
    Spool spool(path);
    spool.append("one\n");
    spool.append("two\nthree\n");
    EXPECT_GT(fs::file_size(path), size_t(spool.size()));
    EXPECT_EQ(all(spool), "one\ntwo\nthree\n");
    EXPECT_EQ(spool.lines_from(4, 6), "two\n");
    EXPECT_EQ(spool.lines_from(spool.size(), 100), "");
}

TEST_F(SpoolFile, HasNoRoomLeftOnceItIsClosed) {
    Spool(path).append("one\n");
    EXPECT_EQ(fs::file_size(path), 4);
    EXPECT_EQ(all_anew(), "one\n");
}

TEST_F(SpoolFile, FindsItsEndWhenAKilledProcessLeftTheRoom) {
    Spool spool(path);
    spool.append("one\n");
    auto left = folder / "left.ndjson";
    fs::copy_file(path, left);
    Spool again(left);
    EXPECT_EQ(again.size(), 4);
    again.append("two\n");
    EXPECT_EQ(all(again), "one\ntwo\n");
}

TEST_F(SpoolFile, CutsAwayALineThatACrashTore) {
    holds("one\nhalf a li");
    EXPECT_EQ(all_anew(), "one\n");
    EXPECT_EQ(fs::file_size(path), 4);
}

TEST_F(SpoolFile, CutsAwayWhatReachedTheDiskBehindAGap) {
    using namespace std::string_view_literals;
    holds("one\nha\0\0\0\0\nghost\n\0\0"sv);
    {
        Spool spool(path);
        EXPECT_EQ(spool.size(), 4);
        spool.append("two\n");
        EXPECT_EQ(all(spool), "one\ntwo\n");
    }
    EXPECT_EQ(all_anew(), "one\ntwo\n");
}

TEST_F(SpoolFile, HasOneWriterAndKeepsItsLinesWhenAnotherIsTurnedAway) {
    {
        Spool spool(path);
        spool.append("one\n");
        EXPECT_THROW(Spool{path}, std::runtime_error);
        spool.append("two\n");
        EXPECT_EQ(all(spool), "one\ntwo\n");
    }
    EXPECT_EQ(all_anew(), "one\ntwo\n");
}

TEST_F(SpoolFile, TakesMoreAtOnceThanItHasRoomFor) {
    std::string much(3 << 20, 'x');
    much += '\n';
    {
        Spool spool(path);
        spool.append("one\n");
        spool.append(much);
        spool.append("two\n");
        EXPECT_EQ(all(spool), "one\n" + much + "two\n");
    }
    EXPECT_EQ(all_anew(), "one\n" + much + "two\n");
}

}  // namespace
}  // namespace noms::record
