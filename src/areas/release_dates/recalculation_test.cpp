#include "areas/release_dates/recalculation.hpp"

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/release_dates/store.hpp"
#include "areas/release_dates/testing.hpp"
#include "kit/db/testing.hpp"
#include "kit/record/compare.hpp"

namespace noms::release_dates {
namespace {

using testing::all_migrations;
using testing::date;

/// Three prisoners whose dates can be worked out, one for life, one on a community order.
class Population : public db::testing::OnEveryEngine {
protected:
    Date today = date("2007-11-13");
    std::vector<OffenderId> prisoners{};
    std::string told{};

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        for (int years : {5, 4, 6}) prisoners.push_back(sentenced("IMP12", {.years = years}));
        sentenced("LIFE_DISC", {});
        sentenced("CO", {.years = 2});
    }

    template <class Work>
    void change(Work work) {
        auto done = database->write([&](db::Connection& db) -> Result<int> {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "tester",
                                     .day = today,
                                     .at = now()});
            work(changes);
            changes.finish();
            return 0;
        });
        ASSERT_TRUE(done);
    }

    OffenderId sentenced(const std::string& disposal, const sentences::Length& length) {
        const auto who = new_id<offenders::OffenderTag>();
        change([&](record::Changes& changes) {
            changes.about({"offender", who.number}, "test.sentenced");
            changes.add(offenders::offenders,
                        {.id = who,
                         .surname = "Odell",
                         .sort_key = "odell",
                         .birth_date = date("1982-03-09")});
            const sentences::Appearance at{.id = new_id<sentences::Appearance>(),
                                           .offender = who,
                                           .heard_on = date("2006-04-21")};
            const sentences::Offence offence{.id = new_id<sentences::Offence>(),
                                             .offender = who,
                                             .appearance = at.id,
                                             .words = "robbery",
                                             .committed_on = date("2006-02-11")};
            changes.add(sentences::appearances, at);
            changes.add(sentences::offences, offence);
            changes.add(
                sentences::sentences,
                {.id = new_id<sentences::Sentence>(),
                 .offender = who,
                 .appearance = at.id,
                 .offence = offence.id,
                 .disposal = disposal,
                 .imposed_on = at.heard_on,
                 .term = length.empty() ? sentences::Term::Indeterminate : sentences::Term::Fixed,
                 .years = length.years,
                 .remand_days = 63});
        });
        return who;
    }

    void add_days(OffenderId who, int days) {
        change([&](record::Changes& changes) {
            changes.about({"offender", who.number}, std::string(added_days_event));
            changes.add(added_days,
                        {.id = new_id<AddedDays>(),
                         .offender = who,
                         .days = days,
                         .decided_on = date("2007-06-01"),
                         .reason = "Fighting"});
        });
    }

    Recalculated recalculated(bool save, unsigned cores = 2) {
        std::ostringstream lines;
        auto found =
            recalculate_all(*database, {.day = today, .save = save, .cores = cores}, lines);
        told = lines.str();
        return found;
    }

    std::vector<StoredCalculation> stored(OffenderId who) {
        return database->read(
            [&](db::Connection& db) { return store::calculations_of(db, who, 10); });
    }

    long events(OffenderId who) {
        return database->read([&](db::Connection& db) {
            const record::Subject subject{std::string(offenders::subject_kind), who.number};
            auto all = record::events_about(db, subject, record::Partition::Ordinary, {}, 100);
            return long(std::ranges::count(all, calculated_event, &record::Event::kind));
        });
    }
};
ON_EVERY_ENGINE(Population);

TEST_P(Population, IsWorkedOutAndNothingIsSavedUnlessItIsAskedFor) {
    auto found = recalculated(false);
    EXPECT_EQ(found.people, 5);
    EXPECT_EQ(found.in_custody, 4);
    EXPECT_EQ(found.not_calculable, 1);
    EXPECT_EQ(found.never_stored, 3);
    EXPECT_EQ(found.saved, 0);
    EXPECT_TRUE(stored(prisoners[0]).empty());
}

TEST_P(Population, GetsAStoredCalculationEachThatWaitsForASecondPerson) {
    EXPECT_EQ(recalculated(true).saved, 3);
    for (auto who : prisoners) {
        auto calculations = stored(who);
        ASSERT_EQ(calculations.size(), 1u);
        EXPECT_EQ(calculations[0].state, CalculationState::Prepared);
        EXPECT_EQ(calculations[0].made_by_name, "command line");
        EXPECT_EQ(calculations[0].law, service_profile);
        EXPECT_FALSE(calculations[0].decided_on);
    }
}

TEST_P(Population, IsWrittenWithOneEventACalculation) {
    recalculated(true);
    for (auto who : prisoners) EXPECT_EQ(events(who), 1);
}

TEST_P(Population, GetsNothingNewFromASecondRun) {
    recalculated(true);
    auto again = recalculated(true);
    EXPECT_EQ(again.saved, 0);
    EXPECT_EQ(again.never_stored, 0);
    EXPECT_EQ(again.same, 3);
    EXPECT_EQ(told, "");
    for (auto who : prisoners) EXPECT_EQ(stored(who).size(), 1u);
}

TEST_P(Population, IsSavedAgainOnlyWhereADateMovedAndTheLineSaysByHowMuch) {
    recalculated(true);
    add_days(prisoners[1], 14);
    auto found = recalculated(true);
    EXPECT_EQ(found.moved, 1);
    EXPECT_EQ(found.same, 2);
    EXPECT_EQ(found.saved, 1);
    EXPECT_EQ(found.by_type.at("CRD").most_later, 14);
    EXPECT_EQ(told,
              R"({"offender":")" + to_text(prisoners[1]) +
                  R"(","type":"CRD","before":"2008-02-17","after":"2008-03-02","days":14})"
                  "\n");
    EXPECT_EQ(stored(prisoners[1]).size(), 2u);
}

TEST_P(Population, IsToldTheSameOnAnyNumberOfCores) {
    recalculated(true);
    for (auto who : prisoners) add_days(who, 7);
    recalculated(false, 1);
    const auto on_one = told;
    recalculated(false, 4);
    EXPECT_EQ(told, on_one);
    EXPECT_EQ(std::ranges::count(told, '\n'), 3);
}

TEST_P(Population, IsGivenEveryRowAgainByTheEvents) {
    recalculated(true);
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
    for (auto who : prisoners) {
        const auto rows =
            copy->read([&](db::Connection& db) { return store::calculations_of(db, who, 10); });
        EXPECT_EQ(rows.size(), 1u);
    }
}

}  // namespace
}  // namespace noms::release_dates
