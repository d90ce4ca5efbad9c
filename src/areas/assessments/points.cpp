#include "areas/assessments/points.hpp"

#include <fmt/format.h>

namespace noms::assessments {

void PointsSum::add(std::string_view words,
                    std::initializer_list<Answer> answers,
                    Range range,
                    const std::function<int(int)>& points) {
    int sum = 0;
    bool complete = true;
    for (const auto& [field, value] : answers) {
        if (!value) {
            not_known_.emplace_back(field);
        } else if (*value < range.least || *value > range.most) {
            faults_.push_back({std::string(field),
                               "out_of_range",
                               fmt::format("must be between {} and {}", range.least, range.most)});
        } else {
            sum += *value;
            continue;
        }
        complete = false;
    }
    if (!complete) return;
    int earned = points(sum);
    total_ += earned;
    because_.push_back({fmt::format("{} {}: {} points", words, sum, earned), calculators()});
}

void PointsSum::add(std::string_view words,
                    std::string_view field,
                    std::optional<bool> answer,
                    int points) {
    if (!answer) {
        not_known_.emplace_back(field);
        return;
    }
    int earned = *answer ? points : 0;
    total_ += earned;
    because_.push_back(
        {fmt::format("{}: {}, {} points", words, *answer ? "yes" : "no", earned), calculators()});
}

Result<Score> PointsSum::ruling(std::string predictor, const Curve& curve) const {
    if (!faults_.empty()) return invalid(faults_);
    Score out{.predictor = std::move(predictor), .not_known = not_known_, .because = because_};
    if (!not_known_.empty()) {
        out.because.push_back(
            {fmt::format("There is no score: not known {}", fmt::join(not_known_, ", ")),
             calculators()});
        return out;
    }
    out.total = total_;
    set_probabilities(out,
                      logistic(curve.slope * total_ + curve.one_year),
                      logistic(curve.slope * total_ + curve.two_year),
                      curve.bands);
    return out;
}

}  // namespace noms::assessments
