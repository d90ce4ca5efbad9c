#include "areas/access/access.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/access/accounts.hpp"
#include "areas/access/door.hpp"
#include "areas/access/pages.hpp"
#include "areas/access/password.hpp"
#include "areas/access/restrictions.hpp"
#include "areas/access/rules.hpp"
#include "areas/access/store.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"

namespace noms::access {
namespace {

const Date today = parse_date("2006-04-03").value();

TEST(Roles, KeepCasesLogsAndAccountsApart) {
    EXPECT_FALSE(permissions_of(Role::AccountAdministrator).contains("offenders.read"));
    EXPECT_FALSE(permissions_of(Role::Auditor).contains("offenders.read"));
    EXPECT_FALSE(permissions_of(Role::OffenderManager).contains("audit.read"));
    EXPECT_FALSE(permissions_of(Role::Analyst).contains("offenders.read"));
}

struct ScopeCase {
    Role role;
    const char* scope;
    std::int64_t body;
    bool fits;
};
constexpr ScopeCase scope_cases[] = {
    {Role::OffenderManager, "area", 7, true},
    {Role::OffenderManager, "area", 0, false},
    {Role::OffenderManager, "national", 0, false},
    {Role::PrisonStaff, "prison", 7, true},
    {Role::PrisonStaff, "region", 7, false},
    {Role::NationalManager, "national", 0, true},
    {Role::Auditor, "none", 0, true},
    {Role::Auditor, "national", 0, false},
};

TEST(Scopes, BelongToTheirRoles) {
    for (const auto& [role, scope, body, fits] : scope_cases)
        EXPECT_EQ(check_scope(role, scope, body).has_value(), fits)
            << role_in_words(role) << " " << scope;
}

TEST(Passwords, AreLongAndNotTheName) {
    EXPECT_TRUE(check_password("password", "priya.raman", "correct horse battery"));
    EXPECT_FALSE(check_password("password", "priya.raman", "short"));
    EXPECT_FALSE(check_password("password", "priya.raman", "my-PRIYA.RAMAN-password"));
    EXPECT_FALSE(check_password("password", "priya.raman", std::string(201, 'x')));
}

TEST(Passwords, OfADemonstrationAreHashedTheSameEachTimeAndFit) {
    auto hash = demonstration_hash("walk the line", "priya.raman");
    EXPECT_EQ(hash, demonstration_hash("walk the line", "priya.raman"));
    EXPECT_NE(hash, demonstration_hash("walk the line", "olive.marsh"));
    EXPECT_TRUE(password_fits("walk the line", hash));
    EXPECT_FALSE(password_fits("walk the lane", hash));
}

TEST(BackOff, DoublesAfterFourFailuresUpToAQuarterOfAnHour) {
    EXPECT_EQ(pause_after(4).count(), 0);
    EXPECT_EQ(pause_after(5).count(), 2);
    EXPECT_EQ(pause_after(6).count(), 4);
    EXPECT_EQ(pause_after(100).count(), 900);
}

class Access : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        auto steps = record::migrations();
        for (const auto& step : migrations()) steps.push_back(step);
        ASSERT_TRUE(db::migrate(*database, steps));
    }
    template <class Work>
    auto command(Work&& work) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "test",
                                     .day = today,
                                     .at = now()});
            auto done = work(changes, db);
            if (done) changes.finish();
            return done;
        });
    }
    Account add(std::string name,
                Role role,
                std::string scope,
                std::int64_t body,
                bool demonstration = false) {
        auto made = command([&](record::Changes& changes, db::Connection& db) {
            return add_account(changes,
                               db,
                               {.name = name,
                                .shown_name = name,
                                .role = role,
                                .scope_kind = scope,
                                .scope_body = body},
                               "a long enough one",
                               demonstration);
        });
        EXPECT_TRUE(made);
        return database->read([&](db::Connection& db) { return *account_by_name(db, name); });
    }
    void hold(std::int64_t offender, std::string_view kind, std::int64_t body, Date from) {
        command([&](record::Changes& changes, db::Connection&) -> Result<bool> {
            changes.about({"offender", offender}, "test.held");
            open_hold(changes, offender, kind, body, from);
            return true;
        });
    }
    std::vector<std::int64_t> seen_by(const Account& account, Date on = today) {
        const std::int64_t offenders[] = {1, 2, 3};
        return database->read([&](db::Connection& db) {
            auto seen = visible_among(db, actor_of(account), offenders, on);
            std::ranges::sort(seen);
            return seen;
        });
    }
    void restrict_to(std::int64_t offender, const Account& reader) {
        command([&](record::Changes& changes, db::Connection&) -> Result<bool> {
            changes.about(
                {"offender", offender}, "access.restricted", record::Partition::Restricted);
            changes.add(restrictions,
                        Restriction{.id = new_id<Restriction>(),
                                    .offender = offender,
                                    .reason = "r",
                                    .from_day = today});
            changes.add(restriction_readers,
                        RestrictionReader{.id = new_id<RestrictionReader>(),
                                          .offender = offender,
                                          .account = reader.id,
                                          .from_day = today});
            return true;
        });
    }
};
ON_EVERY_ENGINE(Access);

