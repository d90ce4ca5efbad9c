#pragma once

#include <array>
#include <string>
#include <vector>

#include "areas/matching/comparing.hpp"

namespace noms::matching {

/// One part of a weight, for the picture of where a weight comes from.
struct WeightPart {
    std::string field{};
    std::string level{};
    double same = 0;              // how often this comes about with one person's records
    double stranger = 0;          // and with two strangers'
    double rarity = 0;            // bits of the agreeing value's rarity, within `bits`
    double bits = 0;              // against a stranger
    double bits_of_relative = 0;  // against a relative
};

/// A weight and its parts, which sum to it: the chance of any two records, one part for each
/// comparison that was known, and what is taken off because the two could be relatives or
/// namesakes.
struct Explanation {
    double weight = 0;
    double against_stranger = 0;
    double against_relative = 0;
    double against_namesake = 0;
    std::vector<WeightPart> parts{};
};

/// Turns what comparing gave into a weight: the bits by which "one person" is likelier than
/// all others together.
class Scale {
public:
    explicit Scale(const Model&);
    double weigh(const Outcome&) const;
    Explanation explain(const Compared&) const;

private:
    struct Bits {
        double stranger = 0;
        double relative = 0;
        double namesake = 0;
        double against_all() const;
    };
    const Model& model_;
    Bits chance_{};
    std::array<std::array<Bits, levels_max>, comparisons_max> bits_{};

    Bits sum(const Outcome&) const;
};

}  // namespace noms::matching
