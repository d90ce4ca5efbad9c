#pragma once

#include "kit/base/date.hpp"

namespace noms {

/// A day that a test names, "2006-04-03"; throws when there is no such day.
inline Date day(std::string_view iso) {
    return parse_date(iso).value();
}

}  // namespace noms
