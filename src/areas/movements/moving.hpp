#pragma once

#include <string>

#include "areas/movements/movements.hpp"

/// What the commands of this area share.
namespace noms::movements {

/// The instant of a day and a time of its clock ("14:30"). Invalid, for the field `moved_at`, when
/// the time is none.
Result<Instant> moment_of(Date day, const std::string& time);

/// The prison or court of that code today. Invalid, for that field, where there is none.
Result<BodyId> body_coded(web::Context&,
                          organisation::Kind,
                          const std::string& code,
                          const char* field);
/// How the fields of a movement look in every form.
page::Looks movement_looks(web::Context&);

/// The row as it follows from the last one: the place it leads to, and on whose roll they are then.
/// Invalid or Refused where it is not possible from there.
Result<Movement> following(const std::optional<Movement>& last, Movement row, Date today);

/// The newest movement of a person before and after a command; none: none is recorded.
struct Turn {
    std::optional<Movement> before{};
    std::optional<Movement> after{};
};
/// The hold of the prison that they leave closes on the day and that of the one they come to opens;
/// their regions' holds follow them.
void move_holds(record::Changes&, db::Connection&, offenders::OffenderId, const Turn&, Date day);

}  // namespace noms::movements
