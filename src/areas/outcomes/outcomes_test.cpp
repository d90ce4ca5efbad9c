#include "areas/outcomes/outcomes.hpp"

#include "areas/management/testing.hpp"
#include "areas/supervision/supervision.hpp"

namespace noms::outcomes {
namespace {

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

/// The page over an area with people under orders, as the answerer gives it.
class Fairly : public management::Region {
protected:
    web::Api api;
    web::Actor who{.name = "tester",
                   .permissions = {"outcomes.fairness"},
                   .scope_kind = "area",
                   .csrf = "csrf"};
    record::AccountId priya{};

    std::vector<db::Migration> more_migrations() override { return supervision::migrations(); }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        serve(api);
        priya = add_officer("priya.raman", manchester);
        put_on_duty(priya, manchester);
        acting = priya;
        who.scope_body = manchester.id.number;
    }
    /// A man under a community order since that day.
    sentences::Sentence under_order(Date since) {
        auto passed = sentence(add_offender(manchester), management::community_order(), since);
        EXPECT_TRUE(passed);
        return *passed;
    }
    void begin_breach(const sentences::Sentence& order, Date on) {
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"offender", order.offender.number}, "test.breach");
            supervision::Contact contact{
                .id = new_id<supervision::Contact>(), .offender = order.offender, .on_day = on};
            changes.add(supervision::contacts, contact);
            changes.add(supervision::breaches,
                        {.id = new_id<supervision::Breach>(),
                         .offender = order.offender,
                         .sentence = order.id,
                         .contact = contact.id,
                         .begun_on = on,
                         .begun_by = "tester"});
        });
    }
    web::Reply ask(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
    std::string page(const std::string& query = {}) {
        auto reply = ask("/fairness", query);
        EXPECT_EQ(reply.status, 200) << reply.body;
        return reply.body;
    }
};
ON_EVERY_ENGINE(Fairly);

TEST_P(Fairly, CountsBreachesOfThoseUnderAnOrderInTheSpan) {
    std::vector<sentences::Sentence> orders;
    for (int i = 0; i < 6; ++i) orders.push_back(under_order(day("2006-01-10")));
    begin_breach(orders[0], day("2006-02-20"));
    begin_breach(orders[0], day("2006-03-20"));
    begin_breach(orders[1], day("2006-03-01"));
    auto shown = page();
    EXPECT_TRUE(has(shown, "6 people managed from 4 April 2005 to 3 April 2006"));
    EXPECT_TRUE(has(shown, "33.3 %"));
    EXPECT_TRUE(has(shown, "9.7 % to 70.0 %"));
    EXPECT_TRUE(has(shown, "A difference between groups is not a cause"));
    // One of those two breaches lies in March, and another person's too.
    auto in_march = ask("/api/fairness", "from=2006-03-02&until=2006-04-04").body;
    EXPECT_TRUE(has(in_march, R"("group":"Men","showing":"Shown","people":6,"with":1)"))
        << in_march;
}

TEST_P(Fairly, CountsATierThatNobodyCanSayAsNotKnown) {
    for (int i = 0; i < 5; ++i) under_order(day("2006-01-10"));
    auto answer = ask("/api/fairness").body;
    EXPECT_TRUE(has(answer,
                    R"("code":"tier","name":"Not known","by":[{"by":"ethnicity",)"
                    R"("rates":{"everybody":{"group":"Everybody","showing":"Shown",)"
                    R"("people":5,"with":5)"))
        << answer;
}

TEST_P(Fairly, HidesWhatCouldTellOfAPerson) {
    for (int i = 0; i < 4; ++i) under_order(day("2006-01-10"));
    auto shown = page();
    EXPECT_TRUE(has(shown, "4 people managed"));
    EXPECT_TRUE(has(shown, "Fewer than 5"));
    EXPECT_FALSE(has(shown, "100.0 %"));
}

