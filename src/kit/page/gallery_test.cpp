#include <fstream>

#include <gtest/gtest.h>

#include "kit/base/testing.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

/// One page with most components on it, written to the folder for temporary files as
/// noms-gallery.html, for people to look at. Its styles are the ones that the target `web` makes.
namespace noms::page {
namespace {

Html person() {
    return identity({.name = "Marcus James Odell",
                     .facts = {{"Born", "9 March 1982 (25)"},
                               {"PNC", "2000/0418206W"},
                               {"CRN", "X417730"},
                               {"Prison number", "A4821CK"}},
                     .alerts = {{"High risk of serious harm", Colour::Red, "to the public"},
                                {"MAPPA level 2", Colour::Orange, "meeting on 22 November"}},
                     .actions = button_link("/contacts/new", "Record a contact")});
}

Html now() {
    auto left = section("Now",
                        facts({{"Where he is",
                                strong("In custody at HMP Moorland") +
                                    text(", house block 3, since 3 August 2006")},
                               {"Next change",
                                strong("Release on Friday 15 February 2008, in 94 days") +
                                    text(", on licence until 16 February 2010")},
                               {"Who is responsible",
                                strong("Priya Raman, offender manager, Bradford") +
                                    details("Why her", text("The sentence is over 12 months."))}}),
                        "now");
    auto due = due_list({{.what = link("/a", "MAPPA action: police check of address"),
                          .when = "2 days late",
                          .late = true,
                          .why = "Agreed 2 October, due 9 November"},
                         {.what = link("/b", "Review assessment and plan"),
                          .when = "Wed 21 Nov, 6 days",
                          .why = "Every 4 months"}});
    return two_one(left,
                   section("Next things due", due + small(muted("Days are working days.")), "due"));
}

Html sentence() {
    auto drawn =
        bar({.title = "Sentence from start to end",
             .description = "Remand, then custody to 15 February 2008, then licence.",
             .stretches = {{"Remand", day("2006-02-17"), day("2006-04-21"), Shade::Outlined},
                           {"Custody", day("2006-04-21"), day("2008-02-15"), Shade::Dark},
                           {"Licence, 2 years", day("2008-02-15"), day("2010-02-16"), Shade::Pale}},
             .today = day("2007-11-13")},
            "bar");
    auto dates = figures({{"Sentenced", strong("21 April 2006")},
                          {"Half way", strong("17 February 2008") + text(", a Sunday")},
                          {"Release", strong("Friday 15 February 2008")}});
    return section(
        "Sentence", {"All dates, why, and what if", "/dates"}, drawn + dates, "sentence");
}

Html plan() {
    Table shown{.caption = "Objectives in the order they are to be done",
                .columns = {{.title = "What will change",
                             .sort_path = "?sort=what",
                             .sorted = Column::Sorted::Up},
                            {.title = "State"},
                            {.title = "Days", .numeric = true}},
                .rows = {{{with_sub("Stop using violence to get money", "Thinking and behaviour"),
                           tag("Completed 30 March 2007", Colour::Green),
                           212}},
                         {{with_sub(link("/x", "Stay off heroin"), "Drugs and alcohol"),
                           meter(14, 20, "14 of 20 sessions"),
                           15},
                          true},
                         {{with_sub("Have a settled address", "Accommodation"),
                           tag("Address not yet checked", Colour::Yellow),
                           1024}}}};
    return section("Plan: 1 of 5 objectives completed",
                   filter_form("/plan",
                               select({.name = "state", .label = "State", .value = "all"},
                                      {{"all", "All"}, {"open", "Open"}}) +
                                   input({.name = "words", .label = "Words", .width = "10"})) +
                       table(shown) +
                       paging({.first = 21,
                               .shown = 20,
                               .whole = 8212,
                               .noun = "objectives",
                               .previous_path = "?before=1",
                               .next_path = "?after=2"}),
                   "plan");
}

Html events() {
    return section("Timeline",
                   timeline({{.on = day("2007-11-12"),
                              .setting = Setting::Custody,
                              .what = link("/e", "Drug programme: session 14 attended"),
                              .more = "On time, took part well.",
                              .by = "Prison: HMP Moorland"},
                             {.on = day("2007-11-08"),
                              .setting = Setting::Community,
                              .what = link("/e", "Offender manager visited him in prison"),
                              .by = "Community: Priya Raman"},
                             {.on = day("2006-04-21"),
                              .setting = Setting::Court,
                              .what = link("/e", "Sentenced to 4 years"),
                              .more = "Robbery. 63 days on remand to count.",
                              .by = "Court: Bradford Crown Court"}}),
                   "timeline");
}

Html form() {
    std::vector<FieldError> errors{{"met_on", "not_a_date", {}}};
    auto fields =
        input({.name = "place", .label = "Place", .hint = "Where you met", .width = "20"}) +
        date_input({.name = "met_on",
                    .label = "Day of the meeting",
                    .error = words_of(errors.front(), "Day of the meeting")},
                   {{"met_on-day", "31"}, {"met_on-month", "2"}, {"met_on-year", "2007"}}) +
        radios({.name = "kept", .label = "Was it kept?", .value = "yes"},
               {{"yes", "Yes"}, {"no", "No", "He was told and did not come"}}) +
        checkboxes({.name = "about", .label = "What about"},
                   {{"work", "Work"}, {"home", "Home"}},
                   {"home"}) +
        password_input({.name = "word", .label = "Password", .width = "20"}) +
        textarea({.name = "note", .label = "Note (optional)"}) +
        file_upload({.name = "paper", .label = "Paper"});
    return section(
        "Record a contact",
        error_summary(errors, {{"met_on", {.label = "Day of the meeting"}}}) +
            post_form("/contacts",
                      fields + button_group(button("Save contact") + link("/back", "Cancel"))),
        "contact");
}

Html words() {
    return section(
        "Words",
        success("Contact saved.") + notice("Important", "The record was joined.") +
            warning("Every join can be undone.") + inset("Nothing is saved here.") +
            steps({{"540 of 1,080 days are served in custody.", "CJA 2003 s. 244", "/law"}}) +
            summary_list(
                {{"Name", "Marcus Odell", {{"Change", "/name"}}}, {"Sex", "Not known", {}}}) +
            empty_state("Nobody is waiting.", "All matches are decided.", link("/", "Home")) +
            verbatim("Example", "{\"a\": 1}"),
        "words");
}

TEST(Gallery, IsAPageToLookAt) {
    Page page("Gallery");
    page.banner(person()).in_menu("/cases");
    page.add(subnav("On this record", {{"Now", "#now"}, {"Plan", "#plan"}}, "#now"));
    page.add(now()).add(sentence()).add(plan()).add(events()).add(form()).add(words());
    Reader reader{.shown = "Priya Raman, offender manager",
                  .menu = {{"Home", "/"}, {"My cases", "/cases"}, {"Diary", "/diary"}},
                  .may_search = true,
                  .csrf = "c",
                  .idempotency = "k",
                  .today = "Tuesday 13 November 2007"};
    auto html = framed(
        {.notice = "Everyone here is invented.", .styles = "web/noms.css", .script = "web/noms.js"},
        page,
        reader);
    EXPECT_EQ(html.find(form_keys_mark), std::string::npos);
    EXPECT_EQ(html.find(" style="), std::string::npos) << "the policy refuses styles in the page";
    std::ofstream(testing::TempDir() + "noms-gallery.html") << html;
}

}  // namespace
}  // namespace noms::page
