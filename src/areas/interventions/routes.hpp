#pragma once

#include "areas/interventions/interventions.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The forms to refer somebody and to carry something on, and how the timeline tells it all.
namespace noms::interventions {

/// What is wrong, by field; what belongs to no field stands at the top.
std::vector<FieldError> faults_of(const Error&);

Result<page::Page> show_refer_form(web::Context&);
Result<page::Page> show_refer_form_again(web::Context&, const form::Values&, const Error&);
Result<page::Page> show_carry_on_form(web::Context&);
Result<page::Page> show_carry_on_form_again(web::Context&, const form::Values&, const Error&);

/// What this area's events are called in a person's timeline, and who may read its rows.
void tell_timeline();

}  // namespace noms::interventions
