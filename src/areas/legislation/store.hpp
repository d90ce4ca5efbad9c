#pragma once

#include "areas/legislation/legislation.hpp"

/// The tables of this area, and what is read from them.
namespace noms::legislation {

inline const record::Table<Item> item_table{"legislation_item", "id"};
inline const record::Table<ItemStage> stage_table{"legislation_stage", "item,from_day"};
inline const record::Table<Bearing> bearing_table{"legislation_bearing", "item,feature"};
inline const record::Table<Power> power_table{"legislation_power", "id"};
inline const record::Table<PowerState> power_state_table{"legislation_power_state",
                                                         "power,from_day"};
inline const record::Table<Option> option_table{"legislation_option", "id"};

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
