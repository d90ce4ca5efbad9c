#include "areas/sentences/rules_fines.hpp"

#include <gtest/gtest.h>

namespace noms::sentences {
namespace {

FineDefaultRuling defaulted(std::int64_t due_pence,
                            FiningCourt court = FiningCourt::Magistrates,
                            std::int64_t paid = 0) {
    return fine_default({.court = court,
                         .due_pence = due_pence,
                         .paid_since_pence = paid,
                         .age = 30,
                         .committed_on = parse_date("2006-02-01")})
        .value();
}

TEST(FineDefault, FollowsTheScaleWithEachLimitInItsLowerStep) {
    // disposal_types.csv: 7 days up to 200 pounds, 12 months above 10,000; the rest from memory.
    EXPECT_EQ(defaulted(200'00).days, 7);
    EXPECT_EQ(defaulted(200'01).days, 14);
    EXPECT_EQ(defaulted(500'00).days, 14);
    EXPECT_EQ(defaulted(1'000'00).days, 28);
    EXPECT_EQ(defaulted(2'500'00).days, 45);
    EXPECT_EQ(defaulted(5'000'00).months, 3);
    EXPECT_EQ(defaulted(10'000'00).months, 6);
    EXPECT_EQ(defaulted(10'000'01).months, 12);
    EXPECT_EQ(defaulted(90'000'00).months, 12);
    EXPECT_EQ(defaulted(90'000'00, FiningCourt::Crown).months, 24);
    EXPECT_EQ(defaulted(1'000'000'01, FiningCourt::Crown).months, 120);
}

TEST(FineDefault, TakesOffDaysForPartPayment) {
    auto ruling = defaulted(400'00, FiningCourt::Magistrates, 200'00);
    EXPECT_EQ(ruling.term_days, 14);
    EXPECT_EQ(ruling.days_off_for_payment, 6);  // half of 13, the fraction left out
    EXPECT_EQ(ruling.days_to_serve, 8);
    EXPECT_EQ(ruling.unpaid_work_hours, 34);
    EXPECT_EQ(defaulted(400'00, FiningCourt::Magistrates, 400'00).days_to_serve, 0);
}

TEST(FineDefault, CountsMonthsByTheCalendar) {
    EXPECT_EQ(defaulted(5'000'00).term_days, 89);  // 1 February to 30 April 2006
}

TEST(FineDefault, TurnsOnTheAge) {
    auto kind = [](std::optional<int> age) {
        return fine_default({.due_pence = 100'00, .age = age}).value().kind;
    };
    EXPECT_EQ(kind(17), DefaultKind::None);
    EXPECT_EQ(kind(20), DefaultKind::Detention);
    EXPECT_EQ(kind(21), DefaultKind::Imprisonment);
    EXPECT_EQ(kind(std::nullopt), std::nullopt);
}

TEST(FineDefault, RefusesMorePaidThanDue) {
    auto refusal = fine_default({.due_pence = 100, .paid_since_pence = 101});
    EXPECT_EQ(refusal.error().fields[0].field, "paid_since_pence");
}

std::optional<std::int64_t> unit_fine(int income, int outgoings, int units, int age = 30) {
    return day_fine({.scheme = FineScheme::UnitFine1991,
                     .days = units,
                     .weekly_net_income_pence = income * 100,
                     .weekly_outgoings_pence = outgoings * 100,
                     .age = age})
        .value()
        .fine_pence;
}

TEST(UnitFine, GivesTheWorkedExamples) {
    // commissioning-outcomes.md 2.13.
    EXPECT_EQ(unit_fine(200, 110, 8), 240'00);
    EXPECT_EQ(unit_fine(60, 80, 2), 8'00);
    EXPECT_EQ(unit_fine(900, 200, 50), 5'000'00);
    EXPECT_EQ(unit_fine(30, 0, 10, 15), 100'00);
}

TEST(UnitFine, WasInForceForAYear) {
    auto in_force = [](const char* day) {
        return day_fine({.scheme = FineScheme::UnitFine1991, .days = 1, .day = parse_date(day)})
            .value()
            .in_force;
    };
    EXPECT_FALSE(in_force("1992-09-30"));
    EXPECT_TRUE(in_force("1992-10-01"));
    EXPECT_TRUE(in_force("1993-09-19"));
    EXPECT_FALSE(in_force("1993-09-20"));
}

TEST(DayFine, IsDaysByMeansWithinFloorAndCeilingAndNeverInForce) {
    auto ruled = [](int days, std::int64_t daily) {
        return day_fine({.days = days, .daily_disposable_pence = daily}).value();
    };
    EXPECT_EQ(ruled(10, 20'00).fine_pence, 200'00);
    EXPECT_EQ(ruled(10, 1'00).fine_pence, 50'00);
    EXPECT_EQ(ruled(180, 200'00).fine_pence, 15'000'00);
    EXPECT_FALSE(ruled(10, 20'00).in_force);
    auto weekly =
        day_fine({.days = 20, .weekly_net_income_pence = 250'00, .weekly_outgoings_pence = 110'00})
            .value();
    EXPECT_EQ(weekly.fine_pence, 400'00);
}

TEST(DayFine, IsNotGuessedWhereTheMeansAreNotKnown) {
    auto ruling = day_fine({.days = 20, .weekly_net_income_pence = 250'00}).value();
    EXPECT_EQ(ruling.fine_pence, std::nullopt);
    EXPECT_EQ(day_fine({.days = 181}).error().fields[0].field, "days");
    EXPECT_EQ(day_fine({.days = 1, .age = 17}).error().fields[0].field, "age");
}

}  // namespace
}  // namespace noms::sentences
