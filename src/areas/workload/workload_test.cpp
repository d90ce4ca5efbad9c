#include "areas/workload/workload.hpp"

#include <thread>

#include "areas/reports/testing.hpp"
#include "areas/workload/moving.hpp"

/// Workloads, hours and reallocations in a database of each engine, and what the pages say.
namespace noms::workload {
namespace {

using management::Allocation;
using reports::field_of;
using reports::has;

class Workloads : public reports::CourtReports {
protected:
    std::vector<offenders::OffenderId> cases{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = CourtReports::more_migrations();
        for (auto& step : migrations()) steps.push_back(std::move(step));
        return steps;
    }
    void SetUp() override {
        CourtReports::SetUp();
        if (!database) return;
        serve(api);
        acting = sonia;
        for (int i = 0; i < 3; ++i) cases.push_back(add_case("priya.raman", "3"));
        as(sonia, "sonia.bell");
        who.permissions = {"offenders.read",
                           "workload.read",
                           "workload.change",
                           "management.read",
                           "management.allocate"};
    }
    /// Somebody on a community order, of that tier (empty: nobody can say), with that manager.
    offenders::OffenderId add_case(const std::string& manager, const std::string& tier) {
        auto offender = add_offender(manchester);
        auto order = management::community_order();
        order.manager = manager;
        EXPECT_TRUE(sentence(offender, order, today));
        if (!tier.empty())
            set_up([&](record::Changes& changes, db::Connection&) {
                changes.about({"offender", offender.number}, "test.tier");
                changes.add(assessments::tier_overrides,
                            {.id = new_id<assessments::TierOverride>(),
                             .offender = offender,
                             .scheme = "tier-1-to-4",
                             .tier = tier,
                             .reason = "A test",
                             .from_day = today,
                             .until_day = plus_days(today, 100)});
            });
        return offender;
    }
    OfficerLoad load_of(record::AccountId account) {
        return read([&](db::Connection& db) {
            return loads_of(db, {*management::officer_on(db, account, today)}, today).front();
        });
    }
    Result<Reduction> reduce(record::AccountId account, AddReduction given) {
        return command({{"account", to_text(account)}},
                       [&](web::Context& context) { return add_reduction(context, given); });
    }
    Result<Reduction> end(const Reduction& row, EndReduction given) {
        return command({{"reduction", to_text(row.id)}},
                       [&](web::Context& context) { return end_reduction(context, given); });
    }
    Result<MovedCases> move(record::AccountId from, const MoveCases& given) {
        return command({{"account", to_text(from)}},
                       [&](web::Context& context) { return move_cases(context, given); });
    }
    MoveCases all_to(record::AccountId to) {
        MoveCases given{.reason = "Priya has too many"};
        for (auto each : cases) given.moves.push_back({to_text(each), to_text(to)});
        return given;
    }
    Result<Allocation> give(offenders::OffenderId offender,
                            record::AccountId seen,
                            record::AccountId to) {
        return command({{"offender", to_text(offender)}}, [&](web::Context& context) {
            return management::reallocate(context,
                                          {.seen = seen, .manager = to, .reason = "A test"});
        });
    }
    record::AccountId manager_of(offenders::OffenderId offender) {
        return read([&](db::Connection& db) {
            return *management::manager_of(db, offender, today)->manager;
        });
    }
    std::vector<std::string> all_faults() {
        return read([&](db::Connection& db) {
            auto all = checks();
            for (const auto& check : management::checks()) all.push_back(check);
            for (const auto& check : tasks::checks()) all.push_back(check);
            return management::faults_found(db, all, today);
        });
    }
    std::string shown(const std::string& path, const std::string& query = {}) {
        auto reply = ask_for_page(path, query);
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
    static std::string path_of(record::AccountId account) {
        return "/workload/officers/" + to_text(account);
    }
};
ON_EVERY_ENGINE(Workloads);

AddReduction hours(int hours, Date from) {
    return {.reason = "other_work", .hours = hours, .from_day = from};
}

TEST_P(Workloads, AreWeighedByTierAndSetting) {
    auto priya_has = load_of(priya);
    EXPECT_EQ(priya_has.load.cases, 3);
    EXPECT_EQ(priya_has.load.points.least, 3 * 63);
    EXPECT_EQ(capacity_in_words(priya_has.load), "8.7 %");
    EXPECT_EQ(load_of(quentin).load.cases, 0);
}

TEST_P(Workloads, CountACaseWithoutATierAsASpan) {
    add_case("priya.raman", "");
    auto load = load_of(priya).load;
    EXPECT_EQ(load.tier_not_known, 1);
    EXPECT_LT(load.points.least, load.points.most);
    EXPECT_GT(load.points.least, 3 * 63);
    add_case("quentin.ash", "4");
    EXPECT_EQ(load_of(quentin).load.points.most, 146);
}

TEST_P(Workloads, AskAsManyQuestionsForManyAsForOne) {
    auto asked = [&](const std::vector<management::Officer>& officers) {
        auto before = database->stats().statements;
        read([&](db::Connection& db) { return loads_of(db, officers, today).size(); });
        return database->stats().statements - before;
    };
    auto officers = read([&](db::Connection& db) {
        return management::officers_among(db, std::span(&manchester.id.number, 1), today);
    });
    for (int i = 0; i < 4; ++i) add_case("quentin.ash", "2");
    ASSERT_EQ(officers.size(), 3u);
    EXPECT_EQ(asked(officers), asked({officers[1]}));
}

TEST_P(Workloads, HaveLessRoomOnceHoursAreTakenAway) {
    ASSERT_TRUE(reduce(priya, hours(18, today)));
    EXPECT_EQ(load_of(priya).load.available_points, 2176 * 19 / 37);
    EXPECT_EQ(field_of(reduce(priya, hours(20, plus_days(today, 30)))), "hours");
    ASSERT_TRUE(reduce(priya, hours(19, plus_days(today, 30))));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
}

TEST_P(Workloads, GetTheirHoursBackWhenAReductionEndsOrIsTakenBack) {
    auto row = reduce(priya, hours(30, today)).value();
    EXPECT_EQ(field_of(end(row, {1, plus_days(today, -1), "Over"})), "until_day");
    EXPECT_EQ(field_of(end(row, {1, today, " "})), "because");
    EXPECT_EQ(end(row, {2, today, "Over"}).error().kind, Error::Kind::Conflict);
    auto ended = end(row, {1, plus_days(today, 7), "The project is over"}).value();
    EXPECT_EQ(load_of(priya).load.available_points, 2176 * 7 / 37);
    EXPECT_EQ(field_of(end(ended, {2, plus_days(today, 8), "Longer"})), "until_day");
    ASSERT_TRUE(end(ended, {2, today, "It was another's"}));
    EXPECT_EQ(load_of(priya).load.available_points, 2176);
    ASSERT_TRUE(reduce(priya, hours(37, today)));
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
}

TEST_P(Workloads, AreNotReducedByOneselfNorByAColleague) {
    acting = priya;
    EXPECT_FALSE(reduce(priya, hours(5, today)));
    as(quentin, "quentin.ash");
    who.permissions = {"workload.read", "workload.change"};
    EXPECT_FALSE(has(shown(path_of(priya)), "Take hours away"));
    who.scope_body = merseyside.id.number;
    EXPECT_EQ(ask_for_page(path_of(priya)).status, 404);
    EXPECT_EQ(ask_for_page(path_of(quentin)).status, 200);  // one's own
    EXPECT_EQ(field_of(reduce(quentin, hours(5, day("1999-01-01")))), "from_day");
}

TEST_P(Workloads, AreFoundFaultyByTheDoctorWhereHoursAreFewerThanWhatIsTakenAway) {
    auto row = reduce(priya, hours(30, today)).value();
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"account", priya.number}, "test.reduction");
        auto more = row;
        more.minutes_a_week = 40 * 60;
        changes.change(reductions, row, more);
    });
    EXPECT_EQ(all_faults().size(), 1u);
}

