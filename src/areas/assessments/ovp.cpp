#include "areas/assessments/ovp.hpp"

#include "areas/assessments/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

constexpr Curve curve{.slope = 0.0722,
                      .one_year = -4.5215,
                      .two_year = -3.8773,
                      .bands = {.medium = 30, .high = 60, .very_high = 80}};
constexpr Range any_number{0, 1'000};

/// A row of data/ovp_points.csv: so many points from this number on, up to the next row's.
struct OvpStep {
    std::string counted{};
    int from = 0;
    int points = 0;
    std::string source{};
};
DESCRIBE(OvpStep, counted, from, points, source)

int points_for(std::string_view counted, int number) {
    static const auto steps = rows::read<OvpStep>(data::ovp_points);
    int points = 0;
    for (const auto& step : steps)
        if (step.counted == counted && step.from <= number) points = step.points;
    return points;
}

auto points_by(std::string_view counted) {
    return [counted](int number) { return points_for(counted, number); };
}

std::optional<bool> is_male(const std::optional<Sex>& sex) {
    return sex ? std::optional(*sex == Sex::M) : std::nullopt;
}

std::optional<bool> is_not(const std::optional<bool>& answer) {
    return answer ? std::optional(!*answer) : std::nullopt;
}

}  // namespace

Result<Score> ovp(const OvpFacts& facts) {
    PointsSum points;
    const Answer violent{"violent_sanctions", facts.violent_sanctions};
    const Answer other{"non_violent_sanctions", facts.non_violent_sanctions};
    points.add("Male", "sex", is_male(facts.sex), 5);
    points.add("Age", {{"age", facts.age}}, {18, 120}, points_by("age"));
    points.add("Violent sanctions", {violent}, any_number, points_by("violent"));
    points.add("Non-violent sanctions", {other}, any_number, points_by("non_violent"));
    // The published test is for any sanction at all, and this one is a sanction.
    if (violent.value && other.value)
        points.add("Any sanction", "", *violent.value + *other.value > 0, 5);
    points.add("Does not recognise the impact on others",
               "recognises_impact_on_others",
               is_not(facts.recognises_impact_on_others),
               4);
    points.add("No fixed abode", "no_fixed_abode", facts.no_fixed_abode, 4);
    points.add("Unemployed", "unemployed", facts.unemployed, 4);
    points.add("Alcohol use and binges",
               {{"current_alcohol_use", facts.current_alcohol_use},
                {"binge_drinking", facts.binge_drinking}},
               scored,
               [](int items) { return (5 * items + 1) / 2; });
    points.add("Psychiatric treatment", "psychiatric_treatment", facts.psychiatric_treatment, 4);
    for (const auto& [words, answer] :
         {std::pair{"Temper", Answer{"temper_control", facts.temper_control}},
          std::pair{"Pro-criminal attitudes",
                    Answer{"pro_criminal_attitudes", facts.pro_criminal_attitudes}}})
        points.add(words, {answer}, scored, [](int score) { return 3 * score; });
    return points.ruling("OVP (2009)", curve);
}

}  // namespace noms::assessments
