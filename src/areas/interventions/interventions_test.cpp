#include "areas/interventions/testing.hpp"

/// From the referral to its end.
namespace noms::interventions {
namespace {

ON_EVERY_ENGINE(Interventions);

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
