#include "areas/management/rules.hpp"

#include <gtest/gtest.h>

#include "areas/management/rules_plan.hpp"
#include "areas/management/rules_standards.hpp"
#include "kit/base/testing.hpp"

namespace noms::management {
namespace {

InOffice officer(std::int64_t account, Grade grade, std::string_view since) {
    return {.account = {account},
            .name = "officer " + std::to_string(account),
            .grade = grade,
            .since = day(since)};
}

const Place manchester{.body = {34}, .name = "Greater Manchester"};
const Place merseyside{.body = {35}, .name = "Merseyside"};

struct AreaCase {
    const char* what;
    AreaFacts facts;
    std::optional<std::int64_t> area;
};
const AreaCase area_cases[] = {
    {"what was stated goes before the home area",
     {.stated = merseyside, .holding = manchester},
     35},
    {"who manages goes before the home area", {.managing = merseyside, .holding = manchester}, 35},
    {"the home area goes before the court's", {.holding = manchester, .court = merseyside}, 34},
    {"the court's area stands where no home is known", {.court = merseyside}, 35},
    {"at last where it was recorded", {.actor = manchester}, 34},
    {"nothing says", {}, std::nullopt},
};

TEST(ResponsibleArea, IsTheFirstThatIsKnown) {
    for (const auto& [what, facts, area] : area_cases) {
        auto ruling = responsible_area(facts).value();
        EXPECT_EQ(ruling.area.has_value(), area.has_value()) << what;
        if (area) {
            EXPECT_EQ(ruling.area->body.number, *area) << what;
        }
        EXPECT_FALSE(ruling.because.empty()) << what;
    }
}

struct DutyCase {
    const char* what;
    DutyFacts facts;
    std::int64_t manager;  // 0: nobody
};

std::vector<DutyCase> duty_cases() {
    auto po = officer(1, Grade::Officer, "2005-01-01");
    auto older_po = officer(2, Grade::Officer, "2001-01-01");
    auto spo = officer(3, Grade::SeniorOfficer, "2006-01-01");
    auto regional = officer(4, Grade::Head, "2004-01-01");
    Staff empty{.name = "an empty area"};
    return {
        {"the duty officer goes before the senior",
         {.area = Staff{.name = "A", .on_duty = po, .in_office = {po, spo}}},
         1},
        {"without one the most senior", {.area = Staff{.name = "A", .in_office = {po, spo}}}, 3},
        {"of one grade the longest in office",
         {.area = Staff{.name = "A", .in_office = {po, older_po}}},
         2},
        {"an empty area turns to its region",
         {.area = empty, .region = Staff{.name = "R", .in_office = {regional}}},
         4},
        {"an empty region turns to its other areas",
         {.area = empty,
          .region = Staff{.name = "R"},
          .region_areas = Staff{.name = "areas", .in_office = {po}}},
         1},
        {"an unknown area turns to its region",
         {.region = Staff{.name = "R", .on_duty = regional}},
         4},
        {"nobody at all", {.area = empty, .region = Staff{.name = "R"}}, 0},
    };
}

TEST(DutyManager, IsFoundStepByStepAndSaysWhy) {
    for (auto [what, facts, manager] : duty_cases()) {
        facts.day = parse_date("2006-04-03").value();
        auto ruling = duty_manager(facts).value();
        EXPECT_EQ(ruling.manager ? ruling.manager->account.number : 0, manager) << what;
        EXPECT_FALSE(in_one_line(ruling.because).empty()) << what;
    }
}

struct StandardCase {
    const char* day;
    StandardSetting setting;
    std::optional<int> tier;
    const char* kind;
    const char* due_on;
};
// The figures of shared/refdata/national_standards.csv; days counted by hand on the calendar.
const StandardCase standard_cases[] = {
    {"2006-04-03", StandardSetting::Community, {}, "first_appointment", "2006-04-10"},
    {"2006-04-03", StandardSetting::Community, {}, "name_manager", "2006-04-06"},
    {"2006-04-03", StandardSetting::Licence, {}, "first_appointment", "2006-04-04"},
    {"2006-04-12", StandardSetting::Licence, {}, "first_appointment", "2006-04-13"},
    {"2006-04-13", StandardSetting::Licence, {}, "first_appointment", "2006-04-18"},  // Easter
    {"2007-11-05", StandardSetting::Licence, 4, "first_appointment", "2007-11-07"},
    {"2007-11-05", StandardSetting::Community, 3, "first_appointment", "2007-11-12"},
    {"2007-11-05", StandardSetting::Community, 4, "name_manager", "2007-11-06"},
    {"2007-11-05", StandardSetting::CustodyLonger, {}, "sentence_plan", "2008-02-25"},
    {"2007-11-05", StandardSetting::CustodyUnderTwoYears, {}, "assign_supervisor", "2007-11-07"},
};

TEST(FirstStandards, AreDueAsTheEditionOfTheDaySays) {
    for (const auto& [day, setting, tier, kind, due_on] : standard_cases) {
        auto ruling =
            first_standards({.day = noms::day(day), .setting = setting, .tier = tier}).value();
        int found = 0;
        for (const auto& standard : ruling.standards)
            if (standard.kind == kind) {
                ++found;
                EXPECT_EQ(to_text(standard.due_on), due_on) << day << " " << kind;
                EXPECT_FALSE(standard.cite.empty());
            }
        EXPECT_EQ(found, 1) << day << " " << kind;
    }
}

TEST(FirstStandards, SayThatAnEarlierDayHasNoEditionOfItsOwn) {
    auto ruling = first_standards({.day = day("2003-01-06")}).value();
    EXPECT_EQ(ruling.edition, "2005");
    EXPECT_NE(ruling.because.front().text.find("stands in"), std::string::npos);
}

struct GateCase {
    const char* activity;
    bool goes_on;
    const char* with;
};
constexpr GateCase gate_cases[] = {{"education_prison", true, "education_college"},
                                   {"carat", true, "drug_treatment"},
                                   {"housing_advice", true, "housing_advice"},
                                   {"workshop", false, ""},
                                   {"therapeutic_community", false, ""}};

TEST(Objective, GoesThroughTheGateWithItsMatchOrIsLeft) {
    for (const auto& [activity, goes_on, with] : gate_cases) {
        auto crossing = through_the_gate({.activity = activity});
        EXPECT_EQ(crossing.goes_on, goes_on) << activity;
        EXPECT_EQ(crossing.activity, with) << activity;
        EXPECT_FALSE(crossing.why.empty()) << activity;
    }
}

TEST(Activities, NameOnlyMatchesThatThereAre) {
    for (const auto& activity : activities())
        if (activity.outside) {
            EXPECT_NE(activity_of(*activity.outside), nullptr) << activity.code;
            EXPECT_EQ(activity.setting, ActivitySetting::Custody) << activity.code;
        }
    EXPECT_GT(activities().size(), 20u);
    EXPECT_EQ(pathways().size(), 9u);
}

}  // namespace
}  // namespace noms::management
