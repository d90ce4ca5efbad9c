#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// What every predictor shares: the logistic curve, the whole per cent and its band.
namespace noms::assessments {

/// As OASys writes it.
enum class Sex { M, F };
DESCRIBE_ENUM(Sex, M, F)

/// How likely, in the words of the service.
enum class Band { Low, Medium, High, VeryHigh };
DESCRIBE_ENUM(Band, Low, Medium, High, VeryHigh)

/// The lowest whole per cent of each band above Low.
struct Bands {
    int medium = 50;
    int high = 75;
    int very_high = 90;
};

/// Where the published predictors of the services are written down.
const law::Provision& calculators();

double logistic(double z);
/// To five decimals, then to the whole per cent, both half up, and never below 1 or above 99.
/// hmpps-arns-risk-actuarial-api [S].
int percent_of(double probability);
Band band_of(int percent, const Bands&);
/// A predictor's answer, by its own name: null where a fact that it needs is not known, since
/// absent is not nought. `total`: of the points, where there are any.
struct Score {
    std::string predictor{};
    std::optional<int> total{};
    std::optional<double> one_year{};
    std::optional<double> two_year{};
    std::optional<int> one_year_percent{};
    std::optional<int> two_year_percent{};
    std::optional<Band> band{};  // of the two years
    std::vector<std::string> not_known{};
    std::vector<law::Ground> because{};
};
DESCRIBE(Score,
         predictor,
         total,
         one_year,
         two_year,
         one_year_percent,
         two_year_percent,
         band,
         not_known,
         because)

/// Puts the probabilities in, with their whole per cents and the band of the two years.
void set_probabilities(Score&, double one_year, double two_year, const Bands&);

}  // namespace noms::assessments
