#include "areas/organisation/rules.hpp"
#include "kit/base/testing.hpp"

#include <map>

#include <gtest/gtest.h>

namespace noms::organisation {
namespace {

Body area(std::int64_t id, std::string name) {
    return {
        .id = {id}, .kind = Kind::Area, .code = name, .name = name, .began_on = day("2001-04-01")};
}

const Body east{.id = {1}, .kind = Kind::Region, .code = "EE", .name = "East of England"};
const Body midlands{.id = {2}, .kind = Kind::Region, .code = "EM", .name = "East Midlands"};

AreaHistory placed(Body area, Id<Body> region) {
    AreaHistory history{.area = std::move(area)};
    history.places.push_back(
        {.body = history.area.id, .from_day = day("2001-04-01"), .parent = region});
    return history;
}

AreaHistory norfolk() {
    return placed(area(11, "Norfolk"), east.id);
}
AreaHistory suffolk() {
    return placed(area(12, "Suffolk"), east.id);
}

TEST(AnArea, MovesToAnotherRegionByOrder) {
    auto place = moved_area(norfolk(), midlands, day("2006-04-01"), "Order 1");
    ASSERT_TRUE(place);
    EXPECT_EQ(place->parent, midlands.id);
    EXPECT_EQ(place->from_day, day("2006-04-01"));
    EXPECT_EQ(place->certainty, Certainty::Entered);
}

TEST(AnArea, DoesNotMoveOnADayThatIsAlreadyRecorded) {
    auto history = norfolk();
    history.places.push_back(
        {.body = history.area.id, .from_day = day("2006-04-01"), .parent = midlands.id});
    for (auto from : {"2005-01-01", "2006-04-01"}) {
        auto place = moved_area(history, east, day(from), "Order 2");
        ASSERT_FALSE(place) << from;
        EXPECT_EQ(place.error().kind, Error::Kind::Refused);
    }
    EXPECT_TRUE(moved_area(history, east, day("2006-04-02"), "Order 2"));
}

TEST(AnArea, NamesEveryBadFieldOfAMove) {
    auto place = moved_area(norfolk(), area(13, "Essex"), day("2001-03-31"), "");
    ASSERT_FALSE(place);
    ASSERT_EQ(place.error().fields.size(), 3U);
    EXPECT_EQ(place.error().fields[0].code, "area_does_not_exist");
    EXPECT_EQ(place.error().fields[1].code, "not_a_region_on_that_day");
    EXPECT_EQ(place.error().fields[2].code, "missing");
}

TEST(AnArea, DoesNotMoveWhereItLies) {
    EXPECT_EQ(moved_area(norfolk(), east, day("2006-04-01"), "Order").error().message,
              "Norfolk lies in East of England already.");
}

TEST(AnArea, IsRunWithAnotherOfItsRegionAndCanBeParted) {
    auto merger = merged_area(norfolk(), suffolk(), day("2006-04-01"), "Order");
    ASSERT_TRUE(merger);
    EXPECT_EQ(merger->into_body, suffolk().area.id);

    auto history = norfolk();
    history.mergers.push_back(*merger);
    EXPECT_FALSE(merged_area(history, suffolk(), day("2007-04-01"), "Order"));
    EXPECT_FALSE(moved_area(history, midlands, day("2007-04-01"), "Order"));
    auto parted = merged_area(history, history, day("2007-04-01"), "Order");
    ASSERT_TRUE(parted);
    EXPECT_EQ(parted->into_body, history.area.id);
    EXPECT_FALSE(merged_area(norfolk(), norfolk(), day("2007-04-01"), "Order"));
}

TEST(AnArea, IsNotRunWithAnotherWhileItLeadsOneOrAcrossRegions) {
    auto leading = suffolk();
    leading.mergers.push_back(
        {.body = norfolk().area.id, .from_day = day("2006-04-01"), .into_body = leading.area.id});
    auto essex = placed(area(13, "Essex"), east.id);
    EXPECT_FALSE(merged_area(leading, essex, day("2007-04-01"), "Order"));
    EXPECT_FALSE(moved_area(leading, midlands, day("2007-04-01"), "Order"));
    auto leicestershire = placed(area(14, "Leicestershire"), midlands.id);
    EXPECT_EQ(merged_area(essex, leicestershire, day("2007-04-01"), "Order").error().message,
              "Essex and Leicestershire do not lie in one region on 1 April 2007.");
}

TEST(Geography, GivesTheSameSumOnEither) {
    std::vector<Body> areas{area(11, "Norfolk"), area(12, "Suffolk"), area(13, "Essex")};
    std::vector<BodyMerger> mergers{{.body = {11}, .into_body = {12}}};
    const std::vector<int> caseload{100, 20, 3};
    std::map<Id<Body>, int> by_merged_area;
    auto counted = geography_of(areas, mergers);
    for (size_t i = 0; i < counted.size(); ++i)
        by_merged_area[counted[i].counts_for] += caseload[i];
    EXPECT_EQ(by_merged_area, (std::map<Id<Body>, int>{{{12}, 120}, {{13}, 3}}));
}

const Post chief{
    .id = {1}, .code = "CE", .title = "Chief Executive", .began_on = parse_date("2004-01-06")};

TEST(APost, IsHeldByANamedPerson) {
    auto held = held_post(chief,
                          {},
                          {.from = day("2005-01-01"),
                           .manner = Manner::Acting,
                           .holder = "Ada Invented",
                           .source = "letter"});
    ASSERT_TRUE(held);
    EXPECT_EQ(held->holder, "Ada Invented");
    auto nameless = held_post(chief, {}, {.from = day("2005-01-01"), .manner = Manner::Acting});
    EXPECT_EQ(nameless.error().fields.at(0).field, "holder");
}

TEST(APost, IsVacantWithoutAName) {
    EXPECT_TRUE(held_post(chief, {}, {.from = day("2005-01-01"), .manner = Manner::Vacant}));
    auto named = held_post(
        chief, {}, {.from = day("2005-01-01"), .manner = Manner::Vacant, .holder = "Ada Invented"});
    EXPECT_EQ(named.error().fields.at(0).code, "vacancy_has_no_holder");
    auto unknown = held_post(chief, {}, {.from = day("2005-01-01")});
    EXPECT_EQ(unknown.error().fields.at(0).code, "not_known_fills_no_post");
}

TEST(APost, IsNotHeldBeforeItIsOrBeforeWhatIsRecorded) {
    Appointment vacant{.from = day("2004-01-05"), .manner = Manner::Vacant};
    EXPECT_EQ(held_post(chief, {}, vacant).error().message,
              "There is no Chief Executive on 5 January 2004.");
    std::vector<PostHolding> history{{.post = {1}, .from_day = day("2005-01-01")}};
    vacant.from = day("2005-01-01");
    EXPECT_FALSE(held_post(chief, history, vacant));
    vacant.from = day("2005-01-02");
    EXPECT_TRUE(held_post(chief, history, vacant));
}

TEST(TheChain, RunsFromTheTopDown) {
    std::vector<Post> posts{{.id = {3}}, {.id = {2}}, {.id = {1}}, {.id = {4}}};
    std::vector<PostLine> lines{{.post = {2}, .reports_to = {1}},
                                {.post = {3}, .reports_to = {2}},
                                {.post = {4}, .reports_to = {9}}};
    auto steps = chain_of(posts, lines);
    ASSERT_EQ(steps.size(), 4U);
    std::vector<std::pair<std::int64_t, int>> order;
    for (const auto& step : steps) order.emplace_back(step.post.number, step.depth);
    EXPECT_EQ(order, (std::vector<std::pair<std::int64_t, int>>{{1, 0}, {2, 1}, {3, 2}, {4, 0}}));
}

TEST(ABoundary, IsComparedWithPoliceCourtsAndBoard) {
    auto found = boundary_of(area(11, "Gwent"),
                             {{.code = "61"}},
                             {{.code = "B61AB00"}, {.code = "C62NG00"}, {.code = "X6100"}},
                             {{.code = "55"}});
    EXPECT_EQ(found.police, Fit::Same);
    EXPECT_EQ(found.courts, Fit::Differs);
    EXPECT_EQ(found.courts_compared, 2);
    EXPECT_EQ(found.courts_of_other_forces, 1);
    EXPECT_EQ(found.courts_not_comparable, 1);
    EXPECT_EQ(found.justice_board, Fit::Same);
}

TEST(ABoundary, IsNotKnownWhereThereIsNothingToCompareWith) {
    auto found = boundary_of(area(11, "Gwent"), {}, {}, {});
    EXPECT_EQ(found.police, Fit::NotKnown);
    EXPECT_EQ(found.courts, Fit::NotKnown);
    EXPECT_EQ(found.justice_board, Fit::NotKnown);
    EXPECT_EQ(boundary_of(area(62, "London"), {{.code = "01"}, {.code = "48"}}, {}, {}).police,
              Fit::Several);
}

TEST(Certainty, IsWeakBelowHigh) {
    EXPECT_FALSE(is_weak(Certainty::High));
    EXPECT_TRUE(is_weak(Certainty::Medium));
    EXPECT_TRUE(is_weak(Certainty::Invented));
}

}  // namespace
}  // namespace noms::organisation
