#pragma once

#include "areas/legislation/legislation.hpp"

/// The tables of this area, and what is read from them.
namespace noms::legislation {

extern const record::Table<Item> item_table;
extern const record::Table<ItemStage> stage_table;
extern const record::Table<Bearing> bearing_table;
extern const record::Table<Power> power_table;
extern const record::Table<PowerState> power_state_table;
extern const record::Table<Option> option_table;

std::vector<Item> every_item(db::Connection&);
std::optional<Item> item_by_code(db::Connection&, std::string_view code);
/// The stages of an item, the first first.
std::vector<ItemStage> stages_of_item(db::Connection&, Id<Item>);
std::vector<ItemStage> stages_on_day(db::Connection&, Date day);
std::vector<Bearing> bearings_of_item(db::Connection&, Id<Item>);
std::vector<Power> every_power(db::Connection&);
std::vector<PowerState> power_states_on_day(db::Connection&, Date day);
std::vector<Option> every_option(db::Connection&);

}  // namespace noms::legislation
