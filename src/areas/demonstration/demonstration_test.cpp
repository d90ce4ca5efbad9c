#include "areas/demonstration/demonstration.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "areas/assessments/assessments.hpp"
#include "areas/demonstration/agenda.hpp"
#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/words.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/legislation/legislation.hpp"
#include "areas/movements/movements.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/reports/reports.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/db/migrate.hpp"
#include "kit/db/size.hpp"
#include "kit/db/testing.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/compare.hpp"
#include "kit/record/doctor.hpp"

namespace noms::demonstration {
namespace {

constexpr Date service_day{std::chrono::year(2006), std::chrono::April, std::chrono::day(3)};
constexpr int some = 60;

constexpr db::Query supervised_too_little{
    "test/supervised_too_little",
    "select count(*) from management_allocation a where a.manager is not null "
    "and not exists (select 1 from management_allocation n where n.offender = a.offender "
    "and n.from_day > a.from_day) and (select count(*) from supervision_contact c "
    "where c.offender = a.offender and c.state = 'Done') < 20"};
constexpr db::Query without_plan{"test/without_plan",
                                 "select count(*) from management_allocation a where not exists "
                                 "(select 1 from plan_objective o where o.offender = a.offender)"};
constexpr db::Query contacts_untold{
    "test/contacts_untold",
    "select (select count(*) from supervision_contact) - (select count(*) from event "
    "where kind in ('supervision.contact_recorded', 'supervision.appointment_booked'))"};
constexpr db::Query told_after_service_day{
    "test/told_after_service_day", "select count(*) from event where recorded_at >= '2006-04-03'"};
constexpr db::Query of_pathfinder{
    "test/of_pathfinder",
    "select count(distinct offender) from management_allocation "
    "where reason = 'Pathfinder of offender management in the North West'"};
constexpr db::Query places_out_of_shown_prison{
    "test/places_out_of_shown_prison",
    "select count(distinct m.place) from movement m join account a on a.name = 'peter.quill' "
    "and a.scope_body = case when m.place = 'AtLarge' then m.body else m.prison end "
    "where m.place in ('TemporaryAbsence', 'AtLarge') and not exists "
    "(select 1 from movement n where n.offender = m.offender and n.at > m.at)"};
constexpr db::Query dates_approved{
    "test/dates_approved",
    "select count(*) from release_dates_calculation where state = 'Approved'"};
constexpr db::Query places_without_offering{
    "test/places_without_offering",
    "select count(*) from body b where (b.kind = 'Area' or b.kind = 'Prison') "
    "and exists (select 1 from access_hold h where h.body = b.id) "
    "and not exists (select 1 from catalogue_offering o where o.place = b.id)"};
constexpr db::Query states_of_referrals{"test/states_of_referrals",
                                        "select count(distinct state) from intervention_referral"};
constexpr db::Query states_of_open_reports{
    "test/states_of_open_reports",
    "select count(distinct state) from report where decided_on is null"};
constexpr db::Query reports_decided{"test/reports_decided",
                                    "select count(*) from report where concordance is not null"};
constexpr db::Query people{"test/people", "select count(*) from offender"};

std::vector<record::Check> every_check() {
    std::vector<record::Check> all;
    for (const auto& checks : {record::checks(),
                               offenders::checks(),
                               sentences::checks(),
                               movements::checks(),
                               release_dates::checks(),
                               tasks::checks(),
                               management::checks(),
                               assessments::checks(),
                               supervision::checks(),
                               catalogue::checks(),
                               interventions::checks(),
                               reports::checks()})
        all.insert(all.end(), checks.begin(), checks.end());
    return all;
}

std::vector<db::Migration> every_migration() {
    std::vector<db::Migration> all;
    for (const auto& steps : {record::migrations(),
                              organisation::migrations(),
                              legislation::migrations(),
                              access::migrations(),
                              offenders::migrations(),
                              sentences::migrations(),
                              movements::migrations(),
                              release_dates::migrations(),
                              tasks::migrations(),
                              management::migrations(),
                              assessments::migrations(),
                              supervision::migrations(),
                              catalogue::migrations(),
                              interventions::migrations(),
                              reports::migrations()})
        all.insert(all.end(), steps.begin(), steps.end());
    return all;
}

void make_in(db::Database& database, std::uint64_t seed = 5) {
    ASSERT_TRUE(db::migrate(database, every_migration()));
    auto made = make(database, {.offenders = some, .seed = seed, .day = service_day});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->sign_ins.size(), 8u);
}

class Demonstration : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (database) make_in(*database);
    }
    std::int64_t count(const db::Query& query) {
        return database->read([&](db::Connection& db) { return db::one<std::int64_t>(db, query); });
    }
};
ON_EVERY_ENGINE(Demonstration);

TEST_P(Demonstration, HasAsManyPeopleAsWereAskedFor) {
    EXPECT_EQ(count(people), some);
    EXPECT_EQ(count(of_pathfinder), some / 6);
}

TEST_P(Demonstration, OffersSomethingEverywhereAndRefersPeopleToIt) {
    EXPECT_EQ(count(places_without_offering), 0);
    EXPECT_GE(count(states_of_referrals), 4);
}

