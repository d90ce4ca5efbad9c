#pragma once

#include "areas/custody/rules.hpp"

/// Prison regimes and release on conditions: so far the rule of home detention curfew.
namespace noms::custody {}
