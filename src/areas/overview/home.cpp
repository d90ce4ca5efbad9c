#include "areas/overview/home.hpp"

#include <fmt/format.h>

#include "areas/cover/cover.hpp"
#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/page/content.hpp"

namespace noms::overview {
namespace {

struct Way {
    std::string_view permission;
    std::string_view path;
    std::string_view label;
    std::string_view what;
};
constexpr Way ways[] = {
    {"offenders.read",
     "/offenders",
     "People you may see",
     "Every record that your scope holds, by name"},
    {"offenders.link",
     "/matches",
     "Records to review",
     "Pairs of records that may be one person and need somebody to decide"},
    {"supervision.read",
     "/notes",
     "Search notes",
     "What was written about the people whom you work with, by its words"},
    {"interventions.read",
     "/referrals",
     "Referrals",
     "Who was referred to the places of your scope, and where each stands"},
    {"reports.read",
     "/reports",
     "Court reports",
     "Who writes which report for which court, by when, and what courts made of them"},
    {"challenges.read",
     "/challenges",
     "Contested",
     "Scores, tiers and notes that people contest, and by when each is answered"},
    {"handovers.read",
     "/handovers",
     "Handovers",
     "Who crosses a gate soon, what is done before it, and what nobody has begun"},
    {"outcomes.fairness",
     "/fairness",
     "Fairness",
     "Tiers, breaches and recalls by ethnicity, sex and age"},
    {"catalogue.read",
     "/catalogue",
     "What is offered",
     "Programmes, treatment, education and projects, with their places"},
    {"sentences.read",
     "/disposals",
     "What courts may pass",
     "Every disposal with its dates and limits"},
    {"organisation.read",
     "/organisation",
     "The service on a day",
     "Who answers to whom, regions, areas, prisons, posts and who holds them"},
    {"legislation.read",
     "/legislation",
     "What the service rests on",
     "Acts, bills, publications and options by date"},
    {"accounts.manage", "/accounts", "Accounts", "Who may sign in, and to what"},
    {"audit.read", "/audit/reads", "Who looked at what", "Every time a record was shown"},
    {"audit.read", "/audit/events", "What was changed", "The chain of events"},
};

std::string due_in_words(const tasks::Counts& counts) {
    if (counts.overdue + counts.today == 0) return "nothing late or due today";
    return fmt::format("{} to do today, {} late", counts.overdue + counts.today, counts.overdue);
}

void add_cases(Home& home, web::Context& context) {
    auto account = context.actor.account;
    auto counts = management::case_counts(context.db, std::span(&account.number, 1), context.today);
    auto cases = counts.empty() ? 0 : counts.front().cases;
    home.work.push_back(
        {.label = "My cases",
         .path = "/caseload",
         .waits = due_in_words(tasks::counts_of(context.db, account, context.today).get().front()),
         .what = fmt::format(
             "{} {}, what is due and what comes next", cases, cases == 1 ? "person" : "people")});
    auto given = cover::given_to(context.db, account, context.today).get();
    if (auto covered = cover::covered_count(context.db, std::move(given), context.today))
        home.work.push_back({.label = "Cases you cover",
                             .path = "/cover",
                             .waits = fmt::format("{} of officers who are away", covered),
                             .what = "What is due about them while you stand in"});
}

void add_list(Home& home, web::Context& context) {
    const auto& actor = context.actor;
    if (actor.scope_kind == "none" || actor.scope_kind == "caseload") return;
    auto counts =
        tasks::counts_of_list(context.db, actor.scope_kind, actor.scope_body, context.today);
    home.work.push_back({.label = "Work that nobody has taken yet",
                         .path = "/tasks?list=Shared",
                         .waits = due_in_words(counts),
                         .what = "The list of your " + actor.scope_kind});
}

void add_prison(Home& home, web::Context& context) {
    auto number = context.actor.scope_body;
    auto prison = organisation::body(context.db, {number}, context.today);
    if (!prison) return;
    auto counts =
        movements::roll_counts(context.db, std::span(&number, 1), movements::end_of(context.today));
    movements::RollCount roll;
    if (!counts.empty()) roll = counts.front();
    home.work.push_back(
        {.label = "The roll of " + prison->name,
         .path = "/prisons/" + prison->code + "/roll",
         .waits = fmt::format("{} on the roll", page::with_commas(roll.on_roll)),
         .what = fmt::format("{} in the prison now", page::with_commas(roll.in_prison))});
}

void add_region(Home& home, web::Context& context) {
    auto region = organisation::body(context.db, {context.actor.scope_body}, context.today);
    if (!region) return;
    home.work.push_back(
        {.label = region->name,
         .path = "/region",
         .waits = "",
         .what = "Who is managed where, what is late, and the rolls of its prisons"});
}

void add_team(Home& home) {
    home.work.push_back({.label = "A team",
                         .path = "/team",
                         .waits = "",
                         .what = "Who of an area or a local unit is behind, and what of theirs is "
                                 "late"});
}

void add_enforcement(Home& home) {
    home.work.push_back({.label = "Enforcement",
                         .path = "/enforcement",
                         .waits = "",
                         .what = "Absences, warnings, breaches and recalls of everybody in your "
                                 "scope, what is late first"});
}

}  // namespace

Home home_of(web::Context& context) {
    const auto& actor = context.actor;
    Home home{.name = actor.shown, .may_search = actor.may("offenders.read")};
    if (actor.may("overview.caseload")) add_cases(home, context);
    if (actor.may("movements.read") && actor.scope_kind == "prison") add_prison(home, context);
    if (actor.may("overview.region") && actor.scope_kind == "region") add_region(home, context);
    if (actor.may("management.officers") && actor.scope_kind != "caseload") add_team(home);
    if (actor.may("supervision.oversee")) add_enforcement(home);
    if (actor.may("tasks.read")) add_list(home, context);
    for (const auto& way : ways)
        if (actor.may(way.permission))
            home.look_up.push_back({.label = std::string(way.label),
                                    .path = std::string(way.path),
                                    .waits = "",
                                    .what = std::string(way.what)});
    return home;
}

}  // namespace noms::overview
