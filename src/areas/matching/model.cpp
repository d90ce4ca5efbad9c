#include "areas/matching/model.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "areas/matching/data.gen.hpp"

namespace noms::matching {
namespace {

/// The comparison that a column without one of its own begins with.
constexpr std::string_view any_text = "text";

Model read_shipped() {
    auto model = parse_model(data::shipped_model);
    if (!model) throw std::logic_error("shipped model: " + model.error().message);
    return *std::move(model);
}

}  // namespace

const Model& shipped_model() {
    static const Model model = read_shipped();
    return model;
}

Model with_texts(Model model, const std::vector<std::string>& texts) {
    std::vector<Comparison> known(model.comparisons.begin() + FirstText, model.comparisons.end());
    const auto& shipped = shipped_model().comparisons;
    known.insert(known.end(), shipped.begin() + FirstText, shipped.end());
    auto named = [&](std::string_view name) {
        return std::ranges::find(known, name, &Comparison::name);
    };
    model.comparisons.resize(FirstText);
    for (const auto& text : texts) {
        auto found = named(text) != known.end() ? named(text) : named(any_text);
        model.comparisons.push_back(*found);
        model.comparisons.back().name = text;
    }
    return model;
}

double probability_of(const Model& model, double weight) {
    const auto& curve = model.calibration;
    if (curve.empty()) return 1 / (1 + std::exp2(-weight));
    auto above = std::ranges::lower_bound(curve, weight, {}, &CalibrationPoint::weight);
    if (above == curve.begin()) return curve.front().probability;
    if (above == curve.end()) return curve.back().probability;
    auto below = above - 1;
    double along = (weight - below->weight) / (above->weight - below->weight);
    return below->probability + along * (above->probability - below->probability);
}

}  // namespace noms::matching
