#pragma once

#include <string>
#include <vector>

#include "areas/release_dates/rules_facts.hpp"
#include "kit/law/law.hpp"

/// What a person must look at before anything is calculated (rule book, 11.5).
namespace noms::release_dates {

/// Unsupported: this calculation does not know the law of it. Invalid: a fact is missing or cannot
/// be. Warning: it can be calculated all the same.
enum class DoubtLevel { Unsupported, Invalid, Warning };
DESCRIBE_ENUM(DoubtLevel, Unsupported, Invalid, Warning)

/// One thing that stands in the way; `sentence` is its key, empty where it is about all of them.
struct Doubt {
    DoubtLevel level = DoubtLevel::Unsupported;
    std::string code{};
    std::string sentence{};
    std::string words{};
    law::Provision source{};
};
DESCRIBE(Doubt, level, code, sentence, words, source)

/// The doubts of the first level that has any: unsupported before invalid before warnings. None:
/// the facts can be calculated.
std::vector<Doubt> doubts_of(const CalculationFacts&);

/// The provisions that doubts name beside those of the tables and of data/sentence_kind.csv.
std::vector<law::Provision> provisions_of_doubts();

/// Whether the doubts forbid a calculation: any that is more than a warning.
bool forbid(const std::vector<Doubt>&);

}  // namespace noms::release_dates
