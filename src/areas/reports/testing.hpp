#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/interventions.hpp"
#include "areas/management/testing.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/store.hpp"
#include "areas/supervision/supervision.hpp"

/// Commands and pages of this area as people at their places use them, on each engine.
namespace noms::reports {

inline constexpr int questions_max = 12;

/// A person whom a court is to sentence, two officers and a senior of the court's area, and
/// commands as they give them.
class CourtReports : public management::Region {
protected:
    web::Api api;
    record::AccountId priya{}, quentin{}, sonia{};
    offenders::OffenderId marcus{};
    organisation::Body court{};
    web::Actor who{};

    std::vector<db::Migration> more_migrations() override {
        std::vector<db::Migration> steps;
        for (const auto& more : {release_dates::migrations(),
                                 supervision::migrations(),
                                 interventions::migrations(),
                                 migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        return steps;
    }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        serve(api);
        priya = add_officer("priya.raman", manchester);
        quentin = add_officer("quentin.ash", manchester);
        sonia = add_officer("sonia.bell", manchester, management::Grade::SeniorOfficer);
        acting = priya;
        put_on_duty(sonia, manchester);
        marcus = add_offender(manchester);
        court = court_of_manchester();
        as(priya, "priya.raman");
    }
    organisation::Body court_of_manchester() {
        return read([&](db::Connection& db) {
            for (const auto& each : organisation::bodies(db, organisation::Kind::Court, today)) {
                auto area = organisation::parent_of(db, each.id, today);
                if (area && area->id == manchester.id) return each;
            }
            return organisation::Body{};
        });
    }
    void as(record::AccountId account, const std::string& name) {
        who = {.account = account,
               .name = name,
               .shown = name,
               .permissions = {"offenders.read",
                               "reports.read",
                               "reports.record",
                               "reports.write",
                               "reports.allocate",
                               "reports.check"},
               .scope_kind = "area",
               .scope_body = manchester.id.number,
               .csrf = "csrf"};
    }
    /// Runs a handler as whoever acts, at the address of a report and one of its sections.
    template <class Work>
    auto act(Work work, ReportId report = {}, const std::string& section = {}) {
        return database->write([&](db::Connection& db) {
            auto by = command_by(who.account);
            by.actor_name = who.name;
            record::Changes changes(db, by);
            web::Request request;
            web::Context context{.request = request,
                                 .actor = who,
                                 .today = today,
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = {{"offender", to_text(marcus)},
                                           {"report", to_text(report)},
                                           {"section", section}}};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    AskForReport request() {
        return {.kind = Kind::StandardDelivery,
                .court = court.id,
                .hearing_on = day("2006-06-01"),
                .offences = "Burglary in a dwelling",
                .committed_on = day("2006-01-10"),
                .seriousness = Seriousness::Medium,
                .asked_on = today,
                .asked_by = "Miss Kay, legal adviser"};
    }
    Result<Report> ask(const AskForReport& given) {
        return act([&](web::Context& context) { return ask_for(context, given); });
    }
    Result<Report> name(const Report& report,
                        const std::string& writer,
                        std::optional<std::string> reason = {}) {
        return act(
            [&](web::Context& context) {
                return name_writer(context, {.writer = writer, .reason = reason});
            },
            report.id);
    }
    Result<Report> save(const Report& report,
                        const std::string& section,
                        const std::string& words,
                        int seen = 0) {
        return act(
            [&](web::Context& context) {
                return save_section(context, {.seen = seen, .words = words});
            },
            report.id,
            section);
    }
    SaveProposal order(const Report& report) {
        return {.version = as_stored(report).version,
                .disposal = "CO",
                .months = 12,
                .requirement = "REQ_UPW",
                .amount = 80,
                .reasons = "It punishes, and nothing else is needed",
                .otherwise = "Supervision would add nothing"};
    }
    Result<Report> propose(const Report& report, const SaveProposal& given) {
        return act([&](web::Context& context) { return save_proposal(context, given); }, report.id);
    }
    Result<Report> hand(const Report& report) {
        return act([](web::Context& context) { return hand_in(context, {}); }, report.id);
    }
    Result<Report> check(const Report& report, Verdict verdict, std::string words = {}) {
        CheckReport given{.verdict = verdict, .words = words};
        if (verdict == Verdict::Passed)
            for (auto choice : describe::type_of<Looked>().choices)
                given.looked_at.push_back(*describe::choice_of<Looked>(choice));
        return act([&](web::Context& context) { return check_report(context, given); }, report.id);
    }
    Result<Report> hand_over(const Report& report) {
        return act(
            [](web::Context& context) { return deliver(context, {.delivered_to = "The clerk"}); },
            report.id);
    }
    Result<Report> decide(const Report& report, const RecordDecision& given) {
        return act([&](web::Context& context) { return record_decision(context, given); },
                   report.id);
    }
    /// Asked for, with Priya as its writer.
    Report being_written() {
        auto made = ask(request());
        EXPECT_TRUE(made);
        return name(*made, "priya.raman").value();
    }
    /// Every section saved and a proposal made, by Priya.
    Report written() { return written(being_written()); }
    Report written(const Report& report) {
        for (auto code : {"sources", "offence", "pattern", "needs", "risk", "response"})
            EXPECT_TRUE(save(report, code, std::string("Written of ") + code));
        EXPECT_TRUE(propose(report, order(report)));
        return report;
    }
    /// Checked by Sonia and delivered by Priya.
    Report delivered() {
        auto report = written();
        EXPECT_TRUE(hand(report));
        as(sonia, "sonia.bell");
        EXPECT_TRUE(check(report, Verdict::Passed));
        as(priya, "priya.raman");
        auto gone = hand_over(report);
        EXPECT_TRUE(gone);
        return *gone;
    }
    Report as_stored(const Report& report) {
        return read([&](db::Connection& db) { return *store::report(db, report.id); });
    }
    std::vector<tasks::Task> open_tasks() {
        return read([&](db::Connection& db) {
            return tasks::open_about(db, std::span(&marcus.number, 1));
        });
    }
    /// The one open task: its kind and its last day.
    std::string asked() {
        auto open = open_tasks();
        return open.size() == 1 ? open.front().kind + " " + to_text(open.front().due_on)
                                : std::to_string(open.size()) + " tasks";
    }
    std::vector<std::string> faults() {
        return read(
            [&](db::Connection& db) { return management::faults_found(db, checks(), today); });
    }
    web::Reply ask_for_page(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto before = database->stats().statements;
        auto reply = ask_for_page(path, query);
        EXPECT_LE(database->stats().statements - before, questions_max) << path;
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
    std::string path() { return "/offenders/" + to_text(marcus) + "/reports"; }
    std::string path(const Report& report) { return path() + "/" + to_text(report.id); }
};

inline bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

template <class T>
std::string field_of(const Result<T>& refused) {
    return refused || refused.error().fields.empty() ? "" : refused.error().fields.front().field;
}

}  // namespace noms::reports
