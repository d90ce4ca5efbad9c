#include "areas/catalogue/catalogue.hpp"

#include "areas/catalogue/handlers.hpp"
#include "kit/db/testing.hpp"

namespace noms::catalogue {
namespace {

const Date today = *parse_date("2006-04-03");

/// The organisation, and offerings as commissioners record them.
class Catalogue : public db::testing::OnEveryEngine {
protected:
    web::Api api;
    web::Actor actor{.account = {7},
                     .name = "rosa.tanner",
                     .shown = "Rosa Tanner, regional offender manager",
                     .permissions = {"catalogue.read", "catalogue.change"},
                     .scope_kind = "region",
                     .csrf = "csrf"};
    organisation::Body region{}, manchester{}, prison{}, leeds{};

    template <class Work>
    auto write(Work work, std::map<std::string, std::string, std::less<>> parts = {}) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = actor.account,
                                     .actor_name = actor.name,
                                     .day = today,
                                     .at = now()});
            web::Request request;
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = today,
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        std::vector<db::Migration> steps;
        for (const auto& more : {record::migrations(), organisation::migrations(), migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        ASSERT_TRUE(db::migrate(*database, steps));
        ASSERT_TRUE(write([](web::Context& context) -> Result<bool> {
            organisation::load(context.db, *context.changes);
            return true;
        }));
        database->with_reader([&](db::Connection& db) {
            using organisation::Kind;
            auto body = [&](Kind kind, const char* code) {
                return organisation::body_by_code(db, kind, code, today).value();
            };
            region = body(Kind::Region, "NW");
            manchester = body(Kind::Area, "34");
            prison = body(Kind::Prison, "MRI");
            leeds = body(Kind::Prison, "LEI");
        });
        actor.scope_body = region.id.number;
        serve(api);
    }
    Result<Offering> add(AddOffering given) {
        return write([&](web::Context& context) { return add_offering(context, given); });
    }
    Result<Offering> add(const char* code, const organisation::Body& at, int places = 12) {
        return add({.intervention = code,
                    .provider = "Greater Manchester programmes team",
                    .place = at.id,
                    .places = places,
                    .from_day = today});
    }
    Result<Offering> change(const Offering& which, ChangeOffering given) {
        return write([&](web::Context& context) { return change_offering(context, given); },
                     {{"offering", to_text(which.id)}});
    }
    web::Reply ask(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [] { return today; },
                             .who = [&](const web::Request&) { return std::optional(actor); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
};
ON_EVERY_ENGINE(Catalogue);

std::string field_of(const Result<Offering>& refused) {
    return refused || refused.error().fields.empty() ? "" : refused.error().fields.front().field;
}

TEST_P(Catalogue, TakesTheSettingFromThePlace) {
    EXPECT_EQ(add("ETS", prison)->setting, Setting::Custody);
    auto outside = add("TF", manchester);
    ASSERT_TRUE(outside);
    EXPECT_EQ(outside->setting, Setting::Community);
    EXPECT_EQ(outside->need, "ATT");
}

TEST_P(Catalogue, RefusesAnOfferingThatCannotBe) {
    EXPECT_EQ(field_of(add("NO_SUCH", prison)), "intervention");
    EXPECT_EQ(field_of(add("ASRO", prison)), "intervention");
    EXPECT_EQ(field_of(add("P-ASRO", manchester)), "intervention");
    EXPECT_EQ(field_of(add("ETS", region)), "place");
    EXPECT_EQ(field_of(add("ETS", prison, -1)), "places");
    EXPECT_EQ(field_of(add(
                  {.intervention = "ETS", .provider = " ", .place = prison.id, .from_day = today})),
              "provider");
    EXPECT_EQ(field_of(add({.intervention = "ETS",
                            .provider = "The prison",
                            .place = prison.id,
                            .from_day = today,
                            .until_day = plus_days(today, -1)})),
              "until_day");
}

TEST_P(Catalogue, IsChangedWithinTheOwnRegionAlone) {
    EXPECT_EQ(field_of(add("ETS", leeds)), "place");
    actor.scope_kind = "national";
    auto elsewhere = add("ETS", leeds);
    ASSERT_TRUE(elsewhere);
    actor.scope_kind = "region";
    EXPECT_FALSE(change(*elsewhere, {.seen = 1, .places = 5}));
    EXPECT_EQ(ask(path_of(elsewhere->id)).body.find("/change"), std::string::npos);
    EXPECT_EQ(ask(path_of(elsewhere->id) + "/change").status, 404);
}

TEST_P(Catalogue, IsNotOfferedTwiceByOneProvider) {
    ASSERT_TRUE(add("ETS", prison));
    EXPECT_FALSE(add("ETS", prison));
}

TEST_P(Catalogue, KeepsAChangeOnTheVersionThatWasSeen) {
    auto first = add("ETS", prison).value();
    auto changed = change(first, {.seen = 1, .places = 20, .note = "A second group"});
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->places, 20);
    auto late = change(first, {.seen = 1, .places = 5});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Error::Kind::Conflict);
    ASSERT_TRUE(change(first, {.seen = 2, .places = 20, .until_day = plus_days(today, 1)}));
    EXPECT_NE(ask("/catalogue").body.find("Enhanced Thinking Skills"), std::string::npos);
}

TEST_P(Catalogue, IsListedByNeedSettingRegionAndProvider) {
    add("ETS", prison).value();
    add("TF", manchester).value();
    add("DEBT", manchester).value();
    auto whole = [&](const std::string& query) {
        auto reply = ask("/api/catalogue", query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        auto at = reply.body.find("\"whole\":") + 8;
        return std::stoi(reply.body.substr(at));
    };
    EXPECT_EQ(whole(""), 3);
    EXPECT_EQ(whole("need=ATT"), 2);
    EXPECT_EQ(whole("need=ATT&setting=Custody"), 1);
    EXPECT_EQ(whole("region=NW"), 3);
    EXPECT_EQ(whole("region=YH"), 0);
    EXPECT_EQ(whole("provider=Nobody"), 0);
    EXPECT_EQ(ask("/api/catalogue", "region=XX").status, 404);
    EXPECT_EQ(ask("/catalogue", "need=ATT&region=NW").status, 200);
    EXPECT_NE(ask("/catalogue", "provider=Nobody").body.find("Nothing that fits is offered"),
              std::string::npos);
}

TEST_P(Catalogue, PagesALongList) {
    ASSERT_TRUE(write([&](web::Context& context) -> Result<bool> {
        for (int i = 0; i < 70; ++i) {
            Offering each{.id = new_id<Offering>(),
                          .intervention = "HOUSING",
                          .need = "ACC",
                          .provider = "Provider " + std::to_string(i),
                          .place = manchester.id,
                          .from_day = today,
                          .places = 3};
            context.changes->about({"catalogue_offering", each.id.number}, "test.offering");
            context.changes->add(offerings, each);
        }
        return true;
    }));
    auto first = ask("/catalogue").body;
    EXPECT_NE(first.find("1 to 50"), std::string::npos);
    auto at = first.find("after_code=");
    ASSERT_NE(at, std::string::npos);
    auto next = first.substr(at, first.find('"', at) - at);
    for (size_t amp; (amp = next.find("&amp;")) != std::string::npos;) next.replace(amp, 5, "&");
    EXPECT_NE(ask("/catalogue", next).body.find("51 to 70"), std::string::npos);
}

TEST_P(Catalogue, ShowsAnOfferingWithItsPlaces) {
    count_places_by([](db::Connection&, std::span<const std::int64_t> ids) {
        return std::vector<PlacesTaken>{{{ids.front()}, 5, 2}};
    });
    auto page = ask(path_of(add("ETS", prison)->id)).body;
    count_places_by({});
    for (auto words : {"7 of 12 places are free", "2 wait", "OGRS 41 to 74", "HC 193"})
        EXPECT_NE(page.find(words), std::string::npos) << words;
    EXPECT_NE(ask("/catalogue/interventions").body.find("Think First"), std::string::npos);
}

}  // namespace
}  // namespace noms::catalogue
