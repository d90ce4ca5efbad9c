#include "areas/legislation/store.hpp"

#include <map>

#include "areas/legislation/rules.hpp"
#include "areas/legislation/sql.gen.hpp"

namespace noms::legislation {

std::vector<Item> every_item(db::Connection& db) {
    return db::all<Item>(db, sql::every_item);
}

std::optional<Item> item_by_code(db::Connection& db, std::string_view code) {
    return db::first<Item>(db, sql::item_by_code, code);
}

std::vector<ItemStage> stages_of_item(db::Connection& db, Id<Item> item) {
    return db::all<ItemStage>(db, sql::stages_of_item, item);
}

std::vector<ItemStage> stages_on_day(db::Connection& db, Date day) {
    return db::all<ItemStage>(db, sql::stages_on_day, day);
}

std::vector<Bearing> bearings_of_item(db::Connection& db, Id<Item> item) {
    return db::all<Bearing>(db, sql::bearings_of_item, item);
}

std::vector<Power> every_power(db::Connection& db) {
    return db::all<Power>(db, sql::every_power);
}

std::vector<PowerState> power_states_on_day(db::Connection& db, Date day) {
    return db::all<PowerState>(db, sql::power_states_on_day, day);
}

std::vector<Option> every_option(db::Connection& db) {
    return db::all<Option>(db, sql::every_option);
}

std::vector<Standing> standing_on(db::Connection& db, Date day) {
    std::map<Id<Item>, ItemStage> stages;
    for (auto& stage : stages_on_day(db, day)) stages.emplace(stage.item, stage);
    std::vector<Standing> out;
    for (auto& item : every_item(db)) {
        auto stage = stages.find(item.id);
        auto& row = out.emplace_back();
        row.item = std::move(item);
        if (stage != stages.end()) row.stage = std::move(stage->second);
    }
    return out;
}

std::vector<Standing> in_force_on(db::Connection& db, Date day) {
    auto all = standing_on(db, day);
    std::erase_if(all,
                  [](const Standing& row) { return !row.stage || !is_in_force(row.stage->stage); });
    return all;
}

std::optional<PowerState> power_on(db::Connection& db, std::string_view code, Date day) {
    return db::first<PowerState>(db, sql::power_state_on_day, code, day);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::legislation
