#include "areas/reports/rules.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/reports/rules_proposal.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

std::vector<std::string> listed(const std::optional<std::string>& words) {
    return words ? split(*words, '|') : std::vector<std::string>{};
}

struct DeadlineCase {
    std::string name{};
    Kind kind = Kind::StandardDelivery;
    std::optional<bool> crown{};
    Date asked_on{};
    Date hearing_on{};
    Date due_on{};
    std::string source{};
};
DESCRIBE(DeadlineCase, name, kind, crown, asked_on, hearing_on, due_on, source)

TEST(Deadline, IsCountedAsTheTableOfCasesSays) {
    auto cases = table<DeadlineCase>("deadline");
    EXPECT_EQ(cases.size(), 8u);
    for (const auto& row : cases) {
        auto ruling = deadline({row.kind, row.crown, row.asked_on, row.hearing_on});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->due_on, row.due_on) << row.name << to_text(ruling->due_on);
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

TEST(Deadline, IsRefusedBeforeTheRequestAndForKindsThatWereNotKnown) {
    auto day = [](const char* iso) { return *parse_date(iso); };
    auto early = deadline({.asked_on = day("2006-04-03"), .hearing_on = day("2006-04-02")});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().fields.front().field, "hearing_on");
    auto unknown = deadline({.asked_on = day("2005-04-01"), .hearing_on = day("2005-06-02")});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().fields.front().field, "kind");
    EXPECT_FALSE(deadline({.asked_on = day("2040-04-02"), .hearing_on = day("2040-06-02")}));
}

struct StepCase {
    std::string name{};
    Step step = Step::Name;
    State state = State::Unallocated;
    bool gate_kept = false;
    bool is_writer = false;
    bool complete = false;
    bool gives_reason = false;
    State to = State::Unallocated;
    std::optional<std::string> refused{};
    std::string source{};
};
DESCRIBE(
    StepCase, name, step, state, gate_kept, is_writer, complete, gives_reason, to, refused, source)

TEST(ReportStep, IsAsTheTableOfCasesSays) {
    auto cases = table<StepCase>("step");
    EXPECT_EQ(cases.size(), 25u);
    for (const auto& row : cases) {
        auto ruling = report_step({.step = row.step,
                                   .state = row.state,
                                   .gate_kept = row.gate_kept,
                                   .is_writer = row.is_writer,
                                   .complete = row.complete,
                                   .gives_reason = row.gives_reason});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->state, row.to) << row.name;
        EXPECT_EQ(ruling->refused.empty(), !row.refused) << row.name << ruling->refused;
        EXPECT_NE(ruling->refused.find(row.refused.value_or("")), std::string::npos)
            << row.name << ": " << ruling->refused;
    }
}

struct ConcordanceCase {
    std::string name{};
    std::string proposed{};
    std::optional<std::string> requirements{};
    std::string passed{};
    std::optional<std::string> passed_requirements{};
    Concordance is = Concordance::Followed;
    std::string source{};
};
DESCRIBE(ConcordanceCase, name, proposed, requirements, passed, passed_requirements, is, source)

TEST(Concordance, IsAsTheTableOfCasesSays) {
    auto cases = table<ConcordanceCase>("concordance");
    EXPECT_EQ(cases.size(), 14u);
    for (const auto& row : cases) {
        ConcordanceFacts facts{.proposed = row.proposed, .requirements = listed(row.requirements)};
        for (const auto& code : split(row.passed, '|'))
            facts.passed.push_back({code, listed(row.passed_requirements)});
        auto ruling = concordance(facts);
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->is, row.is) << row.name;
    }
}

TEST(Concordance, ComparesNothingWhereNothingWasProposedOrPassed) {
    auto nothing = concordance({.passed = {{"FINE", {}}}});
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->is);
    EXPECT_FALSE(concordance({.proposed = "FINE"}));
    EXPECT_FALSE(concordance({.proposed = "FINE", .passed = {{"COMP", {}}}}));
}

