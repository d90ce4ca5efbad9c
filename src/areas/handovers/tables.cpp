#include "areas/handovers/facts.hpp"

namespace noms::handovers {

const record::Table<Handover> handovers{"handover", "id"};
const record::Table<HandoverItem> handover_items{"handover_item", "id"};

}  // namespace noms::handovers
