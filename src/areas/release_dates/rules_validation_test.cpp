#include "areas/release_dates/rules_validation.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;

TEST(Doubts, AreNoneOfAPlainSentence) {
    EXPECT_TRUE(doubts_of(four_years()).empty());
}

TEST(Doubts, NameEverySentenceThatHasNoDateOfRelease) {
    for (auto code : {"LIFE_DISC", "IPP", "CUSTPLUS", "INTCUST"}) {
        auto all = doubts_of(facts({sentence(code, "2006-04-21", {.years = 5})}));
        ASSERT_EQ(all.size(), 1u) << code;
        EXPECT_EQ(all.front().code, "SENTENCE_NOT_CALCULATED") << code;
        EXPECT_EQ(all.front().sentence, "first");
        EXPECT_FALSE(all.front().source.cite.empty()) << code;
    }
}

TEST(Doubts, KnowEveryCustodialSentenceOfTheCatalogue) {
    for (const auto& each : sentences::disposals()) {
        EXPECT_EQ(is_custodial(each.code), sentence_kind(each.code) != nullptr) << each.code;
    }
}

TEST(Doubts, RefuseSentencesOfTheActOf1991ThatTogetherAreLong) {
    auto first = sentence("IMP_12_4Y91", "2003-06-01", {.years = 3});
    auto second = first;
    second.id = "second";
    EXPECT_EQ(doubt(facts({first, second})), "");
    second.consecutive_to = "first";
    EXPECT_EQ(doubt(facts({first, second})), "LONG_TERMS_OF_1991_TOGETHER");
    second.length = first.length = {.years = 1};
    EXPECT_EQ(doubt(facts({first, second})), "");
    second = sentence("IMP_12_4Y91", "2005-06-01", {.years = 3});
    second.id = "second";
    second.committed_on = date("2003-01-01");
    first.length = {.years = 3};
    EXPECT_EQ(doubt(facts({first, second})), "LONG_TERMS_OF_1991_TOGETHER");
}

TEST(Doubts, LetALongTermOf1991StandBesideOthersOfItsDayButNotBeforeThem) {
    auto first = sentence("IMP_4Y91", "2003-06-01", {.years = 6});
    auto second = first;
    second.id = "second";
    second.length = {.years = 2};
    EXPECT_EQ(doubt(facts({first, second})), "");
    second.consecutive_to = "first";
    EXPECT_EQ(doubt(facts({first, second})), "LONG_TERMS_OF_1991_TOGETHER");
}

TEST(Doubts, RefuseALongTermOf1991WhoseHalfIsServedUnderTheLawOf2008) {
    auto four_years = sentence("IMP_4Y91", "2004-06-11", {.years = 8});
    EXPECT_EQ(doubt(facts({four_years})), "SCHEDULE_OF_2008_NOT_RECORDED");
    four_years.imposed_on = date("2004-06-01");
    EXPECT_EQ(doubt(facts({four_years})), "") << "half is served before 9 June 2008";
    four_years.imposed_on = date("2004-06-11");
    four_years.marks = sentences::Marks{.looked_up_on = date("2008-06-08")};
    EXPECT_EQ(doubt(facts({four_years})), "SCHEDULE_OF_2008_NOT_RECORDED") << "looked up too early";
    four_years.marks->looked_up_on = date("2008-06-09");
    EXPECT_EQ(doubt(facts({four_years})), "");
    auto shorter = sentence("IMP_12_4Y91", "2007-06-01", {.years = 3, .months = 11});
    shorter.committed_on = date("2005-04-03");
    EXPECT_EQ(doubt(facts({shorter})), "");
}

TEST(Doubts, RefuseARecallOnALongTermOf1991) {
    auto given = facts({sentence("IMP_4Y91", "2003-06-01", {.years = 6})});
    given.releases.push_back({date("2006-07-01"), "Parole"});
    given.recalls.push_back({date("2006-09-01"), date("2006-09-02")});
    EXPECT_EQ(doubt(given), "RECALL_OF_A_LONG_TERM_OF_1991");
}

TEST(Doubts, WarnThatARecallOf1991IsShownToTheEndAsTheRuleBookHasIt) {
    auto given = facts({sentence("IMP_12_4Y91", "2003-06-01", {.years = 3})});
    given.releases.push_back({date("2004-12-01"), "Conditional"});
    given.recalls.push_back({date("2005-02-01"), date("2005-02-02")});
    EXPECT_EQ(doubt(given), "RECALL_OF_1991_TO_THE_END");
    EXPECT_EQ(on(worked(given), "PRRD"), "2006-05-31");
    given.sentences[0].length = {.months = 11};
    EXPECT_EQ(doubt(given), "");
}

TEST(Doubts, WantThePartInCustodyOfAnExtendedSentence) {
    auto extended = sentence("EPP", "2006-06-01", {.years = 7});
    EXPECT_EQ(doubt(facts({extended})), "CUSTODIAL_TERM_MISSING");
    extended.custodial = {.years = 8};
    EXPECT_EQ(doubt(facts({extended})), "CUSTODIAL_TERM_MISSING");
    extended.custodial = {.years = 4};
    EXPECT_EQ(doubt(facts({extended})), "");
    extended.disposal = "EXT85";
    EXPECT_EQ(doubt(facts({extended})), "EXTENDED_OUTSIDE_THE_1991_ACT");
}

