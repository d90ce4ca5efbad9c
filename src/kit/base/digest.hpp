#pragma once

#include <cstdint>
#include <string_view>

namespace noms {

/// A text as a number, never negative: 63 bits of its BLAKE2b. The same text gives the same number
/// for good, since such numbers are stored.
std::int64_t digest_of(std::string_view);

}  // namespace noms
