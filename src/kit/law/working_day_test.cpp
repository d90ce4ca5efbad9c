#include "kit/law/working_day.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::law {
namespace {

TEST(WorkingDay, SaysWhyADayIsNone) {
    auto ruling = working_day({.day = day("2006-04-14")}).value();
    EXPECT_FALSE(ruling.is_working_day);
    EXPECT_EQ(ruling.holiday, "Good Friday");
    EXPECT_EQ(ruling.result_day, std::nullopt);
    ASSERT_EQ(ruling.because.size(), 1U);
    EXPECT_EQ(ruling.because[0].text,
              "Fri 14 Apr 2006 is Good Friday, which is not a working day.");
    EXPECT_EQ(working_day({.day = day("2006-04-15")}).value().because[0].text,
              "Sat 15 Apr 2006 is at the weekend.");
}

TEST(WorkingDay, CountsTenWorkingDaysOverEaster) {
    auto ruling = working_day({.day = day("2006-04-10"), .add = 10}).value();
    EXPECT_EQ(ruling.result_day, day("2006-04-26"));
    EXPECT_EQ(ruling.because[1].text, "10 working days after Mon 10 Apr 2006 is Wed 26 Apr 2006.");
}

TEST(WorkingDay, CountsTheDaysBetween) {
    auto ruling = working_day({.day = day("2006-04-10"), .until = day("2006-04-26")}).value();
    EXPECT_EQ(ruling.working_days_between, 10);
}

TEST(WorkingDay, IsRefusedForAYearWithoutATable) {
    auto answer = working_day({.day = day("1994-12-30")});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message, "The bank holidays of 1994 are not recorded.");
}

}  // namespace
}  // namespace noms::law
