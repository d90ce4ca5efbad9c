#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace noms::matching {

/// Sorts numbers by their bits from `low` up to `high`; those alike in them keep their order.
inline void radix_sort(std::vector<std::uint64_t>& values, unsigned low, unsigned high) {
    constexpr unsigned digit_bits = 11;
    std::vector<std::uint64_t> other(values.size());
    for (unsigned shift = low; shift < high; shift += digit_bits) {
        auto digits = (1U << std::min(digit_bits, high - shift)) - 1;
        std::array<std::uint32_t, 1U << digit_bits> starts{};
        for (auto value : values) ++starts[value >> shift & digits];
        std::uint32_t sum = 0;
        for (auto& start : starts) {
            auto count = start;
            start = sum;
            sum += count;
        }
        for (auto value : values) other[starts[value >> shift & digits]++] = value;
        values.swap(other);
    }
}

}  // namespace noms::matching