TEST_P(Fairly, CountsThoseWhoWereManagedInTheSpanAndNoLongerAre) {
    auto order = under_order(day("2006-01-10"));
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", order.offender.number}, "test.ended");
        EXPECT_TRUE(
            management::terminate(changes, db, order.offender, day("2006-03-01"), "It ended"));
    });
    auto answer = ask("/api/fairness").body;
    EXPECT_TRUE(has(answer, R"("people":1,"on_last_day":0)")) << answer;
    auto after = ask("/api/fairness", "from=2006-03-01&until=2006-04-04").body;
    EXPECT_TRUE(has(after, R"("people":0,"on_last_day":0)")) << after;
}

TEST_P(Fairly, CountsARestrictedRecordAsATotalMust) {
    auto order = under_order(day("2006-01-10"));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", order.offender.number}, "access.restricted");
        changes.add(access::restrictions,
                    {.id = new_id<access::Restriction>(),
                     .offender = order.offender.number,
                     .from_day = today});
    });
    EXPECT_TRUE(has(page(), "1 person managed"));
}

TEST_P(Fairly, IsShownToThoseWhoLeadOrBelongThereAlone) {
    auto of_body = [](const organisation::Body& body) { return "body=" + to_text(body.id); };
    EXPECT_EQ(ask("/fairness", of_body(manchester)).status, 200);
    EXPECT_EQ(ask("/fairness", of_body(merseyside)).status, 404);
    EXPECT_EQ(ask("/fairness", of_body(region)).status, 404);
    who.scope_kind = "region";
    who.scope_body = region.id.number;
    EXPECT_EQ(ask("/fairness", of_body(merseyside)).status, 200);
    EXPECT_EQ(ask("/fairness", of_body(prison)).status, 404);
    who.scope_kind = "none";
    EXPECT_EQ(ask("/fairness", of_body(merseyside)).status, 200);
    EXPECT_TRUE(has(page(), "Nothing is chosen"));
    who.permissions = {"offenders.read"};
    EXPECT_EQ(ask("/fairness").status, 403);
}

TEST_P(Fairly, IsOfTheOwnTeamForAnOfficer) {
    who.account = priya;
    who.scope_kind = "caseload";
    EXPECT_TRUE(has(page(), "You lead no team and belong to none"));
    EXPECT_EQ(ask("/fairness", "body=" + to_text(manchester.id)).status, 404);
    set_up([](record::Changes& changes, db::Connection& db) {
        organisation::load_invented_units(db, changes);
    });
    auto unit = read([&](db::Connection& db) {
        auto below = organisation::bodies_below(db, manchester.id, today);
        for (auto id : below)
            if (auto body = organisation::body(db, id, today);
                body && body->kind == organisation::Kind::LocalUnit)
                return *body;
        return organisation::Body{};
    });
    auto sonia = add_account("sonia.bell");
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"account", sonia.number}, "test.officer");
        changes.add(management::officers,
                    {.account = sonia,
                     .from_day = day("2001-04-01"),
                     .area = manchester.id,
                     .unit = unit.id});
    });
    auto order = under_order(day("2006-01-10"));
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", order.offender.number}, "test.allocated");
        EXPECT_TRUE(management::allocate(changes,
                                         db,
                                         {.offender = order.offender,
                                          .from_day = today,
                                          .manager = sonia,
                                          .reason = "Asked for"}));
    });
    under_order(day("2006-01-10"));
    who.account = sonia;
    auto shown = page();
    EXPECT_TRUE(has(shown, unit.name));
    EXPECT_TRUE(has(shown, "1 person managed"));
}

TEST_P(Fairly, RefusesASpanThatEndsBeforeItBegins) {
    EXPECT_EQ(ask("/fairness", "from=2006-04-01&until=2006-03-01").status, 422);
    EXPECT_EQ(ask("/fairness", "until=2006-05-01").status, 422);
}

}  // namespace
}  // namespace noms::outcomes
