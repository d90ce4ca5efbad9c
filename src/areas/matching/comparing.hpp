#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "areas/matching/model.hpp"
#include "areas/matching/population.hpp"

namespace noms::matching {

/// What comparing two records gave: of each comparison its level, and the bits that the agreeing
/// value's rarity adds.
struct Compared {
    std::array<std::uint8_t, comparisons_max> levels{};
    std::array<float, comparisons_max> rarity{};
};

/// The same in short, for many pairs.
struct Outcome {
    std::array<std::uint8_t, comparisons_max> levels{};
    float rarity = 0;  // of all comparisons together
};
Outcome in_short(const Compared&);

/// What the rarity of each day and postcode that a model lists adds, in bits. Whoever compares a
/// few records again and again by one model makes it once.
class NumberRarities {
public:
    explicit NumberRarities(const Model&);
    float of_day(std::uint32_t day) const { return days_.of(day); }
    float of_postcode(std::uint64_t postcode) const { return postcodes_.of(postcode); }

private:
    struct Table {
        std::unordered_map<std::uint64_t, float> bits{};
        float most = 0;
        float of(std::uint64_t value) const {
            auto found = bits.find(value);
            return found == bits.end() ? most : found->second;
        }
    };
    Table days_, postcodes_;
};

/// Compares records of a population, field by field. Looks values' frequencies up in the model,
/// which must outlive it, as must the population.
class Comparer {
public:
    Comparer(const Population&, const Model&, std::shared_ptr<const NumberRarities> = {});

    Compared compare(PersonIndex, PersonIndex) const;
    /// Looks up how rare the words are that the population has taken in since.
    void take_new_words();

private:
    struct Rarities {
        const Frequencies* table = nullptr;
        std::vector<float> bits{};
        float of(WordId word) const { return word < bits.size() ? bits[word] : 0; }
    };
    const Population& people_;
    std::shared_ptr<const NumberRarities> numbers_;
    Rarities firsts_, lasts_, middles_, ethnicities_;
    std::vector<Rarities> texts_;

    void take_new_words(Rarities&) const;
    void compare_names(Compared&, const Person&, const Person&) const;
    void compare_firsts(Compared&, const Person&, const Person&) const;
    void compare_lasts(Compared&, const Person&, const Person&) const;
    void compare_middles(Compared&, const Person&, const Person&) const;
    void compare_birth_days(Compared&, const Person&, const Person&) const;
    void compare_ethnicities(Compared&, const Person&, const Person&) const;
    void compare_addresses(Compared&, const Person&, const Person&) const;
    void compare_sentences(Compared&, const Person&, const Person&) const;
    void compare_texts(Compared&, PersonIndex, PersonIndex) const;
};

}  // namespace noms::matching
