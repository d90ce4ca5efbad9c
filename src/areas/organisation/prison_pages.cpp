#include <fmt/format.h>

#include "areas/organisation/handlers.hpp"
#include "areas/organisation/pages.hpp"
#include "areas/organisation/words.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::organisation {
namespace {

/// A count of places, or that it is not known, marked where it is weak.
page::Html places(const std::optional<int>& count, Certainty certainty) {
    if (!count) return page::text("Not known");
    auto words = page::text(page::with_commas(*count));
    return certainty == Certainty::Low ? words + page::text(" ") + page::muted("from memory")
                                       : words;
}

std::string answer(const std::vector<ShownPrison>& prisons, Date day) {
    std::int64_t capacity = 0;
    size_t stated = 0;
    for (const auto& row : prisons) {
        if (!row.facts.operational_capacity) continue;
        capacity += *row.facts.operational_capacity;
        ++stated;
    }
    return fmt::format(
        "{} prisons stood on {}. The operational capacity of 2006 is known for {}: "
        "{} places together.",
        prisons.size(),
        in_words(day),
        counted(stated, prisons.size(), "prisons"),
        page::with_commas(capacity));
}

page::Html prisons_in_rows(const web::Context& context,
                           const std::vector<ShownPrison>& prisons,
                           Date day) {
    page::Table table{.caption = "Prisons by name, as they stood in 2006",
                      .columns = {{"Prison"},
                                  {"Region"},
                                  {"Role"},
                                  {"For"},
                                  {"Run by"},
                                  {"Certified places in use", true},
                                  {"Operational capacity", true}}};
    for (const auto& row : prisons) {
        const auto& facts = row.facts;
        auto name =
            link_on(day, context, "/organisation/prisons/" + row.prison.code, row.prison.name);
        auto role =
            facts.security.empty() ? facts.role : fmt::format("{}, {}", facts.role, facts.security);
        table.rows.push_back(
            {.cells = {page::with_sub(name, row.prison.code),
                       row.region_name,
                       role,
                       fmt::format("{}, {}", facts.sex == "F" ? "women" : "men", facts.age_group),
                       facts.operated_by,
                       places(facts.in_use_places, facts.places_certainty),
                       places(facts.operational_capacity, facts.capacity_certainty)}});
    }
    return page::table(table);
}

page::Html region_filter(const web::Context& context, const std::string& region, Date day) {
    std::vector<page::Option> options{{"", "All regions"}};
    for (const auto& each : bodies(context.db, Kind::Region, day))
        options.push_back({each.code, each.name});
    return page::filter_form(
        "/organisation/prisons",
        page::select({.name = "region", .label = "Region", .value = region}, options) +
            page::date_input({.name = "day", .label = "As it stood on"}, {{"day", to_text(day)}}));
}

std::string cost_words(const Prison& facts) {
    if (!facts.cost_per_prisoner_day) return "Not known";
    return fmt::format("£{}.{:02} (2007-08)",
                       *facts.cost_per_prisoner_day / 100,
                       *facts.cost_per_prisoner_day % 100);
}

page::Html prison_facts(const ShownPrison& shown) {
    const auto& facts = shown.facts;
    const auto& prison = shown.prison;
    auto stated = facts.stated_on ? "as on " + in_words(*facts.stated_on) + ", " + facts.source
                                  : facts.source;
    auto ended = prison.ended ? day_words(prison.ended_on, *prison.ended) : "Has not closed";
    return page::facts(
        {{"Region", shown.region_name.empty() ? "None on this day" : shown.region_name},
         {"Code", with_source(prison.code, prison.source, prison.certainty)},
         {"Role in 2006", with_source(facts.role, "roles", facts.role_certainty)},
         {"Security", facts.security.empty() ? "Not stated" : facts.security},
         {"For", fmt::format("{}, {}", facts.sex == "F" ? "women" : "men", facts.age_group)},
         {"Run by", facts.operated_by},
         {"Opened",
          with_source(day_words(prison.began_on, prison.began), "opening", prison.dates_certainty)},
         {"Closed or merged", with_source(ended, "closing", prison.dates_certainty)},
         {"Certified places",
          with_source(places(facts.baseline_places, facts.places_certainty),
                      stated,
                      facts.places_certainty)},
         {"Certified places in use",
          with_source(
              places(facts.in_use_places, facts.places_certainty), stated, facts.places_certainty)},
         {"Operational capacity",
          with_source(places(facts.operational_capacity, facts.capacity_certainty),
                      stated,
                      facts.capacity_certainty)},
         {"Cost of a prisoner a day", cost_words(facts)}});
}

}  // namespace

Result<page::Page> prisons_page(web::Context& context) {
    auto asked = TRY(context.query<AskedPrisons>());
    auto day = asked.day.value_or(context.today);
    auto region = asked.region.value_or("");
    auto prisons = shown_prisons(context.db, region, day);
    page::Page page("Prisons");
    page.in_menu("/organisation");
    page.add(page::heading(1, "Prisons"));
    page.add(menu(context, day, "/organisation/prisons"));
    page.add(page::lead(answer(prisons, day)));
    page.add(region_filter(context, region, day));
    if (prisons.empty())
        return page.add(page::empty_state("No prison is recorded here.",
                                          "The region may have none, or no such region exists."));
    return page.add(prisons_in_rows(context, prisons, day));
}

Result<page::Page> prison_page(web::Context& context) {
    auto day = TRY(web::day_asked(context));
    auto shown = TRY(shown_prison(context.db, context.part("prison"), day));
    const auto& prison = shown.prison;
    const bool open = (!prison.began_on || *prison.began_on <= day) &&
                      (!prison.ended_on || day < *prison.ended_on);
    page::Page page(prison.name);
    page.in_menu("/organisation");
    page.add(page::breadcrumbs({{"Organisation", "/organisation"},
                                {"Prisons", "/organisation/prisons"},
                                {prison.name, ""}}));
    page.add(page::caption("Prison") + page::heading(1, prison.name));
    page.add(page::lead(fmt::format(
        "{} {} on {}.", prison.name, open ? "stands" : "does not stand", in_words(day))));
    page.add(prison_facts(shown));
    if (!prison.note.empty()) page.add(page::inset(prison.note));
    return page;
}

}  // namespace noms::organisation
