#include "app/home.hpp"

#include "app/areas.hpp"
#include "kit/page/content.hpp"

namespace noms::app {
namespace {

struct Way {
    std::string_view permission;
    std::string_view path;
    std::string_view label;
    std::string_view words;
};
constexpr Way ways[] = {
    {"offenders.read",
     "/offenders",
     "People you may see",
     "Every record that your scope holds, by name."},
    {"offenders.link",
     "/matches",
     "Records to review",
     "Pairs of records that may be one person and need somebody to decide."},
    {"organisation.read",
     "/organisation",
     "The service on a day",
     "Who answers to whom, regions, areas, prisons, posts and who holds them."},
    {"organisation.read",
     "/legislation",
     "What the service rests on",
     "Acts, bills, publications and options by date."},
    {"accounts.manage", "/accounts", "Accounts", "Who may sign in, and to what."},
    {"audit.read", "/audit/reads", "Who looked at what", "Every time a record was shown."},
    {"audit.read", "/audit/events", "What was changed", "The chain of events."},
};

Result<page::Page> show_home(web::Context& context) {
    page::Page page("Home");
    page.in_menu("/").add(page::heading(1, context.actor.shown));
    if (context.actor.may("offenders.read"))
        page.add(page::lead(
            "To look somebody up, use the box above: a name, a birth date or any number."));
    std::vector<page::Fact> facts;
    for (const auto& way : ways)
        if (context.actor.may(way.permission))
            facts.push_back({std::string(way.words), page::link(way.path, way.label)});
    if (facts.empty())
        page.add(page::empty_state(
            "There are no pages for your role yet",
            "Your account is for a machine, or its pages come with a later part of the service.",
            page::link("/law", "Law and rules are open to everybody")));
    else
        page.add(page::facts(facts));
    return page;
}

Result<page::Page> show_accessibility(web::Context&) {
    page::Page page("Accessibility");
    page.add(page::heading(1, "Accessibility"));
    page.add(page::lead(
        "Every page works with a keyboard alone, without script, at 320 pixels, and on paper."));
    page.add(
        page::bullets({"Pages are checked with axe-core in headless Chromium as part of the tests.",
                       "Charts are drawn from a table or words that stand beside them.",
                       "Colour never carries a meaning alone: a word or a shape does too.",
                       "No people with disabilities have tried this service yet. That is owed "
                       "before it is used."}));
    return page;
}

}  // namespace

void serve_home(web::Api& api) {
    api.page({"/", std::string(web::anybody_signed_in), "Home"}, &show_home);
    api.page({"/accessibility", std::string(web::signed_out), "How far anybody can use it"},
             &show_accessibility);
}

}  // namespace noms::app
