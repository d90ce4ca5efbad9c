#include "areas/interventions/interventions.hpp"

#include <algorithm>

#include "areas/interventions/fitting.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"
#include "areas/management/testing.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/supervision/supervision.hpp"

namespace noms::interventions {
namespace {

using catalogue::Offering;
using management::day;
using management::prison_term;

constexpr int questions_max = 12;

/// A prisoner with a manager, and what a prison and his area offer; commands as people at their
/// places give them, pages as the answerer does.
class Interventions : public management::Region {
protected:
    web::Api api;
    record::AccountId priya{}, peter{};
    offenders::OffenderId marcus{};
    Offering inside{}, outside{}, other{};
    web::Actor who{};  // who acts or reads

    std::vector<db::Migration> more_migrations() override {
        std::vector<db::Migration> steps;
        for (const auto& more : {catalogue::migrations(),
                                 release_dates::migrations(),
                                 supervision::migrations(),
                                 migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        return steps;
    }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        catalogue::serve(api);
        serve(api);
        priya = add_officer("priya.raman", manchester);
        peter = add_account("peter.quill");
        acting = priya;
        put_on_duty(priya, manchester);
        marcus = add_offender(manchester);
        inside = offered("HOUSING", "Doorstep Trust", prison, catalogue::Setting::Custody, 1);
        outside = offered("HOUSING", "Second Start", manchester, catalogue::Setting::Community, 5);
        other = offered("HOUSING", "Elsewhere", merseyside, catalogue::Setting::Community, 5);
        ASSERT_TRUE(sentence(marcus, prison_term(), today));
        receive(marcus);
        as_manager();
    }
    Offering offered(const char* code,
                     const char* provider,
                     const organisation::Body& at,
                     catalogue::Setting setting,
                     int places) {
        Offering row{.id = new_id<Offering>(),
                     .intervention = code,
                     .need = catalogue::intervention_of(code)->pathway,
                     .provider = provider,
                     .setting = setting,
                     .place = at.id,
                     .from_day = day("2005-01-01"),
                     .places = places};
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"catalogue_offering", row.id.number}, "test.offering");
            changes.add(catalogue::offerings, row);
        });
        return row;
    }
    void as_manager() {
        who = {.account = priya,
               .name = "priya.raman",
               .shown = "Priya Raman",
               .permissions = {"offenders.read",
                               "catalogue.read",
                               "interventions.read",
                               "interventions.refer",
                               "interventions.advise",
                               "interventions.deliver"},
               .scope_kind = "area",
               .scope_body = manchester.id.number,
               .csrf = "csrf"};
    }
    void as_prison() {
        as_manager();
        who.account = peter;
        who.name = "peter.quill";
        who.permissions.erase("interventions.advise");
        who.scope_kind = "prison";
        who.scope_body = prison.id.number;
    }
    void receive(offenders::OffenderId person) {
        move(person, movements::Move::Reception, "08:00");
    }
    void move(offenders::OffenderId person, movements::Move how, const char* time) {
        auto moved = command({}, [&](web::Context& context) {
            context.changes->about({"offender", person.number}, "test.moved");
            movements::Movement row{
                .offender = person,
                .at = *parse_instant(to_text(today) + "T" + time + ":00.000000Z"),
                .time_known = true,
                .move = how,
                .override_reason = "Test",
                .recorded_by = "tester"};
            if (how != movements::Move::Release) row.prison = prison.id;
            if (how == movements::Move::Release) row.reason = "Conditional";
            return movements::move(*context.changes, context.db, row);
        });
        ASSERT_TRUE(moved) << moved.error().message;
    }
    /// Runs a handler as whoever acts, at the address of a referral or a consultation.
    template <class Work>
    auto act(Work work, std::int64_t referral = 0, std::int64_t consultation = 0) {
        return database->write([&](db::Connection& db) {
            auto by = command_by(who.account);
            by.actor_name = who.name;
            record::Changes changes(db, by);
            web::Request request;
            web::Context context{
                .request = request,
                .actor = who,
                .today = today,
                .now = now(),
                .db = db,
                .database = *database,
                .changes = &changes,
                .parts = {{"offender", to_text(marcus)},
                          {"referral", to_text(ReferralId{referral})},
                          {"consultation", to_text(ConsultationId{consultation})}}};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    Result<Referral> refer_to(const Offering& offering, std::optional<std::string> why = {}) {
        return act([&](web::Context& context) {
            return refer(context, {.offering = offering.id, .why = why});
        });
    }
    Result<Referral> step(const Referral& referral,
                          Step what,
                          std::optional<std::string> why = {}) {
        return act(
            [&](web::Context& context) {
                return take_step(context, {.step = what, .reason = why});
            },
            referral.id.number);
    }
    Result<Referral> session(const Referral& referral,
                             Date on,
                             Attendance came = Attendance::Attended,
                             std::optional<std::string> words = {}) {
        return act(
            [&](web::Context& context) {
                return record_session(context, {.on_day = on, .attendance = came, .words = words});
            },
            referral.id.number);
    }
    Result<Referral> go_on(const Referral& referral, const Offering& with) {
        return act([&](web::Context& context) { return carry_on(context, {.offering = with.id}); },
                   referral.id.number);
    }
    Result<Consultation> answer(const Consultation& asked,
                                View view,
                                std::optional<std::string> words = {}) {
        return act(
            [&](web::Context& context) {
                return give_view(context, {.view = view, .words = words});
            },
            0,
            asked.id.number);
    }
    Consultation asked_about(const Referral& referral) {
        return read([&](db::Connection& db) {
            return store::consultation_on(db, referral.id).value_or(Consultation{});
        });
    }
    Referral as_stored(const Referral& referral) {
        return read([&](db::Connection& db) { return *store::referral(db, referral.id); });
    }
    std::vector<std::string> open_kinds() {
        return read([&](db::Connection& db) {
            std::vector<std::string> kinds;
            for (const auto& task : tasks::open_about(db, std::span(&marcus.number, 1)))
                for (auto own : {"decide_referral", "consult_manager", "carry_on", "judge_session"})
                    if (task.kind == own) kinds.push_back(task.kind);
            std::ranges::sort(kinds);
            return kinds;
        });
    }
    /// Accepted and started in the prison, which referred him itself and asked his manager.
    Referral started_inside() {
        auto made = refer_to(inside).value();
        as_prison();
        EXPECT_TRUE(step(made, Step::Accept));
        auto started = step(made, Step::Start);
        EXPECT_TRUE(started);
        return *started;
    }
    std::vector<std::string> faults() {
        return read(
            [&](db::Connection& db) { return management::faults_found(db, checks(), today); });
    }
    web::Reply ask_for(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto before = database->stats().statements;
        auto reply = ask_for(path, query);
        EXPECT_LE(database->stats().statements - before, questions_max) << path;
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
    std::string path() { return "/offenders/" + to_text(marcus); }
};
ON_EVERY_ENGINE(Interventions);

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

template <class T>
std::string field_of(const Result<T>& refused) {
    return refused || refused.error().fields.empty() ? "" : refused.error().fields.front().field;
}

TEST_P(Interventions, ShowsWhatFitsWhereWhenAndWhatRulesTheRestOut) {
    offered("WOMEN_ABUSE", "Refuge", prison, catalogue::Setting::Custody, 3);
    auto fits = page(path() + "/fits");
    EXPECT_TRUE(has(fits, "0 fit now, 0 after release, 2 are to be found out and 1 are ruled out"));
    EXPECT_TRUE(has(fits, "Not known whether there is a need: Accommodation"));
    EXPECT_TRUE(has(fits, "For women"));
    EXPECT_TRUE(has(fits, "From the release; its day is not approved yet") ||
                has(fits, "Not known"));
    EXPECT_FALSE(has(fits, "Elsewhere"));
    EXPECT_TRUE(has(page(path() + "/fits", "need=FIN"), "Nothing is offered there"));
    EXPECT_EQ(ask_for(path() + "/fits", "where=Region").status, 200);
    EXPECT_TRUE(has(ask_for(path() + "/fits", "where=Region").body, "Elsewhere"));
    EXPECT_EQ(ask_for("/api" + path() + "/fits").status, 200);
}

TEST_P(Interventions, GoFromReferralThroughSessionsToCompletion) {
    auto made = refer_to(inside).value();
    EXPECT_EQ(open_kinds(), std::vector<std::string>{"decide_referral"});
    as_prison();
    ASSERT_TRUE(step(made, Step::Accept));
    EXPECT_TRUE(open_kinds().empty());
    ASSERT_TRUE(step(made, Step::Start));
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(session(made, today));
        today = plus_days(today, 1);
    }
    EXPECT_EQ(field_of(step(made, Step::Complete)), "reason");
    ASSERT_TRUE(session(made, today));
    auto done = step(made, Step::Complete);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->state, ReferralState::Completed);
    EXPECT_EQ(done->ended_on, today);
    auto shown = page(path() + "/referrals/" + to_text(made.id));
    EXPECT_TRUE(has(shown, "4 of 4 sessions"));
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, AskTheManagerBeforeAPrisonConfirmsAPlace) {
    as_prison();
    auto made = refer_to(inside).value();
    EXPECT_EQ(open_kinds(), (std::vector<std::string>{"consult_manager", "decide_referral"}));
    auto early = step(made, Step::Accept);
    ASSERT_FALSE(early);
    EXPECT_TRUE(has(early.error().message, "has not answered yet"));
    as_manager();
    today = plus_days(today, 2);
    EXPECT_EQ(field_of(answer(asked_about(made), View::Disagrees)), "words");
    ASSERT_TRUE(answer(asked_about(made), View::Disagrees, "A move is planned"));
    EXPECT_FALSE(answer(asked_about(made), View::Agrees));
    as_prison();
    today = plus_days(today, 1);
    EXPECT_EQ(field_of(step(made, Step::Accept)), "reason");
    ASSERT_TRUE(step(made, Step::Accept, "The move is off"));
    auto both = asked_about(made);
    EXPECT_EQ(both.decision, Decision::Confirmed);
    EXPECT_EQ(both.decision_words, "The move is off");
    auto shown = page(path() + "/referrals/" + to_text(made.id));
    EXPECT_TRUE(has(shown, "Disagrees: A move is planned"));
    EXPECT_TRUE(has(shown, "after 2 days"));
    EXPECT_TRUE(has(shown, "after 3 days"));
    EXPECT_TRUE(open_kinds().empty());
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, LetTheGovernorDecideWhenTheManagersTimeIsOver) {
    as_prison();
    auto made = refer_to(inside).value();
    today = asked_about(made).due_on;
    EXPECT_FALSE(step(made, Step::Accept, "In a hurry"));
    today = plus_days(today, 1);
    EXPECT_TRUE(step(made, Step::Accept, "No answer came"));
}

TEST_P(Interventions, TakeTheManagersOwnReferralForTheView) {
    auto made = refer_to(inside).value();
    EXPECT_EQ(asked_about(made).view, View::Agrees);
    as_prison();
    EXPECT_TRUE(step(made, Step::Accept));
}

TEST_P(Interventions, ConsultBeforeATemporaryRelease) {
    as_prison();
    auto asked = act([](web::Context& context) {
        return ask(context, {.question = "Home from Friday to Sunday, to his sister"});
    });
    ASSERT_TRUE(asked);
    auto decide_as = [&](Decision decision, std::optional<std::string> words) {
        return act(
            [&](web::Context& context) {
                return decide(context, {.decision = decision, .words = words});
            },
            0,
            asked->id.number);
    };
    EXPECT_FALSE(decide_as(Decision::Confirmed, "now"));
    as_manager();
    auto shown = page(path() + "/consultations/" + to_text(asked->id));
    EXPECT_TRUE(has(shown, "to his sister"));
    EXPECT_TRUE(has(shown, "Your view as offender manager"));
    EXPECT_FALSE(has(shown, "The governor's decision"));
    ASSERT_TRUE(answer(*asked, View::Disagrees, "The sister moved"));
    EXPECT_FALSE(decide_as(Decision::Refused, {}));
    as_prison();
    EXPECT_EQ(field_of(decide_as(Decision::Confirmed, {})), "words");
    ASSERT_TRUE(decide_as(Decision::Confirmed, "She moved nearer"));
    EXPECT_FALSE(decide_as(Decision::Refused, {}));
    EXPECT_TRUE(has(page(path() + "/referrals"), "Governor: confirmed"));
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, RefuseWhatIsOutOfReachOrOpenAlready) {
    EXPECT_EQ(field_of(refer_to(other)), "offering");
    EXPECT_EQ(field_of(refer_to({})), "offering");
    ASSERT_TRUE(refer_to(inside));
    EXPECT_FALSE(refer_to(inside));
    auto women = offered("WOMEN_ABUSE", "Refuge", prison, catalogue::Setting::Custody, 3);
    EXPECT_EQ(field_of(refer_to(women)), "why");
    EXPECT_TRUE(refer_to(women, "The record of the sex is wrong"));
}

TEST_P(Interventions, ArePutOnTheWaitingListWhereNoPlaceIsFree) {
    auto first = marcus;
    started_inside();
    as_manager();
    marcus = add_offender(manchester);
    ASSERT_TRUE(sentence(marcus, prison_term(), today));
    receive(marcus);
    auto second = refer_to(inside).value();
    as_prison();
    ASSERT_TRUE(step(second, Step::Accept));
    EXPECT_FALSE(step(second, Step::Start));
    ASSERT_TRUE(step(second, Step::Wait));
    EXPECT_TRUE(has(page("/catalogue/" + to_text(inside.id)), "0 of 1 places are free"));
    auto list = page("/referrals");
    EXPECT_TRUE(has(list, "2 are open"));
    EXPECT_NE(first, marcus);
}

TEST_P(Interventions, GoOnOutsideWithEverySessionThatWasHeld) {
    auto begun = started_inside();
    ASSERT_TRUE(session(begun, today));
    today = plus_days(today, 1);
    ASSERT_TRUE(session(begun, today));
    move(marcus, movements::Move::Release, "09:00");
    EXPECT_EQ(open_kinds(), std::vector<std::string>{"carry_on"});
    as_manager();
    EXPECT_EQ(field_of(go_on(begun, other)), "offering");
    auto goes_on = go_on(begun, outside);
    ASSERT_TRUE(goes_on) << goes_on.error().message;
    EXPECT_EQ(as_stored(begun).state, ReferralState::CarriedOn);
    EXPECT_EQ(open_kinds(), std::vector<std::string>{"decide_referral"});
    ASSERT_TRUE(step(*goes_on, Step::Accept));
    ASSERT_TRUE(step(*goes_on, Step::Start));
    ASSERT_TRUE(session(*goes_on, today));
    today = plus_days(today, 1);
    ASSERT_TRUE(session(*goes_on, today));
    auto shown = page(path() + "/referrals/" + to_text(goes_on->id));
    EXPECT_TRUE(has(shown, "4 of 4 sessions, 2 of them elsewhere"));
    EXPECT_TRUE(step(*goes_on, Step::Complete));
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, AreCarriedOnToAnotherPlaceWhereOneRefuses) {
    auto begun = started_inside();
    move(marcus, movements::Move::Release, "09:00");
    as_manager();
    auto second = offered("HOUSING", "Third Door", manchester, catalogue::Setting::Community, 5);
    auto refused_there = go_on(begun, outside).value();
    ASSERT_TRUE(step(refused_there, Step::Refuse, "No worker speaks Welsh"));
    auto goes_on = go_on(refused_there, second);
    ASSERT_TRUE(goes_on);
    EXPECT_EQ(goes_on->continues, begun.id);
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, AreWithdrawnWhenAPrisonerLeavesBeforeTheyStart) {
    auto made = refer_to(inside).value();
    move(marcus, movements::Move::Release, "09:00");
    EXPECT_EQ(as_stored(made).state, ReferralState::Withdrawn);
    EXPECT_TRUE(open_kinds().empty());
    EXPECT_TRUE(faults().empty());
}

TEST_P(Interventions, AskTheManagerToJudgeAnUnacceptableAbsence) {
    auto begun = started_inside();
    EXPECT_EQ(field_of(session(begun, today, Attendance::UnacceptableAbsence)), "words");
    ASSERT_TRUE(session(begun, today, Attendance::UnacceptableAbsence, "Slept"));
    EXPECT_EQ(field_of(session(begun, today)), "on_day");
    EXPECT_EQ(open_kinds(), std::vector<std::string>{"judge_session"});
}

TEST_P(Interventions, AreMovedOnByThoseAtThePlaceAlone) {
    auto made = refer_to(inside).value();
    auto by_manager = step(made, Step::Accept);
    ASSERT_FALSE(by_manager);
    EXPECT_TRUE(has(by_manager.error().message, "work where it is offered"));
    as_prison();
    who.scope_body = other_prison.id.number;
    EXPECT_FALSE(step(made, Step::Accept));
    EXPECT_EQ(ask_for(path() + "/referrals/" + to_text(made.id)).status, 404);
    as_manager();
    auto outer = refer_to(outside);
    EXPECT_FALSE(outer) << "the same intervention is open already";
    EXPECT_TRUE(step(made, Step::Withdraw, "He would rather wait"));
    EXPECT_TRUE(refer_to(outside));
}

TEST_P(Interventions, AreListedForTheirPlaceAndHiddenWhereARecordIsRestricted) {
    auto made = refer_to(inside).value();
    as_prison();
    EXPECT_TRUE(has(page("/referrals"), "Odell, Marcus"));
    EXPECT_TRUE(has(page("/referrals", "state=Completed"), "No referral stands there"));
    EXPECT_EQ(ask_for("/api/referrals", "state=Referred").status, 200);
    who.scope_body = other_prison.id.number;
    EXPECT_FALSE(has(page("/referrals"), "Odell, Marcus"));
    as_prison();
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = marcus.number, .from_day = today});
    });
    auto list = page("/referrals");
    EXPECT_FALSE(has(list, "Odell"));
    EXPECT_TRUE(has(list, "0 are open"));
    EXPECT_EQ(ask_for(path() + "/referrals/" + to_text(made.id)).status, 404);
}

