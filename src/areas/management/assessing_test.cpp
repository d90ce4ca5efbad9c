#include "areas/management/assessing.hpp"

#include <algorithm>

#include "areas/management/rules_standards.hpp"
#include "areas/management/testing.hpp"

namespace noms::management {
namespace {

using assessments::Assessment;
using assessments::AssessmentState;

class Assessing : public Region {
protected:
    record::AccountId priya{}, sam{};
    offenders::OffenderId marcus{};

    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        priya = add_officer("priya.raman", manchester);
        sam = add_officer("sam.cole", manchester, Grade::SeniorOfficer);
        put_on_duty(sam, manchester);
        marcus = add_offender(manchester);
        auto order = community_order();
        order.manager = "priya.raman";
        ASSERT_TRUE(sentence(marcus, order, today));
    }
    Assessment row(AssessmentState state, int version) const {
        return {.id = {5},
                .offender = marcus,
                .version = version,
                .state = state,
                .signed_on = today,
                .signer = priya};
    }
    void tell(const Assessment& assessment) {
        set_up([&](record::Changes& changes, db::Connection& db) {
            changes.about({"offender", marcus.number}, "test.signed");
            assessment_signed(changes, db, assessment);
        });
    }
    std::vector<tasks::Task> open(std::string_view kind) {
        auto all = read([&](db::Connection& db) {
            return tasks::open_about(db, std::span(&marcus.number, 1));
        });
        std::erase_if(all, [&](const tasks::Task& task) { return task.kind != kind; });
        return all;
    }
};
ON_EVERY_ENGINE(Assessing);

TEST_P(Assessing, AsksTheOfficerOnDutyForTheSecondSignature) {
    tell(row(AssessmentState::Signed, 2));
    auto asked = open("assessment_countersign");
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked.front().account, sam);
    EXPECT_EQ(to_text(asked.front().due_on), "2006-04-10");
    tell(row(AssessmentState::Locked, 3));
    EXPECT_TRUE(open("assessment_countersign").empty());
}

TEST_P(Assessing, AsksAgainAfterItWasSentBack) {
    tell(row(AssessmentState::Signed, 2));
    tell(row(AssessmentState::Open, 3));
    EXPECT_TRUE(open("assessment_countersign").empty());
    tell(row(AssessmentState::Signed, 4));
    EXPECT_EQ(open("assessment_countersign").size(), 1u);
}

TEST_P(Assessing, HasOneReviewDueAtATime) {
    tell(row(AssessmentState::Locked, 2));
    auto first = open("assessment_review");
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first.front().account, priya);
    EXPECT_EQ(to_text(first.front().due_on), "2006-07-24");
    auto next = row(AssessmentState::Locked, 2);
    next.id = {6};
    tell(next);
    ASSERT_EQ(open("assessment_review").size(), 1u);
    EXPECT_NE(open("assessment_review").front().id, first.front().id);
}

TEST(Review, IsDueAsTheStandardsOfTheDayHaveIt) {
    // national_standards.csv: 2005, 16 weeks; 2007 from 30 September, 4 months.
    EXPECT_EQ(to_text(review_after(day("2006-04-03")).due_on), "2006-07-24");
    EXPECT_EQ(to_text(review_after(day("2007-09-30")).due_on), "2008-01-30");
    EXPECT_EQ(to_text(review_after(day("2001-01-01")).due_on), "2001-04-23");
}

}  // namespace
}  // namespace noms::management
