#include "areas/assessments/answering.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/assessments/known.hpp"
#include "areas/assessments/testing.hpp"
#include "kit/base/dice.hpp"

namespace noms::assessments {
namespace {

FormSection section(const std::string& code) {
    return *section_of(form_on(priya.on)->form, code);
}
Whole new_one() {
    return begun({7}, {}, nullptr, priya).value();
}
SaveSection sent(int seen, std::vector<SentAnswer> answers) {
    return {.seen = seen, .answers = std::move(answers)};
}

TEST(Assessment, KeepsWhatIsAnsweredOverSeveralSittings) {
    auto whole = new_one();
    whole =
        with_section(whole, section("3"), sent(0, {{"3.3", "yes"}}), Right::Answer, priya).value();
    whole =
        with_section(whole, section("3"), sent(1, {{"3.4", "some"}}), Right::Answer, sam).value();
    EXPECT_EQ(answers_of(whole), (Answers{{"3.3", "yes"}, {"3.4", "some"}}));
    EXPECT_EQ(answer_to(whole, "3.3")->answered_by, "Priya Raman");
    EXPECT_EQ(answer_to(whole, "3.4")->answered_by, "Sam Cole");
    EXPECT_EQ(version_of(whole, "3"), 2);
}

TEST(Assessment, TakesAnAnswerAwayWhenItIsSentEmpty) {
    auto whole = with_section(new_one(),
                              section("3"),
                              sent(0, {{"3.evidence", "Sleeps at friends'"}}),
                              Right::Answer,
                              priya)
                     .value();
    whole = with_section(whole, section("3"), sent(1, {{"3.evidence", " "}}), Right::Answer, priya)
                .value();
    EXPECT_TRUE(answers_of(whole).empty());
}

TEST(Assessment, NamesEveryAnswerThatItCannotTake) {
    auto refused = with_section(new_one(),
                                section("3"),
                                sent(0, {{"3.3", "perhaps"}, {"4.2", "yes"}, {"3.4", "some"}}),
                                Right::Answer,
                                priya);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 2u);
    EXPECT_EQ(refused.error().fields[0].field, "answers.3.3");
    EXPECT_EQ(refused.error().fields[1].code, "unknown_question");
}

TEST(Assessment, RefusesAStaleFormAndShowsWhatDiffers) {
    auto whole = with_section(new_one(),
                              section("3"),
                              sent(0, {{"3.3", "yes"}, {"3.4", "some"}}),
                              Right::Answer,
                              priya)
                     .value();
    auto stale = sent(0, {{"3.3", "no"}, {"3.4", "some"}});
    auto refused = with_section(whole, section("3"), stale, Right::Answer, sam);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
    ASSERT_EQ(refused.error().fields.size(), 1u);
    EXPECT_EQ(refused.error().fields[0].field, "answers.3.3");
    EXPECT_NE(refused.error().fields[0].words.find("“Yes” stands there now, from Priya Raman"),
              std::string::npos)
        << refused.error().fields[0].words;
    stale.seen = 1;
    EXPECT_TRUE(with_section(whole, section("3"), stale, Right::Answer, sam));
}

TEST(Assessment, TakesAStaleFormThatSaysTheSame) {
    auto first = sent(0, {{"3.3", "yes"}});
    auto whole = with_section(new_one(), section("3"), first, Right::Answer, priya).value();
    EXPECT_TRUE(with_section(whole, section("3"), first, Right::Answer, sam));
}

TEST(Assessment, LeavesLevelsOfRiskToWhoeverSigns) {
    auto level = sent(0, {{"R10.public.community", "Low"}});
    auto refused = with_section(new_one(), section("risk"), level, Right::Answer, sam);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields[0].code, "not_yours");
    EXPECT_TRUE(with_section(new_one(), section("risk"), level, Right::Decide, priya));
}

TEST(Assessment, IsTheSameWhateverTheOrderOfItsSections) {
    const auto in_order = answered();
    Dice dice(11);
    for (int round = 0; round < 20; ++round) {
        auto sections = sections_of(in_order.assessment.form);
        for (size_t i = sections.size(); i > 1; --i)
            std::swap(sections[i - 1], sections[size_t(dice.throw_one(int(i)))]);
        auto whole = new_one();
        for (const auto& each : sections)
            if (each.code != "self")
                whole =
                    with_section(whole, each, lowest(whole, each), Right::Decide, priya).value();
        EXPECT_EQ(answers_of(whole), answers_of(in_order));
        EXPECT_TRUE(differences(in_order, whole).empty());
        EXPECT_EQ(edition_of(whole), edition_of(in_order));
    }
}

TEST(Assessment, IsNotSignedWhileAnAnswerIsMissing) {
    auto whole = answered();
    whole = with_section(whole, section("9"), sent(1, {{"9.2", ""}}), Right::Answer, priya).value();
    auto refused = signed_whole(whole, edition_of(whole), false, priya);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "1 answer is missing: Binges in the last half-year.");
}