TEST_P(Interventions, KeepThoseWhoStartedAsACohort) {
    auto begun = started_inside();
    auto starters = "/catalogue/" + to_text(inside.id) + "/starters";
    EXPECT_TRUE(has(page(starters, "month=2006-04"), "1 started in 2006-04"));
    EXPECT_TRUE(has(page(starters), "Odell, Marcus"));
    EXPECT_TRUE(has(page(starters, "month=2006-05"), "Nobody started in that time"));
    EXPECT_EQ(ask_for(starters, "month=April").status, 422);
    today = plus_days(today, 1);
    ASSERT_TRUE(step(begun, Step::NotComplete, "Moved to another wing"));
    EXPECT_TRUE(has(page(starters, "month=2006-04"), "1 started in 2006-04"));
    as_manager();
    who.scope_body = merseyside.id.number;
    auto elsewhere = page(starters, "month=2006-04");
    EXPECT_TRUE(has(elsewhere, "1 started in 2006-04"));
    EXPECT_FALSE(has(elsewhere, "Odell"));
}

TEST_P(Interventions, ShowTheFormsToReferAndToCarryOn) {
    EXPECT_TRUE(has(ask_for(path() + "/referrals/add", "offering=" + to_text(inside.id)).body,
                    "How it fits"));
    auto begun = started_inside();
    auto form = ask_for(path() + "/referrals/" + to_text(begun.id) + "/carry-on").body;
    EXPECT_TRUE(has(form, "Second Start"));
    EXPECT_FALSE(has(form, "Elsewhere"));
    EXPECT_EQ(ask_for(path() + "/consultations/ask").status, 200);
    EXPECT_TRUE(has(page(path() + "/referrals"), "1 referral, 1 open"));
}

TEST_P(Interventions, FindWhatIsNotInOrder) {
    auto begun = started_inside();
    auto broken = begun;
    broken.decided_on = plus_days(today, 3);
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "test.broken");
        changes.change(referrals, begun, broken);
        auto full = inside;
        full.places = 0;
        changes.change(catalogue::offerings, inside, full);
        changes.add(
            sessions,
            {.id = new_id<Session>(), .referral = begun.id, .on_day = plus_days(today, -9)});
    });
    EXPECT_EQ(faults().size(), 3u);
}

}  // namespace
}  // namespace noms::interventions
