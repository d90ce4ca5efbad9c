#include "areas/matching/reading.hpp"

#include <gtest/gtest.h>

#include "areas/matching/testing.hpp"

namespace noms::matching {
namespace {

using testing::read;

std::string refusal_of(std::string_view csv,
                       const std::map<std::string, std::string>& renamed = {}) {
    Layout layout;
    ReadReport report;
    auto people = read_records(csv, renamed, 1, layout, report, [](auto, auto) {});
    return people ? "" : people.error().message;
}

TEST(Reading, TakesColumnsByTheirNamesInAnyOrder) {
    auto people = read("last_name,record_id,dob\nO'Neill,7,1980-02-09\n");
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(people.record_id(0), "7");
    EXPECT_EQ(people.words().text(people[0].last), "oneill");
    EXPECT_EQ(people[0].birth_day, 19800209u);
}

TEST(Reading, NeverTakesTheTruth) {
    EXPECT_EQ(refusal_of("record_id,true_id\n1,2\n", {{"true_id", "last_name"}}),
              "The column true_id is never read.");
    EXPECT_EQ(refusal_of("record_id,cluster\n1,2\n", {{"cluster", "anything"}}),
              "The column cluster is never read.");
    auto people = read("record_id,true_id,cluster\n1,2,3\n");
    EXPECT_EQ(people.words().size(), 1u) << "only the empty word";
}

TEST(Reading, MapsColumnsAndComparesOthersAsText) {
    auto people = read("key,name,town\n1,Smith,Leeds\n",
                       {{"key", "record_id"}, {"name", "last_name"}, {"town", "town"}});
    EXPECT_EQ(people.words().text(people[0].last), "smith");
    ASSERT_EQ(people.texts_each(), 1u);
    EXPECT_EQ(people.words().text(people.texts(0)[0]), "leeds");
}

TEST(Reading, RefusesAMapToAColumnThatIsNotThere) {
    EXPECT_EQ(refusal_of("record_id\n1\n", {{"dob2", "dob"}}),
              "There is no column dob2 to take for dob.");
    EXPECT_NE(refusal_of("name\nSmith\n"), "");
    EXPECT_EQ(refusal_of("record_id,record_id\n1,1\n"), "The column record_id is there twice.");
}

TEST(Reading, RefusesTwoRecordsOfOneId) {
    EXPECT_EQ(refusal_of("record_id,last_name\n1,Smith\n2,Jones\n1,Khan\n"),
              "Two records have the id 1.");
}

TEST(Reading, CountsRowsThatAreNotWhole) {
    Layout layout;
    ReadReport report;
    auto people = read_records("record_id,last_name\n1,Smith\n2\n\n3,Khan,x\n4,Day\r\n",
                               {},
                               1,
                               layout,
                               report,
                               [](auto, auto) {});
    ASSERT_TRUE(people);
    EXPECT_EQ(people->size(), 2u);
    EXPECT_EQ(report.rows_refused, 2u);
    EXPECT_EQ(report.first_refused_line, 3);
}

TEST(Reading, UndoesQuotes) {
    auto people = read("record_id,last_name\n1,\"Smith, \"\"Jo\"\"\nnoble\"\n");
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(people.words().text(people[0].last), "smithjonoble");
}

TEST(Cleaning, ReadsDaysInThreeForms) {
    auto people =
        read("record_id,dob\n1,1980-02-09\n2,19800209\n3,09/02/1980\n4,1900-01-01\n5,soon\n");
    std::map<std::string, std::uint32_t, std::less<>> days;
    for (PersonIndex at = 0; at < people.size(); ++at)
        days[std::string(people.record_id(at))] = people[at].birth_day;
    EXPECT_EQ(days["1"], 19800209u);
    EXPECT_EQ(days["2"], 19800209u);
    EXPECT_EQ(days["3"], 19800209u);
    EXPECT_EQ(days["4"], 0u) << "what systems write when they know no day";
    EXPECT_EQ(days["5"], 0u);
}

TEST(Cleaning, KeepsListsApart) {
    auto people = read(
        "record_id,alias_first,alias_last,alias_dob,sentence_dates,postcodes,last_name\n"
        "1,Jo|Joe,Smith,1980-01-02,2001-02-03|2004-05-06,M1 1AA|NF1 1NF,Ash-Brook\n");
    const auto& person = people[0];
    ASSERT_EQ(people.alias_firsts(person).size(), 2u);
    EXPECT_EQ(people.words().text(people.alias_firsts(person)[1]), "joe");
    ASSERT_EQ(people.alias_lasts(person).size(), 1u);
    ASSERT_EQ(people.last_parts(person).size(), 2u);
    EXPECT_EQ(people.words().text(people.last_parts(person)[1]), "brook");
    EXPECT_EQ(people.alias_birth_days(person)[0], 19800102u);
    ASSERT_EQ(people.sentence_days(person).size(), 2u);
    EXPECT_EQ(people.sentence_days(person)[1], 20040506u);
    EXPECT_EQ(people.postcodes(person).size(), 1u) << "no fixed abode is nobody's postcode";
}

}  // namespace
}  // namespace noms::matching
