#include "areas/assessments/ogrs3.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/assessments/ogrs3_stream.hpp"
#include "kit/base/csv.hpp"

namespace noms::assessments {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& path) {
    std::ifstream file(path);
    csv::Reader reader(file);
    std::vector<Row> out;
    auto heading = reader.next();
    while (auto row = reader.next())
        for (out.emplace_back(); auto& cell : row->cells)
            out.back()[heading->cells[size_t(&cell - row->cells.data())]] = cell;
    return out;
}

Ogrs3Case case_of(const Row& row) {
    return {.sex = row.at("sex") == "F" ? Sex::F : Sex::M,
            .age_at_conviction = std::stoi(row.at("age_at_conviction")),
            .age_at_follow_up_start = std::stoi(row.at("age_at_follow_up_start")),
            .age_at_first_sanction = std::stoi(row.at("age_at_first_sanction")),
            .previous_sanctions = std::stoi(row.at("previous_sanctions")),
            .offence_group = offence_group(row.at("offence_group"))};
}

TEST(Ogrs3, GivesTheTenPublishedScoresWithTheirFourPlaceTerms) {
    auto vectors = rows_of(VECTORS "/ogrs3_four_places.csv");
    ASSERT_EQ(vectors.size(), 10U);
    for (const auto& row : vectors) {
        auto given = case_of(row);
        ASSERT_NE(given.offence_group, nullptr) << row.at("offence_group");
        auto score = ogrs3_score(given, Terms::FourPlaces);
        EXPECT_NEAR(100 * score.one_year, std::stod(row.at("one_year_percent")), 0.01);
        EXPECT_NEAR(100 * score.two_year, std::stod(row.at("two_year_percent")), 0.01);
    }
}

TEST(Ogrs3, GivesTheHandCasesOfTheCalculatorWithTheFullTerms) {
    auto vectors = rows_of(VECTORS "/ogrs3_full.csv");
    ASSERT_GE(vectors.size(), 6U);
    for (const auto& row : vectors) {
        auto score = ogrs3_score(case_of(row), Terms::Full);
        double tolerance = std::stod(row.at("tolerance"));
        EXPECT_NEAR(score.one_year, std::stod(row.at("one_year")), tolerance);
        EXPECT_NEAR(score.two_year, std::stod(row.at("two_year")), tolerance);
    }
}

TEST(Ogrs3, GivesTheWholeGridWhereTheSharedFixturesArePresent) {
    const std::string path = SOURCE "/../shared/refdata/commissioning-fixtures/ogrs3_grid.csv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "Not run: there is no " << path;
    auto rows = rows_of(path);
    ASSERT_EQ(rows.size(), 2640U);
    for (const auto& row : rows) {
        auto given = case_of(row);
        ASSERT_NE(given.offence_group, nullptr) << row.at("offence_group");
        auto score = ogrs3_score(given, Terms::Full);
        ASSERT_NEAR(score.one_year, std::stod(row.at("p_1yr")), 1e-6);
        ASSERT_NEAR(score.two_year, std::stod(row.at("p_2yr")), 1e-6);
    }
}

Ogrs3Facts thief() {
    return {.sex = Sex::M,
            .age_at_conviction = 35,
            .age_at_follow_up_start = 35,
            .age_at_first_sanction = 14,
            .previous_sanctions = 20,
            .offence_group = "THEFT"};
}

TEST(Ogrs3, GivesTheWorkedExamplesAsWholePercents) {
    // case-management.md 2.5 [T]: two sanctions there count this one.
    auto soliciting = ogrs3({.sex = Sex::M,
                             .age_at_conviction = 59,
                             .age_at_follow_up_start = 60,
                             .age_at_first_sanction = 47,
                             .previous_sanctions = 1,
                             .offence_group = "SOLICITING"})
                          .value();
    EXPECT_EQ(soliciting.one_year_percent, 8);
    EXPECT_EQ(soliciting.two_year_percent, 16);
    EXPECT_EQ(soliciting.band, Band::Low);
    auto fraud = ogrs3({.sex = Sex::M,
                        .age_at_conviction = 30,
                        .age_at_follow_up_start = 30,
                        .age_at_first_sanction = 21,
                        .previous_sanctions = 1,
                        .offence_group = "FRAUD"})
                     .value();
    EXPECT_EQ(fraud.one_year_percent, 11);
    EXPECT_EQ(fraud.two_year_percent, 20);
    EXPECT_EQ(fraud.band, Band::Low);
}

TEST(Ogrs3, SaysWhichPredictorItIsAndWhy) {
    auto ruling = ogrs3(thief()).value();
    EXPECT_EQ(ruling.predictor, "OGRS3 (2008 parameters)");
    EXPECT_EQ(ruling.band, Band::High);
    EXPECT_GE(ruling.because.size(), 5U);
    EXPECT_EQ(ruling.because[1].text, "Theft, not of or from a vehicle: +0.66124");
}

