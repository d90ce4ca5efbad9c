#include "areas/release_dates/rules_facts.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;
using movements::Move;
using movements::Place;

Instant at(std::string_view iso) {
    return parse_instant(std::string(iso) + "T09:00:00.000000Z").value();
}

sentences::SentenceForOffence passed(std::int64_t id, std::string disposal, std::string_view on) {
    return {.sentence = {.id = {id},
                         .offence = {id},
                         .disposal = std::move(disposal),
                         .imposed_on = date(on),
                         .term = sentences::Term::Fixed,
                         .years = 2},
            .offence = "Burglary"};
}

TEST(Facts, AreTheCustodialSentencesThatRun) {
    Recorded recorded{.sentences = {passed(1, "IMP_12_4Y91", "2001-01-08"),
                                    passed(2, "IMP12", "2006-01-09"),
                                    passed(3, "CO", "2006-01-09"),
                                    passed(4, "IMP12", "2006-02-01")}};
    recorded.sentences[3].sentence.ended_on = date("2006-03-01");
    recorded.sentences[3].sentence.ended_reason = sentences::EndReason::Quashed;
    auto facts = facts_of(recorded, date("2006-04-03"));
    ASSERT_EQ(facts.sentences.size(), 1u);
    EXPECT_EQ(facts.sentences[0].imposed_on, date("2006-01-09"));
    EXPECT_EQ(facts.sentences[0].offence, "Burglary");
}

TEST(Facts, HaveASuspendedTermFromTheDayItTakesEffectAndSoMuchOfItAsTheCourtLet) {
    Recorded recorded{.sentences = {passed(1, "SSO", "2006-01-09")}};
    auto& order = recorded.sentences[0].sentence;
    order.years = 0;
    order.months = 9;
    order.operational_months = 18;
    EXPECT_TRUE(facts_of(recorded, date("2006-04-03")).sentences.empty()) << "still suspended";
    order.activated_on = date("2006-06-01");
    EXPECT_TRUE(facts_of(recorded, date("2006-05-31")).sentences.empty());
    auto facts = facts_of(recorded, date("2006-06-01"));
    ASSERT_EQ(facts.sentences.size(), 1u);
    EXPECT_EQ(facts.sentences[0].imposed_on, date("2006-06-01"));
    EXPECT_EQ(facts.sentences[0].length, (sentences::Length{.months = 9}));
    order.activated_months = 4;
    EXPECT_EQ(facts_of(recorded, date("2006-06-01")).sentences[0].length.months, 4);
    EXPECT_TRUE(facts_of(recorded, date("2006-10-01")).sentences.empty()) << "served";
}

TEST(Facts, KeepASentenceThatARunningOneFollows) {
    Recorded recorded{
        .sentences = {passed(1, "IMP12", "2005-06-01"), passed(2, "IMP12", "2005-06-01")}};
    recorded.sentences[1].sentence.consecutive_to = Id<sentences::Sentence>{1};
    EXPECT_EQ(facts_of(recorded, date("2008-01-01")).sentences.size(), 2u);
    EXPECT_EQ(facts_of(recorded, date("2010-01-01")).sentences.size(), 0u);
    // What was quashed, or struck out, is no longer there to be followed.
    recorded.sentences[0].sentence.ended_on = date("2006-01-01");
    for (auto reason : {sentences::EndReason::Quashed, sentences::EndReason::RecordedInError}) {
        recorded.sentences[0].sentence.ended_reason = reason;
        EXPECT_EQ(facts_of(recorded, date("2006-06-01")).sentences.size(), 1u);
    }
}

TEST(Facts, CountAnAbsenceFromTheEscapeToTheDayBack) {
    Recorded recorded{.sentences = {passed(1, "IMP12", "2006-01-09")}};
    // The newest first, as they are read.
    recorded.movements = {
        {.at = at("2006-03-20"), .move = Move::Recapture, .place = Place::Prison},
        {.at = at("2006-03-10"), .move = Move::Escape, .place = Place::AtLarge},
        {.at = at("2006-01-09"), .move = Move::Reception, .place = Place::Prison}};
    auto facts = facts_of(recorded, date("2006-04-03"));
    ASSERT_EQ(facts.absences.size(), 1u);
    EXPECT_EQ(facts.absences[0], (AbsenceFact{date("2006-03-10"), date("2006-03-20")}));
    EXPECT_FALSE(facts_of(recorded, date("2006-03-15")).absences[0].back_on);
}

TEST(Facts, TellARecallByItsWarrant) {
    Recorded recorded{.sentences = {passed(1, "IMP12", "2006-01-09")}};
    recorded.warrants = {
        {.id = {5}, .kind = movements::WarrantKind::Recall, .issued_on = date("2007-02-20")}};
    recorded.movements = {{.at = at("2007-02-22"),
                           .move = Move::Reception,
                           .place = Place::Prison,
                           .warrant = Id<movements::Warrant>{5}},
                          {.at = at("2007-01-08"),
                           .move = Move::Release,
                           .place = Place::Community,
                           .reason = "Conditional"}};
    auto facts = facts_of(recorded, date("2007-03-01"));
    ASSERT_EQ(facts.recalls.size(), 1u);
    EXPECT_EQ(facts.recalls[0], (RecallFact{date("2007-02-20"), date("2007-02-22")}));
    EXPECT_EQ(facts.releases.at(0).reason, "Conditional");
    recorded.warrants[0].recall_term = movements::RecallTerm::Days28;
    EXPECT_EQ(facts_of(recorded, date("2007-03-01")).recalls[0].term,
              movements::RecallTerm::Days28);
}

TEST(Facts, LeaveOutWhatWasBeforeTheFirstSentence) {
    Recorded recorded{.sentences = {passed(1, "IMP12", "2006-01-09")}};
    recorded.added = {{AddedKind::Awarded, 7, date("2004-01-01")},
                      {AddedKind::Awarded, 14, date("2006-02-01")},
                      {AddedKind::Awarded, 21, date("2006-05-01")}};
    auto facts = facts_of(recorded, date("2006-04-03"));
    ASSERT_EQ(facts.added.size(), 1u);
    EXPECT_EQ(facts.added[0].days, 14);
}

TEST(Facts, KnowWhoIsSubjectToNotification) {
    Recorded recorded{
        .sentences = {passed(1, "IMP12", "2006-01-09"), passed(2, "NOTIF", "2006-01-09")}};
    EXPECT_TRUE(facts_of(recorded, date("2006-04-03")).registered_sex_offender);
}

}  // namespace
}  // namespace noms::release_dates
