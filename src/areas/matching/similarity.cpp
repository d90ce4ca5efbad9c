#include "areas/matching/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>

namespace noms::matching {

bool one_edit_apart(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > 1) return false;
    size_t start = 0;
    while (start < left.size() && left[start] == right[start]) ++start;
    auto rest = left.substr(start);
    auto other = right.substr(start);
    if (rest.size() != other.size()) return rest == other.substr(1);
    if (rest.size() <= 1 || rest.substr(1) == other.substr(1)) return true;
    return rest[0] == other[1] && rest[1] == other[0] && rest.substr(2) == other.substr(2);
}

bool same_letters(std::string_view left, std::string_view right) {
    if (std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > 1) return false;
    std::array<signed char, 256> counts{};
    for (char c : left) ++counts[static_cast<unsigned char>(c)];
    for (char c : right) --counts[static_cast<unsigned char>(c)];
    int more = 0, fewer = 0;
    for (int count : counts) (count > 0 ? more : fewer) += std::abs(count);
    return more + fewer <= 1;
}

double jaro_winkler(std::string_view left, std::string_view right) {
    left = left.substr(0, 64);
    right = right.substr(0, 64);
    if (left.empty() || right.empty()) return 0;
    int reach = std::max(int(std::max(left.size(), right.size())) / 2 - 1, 0);
    std::uint64_t taken_left = 0, taken_right = 0;
    for (int i = 0; i < int(left.size()); ++i) {
        int from = std::max(0, i - reach), until = std::min(int(right.size()), i + reach + 1);
        for (int j = from; j < until; ++j) {
            if ((taken_right >> j & 1) != 0 || left[size_t(i)] != right[size_t(j)]) continue;
            taken_left |= 1ULL << i;
            taken_right |= 1ULL << j;
            break;
        }
    }
    int common = std::popcount(taken_left);
    if (common == 0) return 0;
    int out_of_order = 0;
    for (; taken_left != 0; taken_left &= taken_left - 1, taken_right &= taken_right - 1)
        out_of_order += left[size_t(std::countr_zero(taken_left))] !=
                        right[size_t(std::countr_zero(taken_right))];
    double c = common;
    double jaro =
        (c / double(left.size()) + c / double(right.size()) + (c - out_of_order / 2.0) / c) / 3;
    int prefix = 0;
    int prefix_max = std::min({4, int(left.size()), int(right.size())});
    while (prefix < prefix_max && left[size_t(prefix)] == right[size_t(prefix)]) ++prefix;
    return jaro + prefix * 0.1 * (1 - jaro);
}

}  // namespace noms::matching