struct ProposalCase {
    std::string name{};
    Date hearing_on{};
    std::optional<Date> committed_on{};
    std::optional<Date> born{};
    std::optional<Seriousness> seriousness{};
    std::optional<Specified> specified{};
    std::optional<int> reconviction_percent{};
    std::optional<assessments::Rosh> rosh{};
    bool assessed = false;
    std::optional<std::string> needs{};
    std::optional<int> previous_convictions{};
    std::optional<bool> priority_offender{};
    std::optional<bool> broke_order{};
    std::optional<bool> willing{};
    std::optional<bool> fit_for_work{};
    bool wants_punishment = false;
    Course course = Course::NotYet;
    std::optional<std::string> disposal{};
    std::optional<std::string> requirements{};
    std::string says{};
    std::string source{};
};
DESCRIBE(ProposalCase,
         name,
         hearing_on,
         committed_on,
         born,
         seriousness,
         specified,
         reconviction_percent,
         rosh,
         assessed,
         needs,
         previous_convictions,
         priority_offender,
         broke_order,
         willing,
         fit_for_work,
         wants_punishment,
         course,
         disposal,
         requirements,
         says,
         source)

ProposalFacts facts_of(const ProposalCase& row) {
    return {.hearing_on = row.hearing_on,
            .committed_on = row.committed_on,
            .born = row.born,
            .seriousness = row.seriousness,
            .specified = row.specified,
            .reconviction_percent = row.reconviction_percent,
            .rosh = row.rosh,
            .assessed = row.assessed,
            .needs = listed(row.needs),
            .previous_convictions = row.previous_convictions,
            .priority_offender = row.priority_offender,
            .broke_order = row.broke_order,
            .willing = row.willing,
            .fit_for_work = row.fit_for_work,
            .wants_punishment = row.wants_punishment};
}

/// Everything that a ruling says, in one text.
std::string said_in(const ProposalRuling& ruling) {
    std::string all;
    for (const auto& ground : ruling.because) all += ground.text + "\n";
    for (const auto& each : ruling.requirements) all += each.why + "\n";
    for (const auto& line : ruling.consider) all += line + "\n";
    for (const auto& line : ruling.missing) all += line + "\n";
    return all;
}

TEST(Proposal, IsSuggestedAsTheTableOfCasesSays) {
    auto cases = table<ProposalCase>("proposal");
    EXPECT_EQ(cases.size(), 29u);
    for (const auto& row : cases) {
        auto ruling = proposal(facts_of(row));
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->course, row.course) << row.name;
        EXPECT_EQ(ruling->disposal, row.disposal.value_or("")) << row.name;
        std::vector<std::string> kinds;
        for (const auto& each : ruling->requirements) kinds.push_back(each.kind);
        EXPECT_EQ(kinds, listed(row.requirements)) << row.name;
        EXPECT_NE(lower(said_in(*ruling)).find(lower(row.says)), std::string::npos)
            << row.name << ":\n"
            << said_in(*ruling);
    }
}

void expect_lawful(const sentences::DisposalFacts& facts, const std::string& name) {
    auto said = sentences::disposal_ruling(facts);
    EXPECT_TRUE(said->lawful) << name << ": " << said->because.front().text;
}

TEST(Proposal, IsAlwaysOneThatACourtCouldPass) {
    for (const auto& row : table<ProposalCase>("proposal")) {
        auto ruling = proposal(facts_of(row));
        if (ruling->disposal.empty() || ruling->disposal == "FINE") continue;
        sentences::DisposalFacts facts{.disposal = ruling->disposal,
                                       .imposed_on = row.hearing_on,
                                       .committed_on = row.committed_on,
                                       .born = row.born,
                                       .purposes = {sentences::Purpose::Punish},
                                       .length = {.months = ruling->months.value_or(0)},
                                       .hours = ruling->hours};
        if (ruling->requirements.empty()) expect_lawful(facts, row.name);
        for (const auto& each : ruling->requirements) {
            std::vector<std::string> others;
            for (const auto& other : ruling->requirements)
                if (other.kind != each.kind) others.push_back(other.kind);
            EXPECT_TRUE(sentences::compatibility_faults(each.kind, others, row.born, row.hearing_on)
                            .empty())
                << row.name << ": " << each.kind;
            if (each.kind == "EM") continue;  // alone it is none: it watches another
            facts.requirement = each.kind;
            facts.requirement_amount = each.amount;
            expect_lawful(facts, row.name);
        }
    }
}

TEST(Proposal, IsRefusedBeforeTheActOf2003) {
    EXPECT_FALSE(proposal({.hearing_on = *parse_date("2005-04-03")}));
    EXPECT_TRUE(proposal({.hearing_on = *parse_date("2005-04-04")}));
}

}  // namespace
}  // namespace noms::reports
