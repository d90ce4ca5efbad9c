#include "areas/matching/weighing.hpp"

#include <algorithm>
#include <cmath>

namespace noms::matching {

/// The bits against strangers, relatives or namesakes, whichever they are.
double Scale::Bits::against_all() const {
    double least = std::min({stranger, relative, namesake});
    return least - std::log2(std::exp2(least - stranger) + std::exp2(least - relative) +
                             std::exp2(least - namesake));
}

Scale::Scale(const Model& model) : model_(model) {
    double strangers = 1 - model.same - model.relatives - model.namesakes;
    chance_ = {std::log2(model.same / strangers),
               std::log2(model.same / model.relatives),
               std::log2(model.same / model.namesakes)};
    for (size_t i = 0; i < model.comparisons.size(); ++i)
        for (size_t l = 1; l < model.comparisons[i].levels.size(); ++l) {
            const auto& level = model.comparisons[i].levels[l];
            bits_[i][l] = {std::log2(level.same / level.stranger),
                           std::log2(level.same / level.relative),
                           std::log2(level.same / level.namesake)};
        }
}

Scale::Bits Scale::sum(const Outcome& outcome) const {
    Bits out = chance_;
    for (size_t i = 0; i < model_.comparisons.size(); ++i) {
        const auto& bits = bits_[i][outcome.levels[i]];
        out.stranger += bits.stranger;
        out.relative += bits.relative;
        out.namesake += bits.namesake;
    }
    out.stranger += double(outcome.rarity);
    return out;
}

double Scale::weigh(const Outcome& outcome) const {
    return sum(outcome).against_all();
}

Explanation Scale::explain(const Compared& compared) const {
    auto bits = sum(in_short(compared));
    Explanation out{.weight = bits.against_all(),
                    .against_stranger = bits.stranger,
                    .against_relative = bits.relative,
                    .against_namesake = bits.namesake};
    out.parts.push_back({.field = "any two records",
                         .bits = chance_.stranger,
                         .bits_of_relative = chance_.relative});
    for (size_t i = 0; i < model_.comparisons.size(); ++i) {
        auto level = compared.levels[i];
        if (level == 0) continue;
        const auto& known = model_.comparisons[i].levels[level];
        auto rarity = double(compared.rarity[i]);
        out.parts.push_back({.field = model_.comparisons[i].name,
                             .level = known.name,
                             .same = known.same,
                             .stranger = known.stranger,
                             .rarity = rarity,
                             .bits = bits_[i][level].stranger + rarity,
                             .bits_of_relative = bits_[i][level].relative});
    }
    out.parts.push_back(
        {.field = "could be relatives or namesakes", .bits = out.weight - bits.stranger});
    return out;
}

}  // namespace noms::matching
