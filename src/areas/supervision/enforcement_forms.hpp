#pragma once

#include "areas/supervision/enforcing.hpp"

/// The forms of enforcement, filled with what the record says already.
namespace noms::supervision {

Result<offenders::CommandForm> warning_form(web::Context&);
Result<offenders::CommandForm> no_action_form(web::Context&);
Result<offenders::CommandForm> breach_form(web::Context&);
Result<offenders::CommandForm> hearing_form(web::Context&);
Result<offenders::CommandForm> result_form(web::Context&);
Result<offenders::CommandForm> recall_form(web::Context&);
Result<offenders::CommandForm> recall_decision_form(web::Context&);
Result<offenders::CommandForm> recall_end_form(web::Context&);

}  // namespace noms::supervision
