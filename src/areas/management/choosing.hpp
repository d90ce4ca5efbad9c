#pragma once

#include "areas/management/management.hpp"
#include "areas/management/rules.hpp"

/// The facts that the rules want, loaded: who is in office where, and what says whose case it is.
namespace noms::management {

/// A stretch of days without a manager. Whoever is given it must be in office through all of it.
struct Stretch {
    Date from{};
    std::optional<Date> until{};
};

/// A manager for a stretch, and the area whose case it becomes.
struct Chosen {
    record::AccountId manager{};
    AllocationKind kind = AllocationKind::Named;
    std::optional<BodyId> area{};
    std::string reason{};
};
/// The manager who was named, or by the duty rule. Invalid or Refused as `allocate` says.
Result<Chosen> choose(record::Changes&,
                      db::Connection&,
                      const NewAllocation&,
                      const std::vector<Allocation>& history,
                      const Stretch&);

/// Writes the row as the newest of the history (the newest first): scopes, tasks and the request
/// for a name follow it. Invalid when that officer manages the offender already.
Result<Allocation> give(record::Changes&,
                        db::Connection&,
                        const std::vector<Allocation>& history,
                        const Allocation&);

/// Writes a named row that an extract tells of, of any day: what the rule gave from that day on
/// stood in for it, and goes. Invalid: a named row, or the end of management, stands on that day or
/// later; that officer manages the offender already.
Result<Allocation> name_afterwards(record::Changes&,
                                   db::Connection&,
                                   const std::vector<Allocation>& history,
                                   const Allocation&);

/// The officer, in office and with an active account through the stretch; the field of a form is
/// named otherwise.
Result<Officer> in_office(db::Connection&, record::AccountId, const Stretch&, const char* field);

}  // namespace noms::management
