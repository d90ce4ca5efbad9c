#include "areas/assessments/assessments.hpp"

namespace noms::assessments {

void register_rules() {
    law::register_rule<Ogrs3Facts, Score>(
        "ogrs3",
        "Likelihood of reconviction: OGRS3",
        "How likely a proven reoffence is within one and two years, from sex, ages, previous "
        "sanctions and the group of the offence. It stands in for OGRS2, whose terms were never "
        "published.",
        {calculators()},
        &ogrs3);
    law::register_rule<OgpFacts, Score>(
        "ogp",
        "Likelihood of non-violent reoffending: OGP",
        "The OASys General Predictor of 2009: points from OGRS3 and nine answers. Null where an "
        "answer is not known.",
        {calculators()},
        &ogp);
    law::register_rule<OvpFacts, Score>(
        "ovp",
        "Likelihood of violent reoffending: OVP",
        "The OASys Violence Predictor of 2009: points from sex, age, sanctions and nine answers. "
        "Null where an answer is not known.",
        {calculators()},
        &ovp);
    law::register_rule<NeedsFacts, NeedsRuling>(
        "oasys-needs",
        "Criminogenic needs from OASys",
        "Section scores, their severity, and whether there is a need: by the threshold, or because "
        "the assessor ticked it. A section without answers has no score.",
        {{"hmpps-assess-risks-and-needs @9f5a6b6 [S]",
          "https://github.com/ministryofjustice/hmpps-assess-risks-and-needs"}},
        &oasys_needs);
}

}  // namespace noms::assessments
