#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/movements/movements.hpp"

/// What pages and the JSON API show of movements: loaded once, for both.
namespace noms::movements {

/// A movement with its place in words.
struct MovementView {
    Movement movement{};
    std::string where{};  // "HMP Leeds", "Leeds Crown Court"
    std::string prison{};
    std::string authority{};  // the warrant, or why there was none
};
DESCRIBE(MovementView, movement, where, prison, authority)

/// Where one person is at an instant, and how they came there. `place` is empty where it is not
/// known.
struct OffenderMovements {
    offenders::OffenderId offender{};
    Instant at{};
    std::optional<MovementView> place{};
    std::vector<MovementView> movements{};  // all, the newest first
};
DESCRIBE(OffenderMovements, offender, at, place, movements)
OffenderMovements movements_view(db::Connection&, offenders::OffenderId, Instant at);

/// One person of a roll.
struct RollLine {
    offenders::OffenderId offender{};
    std::string name{};
    std::optional<Date> born{};
    Place place = Place::Prison;
    std::string where{};
    Instant since{};
    std::optional<Date> due_back{};
};
DESCRIBE(RollLine, offender, name, born, place, where, since, due_back)

/// A page of a prison's roll at the end of a day, by name. `on_roll` counts everybody, `shown_of`
/// those whom the actor may know of.
struct RollView {
    std::string code{};
    std::string prison{};
    Date day{};
    std::int64_t on_roll = 0;
    std::int64_t in_prison = 0;
    std::int64_t shown_of = 0;
    std::int64_t first = 0;  // how many stand before these
    std::vector<RollLine> lines{};
};
DESCRIBE(RollView, code, prison, day, on_roll, in_prison, shown_of, first, lines)
inline constexpr int lines_a_page = 50;
RollView roll_view(db::Connection&,
                   const web::Actor&,
                   const organisation::Body& prison,
                   Date day,
                   std::int64_t first,
                   Date today);

}  // namespace noms::movements