TEST(Ogrs3, HasNoScoreWhereAFactIsNotKnown) {
    auto facts = thief();
    facts.previous_sanctions.reset();
    auto ruling = ogrs3(facts).value();
    EXPECT_FALSE(ruling.one_year || ruling.two_year || ruling.band);
    EXPECT_EQ(ruling.not_known, std::vector<std::string>{"previous_sanctions"});
}

TEST(Ogrs3, RefusesAConvictionUnderTenAndAFirstSanctionAfterIt) {
    auto facts = thief();
    facts.age_at_conviction = 9;
    auto refusal = ogrs3(facts);
    ASSERT_FALSE(refusal);
    ASSERT_EQ(refusal.error().fields.size(), 2U);
    EXPECT_EQ(refusal.error().fields[0].field, "age_at_conviction");
    EXPECT_EQ(refusal.error().fields[1].field, "age_at_first_sanction");
    facts = thief();
    facts.offence_group = "ARSON";
    EXPECT_EQ(ogrs3(facts).error().fields[0].field, "offence_group");
}

TEST(Ogrs3, CountsNoMoreThanFiftyPreviousSanctions) {
    auto facts = thief();
    facts.previous_sanctions = 50;
    auto fifty = ogrs3(facts).value();
    facts.previous_sanctions = 79;
    auto more = ogrs3(facts).value();
    EXPECT_EQ(fifty.two_year, more.two_year);
    EXPECT_EQ(more.because.back().text, "79 previous sanctions count as 50");
}

constexpr const char* heading =
    "id,sex,age_at_conviction,age_at_follow_up_start,age_at_first_sanction,previous_sanctions,"
    "offence_group\n";

struct Scored {
    std::string out{};
    std::string errors{};
    Ogrs3Report report{};
};

Scored scored(const std::string& csv) {
    std::istringstream in(csv);
    std::ostringstream out, errors;
    auto report = ogrs3_stream(in, out, errors, [](std::int64_t) {}).value();
    return {out.str(), errors.str(), report};
}

TEST(Ogrs3Stream, AnswersInOrderWithNineDecimals) {
    auto given = scored(std::string(heading) + "a,M,20,20,20,0,VIOLENCE\nb,M,20,20,20,1,VIOLENCE");
    EXPECT_EQ(given.out,
              "id,one_year,two_year\na,0.121615535,0.221305211\nb,0.315812010,0.486517696\n");
    EXPECT_EQ(given.errors, "");
    EXPECT_EQ(given.report.scored, 2);
}

TEST(Ogrs3Stream, NamesLineAndFieldOfABadLineAndDoesTheRest) {
    auto given = scored(std::string(heading) +
                        "a,X,20,twenty,20,0,VIOLENCE\r\n\r\n\"b,1\",M,20,20,20,0,violence\r\n"
                        "c,M,20\nd,M,9,20,20,0,OTHER\n");
    EXPECT_EQ(given.out, "id,one_year,two_year\na,,\n\"b,1\",0.121615535,0.221305211\nc,,\nd,,\n");
    EXPECT_EQ(given.errors,
              "line 2: sex must be M or F; age_at_follow_up_start must be a whole number\n"
              "line 5: age_at_follow_up_start is missing; age_at_first_sanction is missing; "
              "previous_sanctions is missing; offence_group must be a code of kind OGRS3_GROUP\n"
              "line 6: age_at_conviction must be 10 or more; age_at_first_sanction must not be "
              "after age_at_conviction\n");
    EXPECT_EQ(given.report.refused, 3);
}

TEST(Ogrs3Stream, RefusesAHeadingThatLacksAColumn) {
    std::istringstream in("id,sex\n");
    std::ostringstream out, errors;
    auto refusal = ogrs3_stream(in, out, errors, [](std::int64_t) {});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().fields.size(), 5U);
}

TEST(Ogrs3Stream, KeepsTheOrderAndTheLineNumbersOverSeveralBlocks) {
    std::string csv = heading;
    const std::string blanks(200, ' ');  // more than one block in few lines
    for (int i = 0; i < 25'000; ++i)
        csv += std::to_string(i) + blanks +
               (i == 24'998 ? ",?,20,20,20,0,VIOLENCE\n" : ",M,20,20,20,0,VIOLENCE\n");
    auto given = scored(csv);
    EXPECT_EQ(given.report.scored, 24'999);
    EXPECT_EQ(given.errors, "line 25000: sex must be M or F\n");
    std::istringstream lines(given.out);
    std::string line;
    std::getline(lines, line);
    for (int i = 0; std::getline(lines, line); ++i) ASSERT_EQ(std::stoi(line), i);
}

}  // namespace
}  // namespace noms::assessments
