#include "areas/legislation/handlers.hpp"

#include <map>

#include "areas/legislation/pages.hpp"
#include "areas/legislation/rules.hpp"
#include "areas/legislation/store.hpp"
#include "kit/law/law.hpp"
#include "kit/law/run.hpp"

namespace noms::legislation {
namespace {

/// A rule set as the API lists it.
struct ListedRules {
    std::string name{};
    std::string title{};
    std::string summary{};
    std::vector<law::Provision> law{};
};
DESCRIBE(ListedRules, name, title, summary, law)

Result<std::vector<law::Table>> give_tables(web::Context&) {
    return law::all_tables();
}

Result<std::vector<ListedRules>> give_rules(web::Context&) {
    std::vector<ListedRules> out;
    for (const auto& rules : law::rule_sets())
        out.push_back({.name = rules.name,
                       .title = rules.title,
                       .summary = rules.summary,
                       .law = rules.sources});
    return out;
}

Result<std::vector<Standing>> give_register(web::Context& context, const web::OnDay& asked) {
    return standing_on(context.db, asked.or_today(context));
}

Result<std::vector<Standing>> give_in_force(web::Context& context, const web::OnDay& asked) {
    return in_force_on(context.db, asked.or_today(context));
}

Result<std::vector<ShownPower>> give_powers(web::Context& context, const web::OnDay& asked) {
    return shown_powers(context.db, asked.or_today(context));
}

Result<std::vector<Option>> give_options(web::Context& context) {
    return every_option(context.db);
}

Result<ShownItem> give_item(web::Context& context) {
    return shown_item(context.db, context.part("item"));
}

std::string item_after(const StageAdded& added) {
    return "/legislation/" + added.item;
}

web::Address open_to_all(std::string path, std::string summary) {
    return {std::move(path), std::string(web::signed_out), std::move(summary)};
}

web::Address reading(std::string path, std::string summary) {
    return {std::move(path), std::string(read_permission), std::move(summary)};
}

}  // namespace

Result<ShownItem> shown_item(db::Connection& db, std::string_view code) {
    auto item = item_by_code(db, code);
    if (!item) return not_found("There is no such item in the register.");
    return ShownItem{.item = *item,
                     .stages = stages_of_item(db, item->id),
                     .bearings = bearings_of_item(db, item->id)};
}

std::vector<ShownPower> shown_powers(db::Connection& db, Date day) {
    std::map<Id<Item>, Item> items;
    for (auto& item : every_item(db)) items.emplace(item.id, item);
    std::map<Id<Power>, PowerState> states;
    for (auto& state : power_states_on_day(db, day)) states.emplace(state.power, state);
    std::vector<ShownPower> out;
    for (auto& power : every_power(db)) {
        const auto& item = items.at(power.item);
        auto state = states.find(power.id);
        out.push_back(
            {.power = power,
             .item = item.code,
             .title = item.title,
             .state = state == states.end() ? std::nullopt : std::optional(state->second)});
    }
    return out;
}

Result<StageAdded> add_stage(web::Context& context, const AddStage& given) {
    auto item = item_by_code(context.db, context.part("item"));
    if (!item) return not_found("There is no such item in the register.");
    auto stage = TRY(next_stage(*item,
                                stages_of_item(context.db, item->id),
                                {.from = given.from,
                                 .stage = given.stage,
                                 .source = given.source,
                                 .note = given.note.value_or("")}));
    context.changes->about({"legislation", item->id.number}, "legislation.stage_added");
    context.changes->add(stage_table, stage);
    return StageAdded{item->code};
}

void serve(web::Api& api) {
    api.page(open_to_all("/law", "Every law table and rule set"), &law_page);
    api.page(open_to_all("/law/rules/{name}", "A rule set: law, facts and ruling"), &rule_page);
    api.get(open_to_all("/api/law", "Every law table"), &give_tables);
    api.get(open_to_all("/api/law/rules", "Every rule set"), &give_rules);

    api.page(reading("/legislation", "The register on a day"), &register_page);
    api.page(reading("/legislation/{item}", "An item of the register"), &item_page);
    api.get(reading("/api/legislation", "The register on a day"), &give_register);
    api.get(reading("/api/legislation/in-force", "What is in force on a day"), &give_in_force);
    api.get(reading("/api/legislation/powers", "Powers and duties on a day"), &give_powers);
    api.get(reading("/api/legislation/options", "Options considered"), &give_options);
    api.get(reading("/api/legislation/items/{item}", "An item of the register"), &give_item);
    api.command({"/legislation/{item}/stages", std::string(change_permission), "Add a stage"},
                &add_stage,
                {.then = &item_after, .again = &item_page_again});
}

}  // namespace noms::legislation
