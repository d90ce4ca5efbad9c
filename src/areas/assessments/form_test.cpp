#include "areas/assessments/form.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "areas/assessments/answering.hpp"
#include "areas/assessments/ogp.hpp"
#include "areas/assessments/ogrs3.hpp"
#include "areas/assessments/ovp.hpp"
#include "areas/assessments/scoring.hpp"
#include "areas/assessments/testing.hpp"
#include "kit/base/text.hpp"

namespace noms::assessments {
namespace {

const std::string form = form_on(day("2006-04-03"))->form;

TEST(Form, HasTheThirteenSectionsAndWhatFollowsThem) {
    std::vector<std::string> codes;
    for (const auto& section : sections_of(form)) codes.push_back(section.code);
    EXPECT_EQ(codes,
              (std::vector<std::string>{"1",
                                        "2",
                                        "3",
                                        "4",
                                        "5",
                                        "6",
                                        "7",
                                        "8",
                                        "9",
                                        "10",
                                        "11",
                                        "12",
                                        "13",
                                        "screening",
                                        "full",
                                        "risk",
                                        "self"}));
    for (const auto& section : sections_of(form))
        EXPECT_FALSE(questions_of(form, section.code).empty()) << section.code;
}

TEST(Form, AsksEachQuestionOnceInASectionThatThereIs) {
    std::set<std::string> seen;
    for (const auto& question : questions_of(form)) {
        EXPECT_TRUE(seen.insert(question.question).second) << question.question;
        EXPECT_TRUE(section_of(form, question.section)) << question.question;
        EXPECT_FALSE(question.source.empty()) << question.question;
        EXPECT_FALSE(question.certainty.empty()) << question.question;
    }
}

TEST(Form, AsksEveryQuestionThatMakesANeed) {
    // Sections and questions of case-management.md 2.5, as `oasys-needs` has them.
    auto needs = oasys_needs({}).value();
    for (const auto& section : needs.sections)
        for (const auto& code : section.not_known) {
            const auto* question = question_of(form, code);
            ASSERT_TRUE(question) << code;
            EXPECT_EQ(question->section, std::to_string(section.section)) << code;
            EXPECT_EQ(question->asked, Asked::Must) << code;
        }
}

template <class Facts>
std::set<std::string> not_fed(const std::string& rule_set) {
    std::set<std::string> out;
    for (const auto& field : describe::type_of<Facts>().fields)
        if (questions_giving(form, rule_set + "." + std::string(field.name)).empty())
            out.insert(std::string(field.name));
    return out;
}

TEST(Form, FeedsEveryFactOfThePredictorsButThoseOfTheRecord) {
    using Names = std::set<std::string>;
    EXPECT_EQ(not_fed<Ogrs3Facts>("ogrs3"), (Names{"sex", "terms"}));
    EXPECT_EQ(not_fed<OgpFacts>("ogp"), (Names{"ogrs3_two_year_percent"}));
    EXPECT_EQ(not_fed<OvpFacts>("ovp"), (Names{"sex"}));
}

TEST(Form, FeedsOnlyFactsThatThereAre) {
    std::set<std::string> known{
        "needs.linked_to_harm", "needs.linked_to_reoffending", "needs.low_score_needs_attention"};
    auto add = [&](const std::string& rule_set, const describe::Type& type) {
        for (const auto& field : type.fields)
            known.insert(rule_set + "." + std::string(field.name));
    };
    add("ogrs3", describe::type_of<Ogrs3Facts>());
    add("ogp", describe::type_of<OgpFacts>());
    add("ovp", describe::type_of<OvpFacts>());
    add("needs", describe::type_of<NeedsFacts>());
    add("tier", describe::type_of<Tier1To4Facts>());
    add("two_axis", describe::type_of<TierAssessment>());
    for (const auto& question : questions_of(form))
        for (const auto& fact : split(question.feeds.value_or(""), ' '))
            EXPECT_TRUE(known.contains(fact)) << question.question << " feeds " << fact;
}

TEST(Form, TakesOnlyAnswersThatAQuestionHas) {
    const std::vector<std::tuple<std::string, std::string, std::string>> table{
        {"3.3", "yes", ""},
        {"3.3", "some", "unknown_choice"},
        {"3.4", "significant", ""},
        {"3.4", "3", "unknown_choice"},
        {"8.6", "previous", ""},
        {"1.1", "THEFT", ""},
        {"1.1", "ARSON", "unknown_choice"},
        {"1.3", "12", ""},
        {"1.3", "not known", ""},
        {"1.3", "-1", "out_of_range"},
        {"1.3", "121", "out_of_range"},
        {"1.3", "a few", "not_a_whole_number"},
        {"R10.public.custody", "VeryHigh", ""},
        {"R10.public.custody", "certain", "unknown_choice"},
        {"2.offence", std::string(8'001, 'x'), "too_long"}};
    for (const auto& [question, answer, code] : table) {
        auto fault = fault_of(*question_of(form, question), answer);
        EXPECT_EQ(fault ? fault->code : "", code) << question << " " << answer.substr(0, 20);
    }
}

TEST(Form, ScoresAnswersAndGivesWhatIsNotKnownNoScore) {
    // case-management.md 2.5: 0 none, 1 some, 2 significant; yes 2; never, previous, current.
    const std::vector<std::tuple<std::string, std::string, std::optional<int>>> table{
        {"3.3", "yes", 2},
        {"3.3", "no", 0},
        {"3.3", "not_known", {}},
        {"3.4", "none", 0},
        {"3.4", "some", 1},
        {"3.4", "significant", 2},
        {"3.4", "not_known", {}},
        {"8.6", "never", 0},
        {"8.6", "previous", 1},
        {"8.6", "current", 2},
        {"2.offence", "9", {}}};
    for (const auto& [question, answer, score] : table)
        EXPECT_EQ(score_of(*question_of(form, question), answer), score) << question << answer;
}

TEST(Prefilling, FindsTheGroupOfAnOffenceWhoseClassIsOfOne) {
    // offence_groups.csv, kind HO_CLASS; 053 is of several groups.
    const std::vector<std::pair<std::string, std::string>> table{{"028/00", "BURGLARY_DOM"},
                                                                 {"28/1", "BURGLARY_DOM"},
                                                                 {"034/00", "ROBBERY"},
                                                                 {"046/00", "THEFT"},
                                                                 {"999/00", ""},
                                                                 {"", ""}};
    for (const auto& [code, group] : table) EXPECT_EQ(group_of_offence(code), group) << code;
}

TEST(Prefilling, CountsEarlierSanctionsOnlyWhereTheRecordKnowsOfSome) {
    RecordFacts facts{.birth_date = day("1980-01-01")};
    EXPECT_TRUE(prefilled(form, facts, day("2006-04-03")).empty());
    facts.occasions = {{.on = day("2006-03-01"), .offences = {"028/00"}}};
    EXPECT_EQ(
        prefilled(form, facts, day("2006-04-03")),
        (Answers{{"1.1", "BURGLARY_DOM"}, {"1.age_convicted", "26"}, {"1.age_followed", "26"}}));
    facts.occasions.insert(facts.occasions.begin(),
                           {{.on = day("1996-05-01"), .offences = {"046/00"}},
                            {.on = day("2000-05-01"), .offences = {}, .custodial = true}});
    EXPECT_EQ(prefilled(form, facts, day("2006-04-03")),
              (Answers{{"1.1", "BURGLARY_DOM"},
                       {"1.2", "1"},
                       {"1.3", "1"},
                       {"1.4", "16"},
                       {"1.5", "1"},
                       {"1.6", "0"},
                       {"1.age_convicted", "26"},
                       {"1.age_followed", "26"}}));
}

TEST(Prefilling, TakesTheAgeOfTodayForSomebodyInCustody) {
    RecordFacts facts{.birth_date = day("1980-01-01"),
                      .occasions = {{.on = day("2003-03-01"), .offences = {}, .custodial = true}}};
    auto known = prefilled(form, facts, day("2006-04-03"));
    EXPECT_EQ(known["1.age_convicted"], "23");
    EXPECT_EQ(known["1.age_followed"], "26");
}

}  // namespace
}  // namespace noms::assessments
