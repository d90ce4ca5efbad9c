#include "areas/assessments/oasys_needs.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::assessments {
namespace {

const SectionNeed& section(const NeedsRuling& ruling, int number) {
    return *std::ranges::find(ruling.sections, number, &SectionNeed::section);
}

SectionNeed accommodation(std::vector<ScoredAnswer> answers,
                          NeedsForm form = NeedsForm::Standard,
                          std::vector<NeedTicks> ticks = {}) {
    auto ruling = oasys_needs({.form = form, .answers = answers, .ticks = ticks}).value();
    return section(ruling, 3);
}

TEST(OasysNeeds, AbsentIsNotNought) {
    auto ruling = oasys_needs({}).value();
    ASSERT_EQ(ruling.sections.size(), 8U);
    for (const auto& each : ruling.sections) {
        EXPECT_FALSE(each.score || each.severity || each.need) << each.name;
    }
    EXPECT_EQ(ruling.needs, 0);
    EXPECT_EQ(ruling.needs_at_most, 8);
    EXPECT_FALSE(ruling.child_safeguarding);
}

struct Threshold {
    int section = 0;
    int maximum = 0;
    int need_at = 0;
    int severe_at = 0;
};

/// Answers that reach exactly `score`, as far as the questions allow.
std::vector<ScoredAnswer> answers_reaching(const std::vector<std::string>& questions, int score) {
    std::vector<ScoredAnswer> out;
    // The last question is never one of yes or no, so an odd point goes there.
    for (auto question = questions.rbegin(); question != questions.rend(); ++question) {
        bool odd = score % 2 == 1;
        int given = odd ? 1 : std::min(2, score);
        out.push_back({*question, given});
        score -= given;
    }
    return out;
}

TEST(OasysNeeds, HaveThePublishedThresholds) {
    // case-management.md 2.5, verified in hmpps-assess-risks-and-needs.
    const std::vector<std::pair<Threshold, std::vector<std::string>>> table{
        {{3, 8, 2, 7}, {"3.3", "3.4", "3.5", "3.6"}},
        {{4, 8, 3, 7}, {"4.2", "4.3", "4.4", "4.5"}},
        {{6, 6, 2, 5}, {"6.1", "6.3", "6.6"}},
        {{7, 6, 2, 5}, {"7.2", "7.3", "7.5"}},
        {{8, 10, 2, 8}, {"8.4", "8.5", "8.6", "8.8", "8.9"}},
        {{9, 8, 4, 7}, {"9.1", "9.2", "9.3", "9.5"}},
        {{11, 8, 4, 7}, {"11.5", "11.6", "11.7", "11.9"}},
        {{12, 8, 2, 7}, {"12.1", "12.4", "12.5", "12.8"}}};
    for (const auto& [at, questions] : table)
        for (int score = 0; score <= at.maximum; ++score) {
            auto ruling = oasys_needs({.answers = answers_reaching(questions, score)}).value();
            const auto& found = section(ruling, at.section);
            ASSERT_EQ(found.score, score);
            EXPECT_EQ(found.maximum, at.maximum);
            EXPECT_EQ(found.need, score >= at.need_at) << at.section << " at " << score;
            EXPECT_EQ(found.severity == Severity::Severe, score >= at.severe_at)
                << at.section << " at " << score;
        }
}

TEST(OasysNeeds, AreLeftOpenWhereAnAnswerThatIsMissingCouldMakeOne) {
    auto open = accommodation({{"3.3", 0}, {"3.4", 1}, {"3.5", 0}});
    EXPECT_EQ(open.score, 1);
    EXPECT_EQ(open.score_at_most, 3);
    EXPECT_EQ(open.need, std::nullopt);
    EXPECT_EQ(open.severity, std::nullopt);
    EXPECT_EQ(open.not_known, std::vector<std::string>{"3.6"});
    auto certain = accommodation({{"3.3", 2}, {"3.4", 0}, {"3.5", std::nullopt}, {"3.6", 0}});
    EXPECT_EQ(certain.need, true);
    EXPECT_EQ(certain.severity, Severity::Standard);
}

TEST(OasysNeeds, FollowTheOtherThresholdsOfTheStrengthsAndNeedsForm) {
    const std::vector<ScoredAnswer> two{{"3.3", 2}, {"3.4", 0}, {"3.5", 0}, {"3.6", 0}};
    EXPECT_EQ(accommodation(two).need, true);
    EXPECT_EQ(accommodation(two, NeedsForm::San).need, false);
}

TEST(OasysNeeds, AreThereWhereTheAssessorTicksOne) {
    const std::vector<ScoredAnswer> none{{"3.3", 0}, {"3.4", 0}, {"3.5", 0}, {"3.6", 0}};
    EXPECT_EQ(accommodation(none).need, false);
    for (auto tick : {NeedTicks{.section = 3, .linked_to_harm = true},
                      NeedTicks{.section = 3, .linked_to_reoffending = true},
                      NeedTicks{.section = 3, .low_score_needs_attention = true}}) {
        auto found = accommodation(none, NeedsForm::Standard, {tick});
        EXPECT_EQ(found.need, true);
        EXPECT_EQ(found.severity, Severity::None);
    }
}

TEST(OasysNeeds, RefuseAScoreThatAQuestionDoesNotHave) {
    auto refusal = oasys_needs({.answers = {{"3.3", 1}, {"3.4", 3}, {"9.1", 1}, {"9.1", 2}}});
    ASSERT_FALSE(refusal);
    ASSERT_EQ(refusal.error().fields.size(), 4U);
    EXPECT_EQ(refusal.error().fields[0].field, "answers.0.score");
    EXPECT_EQ(refusal.error().fields[1].field, "answers.1.score");
}

TEST(OasysNeeds, NameTheQuestionsThatCountNowhere) {
    auto ruling = oasys_needs({.answers = {{"10.1", 2}}}).value();
    EXPECT_EQ(ruling.not_scored, std::vector<std::string>{"10.1"});
}

TEST(ChildSafeguarding, IsIndicatedByEitherAnswer) {
    EXPECT_EQ(oasys_needs({.children_at_risk = true}).value().child_safeguarding, true);
    EXPECT_EQ(oasys_needs({.children_of_concern = true}).value().child_safeguarding, true);
    EXPECT_EQ(oasys_needs({.children_at_risk = false}).value().child_safeguarding, std::nullopt);
    EXPECT_EQ(oasys_needs({.children_at_risk = false, .children_of_concern = false})
                  .value()
                  .child_safeguarding,
              false);
}

}  // namespace
}  // namespace noms::assessments
