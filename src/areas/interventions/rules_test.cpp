#include "areas/interventions/rules.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "kit/describe/rows.hpp"

namespace noms::interventions {
namespace {

/// A row of vectors/referral_step.csv; `refused` is part of the reason, empty where it leads on.
struct Case {
    std::string name{};
    Step step = Step::Accept;
    ReferralState state = ReferralState::Referred;
    bool at_place = false;
    bool may_refer = false;
    Consulted consulted = Consulted::NotNeeded;
    int free_places = 0;
    std::optional<int> sessions_wanted{};
    int sessions_attended = 0;
    bool gives_reason = false;
    ReferralState to = ReferralState::Referred;
    std::optional<std::string> refused{};
    std::string source{};
};
DESCRIBE(Case,
         name,
         step,
         state,
         at_place,
         may_refer,
         consulted,
         free_places,
         sessions_wanted,
         sessions_attended,
         gives_reason,
         to,
         refused,
         source)

TEST(ReferralStep, IsAsTheTableOfCasesSays) {
    std::ifstream file(VECTORS "/referral_step.csv");
    std::stringstream text;
    text << file.rdbuf();
    auto table = rows::read<Case>(text.str());
    EXPECT_GT(table.size(), 25u);
    for (const auto& row : table) {
        auto ruling = referral_step({.step = row.step,
                                     .state = row.state,
                                     .at_place = row.at_place,
                                     .may_refer = row.may_refer,
                                     .consulted = row.consulted,
                                     .free_places = row.free_places,
                                     .sessions_wanted = row.sessions_wanted,
                                     .sessions_attended = row.sessions_attended,
                                     .gives_reason = row.gives_reason});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->state, row.to) << row.name;
        EXPECT_EQ(ruling->refused.empty(), !row.refused) << row.name << ruling->refused;
        if (!row.refused) continue;
        EXPECT_NE(ruling->refused.find(*row.refused), std::string::npos)
            << row.name << ": " << ruling->refused;
    }
}

TEST(ReferralStep, IsOfferedToThoseWhoMayTakeIt) {
    StepFacts facts{.state = ReferralState::Accepted, .at_place = true, .free_places = 1};
    EXPECT_EQ(steps_open(facts), (std::vector{Step::Wait, Step::Start}));
    facts.may_refer = true;
    EXPECT_EQ(steps_open(facts), (std::vector{Step::Wait, Step::Start, Step::Withdraw}));
    facts.at_place = false;
    EXPECT_EQ(steps_open(facts), std::vector{Step::Withdraw});
    facts.state = ReferralState::Completed;
    EXPECT_TRUE(steps_open(facts).empty());
}

TEST(Consulting, IsAwaitedUntilItsClockHasRunOut) {
    auto day = [](const char* iso) { return *parse_date(iso); };
    Consultation asked{.asked_on = day("2006-04-03"), .due_on = day("2006-04-10")};
    EXPECT_EQ(consulted({}, false, day("2006-04-03")), Consulted::NotNeeded);
    EXPECT_EQ(consulted({}, true, day("2006-04-03")), Consulted::NotAsked);
    EXPECT_EQ(consulted(asked, true, day("2006-04-10")), Consulted::Awaited);
    EXPECT_EQ(consulted(asked, true, day("2006-04-11")), Consulted::OutOfTime);
    asked.view = View::Disagrees;
    EXPECT_EQ(consulted(asked, true, day("2006-04-11")), Consulted::Disagrees);
}

TEST(AfterMove, LosesAPrisonsPlaceAndInterruptsWhatIsUnderWay) {
    constexpr BodyId here{1}, there{2};
    catalogue::Offering inside{.setting = catalogue::Setting::Custody, .place = here};
    catalogue::Offering outside{.setting = catalogue::Setting::Community, .place = there};
    auto of = [](ReferralState state) { return Referral{.state = state}; };
    using enum ReferralState;
    EXPECT_EQ(after_move(of(Started), inside, here), AfterMove::Stays);
    EXPECT_EQ(after_move(of(Started), inside, there), AfterMove::Interrupted);
    EXPECT_EQ(after_move(of(Started), inside, {}), AfterMove::Interrupted);
    EXPECT_EQ(after_move(of(Waiting), inside, {}), AfterMove::Withdrawn);
    EXPECT_EQ(after_move(of(Waiting), outside, here), AfterMove::Stays);
    EXPECT_EQ(after_move(of(Started), outside, here), AfterMove::Interrupted);
    EXPECT_EQ(after_move(of(Started), outside, {}), AfterMove::Stays);
    auto over = of(Completed);
    over.ended_on = *parse_date("2006-04-03");
    EXPECT_EQ(after_move(over, inside, {}), AfterMove::Stays);
}

TEST(Session, LiesBetweenTheStartAndToday) {
    auto day = [](const char* iso) { return *parse_date(iso); };
    Referral referral{.state = ReferralState::Started, .started_on = day("2006-04-03")};
    EXPECT_TRUE(may_record_session(referral, day("2006-04-03"), day("2006-04-05")));
    EXPECT_TRUE(may_record_session(referral, day("2006-04-05"), day("2006-04-05")));
    EXPECT_FALSE(may_record_session(referral, day("2006-04-02"), day("2006-04-05")));
    EXPECT_FALSE(may_record_session(referral, day("2006-04-06"), day("2006-04-05")));
    referral.state = ReferralState::Waiting;
    EXPECT_FALSE(may_record_session(referral, day("2006-04-04"), day("2006-04-05")));
}

}  // namespace
}  // namespace noms::interventions
