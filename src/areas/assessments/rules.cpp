#include "areas/assessments/assessments.hpp"

namespace noms::assessments {

void register_rules() {
    law::register_rule<Ogrs3Facts, Ogrs3Ruling>(
        "ogrs3",
        "Likelihood of reconviction: OGRS3",
        "How likely a proven reoffence is within one and two years, from sex, ages, previous "
        "sanctions and the group of the offence. It stands in for OGRS2, whose terms were never "
        "published.",
        {calculators()},
        &ogrs3);
}

}  // namespace noms::assessments