TEST_P(Workloads, PassAllTogetherOrNotAtAll) {
    auto given = all_to(quentin);
    given.moves[1].to = to_text(marcus);  // nobody in office
    auto refused = move(priya, given);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 1u);
    EXPECT_TRUE(has(refused.error().fields.front().words, "Odell, Marcus: Choose an offender"));
    for (auto each : cases) EXPECT_EQ(manager_of(each), priya);
    given.moves[1].to = to_text(sonia);
    ASSERT_TRUE(move(priya, given));
    EXPECT_EQ(manager_of(cases[0]), quentin);
    EXPECT_EQ(manager_of(cases[1]), sonia);
    EXPECT_EQ(load_of(priya).load.cases, 0);
    EXPECT_EQ(load_of(quentin).load.points.most, 2 * 63);
    EXPECT_EQ(all_faults(), std::vector<std::string>{});
}

TEST_P(Workloads, AreNotPassedOnOnceAnotherHasTheCase) {
    auto given = all_to(quentin);
    ASSERT_TRUE(give(cases[2], priya, sonia));
    auto refused = move(priya, given);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(has(refused.error().fields.front().words, "no longer with this officer"));
    EXPECT_EQ(manager_of(cases[0]), priya);
    EXPECT_EQ(field_of(move(priya, {.reason = "None"})), "moves");
    given.moves.pop_back();
    given.reason = " ";
    EXPECT_EQ(field_of(move(priya, given)), "reason");
    given.reason = "Twice";
    given.moves[1] = given.moves[0];
    EXPECT_FALSE(move(priya, given));
    EXPECT_EQ(manager_of(cases[0]), priya);
}

