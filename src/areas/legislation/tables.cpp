#include "areas/legislation/store.hpp"

namespace noms::legislation {

const record::Table<Item> item_table{"legislation_item", "id"};
const record::Table<ItemStage> stage_table{"legislation_stage", "item,from_day"};
const record::Table<Bearing> bearing_table{"legislation_bearing", "item,feature"};
const record::Table<Power> power_table{"legislation_power", "id"};
const record::Table<PowerState> power_state_table{"legislation_power_state", "power,from_day"};
const record::Table<Option> option_table{"legislation_option", "id"};

}  // namespace noms::legislation
