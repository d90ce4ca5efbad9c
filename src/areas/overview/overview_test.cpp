#include "areas/overview/overview.hpp"

#include "areas/assessments/assessments.hpp"
#include "areas/cover/cover.hpp"
#include "areas/management/testing.hpp"
#include "areas/overview/caseload.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/supervision/supervision.hpp"

namespace noms::overview {
namespace {

constexpr int questions_max = 12;  // the limit of every page that begins somebody's work

/// The pages as the answerer gives them, over an officer with cases of each kind.
class Overview : public management::Region {
protected:
    web::Api api;
    web::Actor actor{.name = "priya.raman",
                     .shown = "Priya Raman, offender manager",
                     .permissions = {"offenders.read",
                                     "sentences.read",
                                     "movements.read",
                                     "release_dates.read",
                                     "assessments.read",
                                     "management.read",
                                     "management.officers",
                                     "supervision.read",
                                     "tasks.read",
                                     "overview.caseload",
                                     "overview.region"},
                     .scope_kind = "region",
                     .csrf = "csrf"};
    record::AccountId priya{};
    offenders::OffenderId marcus{}, natalie{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = release_dates::migrations();
        for (const auto& all : {supervision::migrations(), cover::migrations()})
            steps.insert(steps.end(), all.begin(), all.end());
        return steps;
    }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        serve(api);
        forget_kept_lines();
        priya = add_officer("priya.raman", manchester);
        put_on_duty(priya, manchester);
        acting = priya;
        marcus = add_offender(manchester);
        natalie = add_offender(manchester);
        ASSERT_TRUE(sentence(marcus, management::prison_term(), today));
        ASSERT_TRUE(sentence(natalie, management::community_order(), today));
        actor.account = priya;
        actor.scope_body = region.id.number;
    }
    web::Reply ask(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(actor); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto before = database->stats().statements;
        auto reply = ask(path, query);
        EXPECT_LE(database->stats().statements - before, questions_max) << path;
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
};
ON_EVERY_ENGINE(Overview);

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

TEST_P(Overview, ShowsAPersonWithManagerSentenceAndWhatIsDue) {
    auto shown = page("/offenders/" + to_text(marcus));
    EXPECT_TRUE(has(shown, "Marcus Odell"));
    EXPECT_TRUE(has(shown, "priya.raman, offender manager"));
    EXPECT_TRUE(has(shown, "burglary in a dwelling"));
    EXPECT_TRUE(has(shown, "Under sentence"));
    EXPECT_TRUE(has(shown, "Not known: no movement is recorded"));
    EXPECT_TRUE(has(shown, "Not assessed yet"));
}

TEST_P(Overview, ShowsAReaderOnlyWhatIsTheirsToRead) {
    auto added = command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
        context.changes->about({"offender", marcus.number}, "supervision.contact_recorded");
        supervision::Contact contact{
            .id = new_id<supervision::Contact>(), .offender = marcus, .on_day = today};
        context.changes->add(supervision::contacts, contact);
        context.changes->add(supervision::notes,
                             {.id = new_id<supervision::Note>(),
                              .contact = contact.id,
                              .written_on = today,
                              .words = "told in confidence"});
        return Result<bool>(true);
    });
    ASSERT_TRUE(added);
    auto path = "/offenders/" + to_text(marcus);
    EXPECT_TRUE(has(page(path), "told in confidence"));
    EXPECT_TRUE(has(page(path), "Next things due"));
    actor.permissions = {"offenders.read", "sentences.read"};
    auto shown = page(path);
    EXPECT_TRUE(has(shown, "burglary in a dwelling"));
    EXPECT_FALSE(has(shown, "told in confidence"));
    EXPECT_FALSE(has(shown, "Next things due"));
    EXPECT_FALSE(has(shown, "Who is responsible</dt>"));
    auto of_sentence = ask(path).body;
    EXPECT_FALSE(has(of_sentence, "priya.raman, offender manager"));
}

TEST_P(Overview, LeavesARestrictedRecordOffTheListOfAllButItsReaders) {
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", natalie.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = natalie.number, .from_day = today});
    });
    auto shown = page("/caseload");
    EXPECT_TRUE(has(shown, "1 case:"));
    EXPECT_FALSE(has(shown, to_text(natalie)));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", natalie.number}, "access.reader_named");
        changes.add(access::restriction_readers,
                    {.id = new_id<access::RestrictionReader>(),
                     .offender = natalie.number,
                     .account = priya,
                     .from_day = today});
    });
    EXPECT_TRUE(has(page("/caseload"), "2 cases:"));
}

