#include "areas/release_dates/rules_marks.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;

/// Looked up when every law of the rule book was known.
sentences::Marks marked(std::vector<std::string> codes) {
    return {.looked_up_on = date("2026-10-02"), .codes = std::move(codes)};
}
SentenceFact imprisonment(std::string_view imposed_on,
                          const sentences::Length& length,
                          std::vector<std::string> codes) {
    auto out = sentence("IMP12", imposed_on, length);
    out.marks = marked(std::move(codes));
    return out;
}
Exclusions only(Exclusion one) {
    Exclusions out;
    out.add(one);
    return out;
}

TEST(Marks, AnswerForALawOnlyWhenTheyWereLookedUpUnderIt) {
    sentences::Marks early{.looked_up_on = date("2024-09-10")};
    EXPECT_TRUE(early.answer_for(date("2024-12-15")));
    EXPECT_FALSE(early.answer_for(date("2024-12-16")));
    EXPECT_FALSE(
        marks_answer_for(sentence("IMP12", "2024-10-01", {.years = 1}), date("2007-01-01")))
        << "nobody has looked";
}

TEST(Marks, KnowEveryExclusionOfTheEngine) {
    for (auto name : {"SEXUAL",
                      "VIOLENT",
                      "DOMESTIC_ABUSE",
                      "NATIONAL_SECURITY",
                      "TERRORISM",
                      "SEXUAL_T3",
                      "DOMESTIC_ABUSE_T3",
                      "MURDER_T3",
                      "PROGRESSION_MODEL_SCHEDULE_13_PART_3",
                      "SA2026_PROGRESSION_MODEL_SCHEDULE"}) {
        EXPECT_TRUE(exclusion_named(name)) << name;
        EXPECT_TRUE(std::ranges::any_of(
            sentences::offence_marks(),
            [&](const sentences::OffenceMark& each) { return each.code == name; }))
            << name;
    }
}

TEST(Marks, OfViolenceCountFromFourYearsOn) {
    EXPECT_EQ(exclusions_of(imprisonment("2023-05-02", {.years = 4}, {"VIOLENT"})),
              only(Exclusion::Violent));
    EXPECT_EQ(exclusions_of(imprisonment("2023-05-02", {.years = 3, .months = 11}, {"VIOLENT"})),
              Exclusions{});
    EXPECT_EQ(exclusions_of(imprisonment("2023-05-02", {.months = 6}, {"SEXUAL"})),
              only(Exclusion::Sexual));
}

TEST(Marks, OfSchedule13CountForSentencesBeforeTheLawOf2026) {
    const std::string code = "PROGRESSION_MODEL_SCHEDULE_13_PART_3";
    EXPECT_EQ(exclusions_of(imprisonment("2026-09-30", {.years = 1}, {code})),
              only(Exclusion::ProgressionSchedule13Part3));
    EXPECT_EQ(exclusions_of(imprisonment("2026-10-01", {.years = 1}, {code})), Exclusions{});
}

TEST(TwoThirds, AreServedForTheFirstListFromSevenYearsSinceApril2020) {
    const std::vector<std::string> first{"TWO_THIRDS_7_YEARS"};
    EXPECT_TRUE(two_thirds_of(imprisonment("2020-04-01", {.years = 7}, first)).on_the_day);
    EXPECT_FALSE(two_thirds_of(imprisonment("2020-03-31", {.years = 7}, first)).on_the_day);
    EXPECT_TRUE(two_thirds_of(imprisonment("2020-03-31", {.years = 7}, first)).if_passed_later);
    EXPECT_FALSE(two_thirds_of(imprisonment("2020-04-01", {.years = 6}, first)).if_passed_later);
}

TEST(TwoThirds, AreServedForTheLaterListsSinceJune2022) {
    const std::vector<std::string> longer{"TWO_THIRDS_7_YEARS_LATER"}, four{"TWO_THIRDS_4_YEARS"};
    EXPECT_FALSE(two_thirds_of(imprisonment("2022-06-27", {.years = 7}, longer)).on_the_day);
    EXPECT_TRUE(two_thirds_of(imprisonment("2022-06-28", {.years = 7}, longer)).on_the_day);
    EXPECT_TRUE(two_thirds_of(imprisonment("2022-06-28", {.years = 4}, four)).on_the_day);
    EXPECT_FALSE(two_thirds_of(imprisonment("2022-06-28", {.months = 47}, four)).on_the_day);
    EXPECT_FALSE(two_thirds_of(imprisonment("2022-06-28", {.years = 7}, four)).on_the_day);
}

TEST(TwoThirds, OfAChildDetainedComeFromAListOfTheirOwn) {
    auto child = imprisonment("2022-06-28", {.years = 7}, {"TWO_THIRDS_7_YEARS"});
    child.disposal = "S91";
    EXPECT_FALSE(two_thirds_of(child).if_passed_later);
    child.marks = marked({"TWO_THIRDS_CHILD"});
    EXPECT_TRUE(two_thirds_of(child).on_the_day);
    EXPECT_TRUE(is_section_250(child));
    child.imposed_on = date("2020-11-30");
    EXPECT_FALSE(is_section_250(child));
}

TEST(Marks, ReachTheDates) {
    auto plain = imprisonment("2024-11-04", {.years = 2}, {});
    EXPECT_EQ(on(worked(facts({plain})), "CRD"), "2025-08-22") << "292 of 730 days";
    plain.marks = marked({"SEXUAL"});
    EXPECT_EQ(on(worked(facts({plain})), "CRD"), "2025-11-03") << "365 of 730 days";
    auto grave = imprisonment("2023-03-06", {.years = 9}, {"TWO_THIRDS_7_YEARS"});
    EXPECT_EQ(on(work_out(facts({grave}), default_profile, Reasons::Left), "CRD"), "2029-03-05");
}

TEST(Marks, ThatNobodyRecordedLeaveATrancheRefused) {
    auto one = sentence("IMP12", "2023-05-02", {.years = 3, .months = 6});
    EXPECT_FALSE(worked(facts({one})).refusals.empty());
    one.marks = marked({});
    EXPECT_EQ(on(worked(facts({one})), "CRD"), "2024-09-24");
    one.marks = marked({"DOMESTIC_ABUSE"});
    EXPECT_EQ(on(worked(facts({one})), "CRD"), "2025-01-30");
}

TEST(Marks, OfTheScheduleOf2003KeepALongTermOf1991AtTwoThirds) {
    auto term = sentence("IMP_4Y91", "2004-06-11", {.years = 8});
    term.marks = marked({"SCHEDULE_15"});
    EXPECT_EQ(on(worked(facts({term})), "CRD"), "2009-10-10");
    EXPECT_EQ(on(worked(facts({term})), "PED"), "2008-06-10");
    term.marks = marked({});
    EXPECT_EQ(on(worked(facts({term})), "CRD"), "2008-06-10");
    EXPECT_EQ(on(worked(facts({term})), "PED"), "");
}

}  // namespace
}  // namespace noms::release_dates
