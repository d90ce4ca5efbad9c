#pragma once

#include <string>
#include <vector>

#include "areas/appointments/views.hpp"
#include "kit/page/page.hpp"

/// The pages of this area. Pure.
namespace noms::appointments {

page::Page ahead_page(page::Page, const offenders::Offender&, const Ahead&, bool may_change);
page::Page reminders_page(page::Page,
                          const offenders::Offender&,
                          const RemindersOf&,
                          bool may_change);
/// The cases of the reader with what is missing in the weeks ahead.
page::Page cases_page(const CasesAhead&);
/// The form of a series: it leads to the plan, and books nothing.
page::Page series_form_page(const offenders::Offender&,
                            const form::Values&,
                            const std::vector<FieldError>&);
/// The days of a series with their clashes, and the button that books them.
page::Page plan_page(const offenders::Offender&,
                     const SeriesPlan&,
                     const form::Values&,
                     const std::vector<FieldError>&);

std::string path_of(const Commitment&);
std::string path_of(const Series&);
/// All of them in one line; nothing where there is none.
std::string in_words(const std::vector<Clash>&);
/// "Every week from 3 April 2006 to 29 May 2006 at 10:00".
std::string in_words(const Series&);

}  // namespace noms::appointments
