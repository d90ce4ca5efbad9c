#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/appointments/appointments.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/cover/cover.hpp"
#include "areas/handovers/handovers.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/management/testing.hpp"
#include "areas/offenders/testing.hpp"
#include "areas/plans/plans.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/reports/reports.hpp"
#include "areas/supervision/supervision.hpp"
#include "areas/workload/workload.hpp"
#include "kit/record/compare.hpp"
#include "kit/record/following.hpp"

/// Two records that turn out to be one person's: what every area knows of either follows to the
/// one, and goes back to the letter when that was wrong.
namespace noms::supervision {
namespace {

/// Rows by table, each as the text of its cells.
using Rows = std::map<std::string, std::vector<std::string>>;

class JoinedRecords : public management::Region {
protected:
    offenders::OffenderId one{}, other{};
    record::AccountId priya{}, rosa{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = migrations();
        for (const auto& more : {release_dates::migrations(),
                                 interventions::migrations(),
                                 reports::migrations(),
                                 plans::migrations(),
                                 appointments::migrations(),
                                 workload::migrations(),
                                 cover::migrations(),
                                 handovers::migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        return steps;
    }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        web::Api api;
        for (auto serve_area : {&access::serve,
                                &offenders::serve,
                                &sentences::serve,
                                &movements::serve,
                                &assessments::serve,
                                &tasks::serve,
                                &management::serve,
                                &supervision::serve,
                                &catalogue::serve,
                                &interventions::serve,
                                &reports::serve,
                                &plans::serve,
                                &appointments::serve,
                                &cover::serve,
                                &handovers::serve})
            serve_area(api);
        priya = add_officer("priya.raman", manchester);
        rosa = add_officer("rosa.tanner", merseyside);
        put_on_duty(priya, manchester);
        put_on_duty(rosa, merseyside);
        acting = priya;
        one = add_offender(manchester);
        other = add_offender(manchester);
    }
    template <class Work>
    auto about(offenders::OffenderId who, Work work) {
        return command({{"offender", to_text(who)}}, [&](web::Context& context) {
            context.changes->about({"offender", who.number}, "test.changed");
            return work(*context.changes, context.db);
        });
    }
    Result<void> join() {
        return about(one, [&](record::Changes& changes, db::Connection& db) {
            return offenders::testing::join(changes, db, one, other);
        });
    }
    Result<offenders::OffenderId> undo() {
        return about(one, [&](record::Changes& changes, db::Connection& db) {
            return offenders::testing::undo_join(changes, db, one);
        });
    }
    Result<movements::Movement> move(offenders::OffenderId who, movements::Movement row) {
        return about(who, [&](record::Changes& changes, db::Connection& db) {
            row.offender = who;
            row.recorded_by = "tester";
            return movements::move(changes, db, row);
        });
    }
    Result<movements::Movement> receive(offenders::OffenderId who,
                                        const organisation::Body& into,
                                        const char* time = "08:00") {
        return move(who,
                    {.at = instant(time),
                     .time_known = true,
                     .move = movements::Move::Reception,
                     .prison = into.id,
                     .override_reason = "told by telephone"});
    }
    Result<movements::Movement> release(offenders::OffenderId who) {
        return move(who,
                    {.at = instant("16:00"),
                     .time_known = true,
                     .move = movements::Move::Release,
                     .reason = "SentenceServed"});
    }
    Instant instant(const std::string& time) const {
        return *parse_instant(to_text(today) + "T" + time + ":00.000000Z");
    }
    Result<management::Allocation> allocate(offenders::OffenderId who, record::AccountId manager) {
        return about(who, [&](record::Changes& changes, db::Connection& db) {
            return management::allocate(changes,
                                        db,
                                        {.offender = who,
                                         .from_day = today,
                                         .manager = manager,
                                         .reason = "both are one person"});
        });
    }
    template <class T>
    void record_of(offenders::OffenderId who, const record::Table<T>& table, T row) {
        ASSERT_TRUE(about(who, [&](record::Changes& changes, db::Connection&) -> Result<bool> {
            row.id = new_id<T>();
            record::put_number(row.offender, who.number);
            changes.add(table, row);
            return true;
        }));
    }
    /// To an offering of the prison, about which the manager is asked.
    void refer(offenders::OffenderId who) {
        catalogue::Offering offering{.id = new_id<catalogue::Offering>(),
                                     .intervention = "HOUSING",
                                     .place = prison.id,
                                     .from_day = today,
                                     .places = 5};
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"catalogue_offering", offering.id.number}, "test.offering");
            changes.add(catalogue::offerings, offering);
        });
        record_of<interventions::Referral>(
            who,
            interventions::referrals,
            {.offering = offering.id, .intervention = "HOUSING", .referred_on = today});
        record_of<interventions::Consultation>(
            who,
            interventions::consultations,
            {.prison = prison.id, .asked_on = today, .due_on = today});
    }
    /// A commitment, a series of one appointment with its reminder, and consent to it.
    void look_ahead(offenders::OffenderId who) {
        record_of<appointments::Commitment>(
            who,
            appointments::commitments,
            {.words = "the bakery", .from_day = today, .source = "told", .recorded_on = today});
        auto contact = met(who, "ATT");
        ASSERT_TRUE(about(who, [&](record::Changes& changes, db::Connection&) -> Result<bool> {
            appointments::Series series{.id = new_id<appointments::Series>(),
                                        .offender = who,
                                        .first_on = today,
                                        .last_on = today,
                                        .officer = priya,
                                        .booked = 1,
                                        .booked_on = today};
            changes.add(appointments::all_series, series);
            changes.add(appointments::in_series,
                        {.id = new_id<appointments::InSeries>(),
                         .contact = contact,
                         .offender = who,
                         .series = series.id});
            changes.add(appointments::consents,
                        {.offender = who,
                         .says = appointments::Consents::Yes,
                         .email = "marcus@example.com",
                         .ring = "Priya",
                         .asked_on = today});
            changes.add(appointments::reminders,
                        {.id = new_id<appointments::Reminder>(),
                         .contact = contact,
                         .offender = who,
                         .state = appointments::ReminderState::Sent,
                         .taken_up_at = instant("09:00"),
                         .sent_to = "marcus@example.com"});
            return true;
        }));
    }
    /// The case stands among those of somebody who is away, and Rosa stands in.
    void cover_while_priya_is_away(offenders::OffenderId who) {
        auto until = plus_days(today, 7);
        cover::Absence absence{.id = new_id<cover::Absence>(),
                               .account = priya,
                               .from_day = today,
                               .until_day = until,
                               .recorded_on = today};
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"account", priya.number}, "test.away");
            changes.add(cover::absences, absence);
        });
        record_of<cover::CaseCover>(who,
                                    cover::case_covers,
                                    {.absence = absence.id,
                                     .coverer = rosa,
                                     .from_day = today,
                                     .until_day = until,
                                     .recorded_on = today});
    }
    /// A handover with one item of its checklist.
    void prepare_a_release(offenders::OffenderId who) {
        record_of<handovers::Handover>(
            who, handovers::handovers, {.crosses_on = today, .opened_on = today});
        auto id =
            read([&](db::Connection& db) { return handovers::handovers_of(db, who).front().id; });
        record_of<handovers::HandoverItem>(
            who, handovers::handover_items, {.handover = id, .code = "sent_report"});
    }
    /// An objective with its place in the plan, and the plan signed.
    void plan_for(offenders::OffenderId who) {
        record_of<management::Objective>(
            who, management::objectives, {.by_day = today, .set_on = today});
        auto objective = read([&](db::Connection& db) {
            return management::objectives_among(db, std::span(&who.number, 1)).front().id;
        });
        record_of<plans::PlannedStep>(
            who,
            plans::planned_steps,
            {.objective = objective, .plain_words = "Work", .placed_on = today, .placed_by = "t"});
        record_of<plans::Signing>(who,
                                  plans::signings,
                                  {.signed_on = today,
                                   .words = "Fine",
                                   .recorded_by = "t",
                                   .review_on = management::review_after(today).due_on});
    }
    /// Something of every area, nothing of which speaks against the other.
    void fill() {
        ASSERT_TRUE(sentence(one, management::community_order(), today));
        record_of<Contact>(one, contacts, {.kind = "office_visit", .on_day = today});
        plan_for(one);
        ASSERT_TRUE(receive(other, prison));
        record_of<movements::Warrant>(other, movements::warrants, {.issued_on = today});
        record_of<assessments::Assessment>(other, assessments::assessments, {.started_on = today});
        record_of<Contact>(other, contacts, {.kind = "telephone", .on_day = today});
        record_proceedings();
        look_ahead(other);
        cover_while_priya_is_away(other);
        prepare_a_release(other);
        record_of<tasks::Task>(other,
                               tasks::tasks,
                               {.what = "Book",
                                .counted_from = today,
                                .due_on = today,
                                .account = priya,
                                .source = "t",
                                .opened_on = today});
        refer(other);
        record_of<reports::Report>(other,
                                   reports::reports,
                                   {.court = prison.id,
                                    .area = manchester.id,
                                    .hearing_on = today,
                                    .asked_on = today,
                                    .due_on = today});
        record_of<access::Restriction>(
            other, access::restrictions, {.reason = "at risk", .from_day = today});
    }
    /// An appointment of today with that outcome; gives its key.
    ContactId met(offenders::OffenderId who, const char* outcome) {
        Contact failure{.id = new_id<Contact>(),
                        .offender = who,
                        .kind = "PAIAOM",
                        .on_day = today,
                        .outcome = outcome,
                        .outcome_on = today};
        EXPECT_TRUE(about(who, [&](record::Changes& changes, db::Connection&) -> Result<bool> {
            changes.add(contacts, failure);
            return true;
        }));
        return failure.id;
    }
    /// Rows of everything that enforcement knows, of which nothing is left to be done.
    void record_proceedings() {
        sentences::PassSentence fine{
            .disposal = "FINE", .purposes = {sentences::Purpose::Punish}, .amount = "100"};
        auto of = sentence(other, fine, today).value().id;
        auto failure = met(other, "ATT");
        record_of<FailureAnswer>(
            other, failure_answers, {.sentence = of, .contact = failure, .on_day = today});
        record_of<Breach>(other,
                          breaches,
                          {.sentence = of,
                           .contact = failure,
                           .begun_on = today,
                           .result = BreachResult::NoAction,
                           .decided_on = today});
        record_of<Recall>(other,
                          recalls,
                          {.sentence = of,
                           .requested_on = today,
                           .decision = RecallDecision::NotRevoked,
                           .decided_on = today});
    }
    /// Every row that follows its offender, or those of one offender.
    Rows rows(std::optional<offenders::OffenderId> of = {}) {
        Rows out;
        database->with_reader([&](db::Connection& db) {
            for (const auto& area : record::followings())
                for (const auto& table : area.tables) {
                    const auto& facts = record::tables().at(table.name);
                    auto owner = table.name == "record_correction" ? "subject" : "offender";
                    auto keep = [&, name = std::string(table.name)](const db::Row& row) {
                        std::string text;
                        for (int i = 0; i < row.columns(); ++i)
                            text += fmt::format("{}|{}{}",
                                                row.column(i),
                                                row.cell(i).text,
                                                row.cell(i).number) +
                                    ";";
                        out[name].push_back(text);
                    };
                    for (auto each : {one, other}) {
                        if (of && *of != each) continue;
                        std::vector<db::Value> values{each.number};
                        db.read(record::rows_of_subject(facts, owner), values, keep);
                    }
                }
        });
        for (auto& [table, some] : out) std::ranges::sort(some);
        return out;
    }
    void expect_sound(const char* when) {
        database->with_reader([&](db::Connection& db) {
            for (const auto& checks : {offenders::checks(),
                                       sentences::checks(),
                                       movements::checks(),
                                       assessments::checks(),
                                       tasks::checks(),
                                       management::checks(),
                                       supervision::checks(),
                                       plans::checks(),
                                       appointments::checks(),
                                       cover::checks()})
                EXPECT_EQ(management::faults_found(db, checks, today), std::vector<std::string>{})
                    << when;
        });
    }
    void expect_replay() {
        record::seal(*database);
        auto again = db::testing::fresh(GetParam());
        ASSERT_TRUE(db::migrate(*again, all_migrations()));
        ASSERT_TRUE(record::replay(*database, *again));
        for (const auto& table : record::compare(*database, *again))
            EXPECT_EQ(table.differing, 0) << table.table;
    }
    static void expect_refused(const Result<void>& answer, std::string_view words) {
        ASSERT_FALSE(answer);
        EXPECT_NE(answer.error().message.find(words), std::string::npos) << answer.error().message;
    }
};
ON_EVERY_ENGINE(JoinedRecords);

