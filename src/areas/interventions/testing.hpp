#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/fitting.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/interventions/store.hpp"
#include "areas/management/testing.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/supervision/supervision.hpp"

/// Commands and pages of this area as people at their places use them, on each engine.
namespace noms::interventions {

using catalogue::Offering;
using management::prison_term;

inline constexpr int questions_max = 12;

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
        for (const auto& more :
             {release_dates::migrations(), supervision::migrations(), migrations()})
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

inline bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

template <class T>
std::string field_of(const Result<T>& refused) {
    return refused || refused.error().fields.empty() ? "" : refused.error().fields.front().field;
}

}  // namespace noms::interventions
