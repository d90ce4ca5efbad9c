#pragma once

#include <string>

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
/// "very high".
std::string in_words(Band);

}  // namespace noms::assessments
