#include <gtest/gtest.h>

#include "kit/base/testing.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

namespace noms::page {
namespace {

const std::string nasty = "<script>alert(\"1\")</script>'&";

bool holds(const Html& html, std::string_view part) {
    return html.markup().find(part) != std::string::npos;
}

std::vector<Html> components_given(const std::string& words) {
    return {
        heading(1, words, words),
        paragraph(words),
        link(words, words, words),
        bullets({words}),
        section(words, text(words), words),
        facts({{words, words}}),
        summary_list({{words, words, {{words, words}}}}),
        tag(words, Colour::Red),
        details(words, text(words)),
        empty_state(words, words, words),
        breadcrumbs({{words, words}, {words, ""}}),
        subnav(words, {{words, words}}, words),
        steps({{words, words, words}}),
        due_list({{words, words, true, words}}),
        paging({.first = 1, .shown = 1, .whole = 2, .noun = words, .next_path = words}),
        table({.caption = words, .columns = {{words}, {words}}, .rows = {{{words, words}}}}),
        input({.name = words, .label = words, .hint = words, .value = words, .error = words}),
        textarea({.name = words, .label = words, .value = words}),
        select({.name = words, .label = words}, {{words, words}}),
        radios({.name = words, .label = words}, {{words, words, words}}),
        date_input({.name = words, .label = words}, {{words + "-day", words}}),
        error_summary({{words, words, words}}),
        post_form(words, text(words)),
        identity(
            {.name = words, .facts = {{words, words}}, .alerts = {{words, Colour::Red, words}}}),
        timeline({{.on = day("2006-04-03"), .what = words, .more = words, .by = words}}),
        verbatim(words, words),
        meter(1, 2, words)};
}

TEST(Components, EscapeEveryTextTheyAreGiven) {
    int number = 0;
    for (const auto& html : components_given(nasty)) {
        EXPECT_FALSE(holds(html, "<script")) << "component " << number;
        EXPECT_TRUE(holds(html, "&lt;script&gt;")) << "component " << number;
        ++number;
    }
}

TEST(Components, NeverWriteAStyleOrAHandlerThatThePolicyWouldRefuse) {
    for (const auto& html : components_given("x")) {
        EXPECT_FALSE(holds(html, " style="));
        EXPECT_FALSE(holds(html, " onclick="));
    }
}

TEST(Paging, SaysWhereItStands) {
    auto html = paging({.first = 21, .shown = 20, .whole = 8212, .noun = "people"});
    EXPECT_TRUE(holds(html, "Showing 21 to 40 of 8,212 people"));
    EXPECT_TRUE(holds(paging({.noun = "people"}), "No people"));
    EXPECT_EQ(with_commas(-1234567), "-1,234,567");
    EXPECT_EQ(with_commas(12), "12");
}

TEST(Marked, MarksWhatWasLookedForAndEscapesTheRest) {
    EXPECT_EQ(marked("Lost his job <today>; a Job again", {"job", "his"}).markup(),
              "Lost <mark>his</mark> <mark>job</mark> &lt;today&gt;; a <mark>Job</mark> again");
    EXPECT_EQ(marked("Nothing", {"job"}).markup(), "Nothing");
}

TEST(Table, CarriesTitlesIntoItsCellsForNarrowScreens) {
    auto html = table({.caption = "People",
                       .columns = {{"Name"}, {"Days", true}},
                       .rows = {{{"Odell", 3}, true}}});
    EXPECT_TRUE(holds(html, R"(data-label="Days")"));
    EXPECT_TRUE(holds(html, R"(class="govuk-table__cell govuk-table__cell--numeric")"));
    EXPECT_TRUE(holds(html, "app-row--late"));
}

enum class Size { Small, Large };
DESCRIBE_ENUM(Size, Small, Large)
struct Order {
    Id<Order> id{};
    std::string item{};
    Size size = Size::Small;
    std::optional<Date> wanted_on{};
    bool gift = false;
    int version = 3;
};
DESCRIBE(Order, id, item, size, wanted_on, gift, version)

TEST(Form, IsMadeFromTheCommandAndKeepsWhatWasTyped) {
    form::Values typed{{"item", "tea"},
                       {"size", "Large"},
                       {"wanted_on-day", "31"},
                       {"wanted_on-month", "2"},
                       {"wanted_on-year", "2006"}};
    std::vector<FieldError> errors{{"wanted_on", "not_a_date", {}}};
    auto html = form_fields<Order>(typed, errors);
    EXPECT_TRUE(holds(html, R"(value="tea")"));
    EXPECT_TRUE(holds(html, R"(value="Large" checked)"));
    EXPECT_TRUE(holds(html, R"(value="31")"));
    EXPECT_TRUE(holds(html, "Wanted on must be a real date, like 27 3 1982"));
    EXPECT_TRUE(holds(html, "Wanted on (optional)"));
    EXPECT_TRUE(holds(html, R"(<input type="hidden" name="version")"));
    EXPECT_TRUE(holds(error_summary(errors), R"(href="#wanted_on")"));
    EXPECT_TRUE(holds(html, R"(id="wanted_on" name="wanted_on-day")"))
        << "the summary's link leads to a box";
}

TEST(Form, SetsShortChoicesSideBySideWhereItIsAskedTo) {
    const std::vector<Option> options{{"yes", "Yes"}, {"no", "No"}};
    auto row = radios({.name = "kept", .side_by_side = true}, options).markup();
    EXPECT_NE(row.find("govuk-radios--inline govuk-radios--small"), std::string::npos);
    EXPECT_EQ(radios({.name = "kept"}, options).markup().find("--inline"), std::string::npos);
}

TEST(Form, ShowsADescribedValueFirst) {
    auto values = values_of(Order{.item = "tea", .wanted_on = day("2006-04-03")});
    EXPECT_EQ(form::value_of(values, "wanted_on"), "2006-04-03");
    EXPECT_TRUE(holds(form_fields<Order>(values, {}), R"(value="2006")"));
}

TEST(Errors, AreSaidInWords) {
    EXPECT_EQ(words_of({"birth_date", "missing", {}}), "Enter birth date");
    EXPECT_EQ(words_of({"pnc", "not_a_date", {}}, "PNC"),
              "PNC must be a real date, like 27 3 1982");
    EXPECT_EQ(words_of({"x", "y", "Just so"}), "Just so");
}

TEST(Errors, AreSaidAtTheTopAsTheyAreAtTheField) {
    std::vector<FieldError> errors{{"born", "missing", {}}};
    auto summary = error_summary(errors, {{"born", {.label = "Date of birth"}}});
    EXPECT_TRUE(holds(summary, ">" + error_of(errors, "born", "Date of birth") + "<"));
}

TEST(Timeline, HasAHeadingAMonth) {
    auto html = timeline({{.on = day("2007-11-12"), .setting = Setting::Custody, .what = "a"},
                          {.on = day("2007-11-08"), .what = "b"},
                          {.on = day("2007-10-05"), .what = "c"}});
    EXPECT_TRUE(holds(html, "November 2007"));
    EXPECT_TRUE(holds(html, "October 2007"));
    EXPECT_TRUE(holds(html, "app-timeline__item--custody"));
    EXPECT_TRUE(holds(html, "Mon 12 Nov"));
}

TEST(Bar, PlacesItsStretchesByTheirDays) {
    auto html = bar({.title = "Sentence",
                     .description = "d",
                     .stretches = {{"Custody", day("2006-01-01"), day("2006-07-20"), Shade::Dark},
                                   {"Licence", day("2006-07-20"), day("2007-02-05"), Shade::Pale}},
                     .today = day("2006-04-11")},
                    "bar");
    EXPECT_TRUE(holds(html, R"(x="0.00%" y="30" width="50.00%")"));
    EXPECT_TRUE(holds(html, R"(x="50.00%" y="30" width="50.00%")"));
    EXPECT_TRUE(holds(html, R"(x1="25.00%")"));
    EXPECT_TRUE(bar({}, "bar").empty());
}

TEST(Frame, PutsTheReadersKeysIntoEveryForm) {
    Page page("Odell, Marcus");
    page.add(post_form("/a", text("x"))).add(text(std::string(form_keys_mark)));
    Reader reader{.shown = "Priya", .may_search = true, .csrf = "C1", .idempotency = "K1"};
    auto html = framed({.notice = "Everyone here is invented."}, page, reader);
    size_t found = 0;
    for (auto at = html.find(R"(name="csrf" value="C1")"); at != std::string::npos;
         at = html.find(R"(name="csrf" value="C1")", at + 1))
        ++found;
    EXPECT_EQ(found, 3u)
        << "the page's form, the search and sign-out, but not the text that looks like the mark";
    EXPECT_NE(html.find("<title>Odell, Marcus – noms</title>"), std::string::npos);
    EXPECT_NE(html.find("&lt;noms-form-keys&gt;"), std::string::npos);
}

}  // namespace
}  // namespace noms::page