using Seen = std::vector<std::int64_t>;

TEST_P(Access, ShowsEachScopeItsOwnOverItsSpan) {
    auto prison = add("prison.officer", Role::PrisonStaff, "prison", 70);
    auto region = add("regional.manager", Role::RegionalManager, "region", 5);
    auto nation = add("national.manager", Role::NationalManager, "national", 0);
    auto auditor = add("the.auditor", Role::Auditor, "none", 0);
    hold(1, "prison", 70, day("2006-01-01"));
    hold(2, "prison", 71, day("2006-01-01"));
    hold(2, "region", 5, day("2006-01-01"));
    hold(3, "prison", 70, day("2006-05-01"));
    EXPECT_EQ(seen_by(prison), (Seen{1}));
    EXPECT_EQ(seen_by(prison, day("2006-05-01")), (Seen{1, 3}));
    EXPECT_EQ(seen_by(prison, day("2005-12-31")), (Seen{}));
    EXPECT_EQ(seen_by(region), (Seen{2}));
    EXPECT_EQ(seen_by(nation), (Seen{1, 2, 3}));
    EXPECT_EQ(seen_by(auditor), (Seen{}));
}

TEST_P(Access, EndsWithTheHold) {
    auto prison = add("prison.officer", Role::PrisonStaff, "prison", 70);
    hold(1, "prison", 70, day("2006-01-01"));
    command([&](record::Changes& changes, db::Connection& db) -> Result<bool> {
        changes.about({"offender", 1}, "test.left");
        close_hold(changes, holds_of(db, 1).front(), today);
        return true;
    });
    EXPECT_EQ(seen_by(prison), (Seen{}));
    EXPECT_EQ(seen_by(prison, day("2006-04-02")), (Seen{1}));
}

TEST_P(Access, HasAHoldOnceHoweverOftenItIsAskedForAndTakesItUpAgain) {
    auto prison = add("prison.officer", Role::PrisonStaff, "prison", 70);
    command([&](record::Changes& changes, db::Connection& db) -> Result<bool> {
        changes.about({"offender", 1}, "test.held");
        for (int times = 0; times < 2; ++times) hold_from(changes, db, 1, "prison", 70, today);
        release_from(changes, db, 1, "prison", 70, today);
        hold_from(changes, db, 1, "prison", 70, today);
        return true;
    });
    EXPECT_EQ(seen_by(prison), (Seen{1}));
    EXPECT_EQ(database->read([](db::Connection& db) { return holds_of(db, 1).size(); }), 1u);
}

TEST_P(Access, KeepsAnAccountThatHasOffendersOnItsCaseload) {
    auto manager = add("priya.raman", Role::OffenderManager, "caseload", 0);
    EXPECT_EQ(manager.scope_body, manager.id.number);
    hold(1, "caseload", manager.id.number, today);
    EXPECT_EQ(seen_by(manager), (Seen{1}));
    auto disable = [&](record::Changes& changes, db::Connection& db) {
        return disable_account(changes, db, manager);
    };
    auto kept = command(disable);
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().message.find("1 offender"), std::string::npos);
    command([&](record::Changes& changes, db::Connection& db) -> Result<bool> {
        changes.about({"offender", 1}, "test.left");
        release_from(changes, db, 1, "caseload", manager.id.number, plus_days(today, 1));
        return true;
    });
    EXPECT_TRUE(command(disable));
}

TEST_P(Access, HidesARestrictedRecordFromAllButItsReaders) {
    auto one = add("manager.one", Role::NationalManager, "national", 0);
    auto two = add("manager.two", Role::NationalManager, "national", 0);
    restrict_to(2, two);
    EXPECT_EQ(seen_by(one), (Seen{1, 3}));
    EXPECT_EQ(seen_by(two), (Seen{1, 2, 3}));
}

