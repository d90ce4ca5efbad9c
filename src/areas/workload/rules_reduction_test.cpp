#include "areas/workload/rules_reduction.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::workload {
namespace {

ReductionFacts facts(int hours) {
    return {.reason = "other_work",
            .wanted = {hours * 60, day("2006-04-03"), day("2006-07-03")},
            .contracted_hours = 37};
}
std::string refused_at(const ReductionFacts& facts) {
    auto fits = reduction_fits(facts);
    return fits ? "" : fits.error().fields.front().field;
}

TEST(Reduction, FitsWithinTheContractedHours) {
    EXPECT_EQ(refused_at(facts(37)), "");
    EXPECT_EQ(refused_at(facts(38)), "hours");
    EXPECT_EQ(refused_at(facts(0)), "hours");
}

TEST(Reduction, IsAddedToThoseThatHoldAtTheSameTime) {
    auto wanted = facts(20);
    wanted.others = {{10 * 60, day("2006-01-01"), {}}, {8 * 60, day("2006-07-03"), {}}};
    EXPECT_EQ(refused_at(wanted), "");  // the second begins when it ends
    wanted.others.push_back({8 * 60, day("2006-07-02"), {}});
    EXPECT_EQ(refused_at(wanted), "hours");  // one day with 38
}

TEST(Reduction, OfNoEndMeetsWhateverBeginsLater) {
    auto wanted = facts(20);
    wanted.wanted.until.reset();
    wanted.others = {{18 * 60, day("2009-01-01"), {}}};
    EXPECT_EQ(refused_at(wanted), "hours");
}

TEST(Reduction, WantsAReasonOfTheListAndKeepsToItsShare) {
    auto wanted = facts(19);
    wanted.reason = "tea";
    EXPECT_EQ(refused_at(wanted), "reason");
    wanted.reason = "union_time";  // at most half of 37 hours
    EXPECT_EQ(refused_at(wanted), "hours");
    wanted.wanted.minutes_a_week = 18 * 60 + 30;
    EXPECT_EQ(refused_at(wanted), "");
}

TEST(Reduction, EndsAfterItBegins) {
    auto wanted = facts(5);
    wanted.wanted.until = wanted.wanted.from;
    EXPECT_EQ(refused_at(wanted), "until_day");
}

TEST(Hours, AreSaidAsPeopleSayThem) {
    EXPECT_EQ(hours_in_words(0), "0 hours");
    EXPECT_EQ(hours_in_words(60), "1 hour");
    EXPECT_EQ(hours_in_words(450), "7 hours 30 minutes");
    EXPECT_EQ(hours_in_words(45), "45 minutes");
}

}  // namespace
}  // namespace noms::workload
