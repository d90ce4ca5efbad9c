#include "areas/legislation/rules.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::legislation {
namespace {

const Item bill{.id = {1}, .code = "bill", .kind = Kind::Bill, .title = "A Bill"};

TEST(AnItem, ReachesItsNextStageWithASource) {
    auto stage = next_stage(
        bill, {}, {.from = day("2005-01-12"), .stage = Stage::Introduced, .source = "Lords"});
    ASSERT_TRUE(stage);
    EXPECT_EQ(stage->certainty, Certainty::Entered);
    auto bare = next_stage(bill, {}, {.from = day("2005-01-12"), .stage = Stage::Introduced});
    EXPECT_EQ(bare.error().fields.at(0).field, "source");
}

TEST(AnItem, DoesNotReachAStageOfAnotherKind) {
    auto stage = next_stage(
        bill, {}, {.from = day("2005-01-12"), .stage = Stage::InForce, .source = "none"});
    EXPECT_EQ(stage.error().fields.at(0).code, "not_a_stage_of_this_kind");
    const Item paper{.id = {2}, .kind = Kind::Publication, .title = "A paper"};
    EXPECT_FALSE(next_stage(
        paper, {}, {.from = day("2005-01-12"), .stage = Stage::Assented, .source = "none"}));
}

TEST(AnItem, DoesNotReachAStageBeforeWhatIsRecorded) {
    std::vector<ItemStage> history{{.item = {1}, .from_day = day("2005-01-12")}};
    NewStage lapsed{.from = day("2005-01-12"), .stage = Stage::Lapsed, .source = "Lords"};
    EXPECT_EQ(next_stage(bill, history, lapsed).error().message,
              "A Bill is recorded from 12 January 2005: a stage must come after it.");
    lapsed.from = day("2005-04-07");
    EXPECT_TRUE(next_stage(bill, history, lapsed));
}

TEST(AStage, IsLawOnlyWhenItIsInForce) {
    EXPECT_TRUE(is_in_force(Stage::PartlyInForce));
    EXPECT_FALSE(is_in_force(Stage::Assented));
    EXPECT_FALSE(is_in_force(Stage::Repealed));
}

}  // namespace
}  // namespace noms::legislation
