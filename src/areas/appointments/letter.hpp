#pragma once

#include <string>

#include "areas/appointments/rules_reminder.hpp"
#include "areas/appointments/sending.hpp"

/// A message as it leaves (RFC 5322 and 2045).
namespace noms::appointments {

/// The whole message to whoever is reminded of that appointment; its key is the appointment's.
Letter letter_of(const supervision::Contact&, const Consent&, const std::string& from, Instant at);
/// Lines of at most 76 characters, everything but plain letters as =XX (RFC 2045, 6.7).
std::string quoted_printable(std::string_view utf8);

}  // namespace noms::appointments
