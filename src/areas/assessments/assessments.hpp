#pragma once

#include "areas/assessments/ogrs3.hpp"
#include "areas/assessments/ogrs3_stream.hpp"

/// What is known of an offender's risk and needs: predictors, needs, tier. Rules only: a score
/// advises and a named person decides.
namespace noms::assessments {

/// Registers `ogrs3` for `noms rules`.
void register_rules();

}  // namespace noms::assessments
