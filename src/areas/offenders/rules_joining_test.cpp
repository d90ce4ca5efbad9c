#include "areas/offenders/rules_joining.hpp"

#include <gtest/gtest.h>

namespace noms::offenders {
namespace {

using Is = JoinRuling::Is;

JoinFacts sure() {
    return {.birth_date = Agreement::Agrees,
            .surname = Agreement::Agrees,
            .first_name = Agreement::Agrees,
            .sex = Agreement::Agrees,
            .chance_in_10000 = 9999,
            .chance_in_10000_verified = 9999};
}

TEST(MayJoin, JoinsWhatIsAlmostCertainAndAgrees) {
    EXPECT_EQ(may_join(sure()).is, Is::Join);
}

TEST(MayJoin, NeedsAnAgreeingBirthDateOrSurname) {
    auto facts = sure();
    facts.birth_date = facts.surname = Agreement::Differs;
    EXPECT_EQ(may_join(facts).is, Is::Review);
    EXPECT_EQ(may_join(facts).reason, "nothing_else_agrees");
    facts.surname = Agreement::Unknown;
    EXPECT_EQ(may_join(facts).is, Is::Review) << "unknown is not agreeing";
    facts.birth_date = Agreement::Agrees;
    EXPECT_EQ(may_join(facts).is, Is::Join);
}

TEST(MayJoin, CountsASurnameThatIsNearlyTheSameOnlyBesideANumber) {
    auto facts = sure();
    facts.birth_date = facts.surname = Agreement::Nearly;
    facts.shares_number = true;
    EXPECT_EQ(may_join(facts).is, Is::Join);
    facts.shares_number = false;
    EXPECT_EQ(may_join(facts).reason, "nothing_else_agrees");
}

TEST(MayJoin, NeverJoinsByANumberWithAWrongLetter) {
    auto facts = sure();
    facts.chance_in_10000_verified = chance_to_join_in_10000 - 1;
    EXPECT_EQ(may_join(facts).is, Is::Review);
}

TEST(MayJoin, LeavesContradictionsToAPerson) {
    struct Row {
        JoinFacts facts{};
        const char* reason = "";
    };
    Row rows[5]{{sure(), "two_prisons"},
                {sure(), "pnc_differs"},
                {sure(), "cro_differs"},
                {sure(), "sex_and_birth_date_differ"},
                {sure(), "sex_and_first_name_differ"}};
    rows[0].facts.in_two_prisons = true;
    rows[1].facts.pnc = Agreement::Differs;
    rows[2].facts.cro = Agreement::Differs;
    rows[3].facts.sex = rows[3].facts.birth_date = Agreement::Differs;
    rows[4].facts.sex = rows[4].facts.first_name = Agreement::Differs;
    for (const auto& row : rows) {
        auto ruling = may_join(row.facts);
        EXPECT_EQ(ruling.is, Is::Review) << row.reason;
        EXPECT_EQ(ruling.reason, row.reason);
        EXPECT_NE(words_of_reason(row.reason), words_of_reason("doubtful")) << row.reason;
    }
}

TEST(MayJoin, LooksAtASharedNumberHoweverLittleElseAgrees) {
    JoinFacts facts{.birth_date = Agreement::Differs, .surname = Agreement::Differs};
    EXPECT_EQ(may_join(facts).is, Is::Apart);
    facts.shares_number = true;
    EXPECT_EQ(may_join(facts).is, Is::Review);
}

}  // namespace
}  // namespace noms::offenders
