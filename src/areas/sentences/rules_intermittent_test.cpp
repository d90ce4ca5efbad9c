#include "areas/sentences/rules_intermittent.hpp"
#include "kit/base/testing.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::sentences {
namespace {

/// Thirty weeks with 15 days at weekends in Kirkham, by somebody who agrees.
IntermittentFacts weekends() {
    return {.imposed_on = day("2005-03-07"),  // a Monday
            .weeks = 30,
            .custodial_days = 15,
            .prison = "KMI",
            .consents = true};
}

int custodial_days(const IntermittentRuling& ruling) {
    int days = 0;
    for (const auto& each : ruling.calendar)
        if (each.kind == PeriodKind::Custody) days += days_between(each.from, each.until);
    return days;
}

struct Fault {
    const char* why;
    IntermittentFacts facts;
    const char* field;
};

TEST(IntermittentCustody, HasItsLimitsAndItsPilot) {
    auto changed = [](auto change) {
        auto facts = weekends();
        change(facts);
        return facts;
    };
    const Fault table[] = {
        {"27 weeks", changed([](auto& f) { f.weeks = 27; }), "weeks"},
        {"52 weeks", changed([](auto& f) { f.weeks = 52; }), "weeks"},
        {"13 days", changed([](auto& f) { f.custodial_days = 13; }), "custodial_days"},
        {"91 days", changed([](auto& f) { f.custodial_days = 91; }), "custodial_days"},
        {"no consent", changed([](auto& f) { f.consents = false; }), "consents"},
        {"consent not known", changed([](auto& f) { f.consents.reset(); }), "consents"},
        {"Leeds", changed([](auto& f) { f.prison = "LEI"; }), "prison"},
        {"too early", changed([](auto& f) { f.imposed_on = day("2004-01-25"); }), "imposed_on"},
        {"too late", changed([](auto& f) { f.imposed_on = day("2006-11-20"); }), "imposed_on"},
    };
    for (const auto& each : table) {
        auto ruling = intermittent_custody(each.facts).value();
        EXPECT_FALSE(ruling.lawful) << each.why;
        ASSERT_EQ(ruling.faults.size(), 1u) << each.why;
        EXPECT_EQ(ruling.faults[0].field, each.field) << each.why;
        EXPECT_TRUE(ruling.calendar.empty()) << each.why;
    }
    EXPECT_TRUE(intermittent_custody(weekends())->lawful);
}

TEST(IntermittentCustody, MayBeLongerWhereSentencesFollowEachOther) {
    auto facts = weekends();
    facts.weeks = 65;
    facts.custodial_days = 180;
    EXPECT_FALSE(intermittent_custody(facts)->lawful);
    facts.consecutive = true;
    EXPECT_TRUE(intermittent_custody(facts)->lawful);
}

TEST(IntermittentCustody, AlternatesWithLicenceWithoutAGapUntilTheEnd) {
    auto ruling = intermittent_custody(weekends()).value();
    ASSERT_FALSE(ruling.calendar.empty());
    EXPECT_EQ(ruling.calendar.front().kind, PeriodKind::Licence);
    EXPECT_EQ(ruling.calendar[1].from, day("2005-03-11"));  // Friday
    EXPECT_EQ(ruling.calendar[1].until, day("2005-03-14"));
    for (size_t i = 1; i < ruling.calendar.size(); ++i)
        EXPECT_EQ(ruling.calendar[i - 1].until, ruling.calendar[i].from);
    EXPECT_EQ(ruling.calendar.back().until, *ruling.ends);
    EXPECT_EQ(*ruling.ends, day("2005-10-03"));
    EXPECT_EQ(custodial_days(ruling), 15);
}

TEST(IntermittentCustody, DoesNotBeginABlockOnABankHoliday) {
    // Good Friday 2005 was on 25 March.
    auto ruling = intermittent_custody(weekends()).value();
    auto easter = std::ranges::find(ruling.calendar, true, &IntermittentPeriod::begins_late);
    ASSERT_NE(easter, ruling.calendar.end());
    EXPECT_EQ(easter->from, day("2005-03-26"));
    EXPECT_EQ(custodial_days(ruling), 15);  // the day is made up for
}

TEST(IntermittentCustody, CountsWhoIsLateAsAtLargeAndMakesTheDaysUp) {
    auto facts = weekends();
    facts.late = {{day("2005-03-11"), day("2005-03-13")}, {day("2005-03-18"), std::nullopt}};
    auto ruling = intermittent_custody(facts).value();
    int away = 0;
    for (const auto& each : ruling.calendar)
        if (each.kind == PeriodKind::AtLarge) away += days_between(each.from, each.until);
    EXPECT_EQ(away, 5);
    EXPECT_EQ(custodial_days(ruling), 15);
    EXPECT_GT(*ruling.last_custodial_day, *intermittent_custody(weekends())->last_custodial_day);
}

TEST(IntermittentCustody, CountsWhoIsLateForABlockThatABankHolidayPutOff) {
    auto facts = weekends();
    facts.late = {{day("2005-03-26"), day("2005-03-27")}};
    auto ruling = intermittent_custody(facts).value();
    auto away = std::ranges::find(ruling.calendar, PeriodKind::AtLarge, &IntermittentPeriod::kind);
    ASSERT_NE(away, ruling.calendar.end());
    EXPECT_EQ(away->from, day("2005-03-26"));
    EXPECT_EQ(away->until, day("2005-03-27"));
}

TEST(IntermittentCustody, IsRefusedWhereTheBlocksCannotHoldTheDays) {
    auto facts = weekends();
    facts.weeks = 28;
    facts.custodial_days = 90;
    EXPECT_EQ(intermittent_custody(facts)->faults.at(0).code, "does_not_fit");
    facts.pattern = BlockPattern::Midweek;
    EXPECT_TRUE(intermittent_custody(facts)->lawful);
}

}  // namespace
}  // namespace noms::sentences
