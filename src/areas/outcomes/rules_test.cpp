#include "areas/outcomes/rules.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/outcomes/groups.hpp"
#include "areas/outcomes/wilson.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::outcomes {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

struct WilsonCase {
    std::int64_t people = 0;
    std::int64_t with = 0;
    int share = 0;
    int low = 0;
    int high = 0;
    std::string source{};
};
DESCRIBE(WilsonCase, people, with, share, low, high, source)

TEST(Interval, IsWilsonsAsPublishedAndByHand) {
    auto cases = table<WilsonCase>("wilson");
    EXPECT_EQ(cases.size(), 9u);
    for (const auto& row : cases) {
        auto interval = wilson_95(row.with, row.people);
        EXPECT_EQ(interval.low, row.low) << row.with << " of " << row.people;
        EXPECT_EQ(interval.high, row.high) << row.with << " of " << row.people;
        auto ruling = fair_rates({.groups = {{"Men", row.people, row.with}}});
        ASSERT_TRUE(ruling);
        EXPECT_EQ(ruling->groups.front().share, row.share) << row.with << " of " << row.people;
        EXPECT_EQ(ruling->groups.front().low, row.low);
    }
}

struct FairCase {
    std::string name{};
    std::string groups{};
    int shown_from = 5;
    std::string shown{};
    std::string source{};
};
DESCRIBE(FairCase, name, groups, shown_from, shown, source)

FairFacts facts_of(const FairCase& row) {
    FairFacts facts{.shown_from = row.shown_from};
    for (const auto& each : split(row.groups, '|')) {
        auto parts = split(each, ':');
        facts.groups.push_back({parts[0], std::stoll(parts[1]), std::stoll(parts[2])});
    }
    return facts;
}

std::string in_words(const Rate& rate) {
    if (rate.showing != Showing::Shown)
        return rate.group + " " + std::string(describe::choice_text(rate.showing));
    return fmt::format(
        "{} {} {} {}.{}", rate.group, *rate.people, *rate.with, *rate.share / 10, *rate.share % 10);
}

TEST(FairRates, AreShownAsTheTableOfCasesSays) {
    auto cases = table<FairCase>("fair_rates");
    EXPECT_EQ(cases.size(), 10u);
    for (const auto& row : cases) {
        auto ruling = fair_rates(facts_of(row));
        ASSERT_TRUE(ruling) << row.name;
        std::string shown = in_words(ruling->everybody);
        for (const auto& each : ruling->groups) shown += "|" + in_words(each);
        EXPECT_EQ(shown, row.shown) << row.name;
    }
}

TEST(FairRates, SayNothingAtAllOfAGroupThatIsHidden) {
    auto ruling = fair_rates({.groups = {{"Men", 60, 6}, {"Women", 4, 1}}});
    ASSERT_TRUE(ruling);
    for (const auto& rate : ruling->groups) {
        EXPECT_FALSE(rate.people || rate.with || rate.share || rate.low || rate.high) << rate.group;
    }
}

TEST(FairRates, AreRefusedWhereMoreWereCountedThanThereAre) {
    EXPECT_FALSE(fair_rates({.groups = {{"Men", 3, 4}}}));
    EXPECT_FALSE(fair_rates({.groups = {{"Men", -1, 0}}}));
    auto refused = fair_rates({.groups = {{"Men", 3, 1}}, .shown_from = 0});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.front().field, "shown_from");
}

TEST(Groups, HoldEveryEthnicityThatARecordMayHave) {
    for (const char* code : {"W1", "W2", "W3", "W8", "W9", "M1", "M2", "M3", "M9", "A1", "A2",
                             "A3", "A4", "A9", "B1", "B2", "B9", "O1", "O2", "O9", "NS"}) {
        offenders::Offender who{.ethnicity = code};
        EXPECT_NE(group_of(who, Dimension::Ethnicity, Date{}), "Not known") << code;
    }
    EXPECT_EQ(group_of({.ethnicity = "W3"}, Dimension::Ethnicity, Date{}), "White");
    EXPECT_EQ(group_of({.ethnicity = "NS"}, Dimension::Ethnicity, Date{}), "Not stated");
}

TEST(Groups, SayNotKnownWhereNothingIsKnown) {
    const auto day = *parse_date("2006-04-03");
    for (auto by : dimensions) {
        EXPECT_EQ(group_of({}, by, day), "Not known");
        EXPECT_EQ(groups_by(by).back(), "Not known");
    }
}

TEST(Groups, FollowTheAgeOnTheDay) {
    const auto day = *parse_date("2006-04-03");
    auto band = [&](const char* born) {
        return group_of({.birth_date = parse_date(born)}, Dimension::Age, day);
    };
    EXPECT_EQ(band("1988-04-04"), "Under 18");
    EXPECT_EQ(band("1988-04-03"), "18 to 20");
    EXPECT_EQ(band("1956-04-04"), "40 to 49");
    EXPECT_EQ(band("1956-04-03"), "50 and over");
    EXPECT_EQ(band("2006-04-04"), "Not known");
}

}  // namespace
}  // namespace noms::outcomes
