#include "areas/release_dates/engine/day.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/engine/testing.hpp"

namespace noms::release_dates {
namespace {

using testing::day;

struct Counted {
    Term term{};
    const char* start = "";
    const char* end = "";
    int days = 0;
};

// Rule book, 1.3.
TEST(Term, EndsAsTheLawCounts) {
    const Counted table[] = {
        {{.months = 3}, "2021-01-01", "2021-03-31", 90},
        {{.months = 1}, "2021-01-31", "2021-02-28", 29},
        {{.years = 1}, "2020-03-01", "2021-02-28", 365},
        {{.years = 1, .days = 5}, "2024-02-01", "2025-02-05", 371},
        {{.months = 6, .weeks = 2, .days = 3}, "2015-08-30", "2016-03-17", 201},
        {{.days = 1}, "2021-06-15", "2021-06-15", 1},
    };
    for (const auto& row : table) {
        EXPECT_EQ(last_day(row.term, day(row.start)), day(row.end)) << row.start;
        EXPECT_EQ(days_in(row.term, day(row.start)), row.days) << row.start;
    }
}

TEST(Term, OfNoTimeEndsOnTheDayBefore) {
    EXPECT_EQ(days_in(Term{}, day("2021-06-15")), 0);
}

TEST(Day, OfAYearLaterFallsBackToTheEndOfFebruary) {
    EXPECT_EQ(plus_years(day("2020-02-29"), 1), day("2021-02-28"));
    EXPECT_EQ(plus_months(day("2021-01-31"), 1), day("2021-02-28"));
    // Years first, then months: 29 February is lost in between.
    EXPECT_EQ(plus_months(plus_years(day("2020-02-29"), 1), 1), day("2021-03-28"));
}

// Rule book, 1.5: like units that meet are added before they are counted.
TEST(Terms, ThatFollowOnEachOtherAreAddedWhereTheirUnitsMeet) {
    const std::vector<Term> terms{{.months = 3}, {.weeks = 3}, {.months = 3}, {.months = 5}};
    const Day start = day("2021-01-15");
    const Day after_months = start + days_in({.months = 3}, start);
    const Day after_weeks = after_months + 21;
    EXPECT_EQ(days_in({terms.data(), terms.size()}, start),
              after_weeks - start + days_in({.months = 8}, after_weeks));
}

TEST(Period, CountsAMonthOnlyWhenItsDayIsReached) {
    EXPECT_EQ(period_between(day("2021-01-31"), day("2021-02-28")), (Period{.days = 28}));
    EXPECT_EQ(period_between(day("2021-01-15"), day("2022-03-14")),
              (Period{.years = 1, .months = 1, .days = 27}));
}

TEST(Birthday, OfSomebodyBornOnTheLeapDayIsTheFirstOfMarch) {
    EXPECT_EQ(eighteenth_birthday(day("2004-02-29")), day("2022-03-01"));
    EXPECT_EQ(eighteenth_birthday(day("2004-02-28")), day("2022-02-28"));
}

}  // namespace
}  // namespace noms::release_dates
