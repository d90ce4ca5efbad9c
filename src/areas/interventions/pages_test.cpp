#include "areas/interventions/testing.hpp"

/// What fits, the lists and the cohort.
namespace noms::interventions {
namespace {

class InterventionPages : public Interventions {};
ON_EVERY_ENGINE(InterventionPages);

TEST_P(InterventionPages, ShowWhatFitsWhereWhenAndWhatRulesTheRestOut) {
    offered("WOMEN_ABUSE", "Refuge", prison, catalogue::Setting::Custody, 3);
    auto fits = page(path() + "/fits");
    EXPECT_TRUE(has(fits, "0 fit now, 0 after release, 2 are to be found out and 1 are ruled out"));
    EXPECT_TRUE(has(fits, "Need not known: Accommodation"));
    EXPECT_TRUE(has(fits, "For women"));
    EXPECT_TRUE(has(fits, "From the release; its day is not approved yet") ||
                has(fits, "Not known"));
    EXPECT_FALSE(has(fits, "Elsewhere"));
    EXPECT_TRUE(has(page(path() + "/fits", "need=FIN"), "Nothing is offered there"));
    EXPECT_EQ(ask_for(path() + "/fits", "where=Region").status, 200);
    EXPECT_TRUE(has(ask_for(path() + "/fits", "where=Region").body, "Elsewhere"));
    EXPECT_EQ(ask_for("/api" + path() + "/fits").status, 200);
}

TEST_P(InterventionPages, SayWhenNothingIsOfferedWithinReach) {
    auto form = page(path() + "/referrals/add");
    EXPECT_FALSE(has(form, "Nothing is offered within reach"));
    who.scope_kind = "national";  // the area holds his record from later on
    today = day("2004-12-31");
    form = page(path() + "/referrals/add");
    EXPECT_TRUE(has(form, "Nothing is offered within reach"));
    EXPECT_FALSE(has(form, "<textarea"));
}

TEST_P(InterventionPages, AreListedForTheirPlaceAndHiddenWhereARecordIsRestricted) {
    auto made = refer_to(inside).value();
    as_prison();
    EXPECT_TRUE(has(page("/referrals"), "Odell, Marcus"));
    EXPECT_TRUE(has(page("/referrals", "state=Completed"), "No referral stands there"));
    EXPECT_EQ(ask_for("/api/referrals", "state=Referred").status, 200);
    who.scope_body = other_prison.id.number;
    EXPECT_FALSE(has(page("/referrals"), "Odell, Marcus"));
    as_prison();
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = marcus.number, .from_day = today});
    });
    auto list = page("/referrals");
    EXPECT_FALSE(has(list, "Odell"));
    EXPECT_TRUE(has(list, "0 are open"));
    EXPECT_EQ(ask_for(path() + "/referrals/" + to_text(made.id)).status, 404);
}

TEST_P(InterventionPages, KeepThoseWhoStartedAsACohort) {
    auto begun = started_inside();
    auto starters = "/catalogue/" + to_text(inside.id) + "/starters";
    EXPECT_TRUE(has(page(starters, "month=2006-04"), "1 started in 2006-04"));
    EXPECT_TRUE(has(page(starters), "Odell, Marcus"));
    EXPECT_TRUE(has(page(starters, "month=2006-05"), "Nobody started in that time"));
    EXPECT_EQ(ask_for(starters, "month=April").status, 422);
    today = plus_days(today, 1);
    ASSERT_TRUE(step(begun, Step::NotComplete, "Moved to another wing"));
    EXPECT_TRUE(has(page(starters, "month=2006-04"), "1 started in 2006-04"));
    as_manager();
    who.scope_body = merseyside.id.number;
    auto elsewhere = page(starters, "month=2006-04");
    EXPECT_TRUE(has(elsewhere, "1 started in 2006-04"));
    EXPECT_FALSE(has(elsewhere, "Odell"));
}

TEST_P(InterventionPages, ShowTheFormsToReferAndToCarryOn) {
    EXPECT_TRUE(has(ask_for(path() + "/referrals/add", "offering=" + to_text(inside.id)).body,
                    "How it fits"));
    auto begun = started_inside();
    auto form = ask_for(path() + "/referrals/" + to_text(begun.id) + "/carry-on").body;
    EXPECT_TRUE(has(form, "Second Start"));
    EXPECT_FALSE(has(form, "Elsewhere"));
    EXPECT_EQ(ask_for(path() + "/consultations/ask").status, 200);
    EXPECT_TRUE(has(page(path() + "/referrals"), "1 referral, 1 open"));
}

}  // namespace
}  // namespace noms::interventions
