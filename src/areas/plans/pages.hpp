#pragma once

#include "areas/plans/views.hpp"
#include "kit/page/page.hpp"

/// The pages of this area. Pure.
namespace noms::plans {

page::Page plan_page(page::Page, const offenders::Offender&, const WholePlan&, bool may_change);
/// What the offender is given: plain words, no scores, nothing about others.
page::Page copy_page(const offenders::Offender&, const WholePlan&);

}  // namespace noms::plans