// Whichever comes first, no case is lost, none has two managers, and the many go together.
TEST_P(Workloads, LoseNothingWhereManyAndSingleCasesPassAtOnce) {
    for (int round = 0; round < 3; ++round) {
        bool all_went = false;
        int singles = 0;
        std::thread many([&] { all_went = move(priya, all_to(quentin)).has_value(); });
        for (auto each : cases) singles += give(each, priya, sonia).has_value();
        many.join();
        EXPECT_EQ(singles, all_went ? 0 : int(cases.size()));
        for (auto each : cases) EXPECT_EQ(manager_of(each), all_went ? quentin : sonia);
        EXPECT_EQ(all_faults(), std::vector<std::string>{});
        today = plus_days(today, 1);
        for (auto each : cases) ASSERT_TRUE(give(each, all_went ? quentin : sonia, priya));
    }
}

TEST_P(Workloads, RecommendWhoManagedThePersonBefore) {
    ASSERT_TRUE(give(cases[0], priya, quentin));
    today = plus_days(today, 1);
    ASSERT_TRUE(give(cases[0], quentin, priya));
    auto view = command({{"offender", to_text(cases[0])}}, [&](web::Context& context) {
        return Result<CandidatesView>(candidates_of(context, cases[0]));
    });
    const auto& all = view->recommendation.candidates;
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all.front().account, quentin);
    EXPECT_TRUE(all.front().managed_before);
    EXPECT_EQ(all.front().after.cases, 1);
}

TEST_P(Workloads, AreShownForATeamAnOfficerAndACase) {
    auto team = shown("/workload");
    EXPECT_TRUE(has(team, "3 are in office and manage 3 cases"));
    EXPECT_TRUE(has(team, "8.7 %"));
    EXPECT_EQ(ask_for_page("/api/workload").status, 200);
    EXPECT_EQ(ask_for_page("/workload", "area=" + to_text(merseyside.id)).status, 404);
    auto officer = shown(path_of(priya));
    EXPECT_TRUE(has(officer, "3 cases, 189 points: 8.7 %"));
    EXPECT_TRUE(has(officer, "Take hours away"));
    EXPECT_TRUE(has(shown(path_of(priya) + "/reductions/add"), "Hours a week"));
    EXPECT_TRUE(has(shown("/workload/mine"), "0 cases"));
    auto found = shown("/offenders/" + to_text(cases[0]) + "/candidates");
    EXPECT_TRUE(has(found, "quentin.ash comes first"));
    EXPECT_TRUE(has(found, "Which local unit the case belongs to is not known"));
    EXPECT_TRUE(has(shown(path_of(priya) + "/reallocate"), "Show what would be"));
    who.permissions = {"workload.read"};
    EXPECT_FALSE(has(shown(path_of(priya)), "Give cases to others"));
}

TEST_P(Workloads, AreShownAsTheyWouldBeBeforeAnythingIsGivenOver) {
    auto view = command({{"account", to_text(priya)}},
                        [](web::Context& context) { return moving_of(context); });
    ASSERT_TRUE(view);
    EXPECT_EQ(view->cases.size(), 3u);
    auto nothing = plan_of(*view, {});
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().fields.size(), 3u);
    auto plan = plan_of(
        *view,
        {.all = true, .to = {to_text(quentin), to_text(sonia)}, .reason = "Priya has too many"});
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->moves.size(), 3u);
    ASSERT_EQ(plan->loads.size(), 3u);
    EXPECT_EQ(plan->loads[0].after.cases, 0);
    EXPECT_EQ(plan->loads[1].after.cases + plan->loads[2].after.cases, 3);
    EXPECT_GT(plan->loads[1].after.cases, 0);
    EXPECT_EQ(manager_of(cases[0]), priya);
}

TEST_P(Workloads, ShowNoRestrictedCaseToOthersAndCountIt) {
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", cases[0].number}, "test.restricted");
        changes.add(access::restrictions,
                    {.id = new_id<access::Restriction>(),
                     .offender = cases[0].number,
                     .reason = "A test",
                     .from_day = today});
    });
    auto page = shown(path_of(priya) + "/reallocate");
    EXPECT_FALSE(has(page, to_text(cases[0])));
    EXPECT_TRUE(has(page, to_text(cases[1])));
    EXPECT_TRUE(has(page, "1 more is restricted"));
    EXPECT_EQ(load_of(priya).load.cases, 3);
    EXPECT_FALSE(move(priya, all_to(quentin)));
}

}  // namespace
}  // namespace noms::workload
