#include "areas/handovers/handovers.hpp"

#include "areas/handovers/handlers.hpp"
#include "areas/management/testing.hpp"
#include "areas/release_dates/release_dates.hpp"

namespace noms::handovers {
namespace {

bool has(const std::string& page, std::string_view words) {
    return page.find(words) != std::string::npos;
}

/// Marcus in prison, managed by Priya.
class AtTheGate : public management::Region {
protected:
    web::Api api;
    record::AccountId priya{};
    offenders::OffenderId marcus{};
    web::Actor who{};

    std::vector<db::Migration> more_migrations() override {
        auto steps = release_dates::migrations();
        for (const auto& more : migrations()) steps.push_back(more);
        return steps;
    }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        serve(api);
        priya = add_officer("priya.raman", manchester);
        acting = priya;
        put_on_duty(priya, manchester);
        marcus = add_offender(manchester);
        ASSERT_TRUE(sentence(marcus, management::community_order(), day("2006-01-10")));
        as("area", manchester.id.number);
    }
    void as(std::string scope, std::int64_t body) {
        who = {.account = priya,
               .name = "priya.raman",
               .shown = "Priya Raman",
               .permissions = {"offenders.read", "handovers.read", "handovers.record"},
               .scope_kind = std::move(scope),
               .scope_body = body,
               .csrf = "csrf"};
    }
    void move(movements::Movement row, const char* time) {
        auto moved = command({}, [&](web::Context& context) {
            context.changes->about({"offender", marcus.number}, "test.moved");
            row.offender = marcus;
            row.at = *parse_instant(to_text(today) + "T" + time + ":00.000000Z");
            row.time_known = true;
            row.override_reason = "Test";
            row.recorded_by = "tester";
            return movements::move(*context.changes, context.db, row);
        });
        ASSERT_TRUE(moved) << moved.error().message;
    }
    void receive() { move({.move = movements::Move::Reception, .prison = prison.id}, "08:00"); }
    void let_out() { move({.move = movements::Move::Release, .reason = "Conditional"}, "10:00"); }
    /// A command as the route would run it; `item` is the code of an item.
    template <class Work>
    auto act(Work work, HandoverId handover = {}, std::string item = {}) {
        return command({{"offender", to_text(marcus)},
                        {"handover", to_text(handover)},
                        {"item", std::move(item)}},
                       work);
    }
    Result<Handover> opened(Gate gate, const char* on) {
        return act([&](web::Context& context) {
            return open_handover(context, {.gate = gate, .crosses_on = day(on)});
        });
    }
    Result<Handover> done(const Handover& row, std::string item) {
        return act(
            [&](web::Context& context) { return do_item(context, {.note = "By telephone"}); },
            row.id,
            std::move(item));
    }
    Result<Handover> closed(const Handover& row, std::optional<std::string> reason = {}) {
        return act(
            [&](web::Context& context) { return close_handover(context, {.reason = reason}); },
            row.id);
    }
    void do_all(const Handover& row) {
        for (auto item : {"reviewed_oasys", "contacted_community", "attended_meeting"})
            ASSERT_TRUE(done(row, item));
    }
    /// The last days of the open tasks that ask for a handover.
    std::vector<std::string> asked() {
        return read([&](db::Connection& db) {
            std::vector<std::string> out;
            for (const auto& task : tasks::open_about(db, std::span(&marcus.number, 1)))
                if (task.kind == "handover" && task.account == priya)
                    out.push_back(to_text(task.due_on));
            return out;
        });
    }
    std::vector<std::string> faults() {
        return read(
            [&](db::Connection& db) { return management::faults_found(db, checks(), today); });
    }
    web::Reply ask(const std::string& path, const std::string& query = {}) {
        web::Service service{.api = api,
                             .database = *database,
                             .today = [this] { return today; },
                             .who = [&](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path, .query = query});
    }
    std::string page(const std::string& path, const std::string& query = {}) {
        auto reply = ask(path, query);
        EXPECT_EQ(reply.status, 200) << path << reply.body;
        return reply.body;
    }
    std::string path() { return "/offenders/" + to_text(marcus) + "/handovers"; }
    std::string path(const Handover& row) { return path() + "/" + to_text(row.id); }
};
ON_EVERY_ENGINE(AtTheGate);

using Days = std::vector<std::string>;

template <class T>
std::string field_of(const Result<T>& refused) {
    return refused || refused.error().fields.empty() ? "" : refused.error().fields.front().field;
}

TEST_P(AtTheGate, AReleaseIsPreparedByItsDayAndClosedOnceAllIsDone) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20");
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_EQ(row->checklist, Checklist::Enhanced) << "nobody has assessed him";
    EXPECT_EQ(asked(), (Days{"2006-04-20"}));
    EXPECT_TRUE(has(page(path(*row)), "Not known when it was opened"));
    EXPECT_EQ(field_of(closed(*row)), "reason");
    do_all(*row);
    auto ended = closed(*row);
    ASSERT_TRUE(ended) << ended.error().message;
    EXPECT_EQ(ended->complete, true);
    EXPECT_EQ(ended->closed_by, "tester");
    EXPECT_EQ(asked(), Days{});
    EXPECT_EQ(faults(), Days{});
    EXPECT_TRUE(has(page(path()), "3 of 3"));
    auto late = done(*row, "reviewed_oasys");
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Error::Kind::Conflict);
}

