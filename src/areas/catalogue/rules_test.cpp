#include "areas/catalogue/rules.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/catalogue/catalogue.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::catalogue {
namespace {

/// A row of vectors/what_fits.csv: `aspect` is what decided, `here` that it is where the person is
/// held or managed.
struct Case {
    std::string name{};
    Date day{};
    std::string intervention{};
    Setting offered = Setting::Custody;
    std::optional<Setting> person{};
    bool here = false;
    offenders::Sex sex = offenders::Sex::NotKnown;
    std::optional<int> age{};
    std::optional<std::string> need{};
    std::optional<int> risk{};
    std::optional<std::string> harm{};
    std::optional<Date> leaves_on{};
    Supervised supervised = Supervised::NotKnown;
    std::optional<Date> until{};
    std::optional<std::string> completed{};
    std::optional<std::string> open{};
    Verdict verdict = Verdict::Fits;
    std::optional<Aspect> aspect{};
    std::string source{};
};
DESCRIBE(Case,
         name,
         day,
         intervention,
         offered,
         person,
         here,
         sex,
         age,
         need,
         risk,
         harm,
         leaves_on,
         supervised,
         until,
         completed,
         open,
         verdict,
         aspect,
         source)

std::vector<Case> cases() {
    std::ifstream file(VECTORS "/what_fits.csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Case>(text.str());
}

std::optional<bool> answer(const std::optional<std::string>& word) {
    if (!word) return std::nullopt;
    return *word == "yes";
}

constexpr BodyId there{11}, elsewhere{12};

FitFacts facts_of(const Case& row) {
    auto place = row.here ? there : elsewhere;
    FitFacts facts{.person = {.day = row.day,
                              .sex = row.sex,
                              .age = row.age,
                              .setting = row.person,
                              .leaves_on = row.leaves_on,
                              .supervised = row.supervised,
                              .supervised_until = row.until,
                              .reconviction_percent = row.risk,
                              .high_harm = answer(row.harm)},
                   .offered = {.intervention = row.intervention,
                               .setting = row.offered,
                               .place = there,
                               .from_day = row.day,
                               .places = 10}};
    if (row.person == Setting::Custody && row.offered == Setting::Custody)
        facts.person.prison = place;
    if (row.offered == Setting::Community) facts.person.area = place;
    for (const auto& section : sections_of(*intervention_of(row.intervention)))
        facts.person.needs.push_back({section, answer(row.need)});
    if (row.completed) facts.person.completed = {*row.completed};
    if (row.open) facts.person.open = {*row.open};
    return facts;
}

TEST(WhatFits, IsAsTheTableOfCasesSays) {
    auto table = cases();
    EXPECT_GT(table.size(), 35u);
    for (const auto& row : table) {
        auto fit = what_fits(facts_of(row));
        ASSERT_TRUE(fit) << row.name;
        EXPECT_EQ(describe::choice_text(fit->verdict), describe::choice_text(row.verdict))
            << row.name;
        if (!row.aspect) continue;
        auto decided = [&](const Check& check) {
            return check.aspect == *row.aspect && check.verdict == row.verdict;
        };
        EXPECT_TRUE(std::ranges::any_of(fit->checks, decided)) << row.name;
        auto worse = [&](const Check& check) {
            return check.aspect != *row.aspect && check.verdict >= row.verdict;
        };
        EXPECT_TRUE(std::ranges::none_of(fit->checks, worse)) << row.name;
    }
}

TEST(WhatFits, NeverTakesWhatIsNotKnownForANo) {
    for (const auto& each : interventions())
        for (auto setting : {Setting::Custody, Setting::Community}) {
            auto day = *parse_date("2009-04-03");
            auto fit = what_fits(
                {{.day = day},
                 {.intervention = each.code, .setting = setting, .place = there, .from_day = day}});
            EXPECT_EQ(fit->verdict, Verdict::NotKnown) << each.code;
        }
}

TEST(WhatFits, NamesTheFirstDay) {
    auto day = *parse_date("2006-04-03");
    FitFacts facts{.person = {.day = day,
                              .setting = Setting::Custody,
                              .prison = there,
                              .area = elsewhere,
                              .leaves_on = parse_date("2006-09-01")},
                   .offered = {.intervention = "HOUSING",
                               .setting = Setting::Community,
                               .place = elsewhere,
                               .from_day = *parse_date("2006-05-01")}};
    EXPECT_EQ(what_fits(facts)->earliest, parse_date("2006-09-01"));
    facts.person.setting = Setting::Community;
    EXPECT_EQ(what_fits(facts)->earliest, parse_date("2006-05-01"));
    facts.person.setting = Setting::Custody;
    facts.person.leaves_on.reset();
    EXPECT_FALSE(what_fits(facts)->earliest);
}

TEST(WhatFits, IsRefusedForAnInterventionThatIsNone) {
    EXPECT_FALSE(what_fits({.offered = {.intervention = "NO_SUCH"}}));
}

TEST(Interventions, NameOnlyWhatExists) {
    std::set<std::string> codes;
    for (const auto& each : interventions()) EXPECT_TRUE(codes.insert(each.code).second);
    EXPECT_GT(codes.size(), 50u);
    for (const auto& each : interventions()) {
        EXPECT_NE(pathway_in_words(each.pathway), each.pathway) << each.code;
        EXPECT_TRUE(each.custody || each.community) << each.code;
        EXPECT_TRUE(each.men || each.women) << each.code;
        EXPECT_FALSE(each.source.empty() || each.certainty.empty()) << each.code;
        EXPECT_FALSE(sections_of(each).empty()) << each.code;
        for (const auto& section : sections_of(each))
            EXPECT_NE(section_in_words(section), section) << each.code;
        for (const auto& code : split(each.after_any_of.value_or(""), ' '))
            EXPECT_TRUE(codes.contains(code)) << each.code;
        EXPECT_LE(each.sessions_min.value_or(0), each.sessions_max.value_or(1000)) << each.code;
        EXPECT_LE(each.weeks_min.value_or(0), each.weeks_max.value_or(1000)) << each.code;
    }
    for (const auto& band : risk_bands()) EXPECT_TRUE(codes.contains(band.intervention));
}

TEST(Interventions, HaveSomethingForEveryPathwayInsideAndOutside) {
    for (const auto& pathway : pathways())
        for (auto setting : {Setting::Custody, Setting::Community}) {
            auto serves = [&](const Intervention& each) {
                return each.pathway == pathway.code && each.runs_in(setting);
            };
            EXPECT_TRUE(std::ranges::any_of(interventions(), serves)) << pathway.code;
        }
}

}  // namespace
}  // namespace noms::catalogue
