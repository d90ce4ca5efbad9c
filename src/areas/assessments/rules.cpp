#include "areas/assessments/assessments.hpp"

namespace noms::assessments {

namespace {

void register_predictors() {
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

void register_tiers() {
    const law::Provision scheme{"hmpps-tier @affac98a [S]",
                                "https://github.com/ministryofjustice/hmpps-tier"};
    law::register_rule<Tier1To4Facts, Tier1To4Ruling>(
        "tier-1-to-4",
        "Tier of the Offender Management Model: Punish, Help, Change, Control",
        "The tiers of 2006, by rules whose figures are from memory or constructed. Without a fact "
        "that could change it there is no tier, but those that it could be.",
        {{"Probation Circular 65/2005, criteria only; rules from memory or constructed", ""}},
        &tier_1_to_4);
    law::register_rule<TierTwoAxisFacts, TierTwoAxisRuling>(
        "tier-two-axis",
        "Tier on two axes: protection A to D, change 0 to 3",
        "The scheme in use from 2020. What is not known counts as nought there, and is listed.",
        {scheme},
        &tier_two_axis);
    law::register_rule<TierAToGFacts, TierAToGRuling>(
        "tier-a-to-g",
        "Tier on one axis: A to G",
        "The scheme of 2026: the highest of five steps, and whether it is provisional.",
        {scheme},
        &tier_a_to_g);
}

void register_signatures() {
    law::register_rule<CountersignatureFacts, CountersignatureRuling>(
        "assessment-countersignature",
        "Whether a second person must sign an assessment",
        "Where the risk of serious harm is high, was high and is now lower, or a child is at risk; "
        "and wherever one of them is not known.",
        {{"noms: an own rule, see docs/law-questions.md", ""}},
        &countersignature);
}

}  // namespace

void register_rules() {
    register_predictors();
    register_tiers();
    register_signatures();
}

}  // namespace noms::assessments