TEST_P(AtTheGate, WithSomethingMissingItIsClosedOnlyWithAReason) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20").value();
    ASSERT_TRUE(done(row, "reviewed_oasys"));
    auto ended = closed(row, "He was released early by a court");
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->complete, false);
    EXPECT_TRUE(has(page(path(row)), "He was released early by a court"));
    EXPECT_EQ(faults(), Days{});
}

TEST_P(AtTheGate, WhatWasTickedByMistakeIsTakenBack) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20").value();
    ASSERT_TRUE(done(row, "attended_meeting"));
    EXPECT_EQ(done(row, "attended_meeting").error().kind, Error::Kind::Conflict);
    EXPECT_EQ(done(row, "sent_report").error().kind, Error::Kind::NotFound)
        << "an item of the other checklist";
    auto undo = [&] {
        return act(
            [](web::Context& context) { return undo_item(context, {.note = "Another man"}); },
            row.id,
            "attended_meeting");
    };
    ASSERT_TRUE(undo());
    EXPECT_EQ(undo().error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(has(page(path(row)), "Taken back: Another man"));
    EXPECT_EQ(faults(), Days{});
}

TEST_P(AtTheGate, TheClockMovesWithTheDay) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20").value();
    auto moved = [&](const char* on) {
        return act(
            [&](web::Context& context) { return move_handover(context, {.crosses_on = day(on)}); },
            row.id);
    };
    ASSERT_TRUE(moved("2006-05-04"));
    EXPECT_EQ(asked(), (Days{"2006-05-04"}));
    EXPECT_EQ(field_of(moved("2006-05-04")), "crosses_on");
    EXPECT_EQ(field_of(moved("2006-04-01")), "crosses_on");
    ASSERT_TRUE(moved("2006-04-20")) << "and back";
    EXPECT_EQ(asked(), (Days{"2006-04-20"}));
    EXPECT_EQ(faults(), Days{});
}

