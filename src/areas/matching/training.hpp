#pragma once

#include <vector>

#include "areas/matching/blocking.hpp"
#include "areas/matching/comparing.hpp"
#include "areas/matching/model.hpp"

namespace noms::matching {

/// How often each value occurs in the population, for values that occur more than a few times.
std::map<std::string, Frequencies, std::less<>> frequencies_of(const Population&, const Model&);

/// Learns from the records themselves how often each level comes about: with strangers from pairs
/// drawn at random, with one person's records and with relatives by expectation-maximisation over
/// the counts of what comparing gave. Begins from `model` and leans on it where there is little to
/// see. Knows no truth.
Model train(Model model,
            const Population&,
            const std::vector<Pair>& pairs,
            const std::vector<Outcome>& outcomes,
            unsigned threads);

}  // namespace noms::matching
