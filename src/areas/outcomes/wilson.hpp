#pragma once

#include <cstdint>

/// The interval of a share, after E. B. Wilson.
namespace noms::outcomes {

/// Tenths of a per cent.
struct Interval {
    int low = 0;
    int high = 0;
};

/// The 95% score interval without continuity correction (Wilson 1927; method 3 of Newcombe,
/// Statistics in Medicine 17, 1998): it stays within nought and one hundred, also where few were
/// counted. `people` is at least 1, `with` from 0 to `people`.
Interval wilson_95(std::int64_t with, std::int64_t people);

}  // namespace noms::outcomes
