#pragma once

#include <istream>

#include "areas/movements/movements.hpp"
#include "kit/describe/extract.hpp"

/// Takes an extract of movements in, one row a movement, each person's in order: docs/import.md.
namespace noms::movements {

/// One row; `prison` and `court` are codes. Without `moved_at` only the day is known, and the rows
/// of one day stand in the order they came in. `released_for` belongs to a release.
struct MovementRow {
    offenders::IdentifierKind number_kind = offenders::IdentifierKind::PrisonNumber;
    std::string number{};
    std::string surname{};
    Date moved_on{};
    std::optional<std::string> moved_at{};
    Move move = Move::Reception;
    std::optional<std::string> prison{};
    std::optional<std::string> court{};
    std::optional<std::string> reason{};
    std::optional<ReleaseReason> released_for{};
    std::optional<Date> due_back{};
    std::optional<WarrantKind> warrant_kind{};
    std::optional<Date> issued_on{};
    std::optional<std::string> authorises{};
    std::optional<std::string> override_reason{};
};
DESCRIBE(MovementRow,
         number_kind,
         number,
         surname,
         moved_on,
         moved_at,
         move,
         prison,
         court,
         reason,
         released_for,
         due_back,
         warrant_kind,
         issued_on,
         authorises,
         override_reason)

/// Each row in a transaction of its own; a row that is here already changes nothing.
Result<extract::Report> import_movements(db::Database&, std::istream&, const record::Command&);

}  // namespace noms::movements
