#include "areas/release_dates/engine/json.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/release_dates/engine/testing.hpp"

namespace noms::release_dates {
namespace {

const std::string one_sentence =
    R"("sentences":[{"type":"StandardSentence","sentencedAt":"2015-02-16",)"
    R"("offence":{"committedAt":"2014-06-01"},"duration":{"durationElements":{"MONTHS":8}},)"
    R"("releaseArrangements":{"isSDSPlus":false}}])";
const std::string person = R"("offender":{"dateOfBirth":"1980-01-01"})";

std::string line(const std::string& id, const std::string& sentences = one_sentence) {
    return R"({"id":")" + id + R"(","params":"sds-50","booking":{)" + person + ',' + sentences +
           "}}";
}

std::string answers(const std::string& lines, StreamOptions options = {}) {
    std::istringstream in(lines);
    std::ostringstream out;
    calculate_lines(in, out, options);
    return out.str();
}

std::string faults(const std::string& text) {
    const auto given = read_booking(text);
    std::string all;
    if (given) return all;
    for (const auto& field : given.error().fields) all += field.field + ' ' + field.code + ';';
    return all;
}

TEST(BookingLine, IsAnsweredWithItsDates) {
    const auto text = answers(line("one") + '\n');
    EXPECT_TRUE(text.starts_with(R"({"id":"one","dates":{"SED":"2015-10-15","ARD":"2015-06-16")"))
        << text;
    EXPECT_NE(text.find(R"("effectiveSentenceLength":"P8M","error":null)"), std::string::npos)
        << text;
}

TEST(BookingLine, ThatCannotBeReadIsNamedAndTheRestGoesOn) {
    const auto text =
        answers(line("one") + "\nnot json\n" + R"({"id":"three"})" + '\n' + line("four") + '\n');
    std::istringstream lines(text);
    std::string each;
    std::getline(lines, each);
    EXPECT_TRUE(each.starts_with(R"({"id":"one")"));
    std::getline(lines, each);
    EXPECT_TRUE(each.starts_with(R"({"id":null,"line":2,)")) << each;
    std::getline(lines, each);
    EXPECT_TRUE(each.starts_with(R"({"id":"three","line":3,)")) << each;
    std::getline(lines, each);
    EXPECT_TRUE(each.starts_with(R"({"id":"four")"));
}

TEST(BookingLine, NamesEveryBadField) {
    EXPECT_EQ(faults(line("x", R"("sentences":[])")), "booking.sentences too_few;");
    EXPECT_EQ(faults(line("x", R"("sentences":[{"sentencedAt":"2015-02-30"}])")),
              "booking.sentences.0.sentencedAt not_a_date;booking.sentences.0.duration missing;"
              "booking.sentences.0.releaseArrangements missing;");
    auto strange = line("x");
    strange.replace(strange.find("StandardSentence"), 16, "LifeSentence");
    EXPECT_EQ(faults(strange), "booking.sentences.0.type unknown_value;");
    auto endless = line("x");
    endless.replace(endless.find(R"({"MONTHS":8})"), 12, R"({"YEARS":999})");
    EXPECT_EQ(faults(endless), "booking.sentences.0.duration.durationElements.YEARS out_of_range;");
}

TEST(BookingLine, KeepsThePartsOfTheLawItWasToldOf) {
    auto text = line("x");
    text.replace(text.find("sds-50"), 6, "sds-49");
    EXPECT_EQ(faults(text), "params unknown_value;");
}

// What scripts/fuzz begins from, and whatever broke something once.
TEST(Seeds, AreReadAndCalculatedOrRefusedWithAReason) {
    int seeds = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(SOURCE "/tests/release_dates/seeds")) {
        std::ifstream in(file.path());
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        const auto given = read_booking(text);
        ASSERT_TRUE(given) << file.path();
        const auto done = testing::calculated(given->booking, given->profile);
        EXPECT_TRUE(done.error.empty() != (done.booking.dates == Dates{})) << file.path();
        ++seeds;
    }
    EXPECT_GT(seeds, 5);
}

TEST(Lines, GiveTheSameBytesOnAnyNumberOfCores) {
    std::string lines;
    for (int i = 0; i < 9000; ++i) lines += line("number " + std::to_string(i)) + '\n';
    const auto one = answers(lines, {.cores = 1});
    EXPECT_EQ(answers(lines, {.cores = 2}), one);
    EXPECT_EQ(answers(lines, {.cores = 7}), one);
}

TEST(Lines, AreExplainedWhenAsked) {
    const auto text = answers(line("one") + '\n', {.explain = true});
    EXPECT_NE(text.find(R"("because":{"SED":[{"text":")"), std::string::npos) << text;
    EXPECT_NE(text.find("Criminal Justice Act 2003"), std::string::npos);
    EXPECT_TRUE(text.ends_with("]}}\n"));
}

// Rule book, 9.9: each part with its own dates, when the switch is set.
TEST(SentenceLevelDates, AreGivenWhenTheSwitchIsSet) {
    auto text = line("one");
    text.insert(text.size() - 1, R"(,"featureToggles":{"storeSentenceLevelDates":true})");
    EXPECT_NE(
        answers(text + '\n')
            .find(
                R"("sentenceLevelDates":[{"identifier":null,"impactsFinalReleaseDate":true,)"
                R"("dates":{"SED":"2015-10-15","ARD":"2015-06-16","HDCED":"2015-04-18"},"groupIndex":0,)"
                R"("releaseMultiplier":0.5,"awardedDuringCustody":0,)"
                R"("awardedAfterDeterminateRelease":0}])"),
        std::string::npos)
        << answers(text + '\n');
}

}  // namespace
}  // namespace noms::release_dates
