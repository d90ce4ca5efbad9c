#include "areas/workload/rules_load.hpp"

#include <gtest/gtest.h>

namespace noms::workload {
namespace {

const Date weighed_on = parse_date("2006-04-03").value();

CaseFacts one(const std::string& tier, std::optional<CaseSetting> setting) {
    return {.tier = tier, .setting = setting};
}
Load load(std::vector<CaseFacts> cases) {
    return load_of({.day = weighed_on, .cases = std::move(cases), .contracted_hours = 37}).value();
}
bool says(const Load& load, std::string_view words) {
    for (const auto& ground : load.because)
        if (ground.text.find(words) != std::string::npos) return true;
    return false;
}

TEST(Weight, IsThatOfTheTierAndSetting) {
    auto weight = weight_of(one("A3", CaseSetting::Licence));
    EXPECT_EQ(weight.least, 219);
    EXPECT_EQ(weight.most, 219);
}

TEST(Weight, OfATierOf2006IsThatOfTheTierItCountsAs) {
    EXPECT_EQ(weight_of(one("4", CaseSetting::Community)).most, 146);
    EXPECT_EQ(weight_of(one("3", CaseSetting::Community)).most, 63);
    EXPECT_EQ(weight_of(one("2", CaseSetting::Community)).most, 41);
    EXPECT_EQ(weight_of(one("1", CaseSetting::Community)).most, 29);
}

TEST(Weight, IsASpanWhereTheTierOrTheSettingIsNotKnown) {
    auto of_tier = weight_of({.could_be = {"2", "3"}, .setting = CaseSetting::Community});
    EXPECT_EQ(of_tier.least, 41);
    EXPECT_EQ(of_tier.most, 63);
    auto of_setting = weight_of(one("3", std::nullopt));
    EXPECT_EQ(of_setting.least, 24);
    EXPECT_EQ(of_setting.most, 65);
    auto of_neither = weight_of({});
    EXPECT_EQ(of_neither.least, 0);
    EXPECT_EQ(of_neither.most, 219);
    // A tier of 2026 has no points: it may weigh as any.
    EXPECT_EQ(weight_of(one("B", CaseSetting::Community)).most, 206);
    EXPECT_EQ(weight_of(one("B", CaseSetting::Community)).least, 29);
}

TEST(Load, AddsUpWhatIsKnownAndSaysWhy) {
    auto all = load({one("3", CaseSetting::Community), one("3", CaseSetting::Community)});
    EXPECT_EQ(all.points.least, 126);
    EXPECT_EQ(all.points.most, 126);
    EXPECT_EQ(all.available_points, 2176);
    EXPECT_EQ(capacity_in_words(all), "5.8 %");
    ASSERT_EQ(all.lines.size(), 1u);
    EXPECT_EQ(all.lines.front().cases, 2);
    EXPECT_TRUE(says(all, "2 of tier C2 in the community: 126 points"));
    EXPECT_TRUE(says(all, "Tier 3 weighs as much as C2"));
}

TEST(Load, CountsACaseWithoutATierAndNeverAsNothing) {
    auto all = load({one("3", CaseSetting::Community), {.setting = CaseSetting::Community}});
    EXPECT_EQ(all.tier_not_known, 1);
    EXPECT_EQ(all.points.least, 63 + 29);
    EXPECT_EQ(all.points.most, 63 + 206);
    EXPECT_EQ(capacity_in_words(all), "4.2 to 12.4 %");
    EXPECT_TRUE(says(all, "Of 1 of 2 cases the tier is not known"));
}

TEST(Load, CountsReportsAndReductions) {
    auto all = load_of({.day = weighed_on,
                        .standard_reports = 2,
                        .contracted_hours = 37,
                        .reduction_minutes = 108})
                   .value();
    EXPECT_EQ(all.points.least, 276);
    EXPECT_EQ(all.available_points, 2070);  // case-management.md 2.3 [T]
}

TEST(Load, GivesBackWhatItTook) {
    auto before = load({one("3", CaseSetting::Community)});
    auto after = before.with({41, 63});
    EXPECT_EQ(after.cases, 2);
    EXPECT_EQ(after.points.least, 104);
    auto again = after.without({41, 63});
    EXPECT_EQ(again.cases, before.cases);
    EXPECT_EQ(again.points.most, before.points.most);
    EXPECT_EQ(again.capacity, before.capacity);
}

TEST(Fullness, IsBeyondAllMeasureWhereThereAreCasesAndNoHours) {
    auto nobody =
        load_of({.day = weighed_on, .contracted_hours = 37, .reduction_minutes = 37 * 60});
    EXPECT_EQ(fullness(*nobody), 0);
    EXPECT_GT(fullness(nobody->with({1, 1})), fullness(load({{}})));
    EXPECT_EQ(capacity_in_words(nobody->with({1, 1})), "More than there is room for");
}

}  // namespace
}  // namespace noms::workload
