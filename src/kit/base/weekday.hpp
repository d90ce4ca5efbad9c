#pragma once

#include <string>

#include "kit/base/date.hpp"

namespace noms {

/// "Monday 3 April 2006".
std::string in_full(Date);

}  // namespace noms
