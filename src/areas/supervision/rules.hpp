#pragma once

#include <string>
#include <string_view>

#include "areas/supervision/supervision.hpp"
#include "kit/base/result.hpp"

/// When an outcome may be recorded, and what an appointment becomes at the gate. Pure.
namespace noms::supervision {

/// "14:30"; an empty text is no set time.
bool is_time(std::string_view);

/// An outcome may be recorded from the day of the appointment on, once; one that was left pending
/// is judged later. Refused says why not.
Result<void> may_record_outcome(const Contact&, Date today);

/// The contact with the outcome that it had.
Contact with_outcome(Contact, const Outcome&, Date today, const std::string& by);

/// Whether an appointment can be kept by somebody who left prison.
bool can_be_kept_outside(const Contact&);

}  // namespace noms::supervision