TEST_P(Demonstration, HasReportsThatCourtsWaitForAndReportsThatCourtsHad) {
    EXPECT_GE(count(states_of_open_reports), 2);
    EXPECT_GE(count(reports_decided), 1);
}

TEST_P(Demonstration, GivesEverybodyWhoIsSupervisedTwentyContactsAndAPlan) {
    EXPECT_EQ(count(supervised_too_little), 0);
    EXPECT_EQ(count(without_plan), 0);
}

TEST_P(Demonstration, TellsEveryContactAndNothingAfterItsDay) {
    EXPECT_EQ(count(contacts_untold), 0);
    EXPECT_EQ(count(told_after_service_day), 0);
}

TEST_P(Demonstration, HasSomebodyToComeBackToTheShownPrisonAndSomebodyToBeRecaptured) {
    EXPECT_EQ(count(places_out_of_shown_prison), 2);
}

TEST_P(Demonstration, HasReleaseDatesThatASecondPersonApproved) {
    EXPECT_GT(count(dates_approved), 5);
}

TEST_P(Demonstration, BreaksNoInvariantOfAnyArea) {
    for (const auto& check : every_check()) {
        auto found = database->read([&](db::Connection& db) -> Result<record::Finding> {
            return record::examine(db, check, service_day);
        });
        EXPECT_EQ(found->faults, 0)
            << found->holds << ": "
            << (found->first.empty() ? ""
                                     : found->first.front().subject + found->first.front().words);
    }
}

TEST_P(Demonstration, IsVerifiedAndReplayedIntoAnEmptyDatabase) {
    EXPECT_TRUE(record::verify(*database, std::nullopt));
    auto other = db::open("sqlite::memory:");
    ASSERT_TRUE(db::migrate(*other, every_migration()));
    ASSERT_TRUE(record::replay(*database, *other));
    for (const auto& table : record::compare(*database, *other))
        EXPECT_EQ(table.differing, 0) << table.table;
}

TEST(TwoDemonstrations, OfOneSeedAreTheSameToTheLastLinkOfTheChain) {
    auto one = db::open("sqlite::memory:");
    auto other = db::open("sqlite::memory:");
    make_in(*one);
    make_in(*other);
    auto tables = std::vector{
        record::event_table.facts(), record::payload_table.facts(), record::seal_table.facts()};
    for (const auto& [name, table] : record::tables()) tables.push_back(table);
    for (const auto& table : record::compare(*one, *other, tables))
        EXPECT_EQ(table.differing, 0) << table.table;
}

TEST(TwoDemonstrations, OfOneSeedAreTheSameFile) {
    auto bytes = [] {
        auto file = std::filesystem::temp_directory_path() /
                    ("noms-demo-" + id_text(new_id_number()) + ".db");
        {
            auto database = db::open("sqlite:" + file.string(), {.fills_new_file = true});
            EXPECT_TRUE(
                db::migrate(*database, every_migration(), std::chrono::sys_days(service_day)));
            EXPECT_TRUE(make(*database, {.offenders = some, .seed = 5, .day = service_day}));
            db::settle(*database);
        }
        std::ifstream in(file, std::ios::binary);
        std::string out{std::istreambuf_iterator<char>(in), {}};
        in.close();
        std::filesystem::remove(file);
        return out;
    };
    auto one = bytes(), other = bytes();
    EXPECT_GT(one.size(), 1'000'000u);
    EXPECT_TRUE(one == other);
}

TEST(TwoDemonstrations, OfTwoSeedsDiffer) {
    auto one = db::open("sqlite::memory:");
    auto other = db::open("sqlite::memory:");
    make_in(*one, 5);
    make_in(*other, 6);
    auto events = record::compare(*one, *other, {record::event_table.facts()});
    EXPECT_GT(events.front().differing, 100);
}

TEST(Notes, HaveNoBlanksLeftAndSeldomRepeat) {
    Dice dice(1);
    std::set<std::string> all;
    constexpr int written = 500;
    for (int i = 0; i < written; ++i) {
        auto text = note(dice, Turnout::Attended, "DRU", {.woman = i % 2 == 0, .day = service_day});
        EXPECT_EQ(text.find('{'), text.npos) << text;
        all.insert(text);
    }
    EXPECT_GT(all.size(), size_t(written / 2));
}

TEST(ContactDays, AreWeekdaysWithinTheSpanAndNeverTooFew) {
    for (int days : {30, 100, 200, 400}) {
        auto from = plus_days(service_day, -days);
        auto met = contact_days(from, service_day, 20);
        EXPECT_GE(met.size(), 20u) << days;
        EXPECT_TRUE(
            std::ranges::all_of(met, [&](Date day) { return from <= day && day < service_day; }));
    }
}

TEST(Figures, AllNameTheirSource) {
    for (const auto& each : figures()) {
        EXPECT_FALSE(each.source.empty()) << each.measure;
        EXPECT_FALSE(each.certainty.empty()) << each.measure;
    }
    EXPECT_EQ(whole("om_pathfinder_offenders", "North West"), 3359);
}

}  // namespace
}  // namespace noms::demonstration