TEST(Doubts, RefuseALateSentenceThatMayBeServedForTwoThirds) {
    auto late = sentence("IMP12", "2020-04-01", {.years = 7});
    EXPECT_EQ(doubt(facts({late})), "TWO_THIRDS_NOT_RECORDED");
    late.length = {.years = 6, .months = 11};
    EXPECT_EQ(doubt(facts({late})), "") << "until 28 June 2022 it took seven years";
    late = sentence("IMP12", "2022-06-28", {.years = 4});
    EXPECT_EQ(doubt(facts({late})), "TWO_THIRDS_NOT_RECORDED");
    late.marks = sentences::Marks{.looked_up_on = date("2022-06-28")};
    EXPECT_EQ(doubt(facts({late})), "");
    late = sentence("IMP12", "2024-09-10", {.years = 1});
    late.marks = sentences::Marks{.looked_up_on = date("2024-09-09")};
    EXPECT_EQ(doubt(facts({late})), "EXCLUSION_NOT_RECORDED") << "looked up before the law";
    late.marks->looked_up_on = date("2024-09-10");
    EXPECT_EQ(doubt(facts({late})), "");
}

TEST(Doubts, WantTheDayOfTheOffenceTheLengthAndTheBirthDate) {
    auto given = four_years();
    given.sentences[0].committed_on.reset();
    EXPECT_EQ(doubt(given), "OFFENCE_DATE_MISSING");
    given.sentences[0].committed_on = date("2006-04-22");
    EXPECT_EQ(doubt(given), "OFFENCE_DATE_AFTER_SENTENCE_DATE");
    given = four_years();
    given.sentences[0].length = {};
    EXPECT_EQ(doubt(given), "ZERO_TERM");
    given = four_years();
    given.born.reset();
    EXPECT_EQ(doubt(given), "BIRTH_DATE_MISSING");
    EXPECT_EQ(doubt({}), "NO_SENTENCES");
}

TEST(Doubts, WantAChainThatCanBe) {
    auto two = four_years();
    two.sentences.push_back(sentence("IMP12", "2006-06-01", {.years = 1}));
    two.sentences[1].id = "second";
    two.sentences[1].consecutive_to = "nobody";
    EXPECT_EQ(doubt(two), "CONSECUTIVE_TO_MISSING");
    two.sentences[1].consecutive_to = "first";
    EXPECT_EQ(doubt(two), "");
    two.sentences[1].imposed_on = date("2006-04-20");
    EXPECT_EQ(doubt(two), "CONSECUTIVE_TO_LATER");
    two.sentences[1].disposal = "DTO";
    EXPECT_EQ(doubt(two), "CHAIN_OF_KINDS");
}

TEST(Doubts, WantOneCountOfRemandForOneDay) {
    auto two = four_years();
    two.sentences.push_back(sentence("IMP12", "2006-04-21", {.years = 1}));
    two.sentences[1].remand_days = 60;
    EXPECT_EQ(doubt(two), "TWO_COUNTS_OF_ONE_DAY");
    two.sentences[1].remand_days.reset();
    EXPECT_EQ(doubt(two), "");
}

TEST(Doubts, RefuseWhoIsStillAwayAndRecallsOfAKindThatIsNotRecorded) {
    auto away = four_years();
    away.absences.push_back({date("2007-01-10"), std::nullopt});
    EXPECT_EQ(doubt(away), "AT_LARGE");
    auto recalled = four_years();
    recalled.releases.push_back({date("2008-02-15"), "Conditional"});
    recalled.recalls.push_back({date("2008-07-13"), date("2008-07-20")});
    EXPECT_EQ(doubt(recalled), "");
    recalled.recalls.back().revoked_on = date("2008-07-14");
    EXPECT_EQ(doubt(recalled), "RECALL_KIND_NOT_RECORDED");
    recalled.recalls.back().term = movements::RecallTerm::Days28;
    EXPECT_EQ(doubt(recalled), "");
    recalled.recalls.back().revoked_on = date("2008-07-01");
    recalled.releases.back().reason = "HomeDetentionCurfew";
    EXPECT_EQ(doubt(recalled), "RECALL_FROM_CURFEW");
}

TEST(Doubts, OfTwoThatFollowOneWarnAndDoNotForbid) {
    auto three = four_years();
    for (auto id : {"second", "third"}) {
        three.sentences.push_back(sentence("IMP12", "2006-06-01", {.years = 1}));
        three.sentences.back().id = id;
        three.sentences.back().consecutive_to = "first";
    }
    EXPECT_EQ(doubt(three), "TWO_CONSECUTIVE_TO_ONE");
    EXPECT_FALSE(forbid(doubts_of(three)));
}

}  // namespace
}  // namespace noms::release_dates
