#include "areas/outcomes/wilson.hpp"

#include <cmath>

namespace noms::outcomes {

Interval wilson_95(std::int64_t with, std::int64_t people) {
    constexpr double z = 1.959964;  // leaves 2.5 in a hundred on either side of the normal curve
    const double n = double(people), p = double(with) / n;
    const double middle = 2 * n * p + z * z;
    const double reach = z * std::sqrt(z * z + 4 * n * p * (1 - p));
    auto tenths = [&](double bound) { return int(std::lround(1000 * bound / (2 * (n + z * z)))); };
    return {.low = tenths(middle - reach), .high = tenths(middle + reach)};
}

}  // namespace noms::outcomes
