#include "areas/interventions/testing.hpp"

/// The manager is asked, the governor decides, and both views are kept.
namespace noms::interventions {
namespace {

class Consultations : public Interventions {};
ON_EVERY_ENGINE(Consultations);

TEST_P(Consultations, AskTheManagerBeforeAPrisonConfirmsAPlace) {
    as_prison();
    auto made = refer_to(inside).value();
    EXPECT_EQ(open_kinds(), (std::vector<std::string>{"consult_manager", "decide_referral"}));
    auto early = step(made, Step::Accept);
    ASSERT_FALSE(early);
    EXPECT_TRUE(has(early.error().message, "has not answered yet"));
    as_manager();
    today = plus_days(today, 2);
    EXPECT_EQ(field_of(answer(asked_about(made), View::Disagrees)), "words");
    ASSERT_TRUE(answer(asked_about(made), View::Disagrees, "A move is planned"));
    EXPECT_FALSE(answer(asked_about(made), View::Agrees));
    as_prison();
    today = plus_days(today, 1);
    EXPECT_EQ(field_of(step(made, Step::Accept)), "reason");
    ASSERT_TRUE(step(made, Step::Accept, "The move is off"));
    auto both = asked_about(made);
    EXPECT_EQ(both.decision, Decision::Confirmed);
    EXPECT_EQ(both.decision_words, "The move is off");
    auto shown = page(path() + "/referrals/" + to_text(made.id));
    EXPECT_TRUE(has(shown, "Disagrees: A move is planned"));
    EXPECT_TRUE(has(shown, "after 2 days"));
    EXPECT_TRUE(has(shown, "after 3 days"));
    EXPECT_TRUE(open_kinds().empty());
    EXPECT_TRUE(faults().empty());
}

TEST_P(Consultations, LetTheGovernorDecideWhenTheManagersTimeIsOver) {
    as_prison();
    auto made = refer_to(inside).value();
    today = asked_about(made).due_on;
    EXPECT_FALSE(step(made, Step::Accept, "In a hurry"));
    today = plus_days(today, 1);
    EXPECT_TRUE(step(made, Step::Accept, "No answer came"));
}

TEST_P(Consultations, TakeTheManagersOwnReferralForTheView) {
    auto made = refer_to(inside).value();
    EXPECT_EQ(asked_about(made).view, View::Agrees);
    as_prison();
    EXPECT_TRUE(step(made, Step::Accept));
}

TEST_P(Consultations, ConsultBeforeATemporaryRelease) {
    as_prison();
    auto asked = act([](web::Context& context) {
        return ask(context, {.question = "Home from Friday to Sunday, to his sister"});
    });
    ASSERT_TRUE(asked);
    auto decide_as = [&](Decision decision, std::optional<std::string> words) {
        return act(
            [&](web::Context& context) {
                return decide(context, {.decision = decision, .words = words});
            },
            0,
            asked->id.number);
    };
    EXPECT_FALSE(decide_as(Decision::Confirmed, "now"));
    as_manager();
    auto shown = page(path() + "/consultations/" + to_text(asked->id));
    EXPECT_TRUE(has(shown, "to his sister"));
    EXPECT_TRUE(has(shown, "Your view as offender manager"));
    EXPECT_FALSE(has(shown, "The governor's decision"));
    ASSERT_TRUE(answer(*asked, View::Disagrees, "The sister moved"));
    EXPECT_FALSE(decide_as(Decision::Refused, {}));
    as_prison();
    EXPECT_EQ(field_of(decide_as(Decision::Confirmed, {})), "words");
    ASSERT_TRUE(decide_as(Decision::Confirmed, "She moved nearer"));
    EXPECT_FALSE(decide_as(Decision::Refused, {}));
    EXPECT_TRUE(has(page(path() + "/referrals"), "Governor: confirmed"));
    EXPECT_TRUE(faults().empty());
}

TEST_P(Consultations, LetNobodyOutForATimeBeforeTheGovernorConfirmedItOrSomebodySaysWhy) {
    as_prison();
    auto goes_out = [&](std::string why, std::optional<Date> on = {}) {
        return act([&](web::Context& context) -> Result<bool> {
            movements::Movement row{.offender = marcus,
                                    .at = movements::end_of(on.value_or(today)),
                                    .move = movements::Move::TemporaryAbsence,
                                    .override_reason = std::move(why)};
            CHECK(confirmed_before_absence(context, row));
            return true;
        });
    };
    EXPECT_EQ(field_of(goes_out("")), "not_consulted");
    EXPECT_TRUE(goes_out("His mother is dying"));
    auto asked = act([](web::Context& context) {
        return ask(context, {.question = "Home from Friday to Sunday, to his sister"});
    });
    ASSERT_TRUE(asked);
    EXPECT_FALSE(goes_out("")) << "asked, and not decided";
    ASSERT_TRUE(answer(*asked, View::Agrees));
    as_prison();
    auto decided = [&](Decision decision) {
        return act([&](web::Context& context) { return decide(context, {.decision = decision}); },
                   0,
                   asked->id.number);
    };
    ASSERT_TRUE(decided(Decision::Confirmed));
    EXPECT_TRUE(goes_out(""));
    EXPECT_FALSE(goes_out("", plus_days(today, -1))) << "the day before it was decided";
    today = plus_days(today, confirmed_release_days);
    EXPECT_TRUE(goes_out(""));
    today = plus_days(today, 1);
    EXPECT_FALSE(goes_out("")) << "long ago";
}

}  // namespace
}  // namespace noms::interventions
