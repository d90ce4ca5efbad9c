#pragma once

#include "areas/reports/reports.hpp"
#include "kit/page/form.hpp"

/// The forms of one command each, and how the timeline tells it all.
namespace noms::reports {

Result<offenders::CommandForm> request_form(web::Context&);
Result<offenders::CommandForm> writer_form(web::Context&);
Result<offenders::CommandForm> delivery_form(web::Context&);
Result<offenders::CommandForm> decision_form(web::Context&);
Result<offenders::CommandForm> hearing_form(web::Context&);
Result<offenders::CommandForm> withdrawal_form(web::Context&);

/// What this area's events are called in a person's timeline, and who may read its rows.
void tell_timeline();

}  // namespace noms::reports
