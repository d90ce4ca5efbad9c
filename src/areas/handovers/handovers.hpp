#pragma once

#include "areas/handovers/rules.hpp"

/// What must be done before somebody crosses from prison into the community, or from one offender
/// manager to another: so far its rules.
namespace noms::handovers {}
