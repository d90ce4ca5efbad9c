#include "areas/organisation/pages.hpp"

#include <string>

#include "areas/organisation/testing.hpp"

namespace noms::organisation {
namespace {

/// Pages as the answerer gives them, to somebody who may read and change.
class Pages : public Loaded {
protected:
    web::Api api;
    web::Actor actor{.name = "tester",
                     .shown = "Tester",
                     .permissions = {"organisation.read", "organisation.change"},
                     .csrf = "csrf"};

    void SetUp() override {
        Loaded::SetUp();
        serve(api);
    }
    web::Reply ask(web::Request request) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [] { return day("2006-04-03"); },
                             .who = [&](const web::Request&) { return std::optional(actor); }};
        return web::answer(service, request);
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto before = database->stats().statements;
        auto reply = ask({.method = "GET", .path = path, .query = query});
        EXPECT_LE(database->stats().statements - before, 12) << path;
        EXPECT_EQ(reply.status, 200) << path;
        return reply.body;
    }
    web::Reply post(const std::string& path, const std::string& body) {
        return ask({.method = "POST",
                    .path = path,
                    .body = "csrf=csrf&" + body,
                    .headers = {{"content-type", "application/x-www-form-urlencoded"},
                                {"sec-fetch-site", "same-origin"}}});
    }
};
ON_EVERY_ENGINE(Pages);

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

TEST_P(Pages, SayFirstWhichPostsAreVacantOnADay) {
    auto then = page("/organisation", "day=2004-06-01");
    EXPECT_TRUE(has(then, "On 1 June 2004 12 of 17 posts are vacant."));
    EXPECT_TRUE(has(then, "Martin Narey"));
    auto now = page("/organisation");
    EXPECT_TRUE(
        has(now, "On 3 April 2006 no post is vacant; of 3 it is not known who holds them."));
    EXPECT_FALSE(has(now, "Martin Narey"));
}

TEST_P(Pages, ShowARegionWithItsAreasAndPrisons) {
    auto north_west = page("/organisation/regions/NW");
    EXPECT_TRUE(has(north_west, "5 areas and 16 prisons lie in the region"));
    EXPECT_TRUE(has(north_west, "Greater Manchester"));
    EXPECT_EQ(ask({.method = "GET", .path = "/organisation/regions/XX"}).status, 404);
}

TEST_P(Pages, ShowAnAreaWithSourceAndCertainty) {
    auto bedfordshire = page("/organisation/areas/12");
    EXPECT_TRUE(has(bedfordshire, "Bedfordshire lies in the region East of England"));
    EXPECT_TRUE(has(bedfordshire, "from memory, low certainty"));
    EXPECT_TRUE(has(bedfordshire, "Luton Crown Court"));
}

TEST_P(Pages, ShowPrisonsOfARegion) {
    EXPECT_TRUE(has(page("/organisation/prisons", "region=YH"), "Leeds"));
    EXPECT_FALSE(has(page("/organisation/prisons", "region=WA"), "Leeds"));
    EXPECT_TRUE(has(page("/organisation/prisons/LEI"), "Operational capacity"));
}

TEST_P(Pages, SayHowManyAreasMatchThePolice) {
    EXPECT_TRUE(has(page("/organisation/boundaries"),
                    "41 of 42 areas share their boundary with one police force."));
}

TEST_P(Pages, MoveAnAreaByAFormAndShowTheFormAgainWhenItIsWrong) {
    auto wrong = post("/organisation/areas/36/move", "region=EM&from=2006-10-01&order=");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong.body, "Error: Norfolk"));
    auto refused = post("/organisation/areas/36/move", "region=EE&from=2006-10-01&order=1");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Norfolk lies in East of England already."));
    auto moved = post("/organisation/areas/36/move", "region=EM&from=2006-10-01&order=1");
    EXPECT_EQ(moved.status, 303);
    EXPECT_TRUE(has(page("/organisation/areas/36", "day=2006-10-01"),
                    "Norfolk lies in the region East Midlands on 1 October 2006."));
}

TEST_P(Pages, FillAPostByAForm) {
    auto held = post("/organisation/posts/NOM/holdings",
                     "from=2006-04-03&manner=Acting&holder=Ada+Invented");
    EXPECT_EQ(held.status, 303);
    EXPECT_TRUE(has(page("/organisation/posts/NOM"), "Ada Invented"));
}

TEST_P(Pages, AreClosedToThoseWhoMayNotReadThem) {
    actor.permissions.clear();
    EXPECT_EQ(ask({.method = "GET", .path = "/organisation"}).status, 403);
    actor.permissions = {"organisation.read"};
    EXPECT_FALSE(has(page("/organisation/areas/36"), "Move to another region"));
    EXPECT_EQ(post("/organisation/areas/36/move", "region=EM&from=2006-10-01&order=1").status, 403);
}

TEST_P(Pages, HaveTwinsInTheApi) {
    EXPECT_TRUE(has(page("/api/organisation", "day=2004-06-01"), "\"vacant\":12"));
    EXPECT_TRUE(has(page("/api/organisation/areas/12"), "\"Bedfordshire\""));
    EXPECT_TRUE(has(page("/api/organisation/bodies", "kind=Region"), "\"East Midlands\""));
    EXPECT_TRUE(has(page("/api/organisation/geography"), "counts_for"));
}

}  // namespace
}  // namespace noms::organisation
