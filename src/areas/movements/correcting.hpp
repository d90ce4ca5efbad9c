#pragma once

#include "areas/movements/movements.hpp"

/// A movement that was recorded wrongly is put right. Those that follow it are looked at again: the
/// whole stays a chain of possible steps, with neither gap nor overlap, or nothing is changed.
namespace noms::movements {

/// What the movement really was; what is left empty stays as it is, but for an empty time: then
/// only the day is known. `prison` and `court` are codes.
struct CorrectMovement {
    Date moved_on{};
    std::optional<std::string> moved_at{};
    std::optional<std::string> prison{};
    std::optional<std::string> court{};
    std::optional<ReleaseReason> released_for{};
    std::optional<std::string> reason{};
    std::optional<Date> due_back{};
    std::string why{};
};
DESCRIBE(CorrectMovement, moved_on, moved_at, prison, court, released_for, reason, due_back, why)

/// It never happened.
struct StrikeOutMovement {
    std::string why{};
};
DESCRIBE(StrikeOutMovement, why)

/// Whose movements were put right.
struct PutRight {
    offenders::OffenderId offender{};
    int movements = 0;        // that are recorded now
    bool still_seen = false;  // whether the record is in sight of who put it right
};
DESCRIBE(PutRight, offender, movements, still_seen)

/// NotFound, Invalid by field, or Refused where what follows would not be possible. The prison's
/// hold on the record follows from today on.
Result<PutRight> correct(web::Context&, const CorrectMovement&);
Result<PutRight> strike_out(web::Context&, const StrikeOutMovement&);

/// The kind of the event, and of the corrections noted with it.
inline constexpr std::string_view corrected_kind = "movements.corrected";
/// Where one is put right.
std::string correction_path(const Movement&);

/// Adds the addresses of both.
void serve_corrections(web::Api&);

}  // namespace noms::movements
