#include "areas/cover/cover.hpp"

#include "areas/cover/handlers.hpp"

#include "areas/reports/testing.hpp"

#include "areas/workload/workload.hpp"
#include "kit/record/compare.hpp"

/// Absences and cover in a database of each engine, and what the pages say.
namespace noms::cover {
namespace {

using reports::field_of;
using reports::has;

class Absences : public reports::CourtReports {
protected:
    std::vector<OffenderId> cases{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = CourtReports::more_migrations();
        for (const auto& more : {workload::migrations(), migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        return steps;
    }
    void SetUp() override {
        CourtReports::SetUp();
        if (!database) return;
        workload::serve(api);
        management::serve(api);
        tasks::serve(api);
        serve(api);
        acting = sonia;
        for (int i = 0; i < 3; ++i) cases.push_back(add_case("priya.raman"));
        as(sonia, "sonia.bell");
    }
    void TearDown() override {
        workload::tell_of_absences(nullptr);
        management::show_beside_manager(nullptr);
        tasks::ask_stand_ins(nullptr);
        management::when_a_case_leaves(nullptr);
        CourtReports::TearDown();
    }
    /// As somebody of a caseload of their own, or, of Sonia, of the whole area.
    void as(AccountId account, const std::string& name) {
        reports::CourtReports::as(account, name);
        who.permissions = {"offenders.read",
                           "workload.read",
                           "cover.read",
                           "cover.change",
                           "management.read",
                           "tasks.read"};
        if (account == sonia) return;
        who.scope_kind = "caseload";
        who.scope_body = account.number;
    }
    OffenderId add_case(const std::string& manager) {
        auto offender = add_offender(manchester);
        auto order = management::community_order();
        order.manager = manager;
        EXPECT_TRUE(sentence(offender, order, today));
        return offender;
    }
    template <class Work>
    auto run(std::map<std::string, std::string, std::less<>> parts, Work work) {
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
                                 .parts = parts};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    Result<Absence> add(AccountId account, const RecordAbsence& given) {
        return run({{"account", to_text(account)}},
                   [&](web::Context& context) { return record_absence(context, given); });
    }
    Result<Absence> choose(const Absence& row, const ChooseCover& given) {
        return run({{"absence", to_text(row.id)}},
                   [&](web::Context& context) { return choose_cover(context, given); });
    }
    Result<Absence> change(const Absence& row, const ChangeAbsence& given) {
        return run({{"absence", to_text(row.id)}},
                   [&](web::Context& context) { return change_absence(context, given); });
    }
    AbsenceView view(const Absence& row) {
        return run({},
                   [&](web::Context& context) {
                       return Result<AbsenceView>(view_of(context, row));
                   })
            .value();
    }
    /// Who stands in at a case on the day, by name; empty: nobody.
    std::string stands_in(OffenderId offender) {
        return read([&](db::Connection& db) -> std::string {
            auto all = standing_in_among(db, std::span(&offender.number, 1), today);
            if (all.empty()) return "";
            auto coverer = all.front().coverer.number;
            return names_among(db, {coverer})[coverer];
        });
    }
    bool sees(AccountId account, OffenderId offender) {
        web::Actor actor{
            .account = account, .scope_kind = "caseload", .scope_body = account.number};
        return read(
            [&](db::Connection& db) { return access::may_see(db, actor, offender.number, today); });
    }
    std::vector<std::string> all_faults() {
        return read([&](db::Connection& db) {
            auto all = checks();
            for (const auto& check : management::checks()) all.push_back(check);
            for (const auto& check : tasks::checks()) all.push_back(check);
            return management::faults_found(db, all, today);
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
    RecordAbsence weeks(int count, AccountId to = {}) {
        RecordAbsence given{.from_day = today, .until_day = plus_days(today, 7 * count)};
        if (to.number) given.to = to_text(to);
        return given;
    }
    Result<management::Allocation> give(OffenderId offender, AccountId to) {
        return command({{"offender", to_text(offender)}}, [&](web::Context& context) {
            return management::reallocate(context,
                                          {.seen = priya, .manager = to, .reason = "A test"});
        });
    }
};
ON_EVERY_ENGINE(Absences);

TEST_P(Absences, AreCoveredByOneOfficerForEveryCaseAndTheManagerStays) {
    EXPECT_FALSE(sees(quentin, cases[0]));
    auto row = add(priya, weeks(2, quentin));
    ASSERT_TRUE(row) << row.error().message;
    for (auto each : cases) {
        EXPECT_EQ(stands_in(each), "quentin.ash");
        EXPECT_TRUE(sees(quentin, each));
        EXPECT_TRUE(sees(priya, each));
        EXPECT_EQ(*read([&](db::Connection& db) {
                       return management::manager_of(db, each, today);
                   })->manager,
                  priya);
    }
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    today = plus_days(today, 14);
    EXPECT_EQ(stands_in(cases[0]), "");
    EXPECT_FALSE(sees(quentin, cases[0]));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    expect_replay();
}

TEST_P(Absences, AreCoveredCaseByCaseAndShowWhatNobodyCovers) {
    auto row = add(priya, weeks(2)).value();
    EXPECT_EQ(view(row).line.covered, 0);
    EXPECT_EQ(field_of(choose(row, {})), "cases");
    EXPECT_EQ(field_of(choose(row, {.cases = {to_text(cases[0])}})), "to");
    EXPECT_EQ(field_of(choose(row, {.all = true, .to = to_text(priya)})), "to");
    ASSERT_TRUE(choose(row, {.cases = {to_text(cases[0])}, .to = to_text(quentin)}));
    ASSERT_TRUE(choose(row, {.cases = {to_text(cases[1])}, .to = to_text(sonia)}));
    EXPECT_EQ(covered_in_words(view(row).line),
              "3 cases, 2 covered by quentin.ash, sonia.bell; 1 covered by nobody");
    EXPECT_FALSE(view(row).cases.front().coverer);
    today = plus_days(today, 3);
    ASSERT_TRUE(choose(row, {.all = true, .to = to_text(sonia)}));
    EXPECT_EQ(stands_in(cases[0]), "sonia.bell");
    EXPECT_FALSE(sees(quentin, cases[0]));
    EXPECT_EQ(view(row).line.covered, 3);
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    expect_replay();
}

TEST_P(Absences, AreRefusedWhereTheyOverlapOrWhoeverCoversIsAwayOrOutOfOffice) {
    ASSERT_TRUE(add(priya, weeks(2)));
    EXPECT_EQ(field_of(add(priya, weeks(1))), "from_day");
    EXPECT_EQ(field_of(add(quentin, weeks(1, priya))), "to");
    auto away = add(quentin, weeks(1, priya));
    EXPECT_TRUE(has(away.error().fields.front().words, "priya.raman is away on 3 April 2006"));
    EXPECT_EQ(field_of(add(quentin, weeks(1, add_account("nobody.else")))), "to");
    EXPECT_EQ(field_of(add(quentin, weeks(0))), "until_day");
    ASSERT_TRUE(add(quentin, weeks(1)));  // and nothing of what was refused is left
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
}

TEST_P(Absences, EndTheCoverThatTheOfficerGivesToOthers) {
    auto row = add(priya, weeks(4, quentin)).value();
    today = plus_days(today, 7);
    ASSERT_TRUE(add(quentin,
                    {.kind = Kind::Sickness, .from_day = today, .until_day = plus_days(today, 2)}));
    EXPECT_EQ(view(row).line.covered, 0);
    EXPECT_FALSE(sees(quentin, cases[0]));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
}

TEST_P(Absences, EndEarlyGoOnOrAreTakenBack) {
    auto row = add(priya, weeks(2, quentin)).value();
    EXPECT_EQ(field_of(change(row, {1, plus_days(today, 21), " "})), "because");
    auto longer = change(row, {1, plus_days(today, 21), "Still ill"}).value();
    EXPECT_EQ(change(row, {1, plus_days(today, 22), "Again"}).error().kind, Error::Kind::Conflict);
    today = plus_days(today, 16);
    EXPECT_EQ(stands_in(cases[0]), "quentin.ash");
    EXPECT_TRUE(sees(quentin, cases[0]));
    EXPECT_EQ(field_of(change(longer, {2, longer.from_day, "Never was"})), "until_day");
    auto ended = change(longer, {2, today, "Back today"}).value();
    EXPECT_EQ(stands_in(cases[0]), "");
    EXPECT_FALSE(sees(quentin, cases[0]));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    RecordAbsence later{.from_day = plus_days(today, 10),
                        .until_day = plus_days(today, 20),
                        .to = to_text(quentin)};
    auto planned = add(priya, later).value();
    EXPECT_FALSE(sees(quentin, cases[0]));
    ASSERT_TRUE(change(planned, {1, planned.from_day, "The leave was moved"}));
    ASSERT_TRUE(add(priya, later));
    today = plus_days(today, 10);
    EXPECT_TRUE(sees(quentin, cases[0]));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    expect_replay();
}

TEST_P(Absences, WarnOfWhoeverIsFullAndTakeAReason) {
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"account", quentin.number}, "test.hours");
        auto before = *management::officer_on(db, quentin, today);
        auto after = before;
        after.weekly_hours = 1;
        changes.change(management::officers, before, after);
    });
    auto refused = add(priya, weeks(2, quentin));
    ASSERT_EQ(field_of(refused), "reason");
    EXPECT_TRUE(has(refused.error().fields.front().words, "quentin.ash has"));
    auto given = weeks(2, quentin);
    given.reason = "Nobody else is there";
    ASSERT_TRUE(add(priya, given));
    EXPECT_EQ(stands_in(cases[2]), "quentin.ash");
}

TEST_P(Absences, AreRecordedByTheOfficerOrASeniorOnly) {
    as(quentin, "quentin.ash");
    EXPECT_FALSE(add(priya, weeks(1)));
    as(priya, "priya.raman");
    EXPECT_TRUE(add(priya, weeks(1)));
}

TEST_P(Absences, LeaveACaseThatGoesToAnotherToTheNewManager) {
    ASSERT_TRUE(add(priya, weeks(2, quentin)));
    today = plus_days(today, 1);
    ASSERT_TRUE(give(cases[0], sonia));
    EXPECT_EQ(stands_in(cases[0]), "");
    EXPECT_FALSE(sees(quentin, cases[0])) << "who covered it reads it no longer";
    EXPECT_TRUE(sees(sonia, cases[0]));
    ASSERT_TRUE(give(cases[1], quentin));
    EXPECT_EQ(stands_in(cases[1]), "");
    EXPECT_TRUE(sees(quentin, cases[1]));
    EXPECT_EQ(stands_in(cases[2]), "quentin.ash");
    EXPECT_TRUE(sees(quentin, cases[2]));
    today = plus_days(today, 14);
    EXPECT_TRUE(sees(quentin, cases[1])) << "whom he manages now";
    EXPECT_FALSE(sees(quentin, cases[2]));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
    expect_replay();
}

TEST_P(Absences, LetWhoeverCoversDoWhatIsAskedOfTheManager) {
    auto task = read([&](db::Connection& db) {
        return tasks::open_about(db, std::span(&cases[0].number, 1)).front();
    });
    auto path = "/tasks/" + to_text(task.id);
    as(quentin, "quentin.ash");
    EXPECT_EQ(ask_for_page(path).status, 404);
    as(sonia, "sonia.bell");
    ASSERT_TRUE(add(priya, weeks(2, quentin)));
    as(quentin, "quentin.ash");
    EXPECT_EQ(ask_for_page(path).status, 200);
    today = plus_days(today, 14);
    EXPECT_EQ(ask_for_page(path).status, 404);
}

TEST_P(Absences, AreShownOnTheirPages) {
    auto row = add(priya, weeks(2)).value();
    ASSERT_TRUE(choose(row, {.cases = {to_text(cases[0])}, .to = to_text(quentin)}));
    auto path = "/cover/absences/" + to_text(row.id);
    EXPECT_TRUE(has(page(path), "2 covered by nobody"));
    EXPECT_TRUE(has(page("/cover/absences"), "3 cases, 1 covered by quentin.ash"));
    EXPECT_TRUE(has(ask_for_page("/workload").body, "Away until 17 April 2006"));
    EXPECT_TRUE(has(page("/cover/officers/" + to_text(priya)), "Record an absence"));
    EXPECT_TRUE(has(page(path + "/change"), "To take it back"));
    EXPECT_EQ(ask_for_page(path + "/cover").status, 200);
    EXPECT_EQ(ask_for_page("/cover/officers/" + to_text(priya) + "/add").status, 200);
    EXPECT_TRUE(has(page("/offenders/" + to_text(cases[0]) + "/management"),
                    "Covered by quentin.ash from 3 April 2006 until 17 April 2006"));
    EXPECT_TRUE(has(page("/api/offenders/" + to_text(cases[0]) + "/cover"), to_text(quentin)));
    who.scope_kind = "area";
    who.scope_body = merseyside.id.number;
    EXPECT_EQ(ask_for_page(path).status, 404);
    as(quentin, "quentin.ash");
    auto mine = page("/cover");
    EXPECT_TRUE(has(mine, "You cover 1 case of officers who are away"));
    EXPECT_TRUE(has(mine, "For priya.raman until 17 April 2006"));
    EXPECT_TRUE(has(page("/cover/mine"), "No absence is recorded"));
}

}  // namespace
}  // namespace noms::cover
