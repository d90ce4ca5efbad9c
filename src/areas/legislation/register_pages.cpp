#include <algorithm>

#include <fmt/format.h>

#include "areas/legislation/pages.hpp"
#include "areas/legislation/rules.hpp"
#include "areas/legislation/store.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::legislation {
namespace {

std::string words_of(Stage stage) {
    switch (stage) {
        case Stage::Assented: return "Assented, not commenced";
        case Stage::PartlyInForce: return "Partly in force";
        case Stage::InForce: return "In force";
        case Stage::NotInForce: return "No longer in force";
        default: return std::string(describe::choice_text(stage));
    }
}

/// The source under a value, and a tag where the value is weak.
page::Html source_note(const std::string& source, Certainty certainty) {
    auto note = page::text(source + " ");
    bool weak = certainty != Certainty::Verified && certainty != Certainty::High &&
                certainty != Certainty::Entered;
    return weak ? note + page::tag(lower(describe::choice_text(certainty)), page::Colour::Grey)
                : note;
}

page::Html register_table(const std::vector<Standing>& all) {
    page::Table table{.caption = "Acts, bills, orders, publications and consultations",
                      .columns = {{"Item"}, {"Kind"}, {"Stands"}, {"Since"}, {"Source"}}};
    for (const auto& row : all)
        table.rows.push_back(
            {.cells = {
                 page::with_sub(page::link("/legislation/" + row.item.code, row.item.title),
                                row.item.citation),
                 describe::choice_text(row.item.kind),
                 row.stage ? words_of(row.stage->stage) : "Not yet",
                 row.stage ? in_words(row.stage->from_day) : "",
                 row.stage ? source_note(row.stage->source, row.stage->certainty) : page::Html()}});
    return page::table(table);
}

page::Html powers_in_rows(const std::vector<ShownPower>& powers) {
    page::Table table{.caption = "Powers and duties",
                      .columns = {{"Power"}, {"Whose"}, {"Stands"}, {"Comes from"}, {"Source"}}};
    for (const auto& row : powers) {
        std::string state = "Not yet";
        if (row.state) {
            auto words = label_of(describe::choice_text(row.state->state));
            state = (row.state->state == Hold::NotHeld ? "Not held" : words) + " since " +
                    in_words(row.state->from_day);
        }
        table.rows.push_back(
            {.cells = {
                 row.power.title,
                 row.power.holder,
                 state,
                 page::link("/legislation/" + row.item, row.title),
                 row.state ? source_note(row.state->source, row.state->certainty) : page::Html()}});
    }
    return page::table(table);
}

page::Html options_in_rows(const std::vector<Option>& options) {
    page::Table table{.caption = "Options considered",
                      .columns = {{"Question"}, {"Option"}, {"Outcome"}, {"Reasons"}, {"Source"}}};
    for (const auto& option : options)
        table.rows.push_back({.cells = {option.question,
                                        option.title,
                                        option.outcome == Outcome::NotNow
                                            ? std::string("Not now")
                                            : std::string(describe::choice_text(option.outcome)),
                                        option.reasons,
                                        source_note(option.source, option.certainty)}});
    return page::table(table);
}

page::Html stages_in_rows(const ShownItem& shown) {
    page::Table table{.caption = "Stages, the last first",
                      .columns = {{"From"}, {"Stage"}, {"Note"}, {"Source"}}};
    for (auto stage = shown.stages.rbegin(); stage != shown.stages.rend(); ++stage)
        table.rows.push_back({.cells = {stage->from_day,
                                        words_of(stage->stage),
                                        stage->note,
                                        source_note(stage->source, stage->certainty)}});
    return page::table(table);
}

page::Html stage_form(const ShownItem& shown, const form::Values& values, const Error* error) {
    static const std::vector<FieldError> none;
    const page::Looks looks{{"from", {.label = "From"}},
                            {"stage", {.label = "Stage"}},
                            {"source", {.label = "Source", .hint = "Where this can be read."}},
                            {"note", {.label = "Note", .long_text = true}}};
    return page::post_form(
        "/legislation/" + shown.item.code + "/stages",
        page::form_fields<AddStage>(values, error ? error->fields : none, looks) +
            page::button("Add the stage"));
}

page::Html bearing_list(const ShownItem& shown) {
    std::vector<page::Cell> lines;
    for (const auto& bearing : shown.bearings)
        lines.emplace_back(page::text(bearing.feature + " ") + page::muted(bearing.requirement));
    return page::bullets(lines);
}

std::string answer(const ShownItem& shown) {
    if (shown.stages.empty()) return "Nothing is recorded of where it stands.";
    const auto& last = shown.stages.back();
    return fmt::format("{} since {}.", words_of(last.stage), in_words(last.from_day));
}

Result<page::Page> page_of_item(web::Context& context,
                                const form::Values& values,
                                const Error* error) {
    auto shown = TRY(shown_item(context.db, context.part("item")));
    const auto& item = shown.item;
    page::Page page(item.title);
    page.in_menu("/legislation");
    page.add(page::breadcrumbs({{"Legislation", "/legislation"}, {item.title, ""}}));
    if (error) page.add(page::error_summary(error->fields));
    if (error && error->fields.empty()) page.add(page::warning(error->message));
    page.add(page::caption(describe::choice_text(item.kind)) + page::heading(1, item.title));
    page.add(page::lead(answer(shown)));
    page.add(page::facts({{"Citation",
                           item.link.empty() ? page::text(item.citation)
                                             : page::outside_link(item.link, item.citation)},
                          {"Source", source_note(item.source, item.certainty)}}));
    if (!item.note.empty()) page.add(page::inset(item.note));
    page.add(page::section("Stages", stages_in_rows(shown)));
    if (!shown.bearings.empty())
        page.add(page::section("What rests on it here", bearing_list(shown)));
    if (context.actor.may(change_permission))
        page.add(page::section("Add a stage", stage_form(shown, values, error)));
    return page;
}

}  // namespace

Result<page::Page> register_page(web::Context& context) {
    auto day = TRY(web::day_asked(context));
    auto all = standing_on(context.db, day);
    auto in_force = std::ranges::count_if(
        all, [](const auto& row) { return row.stage && is_in_force(row.stage->stage); });
    page::Page page("Legislation");
    page.in_menu("/legislation");
    page.add(page::heading(1, "Legislation and policy"));
    page.add(page::lead(fmt::format("On {} {} of {} items are in force, in whole or in part.",
                                    in_words(day),
                                    in_force,
                                    all.size())));
    page.add(page::filter_form(
        "/legislation",
        page::date_input({.name = "day", .label = "As it stood on"}, {{"day", to_text(day)}})));
    page.add(page::section("Register", register_table(all)));
    page.add(page::section("Powers and duties", powers_in_rows(shown_powers(context.db, day))));
    page.add(page::section("Options", options_in_rows(every_option(context.db))));
    page.add(page::paragraph(page::link("/law", "The figures and rules of every area")));
    return page;
}

Result<page::Page> item_page(web::Context& context) {
    return page_of_item(context, {}, nullptr);
}

Result<page::Page> item_page_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    return page_of_item(context, values, &error);
}

}  // namespace noms::legislation