TEST_P(JoinedRecords, BringWhatEveryAreaKnowsToTheOneAndBackToTheLetter) {
    fill();
    auto before = rows();
    auto joined = join();
    ASSERT_TRUE(joined) << joined.error().message;
    EXPECT_EQ(rows(other), Rows{});
    EXPECT_EQ(rows(one)["supervision_contact"].size(), 4U);
    for (auto table : {"sentence",
                       "sentence_requirement",
                       "movement",
                       "movement_warrant",
                       "assessment",
                       "management_allocation",
                       "plan_objective",
                       "plan_step",
                       "plan_signing",
                       "access_restriction",
                       "appointment_commitment",
                       "appointment_series",
                       "appointment_in_series",
                       "appointment_reminder",
                       "reminder_consent"})
        EXPECT_EQ(rows(one)[table].size(), before[table].size()) << table;
    expect_sound("joined");
    auto back = undo();
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(*back, other);
    EXPECT_EQ(rows(), before);
    expect_sound("undone");
    expect_replay();
}

TEST_P(JoinedRecords, HaveTheirFailuresToComplyCountedTogether) {
    auto order = sentence(one, management::community_order(), today).value().id;
    record_of<FailureAnswer>(
        one, failure_answers, {.sentence = order, .contact = met(one, "UA"), .on_day = today});
    met(other, "UA");
    auto asked = [&] {
        return read([&](db::Connection& db) {
            auto open = tasks::open_about(db, std::span(&one.number, 1));
            return std::ranges::count(open, "breach", &tasks::Task::kind);
        });
    };
    EXPECT_EQ(asked(), 0);
    ASSERT_TRUE(join());
    EXPECT_EQ(asked(), 1) << "two failures of one person";
    ASSERT_TRUE(undo());
    EXPECT_EQ(asked(), 0);
}

