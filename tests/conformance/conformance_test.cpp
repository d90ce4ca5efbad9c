// Our components against the fixtures of GOV.UK Frontend itself: the same options must give the
// same markup.
#include <gtest/gtest.h>

#include <fmt/core.h>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <boost/json.hpp>

#include "components.hpp"
#include "markup.hpp"
#include "reasons.hpp"

namespace noms::conformance {
namespace {

constexpr int whole_components_min = 25;

boost::json::array fixtures_of(const std::string& component) {
    auto path = std::string(SOURCE) + "/web/node_modules/govuk-frontend/dist/govuk/components/" +
                component + "/fixtures.json";
    std::ifstream file(path);
    if (!file) throw std::runtime_error("Cannot read " + path + ": build the target web first");
    std::stringstream text;
    text << file.rdbuf();
    return boost::json::parse(text.str()).at("fixtures").as_array();
}

struct Outcome {
    std::string left_out{};  // why, when the fixture asks for what we do not offer
    std::string fault{};     // what differs
};

Outcome outcome_of(Component make, const boost::json::value& fixture) {
    boost::json::value options = fixture.at("options");
    Given given(options);
    auto made = make(given);
    if (!given.left_out().empty()) return {.left_out = given.left_out()};
    for (const auto& path : given.left()) {
        auto why = reason_for(path);
        if (why.empty()) return {.fault = "the option " + path + " was not read\n"};
        return {.left_out = std::string(why)};
    }
    auto ours = normal_form(made.markup());
    auto theirs = normal_form(fixture.at("html").as_string());
    if (ours == theirs) return {};
    return {.fault = "ours:\n" + ours + "theirs:\n" + theirs};
}

struct Tally {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
    std::map<std::string, int> reasons{};
};

Tally tally_of(const std::string& name, Component make) {
    Tally tally;
    for (const auto& fixture : fixtures_of(name)) {
        auto outcome = outcome_of(make, fixture);
        if (!outcome.left_out.empty()) {
            ++tally.skipped;
            ++tally.reasons[outcome.left_out];
        } else if (outcome.fault.empty()) {
            ++tally.passed;
        } else {
            ++tally.failed;
            ADD_FAILURE() << name << ", " << fixture.at("name").as_string() << "\n"
                          << outcome.fault;
        }
    }
    return tally;
}

void print(const std::string& name, const Tally& tally) {
    fmt::print("{:<22}{:>7}{:>8}{:>8}\n", name, tally.passed, tally.failed, tally.skipped);
    for (const auto& [why, count] : tally.reasons) fmt::print("{:>10} {}\n", count, why);
}

std::map<std::string, Component> all_components() {
    auto all = plain_components();
    all.merge(form_components());
    return all;
}

TEST(Components, GiveTheMarkupOfGovukFrontend) {
    fmt::print("{:<22}{:>7}{:>8}{:>8}\n", "component", "passed", "failed", "skipped");
    int whole = 0, without_skip = 0, passed = 0, skipped = 0;
    for (const auto& [name, make] : all_components()) {
        auto tally = tally_of(name, make);
        print(name, tally);
        whole += tally.passed > 0 && tally.failed == 0;
        without_skip += tally.failed == 0 && tally.skipped == 0;
        passed += tally.passed;
        skipped += tally.skipped;
    }
    fmt::print(
        "{} fixtures passed, {} skipped with a reason; {} components whole, {} of them "
        "without a skip\n",
        passed,
        skipped,
        whole,
        without_skip);
    EXPECT_GE(whole, whole_components_min);
}

TEST(NormalForm, IsBlindToTheOrderOfAttributesAndToWhiteSpace) {
    EXPECT_EQ(normal_form("<a class=\"x y\" href='/'>Go  on</a>"),
              normal_form("<a href=\"/\"  class=\" y x\">\n  Go on\n</a>"));
}

TEST(NormalForm, SeesAnotherAttributeTextOrTag) {
    auto base = normal_form("<p class=\"x\">Go on</p>");
    EXPECT_NE(base, normal_form("<p class=\"y\">Go on</p>"));
    EXPECT_NE(base, normal_form("<p class=\"x\">Go</p>"));
    EXPECT_NE(base, normal_form("<p class=\"x\" hidden>Go on</p>"));
    EXPECT_NE(base, normal_form("<div class=\"x\">Go on</div>"));
}

TEST(Given, SaysWhatNobodyRead) {
    auto options = boost::json::parse(R"({"text": "a", "label": {"text": "b", "html": "c"}})");
    Given given(options);
    given.text("text");
    given.inside("label").text("text");
    EXPECT_EQ(given.left(), std::vector<std::string>{"label.html"});
}

}  // namespace
}  // namespace noms::conformance
