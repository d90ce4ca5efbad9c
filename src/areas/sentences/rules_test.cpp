#include "areas/sentences/rules.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/sentences/provisions.hpp"
#include "kit/base/testing.hpp"

namespace noms::sentences {
namespace {

std::vector<std::string> codes_of(const DisposalFacts& facts) {
    std::vector<std::string> codes;
    const auto ruling = disposal_ruling(facts).value();
    for (const auto& fault : ruling.faults) codes.push_back(fault.code);
    return codes;
}

DisposalFacts prison_of(Length length, std::string code = "IMP12") {
    return {.disposal = std::move(code),
            .imposed_on = day("2006-04-03"),
            .committed_on = day("2005-11-20"),
            .born = day("1980-02-01"),
            .purposes = {Purpose::Punish},
            .length = length};
}

using Codes = std::vector<std::string>;

TEST(Disposal, IsReadFromTheTableWholeWithBoundsThatHaveAUnit) {
    EXPECT_EQ(disposals().size(), 63u);
    for (const auto& each : disposals()) {
        EXPECT_FALSE(each.act.empty()) << each.code;
        EXPECT_EQ(each.minimum.has_value(), each.minimum_unit.has_value()) << each.code;
        EXPECT_EQ(each.maximum.has_value(), each.maximum_unit.has_value()) << each.code;
        EXPECT_EQ(each.below.has_value(), each.below_unit.has_value()) << each.code;
        EXPECT_EQ(each.commencement == Commencement::Day, each.commenced.has_value()) << each.code;
        if (each.commenced && each.ceased) {
            EXPECT_LT(*each.commenced, *each.ceased) << each.code;
        }
        auto words = each.purposes ? std::ranges::count(*each.purposes, '|') + 1 : 0;
        EXPECT_EQ(std::int64_t(usual_purposes(each).size()), words) << each.code;
    }
}

TEST(Disposal, IsCitedInFullWithALinkToItsFirstSection) {
    auto cited = [](std::string_view code) { return provision_of(*disposal(code)); };
    EXPECT_EQ(cited("IMP_LT12").cite, "Criminal Justice Act 1991 s. 33(1)(a), s. 40A");
    EXPECT_EQ(cited("IMP_LT12").link, "https://www.legislation.gov.uk/ukpga/1991/53/section/33");
    EXPECT_EQ(cited("DAO").link, "https://www.legislation.gov.uk/ukpga/2000/6/section/58A");
    EXPECT_EQ(cited("LIFE_DISC").cite,
              "Criminal Justice Act 2003 s. 225(2); Powers of Criminal Courts (Sentencing) Act "
              "2000 s. 82A");
    for (const auto& each : disposals()) {
        EXPECT_TRUE(provision_of(each).link.starts_with("https://")) << each.code;
    }
}

TEST(Disposal, IsRefusedBeforeItsCommencementNamingTheAct) {
    auto facts = prison_of({.months = 18});
    facts.imposed_on = day("2005-04-03");
    facts.committed_on = day("2005-03-01");
    auto ruling = disposal_ruling(facts).value();
    ASSERT_FALSE(ruling.lawful);
    EXPECT_NE(ruling.faults.front().words.find("4 April 2005"), std::string::npos);
    EXPECT_NE(ruling.faults.front().words.find("CJA 2003"), std::string::npos);
}

TEST(Disposal, IsRefusedFromItsCessationOn) {
    DisposalFacts facts{.disposal = "IPP",
                        .imposed_on = day("2012-12-02"),
                        .committed_on = day("2012-01-01"),
                        .purposes = {Purpose::Protect}};
    EXPECT_EQ(codes_of(facts), Codes{});
    facts.imposed_on = day("2012-12-03");
    EXPECT_EQ(codes_of(facts), Codes{"not_in_force"});
}

TEST(Disposal, ThatNeverCommencedIsRefusedOnEveryDay) {
    auto facts = prison_of({.weeks = 30}, "CUSTPLUS");
    facts.custodial = {.weeks = 4};
    for (auto on : {"2004-01-01", "2006-11-06", "2013-01-01"}) {
        facts.imposed_on = day(on);
        facts.committed_on.reset();
        EXPECT_EQ(codes_of(facts), Codes{"not_in_force"}) << on;
    }
}

TEST(Disposal, FollowsTheDayOfTheOffence) {
    auto facts = prison_of({.months = 18});
    facts.committed_on = day("2005-04-03");
    EXPECT_EQ(codes_of(facts), Codes{"offence_too_early"});
    facts.disposal = "IMP_12_4Y91";
    EXPECT_EQ(codes_of(facts), Codes{});
    facts.committed_on = day("2005-04-04");
    EXPECT_EQ(codes_of(facts), Codes{"offence_too_late"});
    facts.committed_on.reset();
    EXPECT_EQ(codes_of(facts), Codes{});
}

TEST(Disposal, KeepsTheEarlierOrdersForThoseUnderEighteen) {
    auto facts = prison_of({.months = 12}, "CRO");
    EXPECT_EQ(codes_of(facts), Codes{"offence_too_late"});
    facts.born = day("1989-01-01");
    EXPECT_EQ(codes_of(facts), Codes{});
}

TEST(Disposal, KeepsToItsBoundsOnBothSides) {
    EXPECT_EQ(codes_of(prison_of({.months = 11})), Codes{"too_short"});
    EXPECT_EQ(codes_of(prison_of({.years = 1})), Codes{});
    EXPECT_EQ(codes_of(prison_of({.months = 11, .days = 29}, "IMP_LT12")), Codes{});
    EXPECT_EQ(codes_of(prison_of({.months = 12}, "IMP_LT12")), Codes{"too_long"});
    EXPECT_EQ(codes_of(prison_of({.days = 4}, "IMP_LT12")), Codes{"too_short"});
    EXPECT_EQ(codes_of(prison_of({}, "IMP_LT12")), Codes{"missing"});
}

TEST(Disposal, IsOnlyForThoseOfTheRightAge) {
    auto facts = prison_of({.months = 18});
    facts.born = day("1985-04-04");
    EXPECT_EQ(codes_of(facts), Codes{"too_young"});
    facts.disposal = "YOI";
    EXPECT_EQ(codes_of(facts), Codes{});
    facts.born = day("1985-04-03");
    EXPECT_EQ(codes_of(facts), Codes{"too_old"});
}

TEST(Disposal, OfDetentionAndTrainingHasOneOfSevenLengths) {
    for (int months = 4; months <= 24; ++months) {
        auto facts = prison_of({.months = months}, "DTO");
        facts.born = day("1990-01-01");
        bool listed = months == 4 || months == 6 || months == 8 || months == 10 || months == 12 ||
                      months == 18 || months == 24;
        EXPECT_EQ(codes_of(facts).empty(), listed) << months;
    }
}

TEST(Disposal, NeedsAPurpose) {
    auto facts = prison_of({.months = 18});
    facts.purposes.clear();
    EXPECT_EQ(codes_of(facts), Codes{"missing"});
}

TEST(Disposal, OfACommunityOrderNeedsARequirementWithinItsLimits) {
    auto facts = prison_of({.months = 12}, "CO");
    EXPECT_EQ(codes_of(facts), Codes{"missing"});
    facts.requirement = "REQ_UPW";
    EXPECT_EQ(codes_of(facts), Codes{"missing"});
    facts.requirement_amount = 39;
    EXPECT_EQ(codes_of(facts), Codes{"too_little"});
    facts.requirement_amount = 301;
    EXPECT_EQ(codes_of(facts), Codes{"too_much"});
    facts.requirement_amount = 300;
    EXPECT_EQ(codes_of(facts), Codes{});
}

TEST(Requirements, AreOneOfEachKindAndMonitoringSecuresAnother) {
    auto codes = [](std::string_view kind, const std::vector<std::string>& others) {
        Codes out;
        for (const auto& fault :
             compatibility_faults(kind, others, day("1980-02-01"), day("2006-04-03")))
            out.push_back(fault.code);
        return out;
    };
    EXPECT_EQ(codes("REQ_UPW", {"REQ_CUR"}), Codes{});
    EXPECT_EQ(codes("REQ_UPW", {"REQ_UPW"}), Codes{"twice"});
    EXPECT_EQ(codes("EM", {"REQ_UPW"}), Codes{"stands_alone"});
    EXPECT_EQ(codes("EM", {"REQ_EXC"}), Codes{});
    EXPECT_EQ(codes("REQ_ATC", {}), Codes{"too_old"});
}

TEST(Disposal, OfCustodyPlusKeepsItsPartsThoughItNeverCommenced) {
    auto plus = prison_of({.weeks = 40}, "CUSTPLUS");
    EXPECT_EQ(codes_of(plus), (Codes{"not_in_force", "missing"}));
    plus.custodial = {.weeks = 13};
    EXPECT_EQ(codes_of(plus), Codes{"not_in_force"});
    plus.custodial = {.weeks = 14};
    EXPECT_EQ(codes_of(plus), (Codes{"not_in_force", "out_of_bounds"}));
    plus.custodial = {.days = 13};
    EXPECT_EQ(codes_of(plus), (Codes{"not_in_force", "out_of_bounds"}));
    plus.custodial = {.weeks = 13};
    plus.length = {.weeks = 38};
    EXPECT_EQ(codes_of(plus), (Codes{"not_in_force", "licence_too_short"}));
}

TEST(Disposal, OfASuspendedSentenceKeepsSupervisionWithinTheOperationalPeriod) {
    auto facts = prison_of({.months = 6}, "SSO");
    facts.requirement = "REQ_SUP";
    facts.requirement_amount = 12;
    EXPECT_EQ(codes_of(facts), Codes{"missing"});
    facts.operational_months = 12;
    facts.supervision_months = 18;
    EXPECT_EQ(codes_of(facts), Codes{"longer_than_operational"});
    facts.supervision_months = 12;
    EXPECT_EQ(codes_of(facts), Codes{});
}

// -- how long it runs -----------------------------------------------------------------------------

Run run(std::int64_t id, std::string disposal, std::string_view imposed_on, Length length) {
    return {.sentence = id,
            .disposal = std::move(disposal),
            .imposed_on = day(imposed_on),
            .term = length.empty() ? Term::NotKnown : Term::Fixed,
            .length = length};
}

Standing on(std::string_view iso, std::vector<Run> all) {
    return standing({.day = day(iso), .sentences = std::move(all)}).value();
}

TEST(UnderSentence, EndsWithTheTermLessTheDaysThatCount) {
    auto one = run(1, "IMP12", "2006-04-03", {.years = 2});
    EXPECT_EQ(on("2008-04-02", {one}).under_sentence, Answer::Yes);
    EXPECT_EQ(on("2008-04-03", {one}).under_sentence, Answer::No);
    one.days_counted = 30;
    EXPECT_EQ(on("2008-03-03", {one}).under_sentence, Answer::Yes);
    EXPECT_EQ(on("2008-03-04", {one}).under_sentence, Answer::No);
    EXPECT_EQ(on("2006-04-02", {one}).under_sentence, Answer::No);
}

TEST(UnderSentence, RunsThroughAChainOfConsecutiveTerms) {
    auto first = run(1, "IMP12", "2006-04-03", {.years = 1});
    auto second = run(2, "IMP_LT12", "2006-04-03", {.months = 6});
    second.consecutive_to = 1;
    auto is = on("2007-10-02", {first, second});
    EXPECT_EQ(is.under_sentence, Answer::Yes);
    EXPECT_EQ(*is.ends->until, day("2007-10-03"));
    second.consecutive_to.reset();
    EXPECT_EQ(*on("2006-05-01", {first, second}).ends->until, day("2007-04-03"));
}

TEST(UnderSentence, OfAChainThatIsACircleStillAnswers) {
    auto first = run(1, "IMP12", "2006-04-03", {.years = 1});
    auto second = run(2, "IMP12", "2006-04-03", {.years = 1});
    first.consecutive_to = 2;
    second.consecutive_to = 1;
    EXPECT_FALSE(may_follow(1, 2, {first, second}));
    EXPECT_EQ(on("2006-05-01", {first, second}).under_sentence, Answer::Yes);
    EXPECT_FALSE(may_follow(3, 3, {first, second}));
    EXPECT_FALSE(may_follow(3, 9, {first, second}));
}

TEST(UnderSentence, IsNotKnownWhereTheLengthIsNot) {
    auto is = on("2006-05-01", {run(1, "IMP12", "2006-04-03", {})});
    EXPECT_EQ(is.under_sentence, Answer::NotKnown);
    EXPECT_EQ(is.ends->end, EndIs::NotKnown);
    EXPECT_TRUE(is.managed);
}

TEST(UnderSentence, ForLifeHasNoEnd) {
    auto life = run(1, "LIFE_MAND", "1990-01-01", {});
    life.term = Term::Indeterminate;
    auto is = on("2026-01-01", {life});
    EXPECT_EQ(is.under_sentence, Answer::Yes);
    EXPECT_EQ(is.ends->end, EndIs::Never);
    EXPECT_TRUE(is.managed);
}

TEST(UnderSentence, IsNobodyByAFineOrADischarge) {
    auto fine = run(1, "FINE", "2006-04-03", {});
    fine.term = Term::None;
    auto discharge = run(2, "CD", "2006-04-03", {.years = 1});
    auto is = on("2006-05-01", {fine, discharge});
    EXPECT_EQ(is.under_sentence, Answer::No);
    EXPECT_FALSE(is.managed);
    EXPECT_EQ(is.because.size(), 1u);
}

TEST(UnderSentence, OfHoursRunsUntilTheyAreWorked) {
    auto order = run(1, "CPO", "2004-04-05", {});
    order.term = Term::None;
    auto is = on("2006-05-01", {order});
    EXPECT_EQ(is.under_sentence, Answer::NotKnown);
    EXPECT_TRUE(is.managed);
    order.ended_on = day("2005-01-10");
    EXPECT_EQ(on("2006-05-01", {order}).under_sentence, Answer::No);
}

TEST(UnderSentence, SuspendedLastsForItsLongerPeriodAndNotForItsTerm) {
    auto order = run(1, "SSO", "2006-04-03", {.months = 6});
    order.operational_months = 18;
    order.supervision_months = 12;
    EXPECT_EQ(*on("2006-05-01", {order}).ends->until, day("2007-10-03"));
}

TEST(UnderSentence, SuspendedThatTookEffectLastsUntilItIsServed) {
    auto order = run(1, "SSO", "2006-04-03", {.months = 6});
    order.operational_months = 18;
    order.activated_on = day("2007-01-08");
    EXPECT_EQ(*on("2007-02-01", {order}).ends->until, day("2007-07-08"));
    order.activated = {.months = 3};
    EXPECT_EQ(*on("2007-02-01", {order}).ends->until, day("2007-04-08"));
}

TEST(UnderSentence, WithoutAManagerIsSaidApart) {
    auto curfew = run(1, "CURO", "2004-04-05", {.months = 6});
    auto is = on("2004-05-01", {curfew});
    EXPECT_EQ(is.under_sentence, Answer::Yes);
    EXPECT_FALSE(is.managed);
    EXPECT_FALSE(brings_manager("CURO"));
    EXPECT_TRUE(brings_manager("CO"));
    EXPECT_FALSE(brings_manager("no such code"));
}

}  // namespace
}  // namespace noms::sentences
