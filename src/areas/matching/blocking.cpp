#include "areas/matching/blocking.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "areas/matching/block_keys.hpp"
#include "areas/matching/parallel.hpp"
#include "areas/matching/radix_sort.hpp"

namespace noms::matching {
namespace {

/// Up to so many records, every pair is compared.
constexpr size_t all_pairs_max = 2000;
/// The pairs a rule may bring: so many, and one for so many records.
constexpr std::uint64_t pairs_of_any_rule = 600'000;
constexpr std::uint64_t records_for_another = 2, records_for_another_loose = 16;
constexpr std::uint64_t block_sizes_max = 4096;

std::uint64_t pairs_among(std::uint64_t records) {
    return records * (records - 1) / 2;
}

/// Calls `take` with where each block of two records or more begins and ends.
template <class Take>
void for_each_block(const std::vector<std::uint64_t>& keys, unsigned bits, Take&& take) {
    for (size_t from = 0, until = 0; from < keys.size(); from = until) {
        while (until < keys.size() && keys[until] >> bits == keys[from] >> bits) ++until;
        if (until - from > 1) take(from, until);
    }
}

/// The largest size of block that keeps a rule within its pairs.
std::uint64_t size_within(const std::vector<std::uint64_t>& blocks_by_size, std::uint64_t budget) {
    std::uint64_t pairs = 0, size = 2;
    for (; size < blocks_by_size.size(); ++size) {
        pairs += blocks_by_size[size] * pairs_among(size);
        if (pairs > budget) break;
    }
    return size - 1;
}

/// Rules that find the records of people about whom little is known, and many strangers.
bool is_loose(BlockRule rule) {
    return rule == BlockRule::FullName || rule == BlockRule::LastNameAndYear ||
           rule == BlockRule::FirstNameAndDayOfYear;
}

std::uint64_t pairs_allowed(BlockRule rule, std::uint64_t records) {
    return pairs_of_any_rule +
           records / (is_loose(rule) ? records_for_another_loose : records_for_another);
}

struct Found {
    std::vector<std::uint64_t> pairs{};
    BlockReport report{};
};

Found pairs_of(const Population& people, BlockRule rule) {
    auto bits = unsigned(std::bit_width(people.size()));
    auto keys = sorted_keys(people, rule, bits);
    std::vector<std::uint64_t> blocks_by_size(block_sizes_max);
    for_each_block(keys, bits, [&](size_t from, size_t until) {
        if (until - from < block_sizes_max) ++blocks_by_size[until - from];
    });
    auto size_max = size_within(blocks_by_size, pairs_allowed(rule, people.size()));
    Found found{.report = {.rule = rule, .block_size_max = size_max}};
    std::uint64_t mask = (1ULL << bits) - 1;
    for_each_block(keys, bits, [&](size_t from, size_t until) {
        if (until - from > size_max) {
            ++found.report.blocks_left_out;
            found.report.largest_left_out = std::max(found.report.largest_left_out, until - from);
            return;
        }
        for (auto i = from; i < until; ++i)
            for (auto j = i + 1; j < until; ++j)
                found.pairs.push_back((keys[i] & mask) << 32 | (keys[j] & mask));
    });
    found.report.pairs = found.pairs.size();
    return found;
}

std::vector<Pair> all_pairs(size_t records) {
    std::vector<Pair> pairs;
    for (PersonIndex left = 0; left < records; ++left)
        for (PersonIndex right = left + 1; right < records; ++right) pairs.push_back({left, right});
    return pairs;
}

std::vector<Pair> each_once(std::vector<Found>& found, size_t records) {
    std::vector<std::uint64_t> all;
    for (auto& of_rule : found) {
        all.insert(all.end(), of_rule.pairs.begin(), of_rule.pairs.end());
        of_rule.pairs = {};
    }
    auto bits = unsigned(std::bit_width(records));
    radix_sort(all, 0, bits);
    radix_sort(all, 32, 32 + bits);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::vector<Pair> pairs;
    pairs.reserve(all.size());
    for (auto pair : all) pairs.push_back({PersonIndex(pair >> 32), PersonIndex(pair)});
    return pairs;
}

}  // namespace

std::string_view in_words(BlockRule rule) {
    static constexpr std::array<std::string_view, block_rule_count> words{
        "PNC",
        "CRO",
        "serial of a PNC and a CRO",
        "prison number",
        "CRN",
        "birth date and first name",
        "birth date and last name",
        "birth date and initials",
        "birth date and postcode",
        "birth date and sentence date",
        "postcode and first name",
        "postcode and last name",
        "sentence date and first name",
        "sentence date and last name",
        "full name and year of birth",
        "full name and day of birth in any year",
        "full name with a middle name",
        "full name",
        "last name and year of birth",
        "first name and day of birth in any year",
        "other column and first name",
        "other column and last name",
        "other column and birth date",
    };
    return words[size_t(rule)];
}

std::vector<std::uint64_t> sorted_keys(const Population& people, BlockRule rule, unsigned bits) {
    std::vector<std::uint64_t> keys;
    keys.reserve(people.size());
    for (PersonIndex at = 0; at < people.size(); ++at)
        BlockKeys(people, at).of(rule, [&](std::uint64_t key) {
            keys.push_back((key >> bits << bits) | at);
        });
    radix_sort(keys, bits, 64);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Blocks block(const Population& people, unsigned threads) {
    if (people.size() <= all_pairs_max) return {.pairs = all_pairs(people.size())};
    std::vector<Found> found(block_rule_count);
    in_parallel(block_rule_count, threads, [&](size_t rule) {
        found[rule] = pairs_of(people, BlockRule(rule));
    });
    Blocks out{.pairs = each_once(found, people.size())};
    for (const auto& of_rule : found) out.reports.push_back(of_rule.report);
    return out;
}

}  // namespace noms::matching
