#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/assessments/score.hpp"
#include "kit/base/result.hpp"

/// Predictors that add points up and read a probability off the total: OGP and OVP.
namespace noms::assessments {

/// How a total becomes a probability.
struct Curve {
    double slope = 0;
    double one_year = 0;
    double two_year = 0;
    Bands bands{};
};

/// A fact by its name, where it is known.
struct Answer {
    std::string_view field{};
    std::optional<int> value{};
};
/// What an answer may be.
struct Range {
    int least = 0;
    int most = 0;
};
inline constexpr Range scored{0, 2};

/// Adds points up, noting what is not known, what is out of range and why each point is there.
class PointsSum {
public:
    /// The points for the sum of these answers, when each is known and in range.
    void add(std::string_view words,
             std::initializer_list<Answer> answers,
             Range,
             const std::function<int(int)>& points);
    /// So many points when the answer is yes.
    void add(std::string_view words,
             std::string_view field,
             std::optional<bool> answer,
             int points);
    /// The ruling, or every field out of range.
    Result<Score> ruling(std::string predictor, const Curve&) const;

private:
    int total_ = 0;
    std::vector<std::string> not_known_{};
    std::vector<FieldError> faults_{};
    std::vector<law::Ground> because_{};
};

}  // namespace noms::assessments
