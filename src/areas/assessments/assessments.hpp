#pragma once

#include "areas/assessments/oasys_needs.hpp"
#include "areas/assessments/ogp.hpp"
#include "areas/assessments/ogrs3.hpp"
#include "areas/assessments/ogrs3_stream.hpp"
#include "areas/assessments/ovp.hpp"
#include "areas/assessments/tier_1_to_4.hpp"
#include "areas/assessments/tier_a_to_g.hpp"
#include "areas/assessments/tier_two_axis.hpp"

/// What is known of an offender's risk and needs: predictors, needs, tier. Rules only: a score
/// advises and a named person decides.
namespace noms::assessments {

/// Registers `ogrs3`, `ogp`, `ovp`, `oasys-needs` and the three schemes of tiers for `noms rules`.
void register_rules();

}  // namespace noms::assessments
