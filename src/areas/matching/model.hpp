#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/result.hpp"

/// What the engine has learned: everything that a weight is made of. Weights are in bits.
namespace noms::matching {

/// One outcome of comparing a field, and how often it comes about when the two records are of one
/// person, of strangers, and of relatives. Level 0 of each comparison is "not known": it has no
/// weight.
struct Level {
    std::string name{};
    double same = 0;
    double stranger = 0;
    double relative = 0;
    double namesake = 0;
    bool by_rarity = false;  // a rare value that agrees says more than a common one
};

struct Comparison {
    std::string name{};
    std::vector<Level> levels{};
};

/// The comparisons of every model, in their order; further columns come after them.
enum ComparisonIndex : std::size_t {
    FirstNames,
    LastNames,
    MiddleNames,
    BirthDays,
    Sexes,
    Ethnicities,
    Pncs,
    Cros,
    PrisonNumbers,
    Crns,
    Addresses,
    SentenceDays,
    FirstText,
};
constexpr std::size_t comparisons_max = 20;
constexpr std::size_t levels_max = 16;

/// The share that a value has among those of its field, for values often enough seen; `typical`
/// is the share that two strangers' equal values have on the average.
struct Frequencies {
    double typical = 0;
    double least = 0;  // of every value that is not listed
    std::map<std::string, double, std::less<>> shares{};
};

/// A point of the curve from weight to probability.
struct CalibrationPoint {
    double weight = 0;
    double probability = 0;
};

/// The weights at which the engine decides.
struct Thresholds {
    double link = 2;          // an edge of the clusters
    double link_mean = 0;     // over all pairs of two clusters
    double certain = 5;       // an edge that needs no person
    double certain_mean = 2;  // over all pairs of two clusters
    double review = -2;       // below this nobody looks
};

struct Model {
    /// How many records it was learned from.
    double records = 0;
    /// Chances that two of them are of one person, of relatives, or of namesakes.
    double same = 0;
    double relatives = 0;
    double namesakes = 0;
    Thresholds thresholds{};
    std::vector<Comparison> comparisons{};
    std::map<std::string, Frequencies, std::less<>> frequencies{};
    std::vector<CalibrationPoint> calibration{};
};

/// The model that the engine starts from: learned from made-up people, generator seeds 1 to 5.
const Model& shipped_model();

/// A model with a comparison for each further column, taken from what `model` knows of a column of
/// that name, or of texts in general.
Model with_texts(Model model, const std::vector<std::string>& texts);

/// The calibrated probability that a pair of that weight is one person.
double probability_of(const Model&, double weight);

/// The model as text, one fact a line; read back, it gives the same weights to the last bit.
std::string to_text(const Model&);
/// Invalid, with the line, when it is not a model of this version.
Result<Model> parse_model(std::string_view text);

}  // namespace noms::matching
