#pragma once

#include "areas/demonstration/world.hpp"
#include "kit/record/record.hpp"

/// What the invented nation offers: in every prison and every area, under invented providers.
namespace noms::demonstration {

void add_offerings(record::Changes&, World&);

}  // namespace noms::demonstration
