#pragma once

#include <vector>

#include "areas/legislation/facts.hpp"
#include "kit/base/result.hpp"

/// What the register says of itself. Facts and a day only.
namespace noms::legislation {

/// Whether a stage is law that binds on the day, in whole or in part.
bool is_in_force(Stage);

/// A stage that somebody wants to add to an item.
struct NewStage {
    Date from{};
    Stage stage = Stage::Published;
    std::string source{};
    std::string note{};
};

/// The row that adds a stage. Invalid: no source. Refused: a stage is recorded for that day or
/// later, or the item cannot reach that stage (a publication is not assented).
Result<ItemStage> next_stage(const Item&, const std::vector<ItemStage>& history, const NewStage&);

}  // namespace noms::legislation