TEST_P(AtTheGate, OnlyADayOnWhichSomebodyCanCrossIsTaken) {
    EXPECT_EQ(opened(Gate::Release, "2006-04-20").error().kind, Error::Kind::Refused)
        << "nobody knows that he is in prison";
    receive();
    EXPECT_EQ(field_of(opened(Gate::Release, "2006-04-02")), "crosses_on");
    EXPECT_EQ(field_of(opened(Gate::Release, "2007-04-05")), "crosses_on");
    ASSERT_TRUE(opened(Gate::Release, "2006-04-20"));
    EXPECT_EQ(opened(Gate::Release, "2006-04-21").error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(opened(Gate::ManagerChange, "2006-04-21")) << "another gate";
    EXPECT_EQ(faults(), Days{});
}

TEST_P(AtTheGate, NobodyHandsOverWhatNobodyManages) {
    set_up([&](record::Changes& changes, db::Connection& db) {
        changes.about({"offender", marcus.number}, "test.ended");
        EXPECT_TRUE(management::terminate(changes, db, marcus, today, "It ended"));
    });
    EXPECT_EQ(opened(Gate::ManagerChange, "2006-04-20").error().kind, Error::Kind::Refused);
}

TEST_P(AtTheGate, AReleaseThatNobodyPreparedIsOverdueAfterTwoDays) {
    receive();
    let_out();
    EXPECT_TRUE(has(page("/handovers"), "0 overdue, 0 open, 1 ahead that nobody opened"));
    today = plus_days(today, 2);
    auto shown = page("/handovers");
    EXPECT_TRUE(has(shown, "1 overdue, 0 open, 0 ahead")) << shown;
    EXPECT_TRUE(has(shown, "Nobody opened it"));
    EXPECT_TRUE(has(page(path()), "the handover is not opened"));
    EXPECT_EQ(field_of(opened(Gate::Release, "2006-04-05")), "crosses_on");
    auto row = opened(Gate::Release, "2006-04-03");
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_TRUE(has(page("/handovers"), "0 of 3 done"));
    do_all(*row);
    ASSERT_TRUE(closed(*row));
    EXPECT_TRUE(has(page("/handovers"), "Nobody crosses a gate soon"));
}

TEST_P(AtTheGate, TheDayOfTheReleaseCountsAndNotThePlannedOne) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20").value();
    let_out();
    today = plus_days(today, 2);
    EXPECT_TRUE(has(page("/handovers"), "1 overdue"));
    EXPECT_TRUE(has(page(path(row)), "Was planned for"));
}

TEST_P(AtTheGate, AHandoverOfBeforeARecallKeepsItsOwnRelease) {
    receive();
    auto first = opened(Gate::Release, "2006-04-04").value();
    do_all(first);
    ASSERT_TRUE(closed(first));
    today = day("2006-04-04");
    let_out();
    EXPECT_TRUE(has(page(path(first)), "Released"));
    today = day("2006-09-04");
    receive();
    today = day("2006-12-04");
    let_out();
    today = day("2006-12-05");  // which the head of every page names
    auto shown = page(path(first));
    EXPECT_TRUE(has(shown, "4 April 2006"));
    EXPECT_FALSE(has(shown, "4 December 2006"));
    EXPECT_TRUE(has(page("/handovers"), "1 ahead that nobody opened"));
}

TEST_P(AtTheGate, AReleaseOfLongAgoIsNotLookedFor) {
    receive();
    let_out();
    today = plus_days(today, 29);
    EXPECT_TRUE(has(page("/handovers"), "Nobody crosses a gate soon"));
}

TEST_P(AtTheGate, APrisonSeesThoseOnItsRoll) {
    receive();
    ASSERT_TRUE(opened(Gate::Release, "2006-04-20"));
    as("prison", prison.id.number);
    EXPECT_TRUE(has(page("/handovers"), "0 overdue, 1 open"));
    as("prison", other_prison.id.number);
    EXPECT_TRUE(has(page("/handovers"), "Nobody crosses a gate soon"));
    EXPECT_EQ(ask(path()).status, 404);
}

TEST_P(AtTheGate, AnAreaIsLookedAtByThoseWhoseScopeHoldsIt) {
    receive();
    ASSERT_TRUE(opened(Gate::Release, "2006-04-20"));
    as("region", region.id.number);
    EXPECT_TRUE(has(page("/handovers", "area=" + to_text(manchester.id)), "0 overdue, 1 open"));
    as("area", merseyside.id.number);
    EXPECT_EQ(ask("/handovers", "area=" + to_text(manchester.id)).status, 404);
}

TEST_P(AtTheGate, ARestrictedRecordIsOnNoListButItsReaders) {
    receive();
    ASSERT_TRUE(opened(Gate::Release, "2006-04-20"));
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = marcus.number, .from_day = today});
    });
    EXPECT_TRUE(has(page("/handovers"), "Nobody crosses a gate soon"));
}

TEST_P(AtTheGate, DoctorFindsATaskThatOutlivedItsHandover) {
    receive();
    auto row = opened(Gate::Release, "2006-04-20").value();
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "test.closed");
        auto after = row;
        after.closed_on = today;
        after.closed_by = "tester";
        after.complete = false;
        after.reason = "By hand";
        changes.change(handovers, row, after);
    });
    EXPECT_EQ(faults().size(), 1u);
}

}  // namespace
}  // namespace noms::handovers
