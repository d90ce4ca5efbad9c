#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/db/database.hpp"

/// What must hold over a whole database, and what does not: `noms doctor`.
namespace noms::record {

/// One row, or one subject, that breaks an invariant.
struct Fault {
    std::string subject{};  // the key: "offender 00xk3f9a0b1c2"
    std::string words{};
};
DESCRIBE(Fault, subject, words)

/// An invariant of one area. `holds` says it in words, `over` names the table whose rows it is
/// about, `faults` finds what breaks it on the service day.
struct Check {
    std::string name{};  // "movements/no_move_while_out"
    std::string holds{};
    std::string over{};
    std::function<std::vector<Fault>(db::Connection&, Date day)> faults{};
};

/// A check by a query `sql/doctor_*.sql` without parameters: a row for each fault, its columns `id`
/// (a key) and `words`.
Check check_of(const db::Query& faults, std::string holds, std::string over);

/// What a check found; at most `shown_faults` of the faults are kept.
struct Finding {
    std::string name{};
    std::string holds{};
    std::int64_t rows = 0;  // of the table it is about
    std::int64_t faults = 0;
    std::vector<Fault> first{};
};
DESCRIBE(Finding, name, holds, rows, faults, first)
inline constexpr size_t shown_faults = 20;
Finding examine(db::Connection&, const Check&, Date day);

/// The kit's own: every event is sealed or waits to be, and no position of the chain is missing.
/// Whether the chain itself is whole, `verify` says.
std::vector<Check> checks();

}  // namespace noms::record
