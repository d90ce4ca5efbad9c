#include "areas/assessments/score.hpp"

#include <algorithm>
#include <cmath>

namespace noms::assessments {
namespace {

double half_up(double value) {
    return std::floor(value + 0.5);
}

}  // namespace

const law::Provision& calculators() {
    static const law::Provision published{
        "hmpps-arns-risk-actuarial-api @19ea2bc, read and recomputed [T]",
        "https://github.com/ministryofjustice/hmpps-arns-risk-actuarial-api"};
    return published;
}

double logistic(double z) {
    return 1.0 / (1.0 + std::exp(-z));
}

int percent_of(double probability) {
    double five_decimals = half_up(probability * 100'000) / 1'000;
    return std::clamp(int(half_up(five_decimals)), 1, 99);
}

Band band_of(int percent, const Bands& bands) {
    if (percent >= bands.very_high) return Band::VeryHigh;
    if (percent >= bands.high) return Band::High;
    return percent >= bands.medium ? Band::Medium : Band::Low;
}

void set_probabilities(Score& score, double one_year, double two_year, const Bands& bands) {
    score.one_year = one_year;
    score.two_year = two_year;
    score.one_year_percent = percent_of(one_year);
    score.two_year_percent = percent_of(two_year);
    score.band = band_of(*score.two_year_percent, bands);
}

}  // namespace noms::assessments
