#include "areas/legislation/legislation.hpp"

#include <set>
#include <string>

#include "areas/legislation/store.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"
#include "kit/law/law.hpp"

namespace noms::legislation {
namespace {

/// The register, loaded into an empty database of each engine, and its addresses.
class Register : public db::testing::OnEveryEngine {
protected:
    web::Api api;
    web::Actor actor{.name = "tester",
                     .shown = "Tester",
                     .permissions = {"legislation.read", "legislation.change"},
                     .csrf = "csrf"};

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (IsSkipped()) return;
        auto steps = record::migrations();
        for (const auto& step : migrations()) steps.push_back(step);
        ASSERT_TRUE(db::migrate(*database, steps));
        ASSERT_GT(load_again(), 40);
        law::register_rules();
        serve(api);
    }
    int load_again() {
        return database
            ->write([&](db::Connection& db) -> Result<int> {
                record::Changes changes(db,
                                        {.id = new_id<record::CommandTag>(),
                                         .actor_name = "test",
                                         .day = day("2006-04-03"),
                                         .at = now()});
                int added = load(db, changes);
                changes.finish();
                return added;
            })
            .value();
    }
    std::set<std::string> in_force(std::string_view on) {
        std::set<std::string> codes;
        database->with_reader([&](db::Connection& db) {
            for (const auto& row : in_force_on(db, day(on))) codes.insert(row.item.code);
        });
        return codes;
    }
    web::Reply ask(web::Request request) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [] { return day("2006-04-03"); },
                             .who =
                                 [&](const web::Request&) {
                                     return actor.permissions.empty() ? std::nullopt
                                                                      : std::optional(actor);
                                 }};
        return web::answer(service, request);
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto before = database->stats().statements;
        auto reply = ask({.method = "GET", .path = path, .query = query});
        EXPECT_LE(database->stats().statements - before, 12) << path;
        EXPECT_EQ(reply.status, 200) << path;
        return reply.body;
    }
};
ON_EVERY_ENGINE(Register);

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

TEST_P(Register, IsLoadedOnce) {
    EXPECT_EQ(load_again(), 0);
}

TEST_P(Register, KnowsWhatIsInForceOnADay) {
    EXPECT_FALSE(in_force("2005-04-03").contains("suspended-sentence"));
    EXPECT_TRUE(in_force("2005-04-04").contains("suspended-sentence"));
    EXPECT_TRUE(in_force("2006-04-03").contains("dpa-1998"));
    EXPECT_FALSE(in_force("2018-05-25").contains("dpa-1998"));
    EXPECT_TRUE(in_force("2018-05-25").contains("dpa-2018"));
}

TEST_P(Register, NeverHadCustodyPlusOrTheBillInForce) {
    for (auto on : {"2003-11-20", "2004-01-26", "2006-04-03", "2026-11-22"}) {
        EXPECT_FALSE(in_force(on).contains("custody-plus")) << on;
        EXPECT_FALSE(in_force(on).contains("bill-2005")) << on;
    }
}

TEST_P(Register, KnowsWhoHeldWhichPower) {
    database->with_reader([](db::Connection& db) {
        EXPECT_FALSE(power_on(db, "commission-anybody", day("2004-06-01")));
        EXPECT_EQ(power_on(db, "commission-anybody", day("2006-04-03"))->state, Hold::Proposed);
        EXPECT_EQ(power_on(db, "commission-anybody", day("2008-04-01"))->state, Hold::Held);
        EXPECT_EQ(power_on(db, "contract-prisons", day("2004-01-06"))->state, Hold::Held);
        EXPECT_EQ(power_on(db, "direct-boards", day("2006-04-03"))->state, Hold::NotHeld);
    });
}

TEST_P(Register, RestsEveryItemOnAFeatureAndEveryLinkOnAnOfficialSite) {
    database->with_reader([](db::Connection& db) {
        for (const auto& item : every_item(db)) {
            EXPECT_FALSE(bearings_of_item(db, item.id).empty()) << item.code;
            EXPECT_FALSE(stages_of_item(db, item.id).empty()) << item.code;
            EXPECT_TRUE(item.link.empty() ||
                        item.link.starts_with("https://www.legislation.gov.uk/"))
                << item.link;
        }
    });
}

TEST_P(Register, IsShownAsItStoodOnADay) {
    EXPECT_TRUE(has(page("/legislation"), "Restructuring Probation to Reduce Re-offending"));
    auto then = page("/legislation", "day=2004-01-06");
    EXPECT_TRUE(has(then, "On 6 January 2004"));
    EXPECT_TRUE(has(then, "Assented, not commenced"));
    EXPECT_TRUE(has(page("/legislation/bill-2005"), "Lapsed since 7 April 2005."));
    EXPECT_EQ(ask({.method = "GET", .path = "/legislation/none"}).status, 404);
}

TEST_P(Register, TakesANewStageByAForm) {
    auto reply = ask({.method = "POST",
                      .path = "/legislation/change-of-law/stages",
                      .body = "csrf=csrf&from=2006-04-03&stage=Closed&source=paper",
                      .headers = {{"content-type", "application/x-www-form-urlencoded"},
                                  {"sec-fetch-site", "same-origin"}}});
    EXPECT_EQ(reply.status, 404);
    reply = ask({.method = "POST",
                 .path = "/legislation/consultation-2004-may/stages",
                 .body = "csrf=csrf&from=2006-04-03&stage=Closed&source=paper",
                 .headers = {{"content-type", "application/x-www-form-urlencoded"},
                             {"sec-fetch-site", "same-origin"}}});
    EXPECT_EQ(reply.status, 303);
    EXPECT_TRUE(has(page("/legislation/consultation-2004-may"), "Closed since 3 April 2006."));
}

TEST_P(Register, ShowsTheLawToThoseWhoAreSignedOut) {
    actor.permissions.clear();
    auto law = page("/law");
    EXPECT_TRUE(has(law, "Not compared with the statute"));
    EXPECT_TRUE(has(law, "Bank and public holidays of England and Wales"));
    EXPECT_TRUE(has(law, "Provisions that rules name"));
    EXPECT_TRUE(has(law, "href=\"https://www.legislation.gov.uk/ukpga/1971/80"));
    EXPECT_TRUE(has(page("/api/law"), "kit/bank_holidays"));
    EXPECT_NE(ask({.method = "GET", .path = "/legislation"}).status, 200);
}

TEST_P(Register, LetsAnybodyTryARule) {
    auto ruling = page("/law/rules/working-day", "facts=%7B%22day%22%3A%222006-04-14%22%7D");
    EXPECT_TRUE(has(ruling, "Good Friday"));
    auto wrong = page("/law/rules/working-day", "facts=%7B%22day%22%3A%22soon%22%7D");
    EXPECT_TRUE(has(wrong, "Some fields are not right."));
    EXPECT_TRUE(has(page("/api/law/rules"), "\"working-day\""));
    EXPECT_EQ(ask({.method = "GET", .path = "/law/rules/none"}).status, 404);
}

}  // namespace
}  // namespace noms::legislation
