#include "areas/sentences/rules_fine_account.hpp"
#include "kit/base/testing.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::sentences {
namespace {

/// £100 of 3 April 2006, £15 a week from 10 April: the seventh instalment is £10, on 22 May.
FineAccountFacts hundred(std::string_view on) {
    return {.due_pence = 100'00,
            .imposed_on = day("2006-04-03"),
            .instalments =
                Instalments{.every = PayEvery::Week, .pence = 15'00, .first_on = day("2006-04-10")},
            .day = day(on)};
}
FineAccount ruled(const FineAccountFacts& facts) {
    return fine_account(facts).value();
}

TEST(FineAccount, IsDueAtOnceWithoutTimeToPay) {
    auto facts = hundred("2006-04-03");
    facts.instalments.reset();
    EXPECT_EQ(ruled(facts).behind_pence, 100'00);
    facts.paid = {{day("2006-04-03"), 100'00}};
    EXPECT_EQ(ruled(facts).outstanding_pence, 0);
    EXPECT_TRUE(ruled(facts).steps_open.empty());
}

TEST(FineAccount, CountsEachInstalmentFromItsDay) {
    EXPECT_EQ(ruled(hundred("2006-04-09")).behind_pence, 0);
    EXPECT_EQ(ruled(hundred("2006-04-10")).behind_pence, 15'00);
    EXPECT_EQ(ruled(hundred("2006-05-21")).behind_pence, 90'00);
    EXPECT_EQ(ruled(hundred("2006-05-22")).behind_pence, 100'00);
    EXPECT_EQ(ruled(hundred("2006-04-09")).paid_off_on, day("2006-05-22"));
}

TEST(FineAccount, TakesWhatWasPaidBeforeOffTheNext) {
    auto facts = hundred("2006-04-12");
    facts.paid = {{day("2006-04-10"), 20'00}};
    auto is = ruled(facts);
    EXPECT_EQ(is.behind_pence, 0);
    EXPECT_EQ(is.next_due_on, day("2006-04-17"));
    EXPECT_EQ(is.next_due_pence, 10'00);
    facts.paid.push_back({day("2006-04-11"), 40'00});
    EXPECT_EQ(ruled(facts).next_due_on, day("2006-05-08")) << "four are paid";
}

TEST(FineAccount, PaysByTheMonthOnTheSameDay) {
    auto facts = hundred("2006-04-12");
    facts.instalments = Instalments{PayEvery::Month, 40'00, day("2006-04-30")};
    EXPECT_EQ(ruled(facts).paid_off_on, day("2006-06-30"));
}

TEST(FineAccount, LeavesWhatTheMeansAllowAndGuessesNothing) {
    auto facts = hundred("2006-04-12");
    EXPECT_EQ(ruled(facts).leaves_pence, std::nullopt);
    facts.weekly_income_pence = 90'00;
    EXPECT_EQ(ruled(facts).leaves_pence, std::nullopt);
    facts.weekly_outgoings_pence = 70'00;
    EXPECT_EQ(ruled(facts).leaves_pence, 5'00);
    facts.instalments->every = PayEvery::Fortnight;
    EXPECT_EQ(ruled(facts).leaves_pence, 12'50);
}

using Codes = std::vector<std::string>;

TEST(FineSteps, AreOpenInTheirOrderAndOnlyWhenSomethingIsBehind) {
    EXPECT_EQ(ruled(hundred("2006-04-09")).steps_open, Codes{});
    auto facts = hundred("2006-04-12");
    EXPECT_EQ(ruled(facts).steps_open, (Codes{"COLLECTION_ORDER", "MEANS_INQUIRY"}));
    facts.steps = {{"COLLECTION_ORDER", day("2006-04-11")}};
    EXPECT_EQ(ruled(facts).steps_open,
              (Codes{"ATTACHMENT", "DEDUCTION", "FURTHER_STEPS", "WORK", "MEANS_INQUIRY"}));
    facts.steps.push_back({"FURTHER_STEPS", day("2006-04-12")});
    facts.steps.push_back({"MEANS_INQUIRY", day("2006-04-12")});
    EXPECT_EQ(ruled(facts).steps_open,
              (Codes{"ATTACHMENT", "DEDUCTION", "DISTRESS", "WORK", "COURT", "DEFAULT"}));
}

TEST(FineSteps, AreThoseOfTheLawOfTheDay) {
    auto facts = hundred("2014-04-06");
    facts.steps = {{"COLLECTION_ORDER", day("2006-05-01")}, {"FURTHER_STEPS", day("2006-06-01")}};
    auto open = ruled(facts).steps_open;
    EXPECT_EQ(std::ranges::count(open, "DISTRESS"), 0);
    facts.day = day("2014-04-05");
    open = ruled(facts).steps_open;
    EXPECT_EQ(std::ranges::count(open, "DISTRESS"), 1);
}

TEST(FineSteps, FollowOnesThatTheTableKnows) {
    for (const auto& each : fine_steps()) {
        EXPECT_TRUE(!each.after || fine_step(*each.after)) << each.code;
        EXPECT_FALSE(each.cite.empty() || each.link.empty()) << each.code;
    }
}

TEST(FineAccount, RefusesWhatCannotBe) {
    auto facts = hundred("2006-04-12");
    facts.paid = {{day("2006-04-10"), 100'01}};
    EXPECT_EQ(fine_account(facts).error().kind, Error::Kind::Refused);
    facts = hundred("2006-04-12");
    facts.instalments->pence = 0;
    EXPECT_EQ(fine_account(facts).error().fields.at(0).field, "pence");
    facts = hundred("2006-04-12");
    facts.instalments->first_on = day("2006-04-02");
    EXPECT_EQ(fine_account(facts).error().fields.at(0).field, "first_on");
}

}  // namespace
}  // namespace noms::sentences
