#include <algorithm>

#include <fmt/format.h>

#include "areas/organisation/handlers.hpp"
#include "areas/organisation/pages.hpp"
#include "areas/organisation/words.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::organisation {
namespace {

page::Html links_to(const web::Context& context,
                    Date day,
                    const std::vector<Body>& bodies,
                    const std::string& folder) {
    std::vector<page::Cell> lines;
    for (const auto& body : bodies)
        lines.emplace_back(link_on(day, context, folder + body.code, body.name));
    return page::bullets(lines);
}

std::string manager_words(const ShownRegion& shown) {
    if (!shown.manager) return "There is no Regional Offender Manager on this day.";
    switch (shown.manager->manner) {
        case Manner::Vacant: return "The post of Regional Offender Manager is vacant.";
        case Manner::NotKnown: return "It is not known who the Regional Offender Manager is.";
        case Manner::Acting: return shown.manager->holder + " acts as Regional Offender Manager.";
        case Manner::Substantive: break;
    }
    return shown.manager->holder.empty()
               ? "The Regional Offender Manager is appointed; the sources give no name."
               : shown.manager->holder + " is Regional Offender Manager.";
}

page::Html place_table(const ShownArea& shown) {
    page::Table table{.caption = "Regions the area has lain in",
                      .columns = {{"From"}, {"Region"}, {"Source"}}};
    for (const auto& place : shown.places)
        table.rows.push_back(
            {.cells = {place.from_day, place.name, source_note(place.source, place.certainty)}});
    return page::table(table);
}

page::Html merger_table(const ShownArea& shown) {
    page::Table table{.caption = "Areas run together",
                      .columns = {{"From"}, {"Area"}, {"Run with"}, {"Order"}}};
    for (const auto& merger : shown.mergers)
        table.rows.push_back(
            {.cells = {merger.from_day,
                       merger.area,
                       merger.area == merger.run_with ? "Stands alone again" : merger.run_with,
                       merger.source}});
    return page::table(table);
}

page::Html area_facts(const ShownArea& shown) {
    auto people = shown.population_thousands
                      ? fmt::format("about {},000", page::with_commas(*shown.population_thousands))
                      : std::string("Not known");
    return page::facts(
        {{"Region", shown.region ? shown.region->name : "None on this day"},
         {"Code", with_source(shown.area.code, shown.area.source, shown.area.certainty)},
         {"Began",
          with_source(day_words(shown.area.began_on, shown.area.began),
                      "day on which the boards began",
                      shown.area.dates_certainty)},
         {"Population", with_source(people, shown.population_source, shown.population_certainty)}});
}

std::vector<page::Option> options_of(const std::vector<Body>& bodies) {
    std::vector<page::Option> options;
    for (const auto& body : bodies) options.push_back({body.code, body.name});
    return options;
}

template <class In>
page::Html change_form(const std::string& path,
                       const page::Looks& looks,
                       std::string_view button,
                       const form::Values& values,
                       const Error* error) {
    static const std::vector<FieldError> none;
    return page::post_form(path,
                           page::form_fields<In>(values, error ? error->fields : none, looks) +
                               page::secondary_button(button));
}

/// The forms that change an area's boundary; what was typed stands in the form it was typed in.
page::Html change_forms(const web::Context& context,
                        const ShownArea& shown,
                        const form::Values& values,
                        const Error* error) {
    const bool merging = !form::value_of(values, "into").empty();
    const page::Look order{.label = "Order", .hint = "Which administrative order says so."};
    const page::Looks move{
        {"region",
         {.label = "Region", .options = options_of(bodies(context.db, Kind::Region, shown.day))}},
        {"from", {.label = "From"}},
        {"order", order}};
    const page::Looks merge{{"into",
                             {.label = "Area",
                              .hint = "Its own name lets it stand alone again.",
                              .options = options_of(bodies(context.db, Kind::Area, shown.day))}},
                            {"from", {.label = "From"}},
                            {"order", order}};
    const auto path = "/organisation/areas/" + shown.area.code;
    const form::Values nothing;
    return page::details("Move to another region",
                         change_form<MoveArea>(path + "/move",
                                               move,
                                               "Move the area",
                                               merging ? nothing : values,
                                               merging ? nullptr : error),
                         error && !merging) +
           page::details("Run together with another area",
                         change_form<MergeArea>(path + "/merge",
                                                merge,
                                                "Record the merger",
                                                merging ? values : nothing,
                                                merging ? error : nullptr),
                         error && merging);
}

std::string area_answer(const ShownArea& shown) {
    if (!shown.region)
        return fmt::format("{} lay in no region on {}.", shown.area.name, in_words(shown.day));
    return fmt::format("{} lies in the region {} on {}.",
                       shown.area.name,
                       shown.region->name,
                       in_words(shown.day));
}

page::Html within_boundary(const ShownArea& shown) {
    auto inside = page::heading(3, "Police") + body_bullets(shown.forces) +
                  page::heading(3, "Local criminal justice board") + body_bullets(shown.boards);
    auto courts = fmt::format("{} courts", shown.courts.size());
    inside += page::details(courts, body_bullets(shown.courts));
    return inside;
}

Result<page::Page> page_of_area(web::Context& context,
                                const form::Values& values,
                                const Error* error) {
    auto shown = TRY(shown_area(context.db, context.part("area"), TRY(web::day_asked(context))));
    page::Page page(shown.area.name);
    page.in_menu("/organisation");
    page.add(page::breadcrumbs({{"Organisation", "/organisation"}, {shown.area.name, ""}}));
    if (error) page.add(page::error_summary(error->fields));
    if (error && error->fields.empty()) page.add(page::warning(error->message));
    page.add(page::caption("Probation area") + page::heading(1, shown.area.name));
    page.add(page::lead(area_answer(shown)));
    page.add(area_facts(shown));
    page.add(page::section("Region over time", place_table(shown)));
    if (!shown.mergers.empty()) page.add(page::section("Run together", merger_table(shown)));
    if (!shown.units.empty())
        page.add(page::section("Local delivery units", body_bullets(shown.units)));
    page.add(page::section("Within its boundary", within_boundary(shown)));
    if (context.actor.may(change_permission))
        page.add(page::section("Change the boundary", change_forms(context, shown, values, error)));
    return page;
}

}  // namespace

Result<page::Page> region_page(web::Context& context) {
    auto shown =
        TRY(shown_region(context.db, context.part("region"), TRY(web::day_asked(context))));
    page::Page page(shown.region.name);
    page.in_menu("/organisation");
    page.add(page::breadcrumbs({{"Organisation", "/organisation"}, {shown.region.name, ""}}));
    page.add(page::caption("Region") + page::heading(1, shown.region.name));
    page.add(page::lead(fmt::format("{} {} areas and {} prisons lie in the region on {}.",
                                    manager_words(shown),
                                    shown.areas.size(),
                                    shown.prisons.size(),
                                    in_words(shown.day))));
    page.add(day_filter("/organisation/regions/" + shown.region.code, shown.day));
    page.add(page::halves(
        page::section("Areas", links_to(context, shown.day, shown.areas, "/organisation/areas/")),
        page::section("Prisons",
                      links_to(context, shown.day, shown.prisons, "/organisation/prisons/"))));
    return page;
}

Result<page::Page> area_page(web::Context& context) {
    return page_of_area(context, {}, nullptr);
}

Result<page::Page> area_page_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    return page_of_area(context, values, &error);
}

}  // namespace noms::organisation
