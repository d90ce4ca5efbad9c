#include "areas/release_dates/release_dates.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/release_dates/handlers.hpp"
#include "areas/release_dates/pages.hpp"
#include "areas/release_dates/testing.hpp"
#include "kit/db/testing.hpp"
#include "kit/record/compare.hpp"

namespace noms::release_dates {
namespace {

using testing::all_migrations;
using testing::date;

const record::AccountId anna{11}, bela{12};

class Prisoner : public db::testing::OnEveryEngine {
protected:
    Date today = date("2007-11-13");
    OffenderId who{};
    Id<sentences::Sentence> sentence{};
    record::AccountId acting = anna;

    template <class Work>
    auto command(Work work, std::map<std::string, std::string, std::less<>> parts = {}) {
        parts["offender"] = to_text(who);
        web::Actor actor{.account = acting, .name = "tester", .scope_kind = "national"};
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = acting,
                                     .actor_name = "tester",
                                     .day = today,
                                     .at = now()});
            web::Request request;
            web::Context context{.request = request,
                                 .actor = actor,
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
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        who = new_id<offenders::OffenderTag>();
        ASSERT_TRUE(command([&](web::Context& context) -> Result<int> {
            add_person(*context.changes);
            return 0;
        }));
    }
    void add_person(record::Changes& changes) {
        changes.about({"offender", who.number}, "test.added");
        changes.add(offenders::offenders,
                    {.id = who,
                     .surname = "Odell",
                     .first_name = "Marcus",
                     .sort_key = "odell, marcus",
                     .birth_date = date("1982-03-09")});
        sentences::Appearance at{
            .id = new_id<sentences::Appearance>(), .offender = who, .heard_on = date("2006-04-21")};
        sentences::Offence offence{.id = new_id<sentences::Offence>(),
                                   .offender = who,
                                   .appearance = at.id,
                                   .words = "robbery",
                                   .committed_on = date("2006-02-11")};
        sentence = new_id<sentences::Sentence>();
        changes.add(sentences::appearances, at);
        changes.add(sentences::offences, offence);
        changes.add(sentences::sentences,
                    {.id = sentence,
                     .offender = who,
                     .appearance = at.id,
                     .offence = offence.id,
                     .disposal = "IMP12",
                     .imposed_on = at.heard_on,
                     .term = sentences::Term::Fixed,
                     .years = 4,
                     .remand_days = 63,
                     .punishes = true});
    }
    Result<release_dates::StoredCalculation> stored() {
        return command([](web::Context& context) {
            return store_for_approval(context, {.reason = "Sentenced"});
        });
    }
    Result<release_dates::StoredCalculation> decided(const release_dates::StoredCalculation& what,
                                                     DecideCalculation how = {}) {
        return command([&](web::Context& context) { return decide_on(context, how); },
                       {{"calculation", to_text(what.id)}});
    }
    Result<AddedDays> added(int days, AddedKind kind = AddedKind::Awarded) {
        return command([&](web::Context& context) {
            return record_added_days(context,
                                     {.kind = kind,
                                      .days = days,
                                      .decided_on = date("2007-06-01"),
                                      .reason = "Fighting"});
        });
    }
    OffenderDates dates(const WhatIf& asked = {}) {
        return database->read(
            [&](db::Connection& db) { return dates_of(db, who, today, asked).value(); });
    }
    std::vector<ApprovedDates> approved() {
        return database->read(
            [&](db::Connection& db) { return approved_among(db, std::span(&who.number, 1)); });
    }
    std::int64_t faults() {
        std::int64_t found = 0;
        database->with_reader([&](db::Connection& db) {
            for (const auto& check : checks()) found += record::examine(db, check, today).faults;
        });
        return found;
    }
};
ON_EVERY_ENGINE(Prisoner);

TEST_P(Prisoner, HasTheDatesThatFollowFromTheRecord) {
    auto view = dates();
    ASSERT_TRUE(view.now.calculable);
    EXPECT_EQ(testing::on(view.now, "CRD"), "2008-02-17");
    EXPECT_FALSE(view.what_if);
    EXPECT_TRUE(view.stored.empty());
}

TEST_P(Prisoner, IsToldOnlyWhatASecondPersonApproved) {
    auto made = stored();
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_TRUE(approved().empty());
    EXPECT_EQ(decided(*made).error().kind, Error::Kind::Refused);  // by who made it
    acting = bela;
    ASSERT_TRUE(decided(*made));
    EXPECT_EQ(decided(*made).error().kind, Error::Kind::Conflict);
    ASSERT_EQ(approved().size(), 1u);
    EXPECT_EQ(approved()[0].release(), date("2008-02-15"));
    EXPECT_EQ(approved()[0].release_name(), "Conditional release");
    EXPECT_EQ(faults(), 0);
}

TEST_P(Prisoner, IsNotToldDatesOfARecordThatChangedSince) {
    auto made = stored().value();
    ASSERT_TRUE(added(14));
    acting = bela;
    EXPECT_EQ(decided(made).error().kind, Error::Kind::Refused);
    EXPECT_EQ(decided(made, {.verdict = Verdict::Reject}).error().kind, Error::Kind::Invalid);
    ASSERT_TRUE(decided(made, {.verdict = Verdict::Reject, .note = "Days were added"}));
    EXPECT_TRUE(approved().empty());
}

TEST_P(Prisoner, IsShownWhatMovedSinceTheApproval) {
    auto made = stored().value();
    acting = bela;
    ASSERT_TRUE(decided(made));
    ASSERT_TRUE(added(14));
    auto view = dates();
    ASSERT_TRUE(view.approved);
    auto moved = compared(view.approved->dates, view.now.dates);
    EXPECT_EQ(std::ranges::count_if(moved, &MovedDate::has_moved), 1);
    EXPECT_EQ(testing::on(view.now, "CRD"), "2008-03-02");
}

TEST_P(Prisoner, GetsBackNoMoreDaysThanWereAdded) {
    EXPECT_EQ(added(5, AddedKind::Restored).error().fields.at(0).code, "more_than_awarded");
    ASSERT_TRUE(added(14));
    ASSERT_TRUE(added(5, AddedKind::Restored));
    EXPECT_EQ(testing::on(dates().now, "CRD"), "2008-02-26");
    EXPECT_FALSE(added(0));
}

TEST_P(Prisoner, LosesNothingByTrying) {
    auto view = dates({.added_days = 14, .remand_days = 0});
    ASSERT_TRUE(view.what_if);
    EXPECT_EQ(testing::on(*view.what_if, "CRD"), "2008-05-04");
    EXPECT_EQ(testing::on(*dates({.years = 3}).what_if, "SLED"), "2009-02-16");
    EXPECT_EQ(testing::on(view.now, "SLED"), "2010-02-16");
    EXPECT_EQ(testing::on(dates().now, "SLED"), "2010-02-16");
    database->with_reader([&](db::Connection& db) {
        EXPECT_FALSE(dates_of(db, who, today, {.added_days = -1}));
        EXPECT_FALSE(dates_of(db, who, today, {.law = "none"}));
    });
}

TEST_P(Prisoner, IsAnsweredWhoSaysThatADateIsWrong) {
    auto made = command([&](web::Context& context) {
        return record_challenge(
            context, {.type = "CRD", .made_on = today, .words = "I was on remand for longer"});
    });
    ASSERT_TRUE(made);
    ASSERT_EQ(dates().challenges.size(), 1u);
    EXPECT_EQ(dates().challenges[0].due_on, date("2007-11-16"));
    auto answer = [&] {
        return command(
            [&](web::Context& context) {
                return answer_challenge(context, {.answer = "The warrant says 63 days"});
            },
            {{"challenge", to_text(made->id)}});
    };
    ASSERT_TRUE(answer());
    EXPECT_EQ(answer().error().kind, Error::Kind::Conflict);
    EXPECT_EQ(dates().challenges[0].challenge.outcome, ChallengeOutcome::NotUpheld);
}

TEST_P(Prisoner, IsToldByEventsThatGiveEveryRowAgain) {
    auto made = stored().value();
    acting = bela;
    ASSERT_TRUE(decided(made));
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

TEST_P(Prisoner, WithAForgedDateIsFoundByTheDoctor) {
    auto made = stored().value();
    ASSERT_TRUE(command([&](web::Context& context) -> Result<int> {
        StoredDate before{.calculation = made.id, .type = "CRD"};
        before.on_day = date("2008-02-17");
        before.falls_on = date("2008-02-15");
        auto forged = before;
        forged.on_day = date("2007-12-24");
        context.changes->about({"offender", who.number}, "test.forged");
        context.changes->change(stored_dates, before, forged);
        return 0;
    }));
    EXPECT_EQ(faults(), 1);
}

TEST_P(Prisoner, SeesTheDateInOneLineAndWhy) {
    page::Page page("Release dates");
    show_dates(page, dates({.added_days = 14}), {.prepare = true}, {{"added_days", "14"}}, {});
    auto html = page.body().markup();
    for (auto words : {"Release on <strong>Friday 15 February 2008</strong>, in 94 days.",
                       "Nobody has approved dates yet",
                       "Conditional release: 14 days later",
                       "Why: conditional release",
                       "app-changed",
                       "Nothing is saved",
                       "Store these dates for approval"})
        EXPECT_NE(html.find(words), std::string::npos) << words;
}

TEST_P(Prisoner, ReadsTheNotificationInPlainWords) {
    auto made = stored().value();
    auto view = database->read([&](db::Connection& db) { return *calculation_view(db, made.id); });
    auto page = notification_page({.who = {.surname = "Odell", .first_name = "Marcus"},
                                   .prison_numbers = {"BX4521"},
                                   .view = view,
                                   .worked = dates().now,
                                   .answer_days = 3,
                                   .today = today});
    auto html = page.body().markup();
    for (auto words : {"You will be released on <strong>Friday 15 February 2008</strong>",
                       "You must have an answer within 3 working days",
                       "Marcus Odell",
                       "BX4521"})
        EXPECT_NE(html.find(words), std::string::npos) << words;
}

}  // namespace
}  // namespace noms::release_dates