TEST_P(Access, LeavesARestrictedOffenderOutOfTheFeed) {
    auto partner = add("partner.system", Role::Partner, "national", 0);
    auto reader = add("the.reader", Role::NationalManager, "national", 0);
    hold(1, "prison", 70, today);
    hold(2, "prison", 70, today);
    restrict_to(2, reader);
    record::seal(*database);
    auto told = database->read([&](db::Connection& db) {
        return events_for(db, actor_of(partner), record::events_after(db, 0, 100), today);
    });
    for (const auto& event : told)
        EXPECT_FALSE(event.subject_kind == "offender" && event.subject == 2);
    EXPECT_TRUE(std::ranges::any_of(told, [](const auto& event) { return event.subject == 1; }));
}

TEST(AuditPages, NameARestrictedRecordByNothing) {
    auto shown = [](const page::Page& page, std::int64_t offender) {
        return page.body().markup().contains("offender " + id_text(offender));
    };
    std::vector<record::ReadRow> reads(2);
    std::vector<record::Event> events(2);
    for (std::int64_t at : {0, 1}) {
        reads[size_t(at)].subject_kind = events[size_t(at)].subject_kind = "offender";
        reads[size_t(at)].subject = events[size_t(at)].subject = at + 1;
    }
    for (const auto& page : {reads_page(reads, {2}, false), events_page(events, {2}, 0, 2)}) {
        EXPECT_TRUE(shown(page, 1));
        EXPECT_FALSE(shown(page, 2));
        EXPECT_TRUE(page.body().markup().contains("A restricted record"));
    }
}

TEST_P(Access, KeepsNoSecretInAnEvent) {
    add("priya.raman", Role::Analyst, "none", 0);
    record::seal(*database);
    auto told = database->read([](db::Connection& db) { return record::events_after(db, 0, 10); });
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].changes.find("argon2"), std::string::npos);
    EXPECT_EQ(told[0].changes.find("a long enough one"), std::string::npos);
}

TEST_P(Access, RefusesASecondAccountOfOneName) {
    add("priya.raman", Role::Analyst, "none", 0);
    auto again = command([](record::Changes& changes, db::Connection& db) {
        return add_account(changes,
                           db,
                           {.name = "Priya.Raman ", .shown_name = "P", .role = Role::Analyst},
                           "a long enough one");
    });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().fields[0].code, "taken");
}

class DoorOf : public Access {
protected:
    web::Api api;
    std::unique_ptr<Door> door;

    void open(bool demonstration_allowed = false) {
        door = std::make_unique<Door>(*database,
                                      DoorOptions{.kept_for = std::chrono::seconds(0),
                                                  .demonstration_allowed = demonstration_allowed});
        door->serve(api);
    }
    web::Reply post(std::string path, std::string body, std::string cookie = {}) {
        web::Request request{.id = "r1",
                             .method = "POST",
                             .path = std::move(path),
                             .body = std::move(body),
                             .address = "127.0.0.1"};
        request.headers = {{"content-type", "application/x-www-form-urlencoded"},
                           {"host", "localhost"}};
        if (!cookie.empty()) request.headers.emplace_back("cookie", cookie);
        web::Service service{.api = api,
                             .database = *database,
                             .today = [] { return today; },
                             .who = [&](const web::Request& r) { return door->who(r); }};
        return web::answer(service, request);
    }
    /// The holder chose the password, so nothing stands between them and their work.
    void settle(const Account& account) {
        auto kept = command([&](record::Changes& changes, db::Connection& db) {
            return keep_own_password(
                changes, db, account, password_of(db, account.id)->hash, "no session");
        });
        ASSERT_TRUE(kept);
    }
    static std::string cookie_of(const web::Reply& reply) {
        for (const auto& [name, value] : reply.headers)
            if (name == "set-cookie") return value.substr(0, value.find(';'));
        return {};
    }
    std::optional<web::Actor> who(const std::string& cookie) {
        web::Request request{.method = "GET", .path = "/", .headers = {{"cookie", cookie}}};
        return door->who(request).value();
    }
};
ON_EVERY_ENGINE(DoorOf);

TEST_P(DoorOf, LetsInByTheRightPasswordAlone) {
    add("priya.raman", Role::Analyst, "none", 0);
    open();
    EXPECT_EQ(post("/sign-in", "name=priya.raman&password=wrong").status, 422);
    EXPECT_EQ(post("/sign-in", "name=nobody.here&password=wrong").status, 422);
    auto in = post("/sign-in", "name=Priya.Raman&password=a+long+enough+one&to=/organisation");
    EXPECT_EQ(in.status, 303);
    auto actor = who(cookie_of(in));
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->name, "priya.raman");
    EXPECT_FALSE(who("noms=forged"));
}

