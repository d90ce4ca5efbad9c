#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "areas/matching/population.hpp"

/// Which records are compared at all: those that share what a rule looks at.
namespace noms::matching {

/// Two records, the lower index first.
struct Pair {
    PersonIndex left = 0;
    PersonIndex right = 0;
    auto operator<=>(const Pair&) const = default;
};

/// What two records must share to be compared.
enum class BlockRule : std::uint8_t {
    Pnc,
    Cro,
    NumberCore,
    PrisonNumber,
    Crn,
    DayAndFirstName,
    DayAndLastName,
    DayAndInitials,
    DayAndPostcode,
    DayAndSentence,
    PostcodeAndFirstName,
    PostcodeAndLastName,
    SentenceAndFirstName,
    SentenceAndLastName,
    FullNameAndYear,
    FullNameAndDayOfYear,
    FullNameAndMiddle,
    FullName,
    LastNameAndYear,
    FirstNameAndDayOfYear,
    TextAndFirstName,
    TextAndLastName,
    TextAndDay,
};
constexpr size_t block_rule_count = size_t(BlockRule::TextAndDay) + 1;
std::string_view in_words(BlockRule);

/// What one rule found. Blocks too large to compare within the rule's share of the work are left
/// out, the largest first; pairs in them are still compared where another rule finds them.
struct BlockReport {
    BlockRule rule{};
    std::uint64_t pairs = 0;
    std::uint64_t blocks_left_out = 0;
    std::uint64_t block_size_max = 0;  // of those compared
    std::uint64_t largest_left_out = 0;
};

/// The keys of a rule, each above so many bits, which hold its record's index; in order.
std::vector<std::uint64_t> sorted_keys(const Population&, BlockRule, unsigned bits);

struct Blocks {
    std::vector<Pair> pairs{};  // each once, in order
    std::vector<BlockReport> reports{};
};

/// Every pair that some rule finds. All pairs of a population so small that it costs nothing.
Blocks block(const Population&, unsigned threads);

}  // namespace noms::matching
