#include "areas/supervision/rules_enforced.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::supervision {
namespace {

/// An order of a year with supervision, made on 1 March 2006.
sentences::Sentence order(std::int64_t id = 1, const char* disposal = "CO") {
    return {.id = {id},
            .disposal = disposal,
            .imposed_on = day("2006-03-01"),
            .term = sentences::Term::Fixed,
            .months = 12};
}

/// Two years of prison from 4 May 2005.
sentences::Sentence term(std::int64_t id = 2) {
    return {.id = {id},
            .disposal = "IMP12",
            .imposed_on = day("2005-05-04"),
            .term = sentences::Term::Fixed,
            .years = 2};
}

movements::Movement moved(const char* day, movements::Move move, std::string reason = "") {
    return {.at = *parse_instant(std::string(day) + "T09:00:00.000000Z"),
            .move = move,
            .reason = std::move(reason)};
}

Contact failure(const char* day, const char* outcome = "UA", const char* kind = "PAIAOM") {
    static std::int64_t id = 100;
    return {.id = {++id}, .kind = kind, .on_day = noms::day(day), .outcome = outcome};
}

std::vector<Enforced> ruled(EnforcedFacts facts, const char* day) {
    facts.day = noms::day(day);
    auto out = enforced(facts);
    EXPECT_TRUE(out);
    return out.value_or(std::vector<Enforced>{});
}

TEST(Enforced, IsAnOrderFromItsDayToItsEnd) {
    auto all = ruled({.sentences = {order()},
                      .failures = {failure("2006-02-28"),
                                   failure("2006-03-01"),
                                   failure("2007-02-28"),
                                   failure("2007-03-01")}},
                     "2007-03-02");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].failures.size(), 2u);
    EXPECT_FALSE(all[0].runs);
    EXPECT_TRUE(all[0].ruling.steps.empty()) << "nothing is wanted of an order that is over";
}

TEST(Enforced, IsALicenceFromTheReleaseOn) {
    using movements::Move;
    auto all = ruled({.sentences = {term()},
                      .movements = {moved("2005-05-04", Move::Reception),
                                    moved("2006-05-04", Move::Release, "Conditional")},
                      .failures = {failure("2006-05-03"), failure("2006-05-08")}},
                     "2006-05-09");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(all[0].runs);
    ASSERT_EQ(all[0].failures.size(), 1u);
    EXPECT_EQ(all[0].step_for(all[0].failures[0].id)->action, "warn");
}

struct ReleaseCase {
    const char* reason;
    bool on_licence;
};
// Criminal Justice Act 2003, s. 244: released on licence; not where nothing is left of the
// sentence.
constexpr ReleaseCase release_cases[] = {{"Conditional", true},
                                         {"Parole", true},
                                         {"HomeDetentionCurfew", true},
                                         {"NotStated", true},
                                         {"Unconditional", false},
                                         {"SentenceServed", false},
                                         {"Bail", false}};

TEST(Enforced, NeedsAReleaseThatBeginsALicence) {
    for (const auto& [reason, on_licence] : release_cases) {
        auto all = ruled({.sentences = {term()},
                          .movements = {moved("2006-05-04", movements::Move::Release, reason)}},
                         "2006-06-01");
        EXPECT_EQ(!all.empty(), on_licence) << reason;
    }
}

TEST(Enforced, IsNoLicenceAnyMoreOnceItWasRevoked) {
    auto all = ruled({.sentences = {term()},
                      .movements = {moved("2006-05-04", movements::Move::Release, "Conditional")},
                      .recalls = {{.id = {7},
                                   .sentence = {2},
                                   .requested_on = day("2006-06-01"),
                                   .decision = RecallDecision::Revoked,
                                   .decided_on = day("2006-06-02")}}},
                     "2006-06-03");
    ASSERT_EQ(all.size(), 1u);
    EXPECT_FALSE(all[0].runs);
    EXPECT_NE(all[0].recall_under_way(), nullptr);
}

TEST(Enforced, CountsAFailureAgainstTheOrderWhoseRequirementItIs) {
    auto unpaid_work = order(3);
    auto all = ruled({.sentences = {order(1), unpaid_work},
                      .requirements = {{.id = {1}, .sentence = {1}, .kind = "REQ_SUP"},
                                       {.id = {2}, .sentence = {3}, .kind = "REQ_UPW"}},
                      .failures = {failure("2006-03-06", "UA", "UW"),
                                   failure("2006-03-07", "UA", "PAIAOM"),
                                   failure("2006-03-08", "UA", "ACNOF")}},
                     "2006-03-09");
    ASSERT_EQ(all.size(), 2u);
    auto counted = [&](size_t which) { return all[which].failures.size(); };
    EXPECT_EQ(counted(0), 2u) << "its own, and one that belongs to no requirement";
    EXPECT_EQ(counted(1), 2u);
}

TEST(Enforced, CountsAgainstTheLicenceThatEndsLast) {
    auto longer = term(5);
    longer.years = 3;
    auto all = ruled({.sentences = {term(2), longer},
                      .movements = {moved("2006-05-04", movements::Move::Release, "Conditional")},
                      .failures = {failure("2006-05-08")}},
                     "2006-05-09");
    ASSERT_EQ(all.size(), 2u);
    for (const auto& each : all)
        EXPECT_EQ(each.failures.size(), each.sentence.id.number == 5 ? 1u : 0u);
}

