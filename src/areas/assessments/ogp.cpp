#include "areas/assessments/ogp.hpp"

namespace noms::assessments {
namespace {

constexpr Curve curve{.slope = 0.0616,
                      .one_year = -3.6832,
                      .two_year = -3.0795,
                      .bands = {.medium = 34, .high = 67, .very_high = 85}};

/// `count` times over/under, halves up.
int rounded(int count, int over, int under) {
    return (2 * count * over + under) / (2 * under);
}

int some_or_significant(int answer) {
    return answer == 0 ? 0 : answer == 1 ? 3 : 5;
}

}  // namespace

Result<Score> ogp(const OgpFacts& facts) {
    PointsSum points;
    points.add("OGRS3 over two years",
               {{"ogrs3_two_year_percent", facts.ogrs3_two_year_percent}},
               {0, 100},
               [](int percent) { return rounded(percent, 3, 5); });
    points.add("No fixed abode", "no_fixed_abode", facts.no_fixed_abode, 5);
    points.add("Unemployed", "unemployed", facts.unemployed, 5);
    points.add("Activities that encourage offending",
               {{"activities_encourage_offending", facts.activities_encourage_offending}},
               scored,
               some_or_significant);
    points.add(
        "Drug use and motivation",
        {{"current_drug_use", facts.current_drug_use}, {"drug_motivation", facts.drug_motivation}},
        scored,
        [](int items) { return rounded(items, 15, 4); });
    points.add("Thinking",
               {{"problem_solving", facts.problem_solving},
                {"awareness_of_consequences", facts.awareness_of_consequences},
                {"understands_views_of_others", facts.understands_views_of_others}},
               scored,
               [](int items) { return rounded(items, 5, 6); });
    points.add("Pro-criminal attitudes",
               {{"pro_criminal_attitudes", facts.pro_criminal_attitudes}},
               scored,
               some_or_significant);
    return points.ruling("OGP (2009)", curve);
}

}  // namespace noms::assessments
