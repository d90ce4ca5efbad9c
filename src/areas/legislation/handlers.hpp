#pragma once

#include "areas/legislation/legislation.hpp"

namespace noms::legislation {

inline constexpr std::string_view read_permission = "legislation.read";
inline constexpr std::string_view change_permission = "legislation.change";

/// Adds a stage to an item of the register: a bill is introduced, a section comes into force.
struct AddStage {
    Date from{};
    Stage stage = Stage::Published;
    std::string source{};
    std::optional<std::string> note{};
};
DESCRIBE(AddStage, from, stage, source, note)

struct StageAdded {
    std::string item{};  // code
};
DESCRIBE(StageAdded, item)
Result<StageAdded> add_stage(web::Context&, const AddStage&);

/// An item with everything recorded of it.
struct ShownItem {
    Item item{};
    std::vector<ItemStage> stages{};
    std::vector<Bearing> bearings{};
};
DESCRIBE(ShownItem, item, stages, bearings)
Result<ShownItem> shown_item(db::Connection&, std::string_view code);

/// A power as it stands on a day, with the item it comes from.
struct ShownPower {
    Power power{};
    std::string item{};   // code
    std::string title{};  // of the item
    std::optional<PowerState> state{};
};
DESCRIBE(ShownPower, power, item, title, state)
std::vector<ShownPower> shown_powers(db::Connection&, Date day);

}  // namespace noms::legislation