TEST_P(Overview, ShowsWhereAPrisonerIs) {
    auto received = command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
        context.changes->about({"offender", marcus.number}, "test.received");
        return movements::move(*context.changes,
                               context.db,
                               {.offender = marcus,
                                .at = *parse_instant(to_text(today) + "T08:00:00.000000Z"),
                                .move = movements::Move::Reception,
                                .prison = prison.id,
                                .override_reason = "Test",
                                .recorded_by = "tester"});
    });
    ASSERT_TRUE(received) << received.error().message;
    EXPECT_TRUE(has(page("/offenders/" + to_text(marcus)), "In custody at " + prison.name));
    EXPECT_TRUE(has(page("/caseload", "setting=Custody"), "1 of 2 cases"));
}

TEST_P(Overview, ShowsAnOfficerEveryCase) {
    auto shown = page("/caseload");
    EXPECT_TRUE(has(shown, "2 cases"));
    EXPECT_TRUE(has(shown, "by the duty rule"));
    EXPECT_TRUE(has(page("/caseload", "setting=Licence"), "No case fits this filter"));
}

TEST_P(Overview, ReadsTheLinesOfACaseloadAnewWhenSomethingHappensToThem) {
    auto questions = [&] {
        auto before = database->stats().statements;
        page("/caseload");
        return database->stats().statements - before;
    };
    record::seal(*database);
    auto anew = questions();
    EXPECT_LT(questions(), anew) << "nothing happened in between";
    EXPECT_FALSE(has(page("/caseload"), "10 April 2006 at 09:30"));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "test.booked");
        changes.add(supervision::contacts,
                    {.id = new_id<supervision::Contact>(),
                     .offender = marcus,
                     .kind = "PAIAOM",
                     .on_day = plus_days(today, 7),
                     .at_time = "09:30",
                     .state = supervision::ContactState::Booked,
                     .booked_on = today});
    });
    EXPECT_TRUE(has(page("/caseload"), "10 April 2006 at 09:30")) << "before it is sealed";
    record::seal(*database);
    EXPECT_TRUE(has(page("/caseload"), "10 April 2006 at 09:30"));
    today = plus_days(today, 8);
    EXPECT_FALSE(has(page("/caseload"), "10 April 2006 at 09:30")) << "it is past";
}

TEST_P(Overview, ShowsTheCasesOfAnOfficerOnlyToThoseWhoAnswerForThem) {
    auto path = "/caseload/" + to_text(priya);
    EXPECT_EQ(ask(path).status, 200);
    actor.scope_kind = "area";
    actor.scope_body = merseyside.id.number;
    EXPECT_EQ(ask(path).status, 404);
    actor.scope_body = manchester.id.number;
    EXPECT_EQ(ask(path).status, 200);
}

TEST_P(Overview, CountsARegionForThoseOfThatRegion) {
    auto shown = page("/region");
    EXPECT_TRUE(has(shown, "2 offenders under management"));
    EXPECT_EQ(ask("/regions/NW").status, 200);
    EXPECT_EQ(ask("/regions/LON").status, 404);
    actor.scope_kind = "area";
    EXPECT_EQ(ask("/regions/NW").status, 404);
}

TEST_P(Overview, ShowsATeamWhoIsBehindAndWhatIsLate) {
    auto area = "area=" + to_text(manchester.id);
    auto shown = page("/team", area);
    EXPECT_TRUE(has(shown, "priya.raman"));
    EXPECT_TRUE(has(shown, "Odell")) << "a first task is due within five working days";
    today = plus_days(today, 60);
    shown = page("/team", area);
    EXPECT_TRUE(has(shown, "days late"));
    EXPECT_TRUE(has(page("/team", "area=" + to_text(merseyside.id)), "Nobody to show"));
    actor.scope_kind = "caseload";
    actor.scope_body = priya.number;
    EXPECT_EQ(ask("/team", area).status, 404) << "of no area";
}

TEST_P(Overview, BeginsTheDayWithWhatWaits) {
    auto shown = page("/");
    EXPECT_TRUE(has(shown, "My cases"));
    EXPECT_TRUE(has(shown, "2 people, what is due and what comes next"));
}

}  // namespace
}  // namespace noms::overview
