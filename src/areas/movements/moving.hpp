#pragma once

#include <string>

#include "areas/movements/movements.hpp"

/// What the commands of this area share.
namespace noms::movements {

/// The instant of a day and a time of its clock ("14:30"). Invalid, for the field `moved_at`, when
/// the time is none.
Result<Instant> moment_of(Date day, const std::string& time);

}  // namespace noms::movements