TEST(Enforced, HasEveryFailureUpToTheDecisionAnsweredByABreach) {
    EnforcedFacts facts{
        .sentences = {order()},
        .failures = {failure("2006-03-06"), failure("2006-03-20"), failure("2006-04-10")}};
    Breach breach{.id = {9}, .sentence = {1}, .begun_on = day("2006-03-22")};
    facts.breaches = {breach};
    auto all = ruled(facts, "2006-04-12");
    EXPECT_TRUE(all[0].ruling.steps.empty());
    EXPECT_EQ(all[0].ruling.failures, 3) << "they count all the same";
    facts.breaches[0].result = BreachResult::Amended;
    facts.breaches[0].decided_on = day("2006-04-03");
    all = ruled(facts, "2006-04-12");
    ASSERT_EQ(all[0].ruling.steps.size(), 1u);
    EXPECT_EQ(all[0].ruling.steps[0].because_of, day("2006-04-10"));
    EXPECT_EQ(all[0].ruling.steps[0].action, "breach");
}

TEST(Enforced, TakesEveryDisposalThatBringsAManagerButOneWithoutALicence) {
    for (const auto& each : sentences::disposals()) {
        if (each.managed != sentences::Managed::Yes) continue;
        // Released unconditionally: Criminal Justice Act 1991, s. 33(1)(a).
        EXPECT_EQ(enforced_under(each.code) != nullptr, each.code != "IMP_LT12") << each.code;
    }
    EXPECT_EQ(enforced_under("FINE"), nullptr);
}

struct PowerCase {
    const char* disposal;
    const char* day;
    BreachResult result;
    bool lawful;
};
// Criminal Justice Act 2003, Sch. 8 paras. 9, 10 and 13, Sch. 12 para. 8; fines from 3 December
// 2012, Legal Aid, Sentencing and Punishment of Offenders Act 2012, ss. 67 and 69 (from memory);
// before the Act of 2003: Powers of Criminal Courts (Sentencing) Act 2000, Sch. 3 para. 4.
constexpr PowerCase power_cases[] = {{"CO", "2006-05-02", BreachResult::Amended, true},
                                     {"CO", "2006-05-02", BreachResult::Resentenced, true},
                                     {"CO", "2006-05-02", BreachResult::Fine, false},
                                     {"CO", "2012-12-02", BreachResult::Fine, false},
                                     {"CO", "2012-12-03", BreachResult::Fine, true},
                                     {"CO", "2006-05-02", BreachResult::Activated, false},
                                     {"SSO", "2006-05-02", BreachResult::Activated, true},
                                     {"SSO", "2006-05-02", BreachResult::Resentenced, false},
                                     {"SSO", "2006-05-02", BreachResult::Amended, true},
                                     {"CRO", "2004-05-04", BreachResult::Fine, true},
                                     {"CRO", "2006-05-02", BreachResult::Amended, false},
                                     {"CRO", "2004-05-04", BreachResult::Revoked, true},
                                     {"CO", "2006-05-02", BreachResult::NotProved, true},
                                     {"SSO", "2006-05-02", BreachResult::Other, true}};

TEST(BreachPowers, AreThoseOfTheDayAndTheOrder) {
    for (const auto& [disposal, day, result, lawful] : power_cases) {
        bool found = false;
        for (const auto& power : breach_powers(disposal, noms::day(day)))
            found |= power.result == result;
        EXPECT_EQ(found, lawful) << disposal << " " << day << " " << in_words(result);
    }
}

struct RecallCase {
    RecallKind kind;
    const char* day;
    bool lawful;
};
// Criminal Justice Act 2003, s. 254; s. 255A from 14 July 2008 (policy.md 7).
constexpr RecallCase recall_cases[] = {{RecallKind::Standard, "2005-06-01", true},
                                       {RecallKind::Emergency, "2005-06-01", true},
                                       {RecallKind::FixedTerm, "2008-07-13", false},
                                       {RecallKind::FixedTerm, "2008-07-14", true}};

TEST(Recall, IsOfTheKindsOfTheDay) {
    for (const auto& [kind, day, lawful] : recall_cases)
        EXPECT_EQ(bool(may_recall(kind, noms::day(day))), lawful) << in_words(kind) << " " << day;
}

TEST(Recall, IsDecidedByWhomTheLawOfTheDaySays) {
    auto authority = [](const sentences::Sentence& of, const char* day) {
        return recall_authority(of, noms::day(day)).value().value;
    };
    auto life = term();
    life.term = sentences::Term::Indeterminate;
    EXPECT_EQ(authority(term(), "2005-04-04"), "Secretary of State");
    EXPECT_NE(authority(term(), "2005-04-03").find("Parole Board"), std::string::npos);
    EXPECT_NE(authority(life, "2008-07-13").find("Parole Board"), std::string::npos);
    EXPECT_EQ(authority(life, "2008-07-14"), "Secretary of State");
}

TEST(Recall, EndsWithItsTermOnlyWhereItHasOne) {
    auto ends = [](RecallKind kind) { return recall_results(kind).back(); };
    EXPECT_EQ(ends(RecallKind::FixedTerm), RecallResult::TermServed);
    EXPECT_EQ(ends(RecallKind::Standard), RecallResult::NotReleased);
}

}  // namespace
}  // namespace noms::supervision