TEST(Assessment, WantsTheFullAnalysisOnlyWhereTheScreeningCallsForIt) {
    // policy.md 4: screening, then full analysis.
    const auto& form = form_on(priya.on)->form;
    auto answers = answers_of(answered());
    std::erase_if(answers, [](const auto& each) { return each.first.starts_with("R6."); });
    EXPECT_FALSE(wants_full_analysis(form, answers));
    EXPECT_TRUE(missing_in(form, answers).empty());
    for (const char* worrying : {"yes", "not_known"}) {
        answers["R2.1"] = worrying;
        EXPECT_TRUE(wants_full_analysis(form, answers));
        EXPECT_EQ(missing_in(form, answers).size(), 5u);
    }
    answers.erase("R2.1");
    EXPECT_TRUE(wants_full_analysis(form, answers));
}

TEST(Assessment, NeedsASecondPersonByTheTable) {
    struct Case {
        std::optional<Rosh> now, before;
        Known child;
        bool wanted;
    };
    const std::vector<Case> table{{Rosh::Low, {}, false, false},
                                  {Rosh::Medium, {}, false, false},
                                  {Rosh::High, {}, false, true},
                                  {Rosh::VeryHigh, {}, false, true},
                                  {Rosh::Medium, Rosh::High, false, true},
                                  {Rosh::Medium, Rosh::Medium, false, false},
                                  {Rosh::Low, {}, true, true},
                                  {Rosh::Low, {}, {}, true},
                                  {{}, {}, false, true}};
    for (size_t i = 0; i < table.size(); ++i) {
        auto ruling = countersignature({.rosh = table[i].now,
                                        .rosh_before = table[i].before,
                                        .child_safeguarding = table[i].child})
                          .value();
        EXPECT_EQ(ruling.wanted, table[i].wanted) << "case " << i;
        EXPECT_FALSE(ruling.because.empty());
    }
}

TEST(Assessment, IsLockedByASecondPersonAndByNoOtherMeans) {
    auto whole = answered();
    auto one = signed_whole(whole, edition_of(whole), true, priya).value();
    EXPECT_EQ(one.assessment.state, AssessmentState::Signed);
    EXPECT_FALSE(countersigned(one, priya));
    auto both = countersigned(one, sam).value();
    EXPECT_EQ(both.assessment.state, AssessmentState::Locked);
    EXPECT_EQ(both.assessment.countersigned_by, "Sam Cole");
    EXPECT_FALSE(with_section(both, section("3"), sent(1, {{"3.3", "yes"}}), Right::Decide, priya));
    EXPECT_FALSE(countersigned(both, sam));
}

TEST(Assessment, IsNotSignedAsItWasNotSeen) {
    auto whole = answered();
    int seen = edition_of(whole);
    whole =
        with_section(whole, section("3"), sent(1, {{"3.3", "yes"}}), Right::Answer, sam).value();
    auto refused = signed_whole(whole, seen, false, priya);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::Conflict);
}

TEST(Assessment, IsOpenAgainWhenItIsSentBack) {
    auto whole = answered();
    auto one = signed_whole(whole, edition_of(whole), true, priya).value();
    EXPECT_FALSE(sent_back(one, "Look again", priya));
    EXPECT_FALSE(sent_back(one, " ", sam));
    auto again = sent_back(one, "The evidence in section 3 is thin", sam).value();
    EXPECT_EQ(again.assessment.state, AssessmentState::Open);
    EXPECT_FALSE(again.assessment.signed_on);
    EXPECT_EQ(again.assessment.sent_back, "Sam Cole: The evidence in section 3 is thin");
}

TEST(Assessment, IsCopiedWithoutItsLevelsAndItsSelfAssessment) {
    auto first = answered({{"3.4", "some"}});
    first =
        with_section(first, section("self"), sent(0, {{"S.home", "some"}}), Right::Answer, priya)
            .value();
    auto second = begun({7}, {}, &first, sam).value();
    EXPECT_EQ(second.assessment.copied_from, first.assessment.id);
    EXPECT_EQ(answer_to(second, "3.4")->came_from, CameFrom::Previous);
    EXPECT_EQ(answer_to(second, "R10.public.community"), nullptr);
    EXPECT_EQ(answer_to(second, "S.home"), nullptr);
    EXPECT_NE(answer_to(second, "R10.mappa"), nullptr);
}

TEST(Assessment, PutsTheRecordBeforeTheCopyAndShowsTheDifference) {
    auto first = answered();
    RecordFacts facts{.birth_date = day("1979-01-01"),
                      .occasions = {{.on = day("2006-03-01"), .offences = {"034/00"}}}};
    auto second = begun({7}, facts, &first, sam).value();
    EXPECT_EQ(answer_to(second, "1.1")->came_from, CameFrom::Record);
    auto different = differences(first, second);
    ASSERT_FALSE(different.empty());
    EXPECT_EQ(different.front().question, "1.1");
    EXPECT_EQ(different.front().before, "Theft, not of or from a vehicle");
    EXPECT_EQ(different.front().now, "Robbery");
}

}  // namespace
}  // namespace noms::assessments
