#include <gtest/gtest.h>

#include "areas/overview/caseload.hpp"
#include "areas/overview/home.hpp"
#include "areas/overview/person.hpp"
#include "areas/overview/region.hpp"
#include "areas/overview/words.hpp"
#include "kit/base/testing.hpp"

namespace noms::overview {
namespace {

using management::CaseSetting;

const Date today = parse_date("2006-04-03").value();

bool shows(std::string_view page, std::string_view words) {
    return page.find(words) != std::string_view::npos;
}
std::string of(const page::Page& page) {
    return std::string(page.body().markup());
}

tasks::Task task(std::string what, std::string_view due, std::int64_t offender = 7) {
    return {.offender = offenders::OffenderId{offender},
            .what = std::move(what),
            .due_on = day(due),
            .rule = "5 working days from release"};
}

TEST(Places, AreSaidWithTheNameWhereThereIsOne) {
    movements::Movement at{.place = movements::Place::TemporaryAbsence};
    EXPECT_EQ(place_in_words(at, "HMP Leeds"), "On temporary absence from HMP Leeds");
    EXPECT_EQ(place_in_words(at, ""), "On temporary absence");
    at.place = movements::Place::AtLarge;
    EXPECT_EQ(place_in_words(at, "HMP Leeds"), "Unlawfully at large from HMP Leeds");
}

TEST(Endings, NeverSayADayThatNobodyKnows) {
    using sentences::EndIs;
    EXPECT_EQ(ending_in_words({.end = EndIs::Day, .until = day("2007-04-03")}),
              "until 2 April 2007");
    EXPECT_EQ(ending_in_words({.end = EndIs::Never}), "with no end");
    EXPECT_EQ(ending_in_words({.end = EndIs::NotKnown}), "");
}

TEST(PersonPage, KnowsThatAnOrderIsServedOutside) {
    Person person;
    person.sentences.push_back({.what = "Community order"});
    EXPECT_TRUE(shows(person_sections(person, today).markup(), "In the community"));
    person.sentences.push_back({.what = "Imprisonment", .custodial = true});
    EXPECT_FALSE(shows(person_sections(person, today).markup(), "In the community"));
}

TEST(PersonPage, SaysWhatIsNotKnownAsSuch) {
    auto shown = std::string(person_sections(Person{}, today).markup());
    EXPECT_TRUE(shows(shown, "Not known: no movement is recorded"));
    EXPECT_TRUE(shows(shown, "No sentence is recorded"));
    EXPECT_TRUE(shows(shown, "Nobody: no offender manager has been due"));
    EXPECT_TRUE(shows(shown, "Nothing is due"));
    EXPECT_TRUE(shows(shown, "Nothing has happened yet"));
}

TEST(PersonPage, NamesTheManagerAndWhy) {
    Person person{.manager_name = "Olive Marsh"};
    person.allocation = management::Allocation{.from_day = day("2006-03-01"),
                                               .manager = record::AccountId{5},
                                               .reason = "Duty officer of the area"};
    auto shown = std::string(person_sections(person, today).markup());
    EXPECT_TRUE(shows(shown, "Olive Marsh, offender manager"));
    EXPECT_TRUE(shows(shown, "Duty officer of the area"));
    person.allocation->manager.reset();
    shown = std::string(person_sections(person, today).markup());
    EXPECT_TRUE(shows(shown, "Nobody: management ended"));
}

TEST(PersonPage, CountsObjectivesThatAreMetAndMarksThoseThatAreLate) {
    using management::ObjectiveState;
    Person person;
    person.plan = {{.objective = "Stay off heroin", .by_day = day("2006-04-02")},
                   {.objective = "Find work", .by_day = today, .state = ObjectiveState::Met}};
    auto shown = std::string(person_sections(person, today).markup());
    EXPECT_TRUE(shows(shown, "Plan: 1 of 2 objectives met"));
    EXPECT_TRUE(shows(shown, "Late"));
}

Caseload two_cases() {
    Caseload load;
    load.cases = {{.id = {7},
                   .name = "Odell, Marcus",
                   .setting = CaseSetting::Custody,
                   .where = "In custody at HMP Leeds",
                   .since = day("2006-01-09")},
                  {.id = {8},
                   .name = "Yates, Natalie",
                   .setting = CaseSetting::Order,
                   .where = "In the community",
                   .since = day("2006-02-09"),
                   .by_duty = true}};
    load.now = {task("Home visit", "2006-03-31"), task("First meeting", "2006-04-03", 8)};
    load.counts = {.overdue = 1, .today = 1};
    return load;
}

TEST(CaseloadPage, PutsWhatIsLateBeforeEverything) {
    auto shown = of(caseload_page(two_cases(), today));
    EXPECT_TRUE(shows(shown, "2 cases: 1 in custody, 1 on orders."));
    EXPECT_TRUE(shows(shown, "Do today: 2, 1 late"));
    EXPECT_TRUE(shows(shown, "Odell, Marcus: Home visit"));
    EXPECT_LT(shown.find("3 days late"), shown.find("All cases"));
    EXPECT_TRUE(shows(shown, "by the duty rule"));
}

TEST(CaseloadPage, ShowsOnlyTheSettingThatWasChosen) {
    auto load = two_cases();
    load.filter.setting = CaseSetting::Order;
    auto shown = of(caseload_page(load, today));
    EXPECT_TRUE(shows(shown, "1 of 2 cases, by name."));
    EXPECT_FALSE(shows(shown, ">Odell, Marcus</a>"));
    load.filter.setting = CaseSetting::Licence;
    EXPECT_TRUE(shows(of(caseload_page(load, today)), "No case fits this filter"));
}

TEST(CaseloadPage, SaysWhatToDoWhereThereIsNothing) {
    auto shown = of(caseload_page({}, today));
    EXPECT_TRUE(shows(shown, "0 cases."));
    EXPECT_TRUE(shows(shown, "No case is yours on this day"));
}

TEST(RegionPage, AddsItsAreasUp) {
    RegionView view{
        .name = "North West",
        .areas = {{.name = "Merseyside", .cases = 1200, .officers = 30, .overdue = 4, .open = 90},
                  {.name = "Cumbria", .cases = 300}},
        .prisons = {{.code = "LPI", .name = "Liverpool", .on_roll = 1401}}};
    auto shown = of(region_page(view, today));
    EXPECT_TRUE(shows(shown, "1,500 offenders under management, 1,401 on the rolls of 1 prison"));
    EXPECT_TRUE(shows(shown, "4 things to do are late."));
    EXPECT_TRUE(shows(shown, "No officer"));
}

TEST(HomePage, TellsARoleWithoutPagesSo) {
    EXPECT_TRUE(
        shows(of(home_page({.name = "Feed, partner system"})), "There are no pages for your role"));
    Home home{.name = "Olive Marsh, offender manager"};
    home.work = {{.label = "My cases", .path = "/caseload", .waits = "4 to do today, 1 late"}};
    EXPECT_TRUE(shows(of(home_page(home)), "4 to do today, 1 late"));
}

}  // namespace
}  // namespace noms::overview