TEST_P(JoinedRecords, AreNotJoinedWhileTheyAreInTwoPrisonsAtOnce) {
    ASSERT_TRUE(receive(one, prison));
    ASSERT_TRUE(receive(other, other_prison, "09:00"));
    expect_refused(join(), "two prisons at once");
    expect_refused(join(), other_prison.name);
    ASSERT_TRUE(release(other));
    expect_refused(join(), "movements of one person");
}

TEST_P(JoinedRecords, AreNotJoinedWhileTwoManageThem) {
    ASSERT_TRUE(sentence(one, management::community_order(), today));
    ASSERT_TRUE(sentence(other, management::community_order(), today));
    ASSERT_TRUE(allocate(other, rosa));
    expect_refused(join(), "priya.raman manages the one, rosa.tanner the other");
    ASSERT_TRUE(allocate(other, priya));
    auto before = rows();
    ASSERT_TRUE(join());
    EXPECT_EQ(rows(one)["management_allocation"].size(), 1U) << "that of the same day gave way";
    expect_sound("joined");
    ASSERT_TRUE(undo());
    EXPECT_EQ(rows(), before);
    expect_sound("undone");
    expect_replay();
}

TEST_P(JoinedRecords, AreNotJoinedWhileBothAreBeingAssessed) {
    for (auto who : {one, other})
        record_of<assessments::Assessment>(who, assessments::assessments, {.started_on = today});
    expect_refused(join(), "not finished");
}

TEST_P(JoinedRecords, AreNotPartedWhileWhatWasRecordedSinceCannotStandAlone) {
    ASSERT_TRUE(receive(other, prison));
    ASSERT_TRUE(join());
    ASSERT_TRUE(release(one));
    auto back = undo();
    ASSERT_FALSE(back);
    EXPECT_TRUE(back.error().message.starts_with("Put right first what was recorded since"));
    expect_sound("still joined");
}

}  // namespace
}  // namespace noms::supervision
