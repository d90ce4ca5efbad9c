#include "kit/law/calendar.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::law {
namespace {

const Calendar& calendar = Calendar::england_and_wales();

TEST(Calendar, KnowsHolidaysByName) {
    EXPECT_EQ(calendar.holiday(day("2006-04-14")), "Good Friday");
    EXPECT_EQ(calendar.holiday(day("2002-06-03")), "Golden Jubilee");
    EXPECT_EQ(calendar.holiday(day("2002-05-27")), std::nullopt);
}

TEST(Calendar, DoesNotWorkAtTheWeekendOrOnAHoliday) {
    EXPECT_TRUE(calendar.is_working_day(day("2006-04-13")));
    EXPECT_FALSE(calendar.is_working_day(day("2006-04-14")));
    EXPECT_FALSE(calendar.is_working_day(day("2006-04-15")));
    EXPECT_FALSE(calendar.is_working_day(day("2006-04-17")));
    EXPECT_TRUE(calendar.is_working_day(day("2006-04-18")));
}

TEST(Calendar, CountsWorkingDaysForwardsAndBack) {
    EXPECT_EQ(calendar.plus_working_days(day("2006-04-13"), 1).value(), day("2006-04-18"));
    EXPECT_EQ(calendar.plus_working_days(day("2006-04-18"), -1).value(), day("2006-04-13"));
    EXPECT_EQ(calendar.plus_working_days(day("2006-04-15"), 0).value(), day("2006-04-15"));
    EXPECT_EQ(calendar.working_days_between(day("2006-04-13"), day("2006-04-18")).value(), 1);
    EXPECT_EQ(calendar.working_days_between(day("2006-04-18"), day("2006-04-13")).value(), -1);
}

TEST(Calendar, AgreesWithItselfOverTheWholeTable) {
    auto start = day("1995-01-03");
    for (int count = 1; count < 9000; count += 337) {
        auto end = calendar.plus_working_days(start, count).value();
        EXPECT_TRUE(calendar.is_working_day(end)) << to_text(end);
        EXPECT_EQ(calendar.working_days_between(start, end).value(), count) << to_text(end);
    }
}

TEST(Calendar, HasEightHolidaysOrMoreInEveryYear) {
    auto years = calendar.covers();
    EXPECT_EQ(years.from, day("1995-01-01"));
    EXPECT_EQ(years.until, day("2031-01-01"));
    int count = 0;
    for (Date at = years.from; at < *years.until; at = plus_days(at, 1)) {
        count += calendar.holiday(at) ? 1 : 0;
        if (plus_days(at, 1).year() == at.year()) continue;
        EXPECT_GE(count, 8) << to_text(at);
        EXPECT_LE(count, 10) << to_text(at);
        count = 0;
    }
}

TEST(Calendar, HasNoHolidayAtTheWeekend) {
    auto years = calendar.covers();
    for (Date at = years.from; at < *years.until; at = plus_days(at, 1)) {
        std::chrono::weekday weekday{std::chrono::sys_days(at)};
        bool at_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        EXPECT_FALSE(at_weekend && calendar.holiday(at)) << to_text(at);
    }
}

TEST(Calendar, RefusesYearsItHasNoTableFor) {
    EXPECT_FALSE(calendar.plus_working_days(day("2030-12-31"), 1));
    EXPECT_FALSE(calendar.working_days_between(day("1994-12-31"), day("1995-01-10")));
}

TEST(Calendar, IsRefusedWhenAHolidayHasNoDay) {
    EXPECT_THROW(holidays_of("[[holiday]]\nname = \"Someday\"\n"), Malformed);
    EXPECT_THROW(holidays_of("title = \"none\"\n"), Malformed);
}

}  // namespace
}  // namespace noms::law