TEST_P(DoorOf, NeverLeadsToAnotherSite) {
    settle(add("priya.raman", Role::Analyst, "none", 0));
    open();
    for (const char* to : {"https://evil.example", "//evil.example", "/\\evil.example"}) {
        auto in =
            post("/sign-in", "name=priya.raman&password=a+long+enough+one&to=" + form::encoded(to));
        EXPECT_EQ(in.headers[0].second, "/") << to;
    }
}

TEST_P(DoorOf, SlowsDownAfterWrongTries) {
    add("priya.raman", Role::Analyst, "none", 0);
    open();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(post("/sign-in", "name=priya.raman&password=wrong").status, 422);
    EXPECT_EQ(post("/sign-in", "name=priya.raman&password=a+long+enough+one").status, 429);
}

TEST_P(DoorOf, EndsEverySessionAtOnce) {
    add("priya.raman", Role::Analyst, "none", 0);
    open();
    auto one = cookie_of(post("/sign-in", "name=priya.raman&password=a+long+enough+one"));
    auto two = cookie_of(post("/sign-in", "name=priya.raman&password=a+long+enough+one"));
    auto actor = who(one);
    ASSERT_TRUE(actor);
    EXPECT_EQ(post("/sign-out-everywhere", "csrf=forged", one).status, 403);
    EXPECT_TRUE(who(two));
    EXPECT_EQ(post("/sign-out-everywhere", "csrf=" + form::encoded(actor->csrf), one).status, 303);
    EXPECT_FALSE(who(one));
    EXPECT_FALSE(who(two));
}

TEST_P(DoorOf, OpensOnlyTheChangeOfAPasswordThatSomebodyElseKnows) {
    add("priya.raman", Role::NationalManager, "national", 0);
    open();
    auto in = post("/sign-in", "name=priya.raman&password=a+long+enough+one&to=/organisation");
    EXPECT_EQ(in.headers[0].second, "/account/password");
    auto handed_over = who(cookie_of(in));
    ASSERT_TRUE(handed_over);
    EXPECT_TRUE(handed_over->permissions.empty());

    auto other = cookie_of(post("/sign-in", "name=priya.raman&password=a+long+enough+one"));
    auto change = [&](std::string current, std::string chosen, std::string repeated) {
        auto form = "csrf=" + form::encoded(handed_over->csrf) +
                    "&current=" + form::encoded(current) + "&chosen=" + form::encoded(chosen) +
                    "&repeated=" + form::encoded(repeated);
        return post("/account/password", form, cookie_of(in)).status;
    };
    EXPECT_EQ(change("not this", "a better one of mine", "a better one of mine"), 422);
    EXPECT_EQ(change("a long enough one", "short", "short"), 422);
    EXPECT_EQ(change("a long enough one", "a long enough one", "a long enough one"), 422);
    EXPECT_EQ(change("a long enough one", "a better one of mine", "another one of mine"), 422);
    EXPECT_TRUE(who(cookie_of(in))->permissions.empty());

    EXPECT_EQ(change("a long enough one", "a better one of mine", "a better one of mine"), 303);
    EXPECT_TRUE(who(cookie_of(in))->may("offenders.read"));
    EXPECT_FALSE(who(other));
    EXPECT_EQ(post("/sign-in", "name=priya.raman&password=a+long+enough+one").status, 422);
}

TEST_P(DoorOf, RefusesDemonstrationAccountsBeyondLoopback) {
    add("olive.marsh", Role::OffenderManager, "area", 7, true);
    open(false);
    EXPECT_EQ(post("/sign-in", "name=olive.marsh&password=a+long+enough+one").status, 422);
}

TEST_P(DoorOf, GivesATokenOnlyWhatItWasGranted) {
    auto account = add("partner.system", Role::Partner, "national", 0);
    open();
    auto token = command([&](record::Changes& changes, db::Connection& db) {
        return add_token(changes, db, account, "feed", {"events.read"}, 30);
    });
    ASSERT_TRUE(token);
    web::Request request{
        .method = "GET", .path = "/", .headers = {{"authorization", "Bearer " + *token}}};
    auto actor = door->who(request);
    ASSERT_TRUE(actor && *actor);
    EXPECT_TRUE((*actor)->may("events.read"));
    EXPECT_TRUE((*actor)->by_token);
    auto more = command([&](record::Changes& changes, db::Connection& db) {
        return add_token(changes, db, account, "feed", {"offenders.read"}, 30);
    });
    EXPECT_FALSE(more);
    request.headers[0].second = "Bearer forged";
    EXPECT_FALSE(door->who(request));
}

}  // namespace
}  // namespace noms::access
