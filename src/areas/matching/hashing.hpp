#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

/// Digests that are the same on every run and every machine of the service. Not for secrets.
namespace noms::matching {

/// Every bit of the answer depends on every bit of `value` (the finaliser of SplitMix64).
constexpr std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

/// A digest of several numbers in their order.
constexpr std::uint64_t mixed(std::uint64_t first, std::uint64_t second) {
    return mixed(mixed(first + 0x9E3779B97F4A7C15ULL) + second);
}

inline std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size() + 0x9E3779B97F4A7C15ULL;
    while (text.size() >= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data(), 8);
        hash = mixed(hash ^ part);
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    return mixed(hash ^ rest);
}

}  // namespace noms::matching
