#pragma once

#include "areas/offenders/joins.hpp"

/// Joining two offenders after a decision, and undoing any join exactly, however many were made
/// since. A join is a link: each fact keeps where it came from.
namespace noms::offenders {

/// The offender and those that are joined to it, in no order.
std::vector<std::int64_t> members_of(db::Connection&, OffenderId);

/// Moves every fact of `other`, those of other areas as well, to `offender` and notes each one, so
/// that it can be undone. Both are joined to none, and `fit_together`.
void join_offenders(record::Changes&,
                    db::Connection&,
                    const Offender& offender,
                    const Offender& other,
                    const std::string& evidence);

/// Undoes a link; `holder` is who has its facts now. One made by an import: the record and every
/// fact it brought go to a new offender. One made by a decision: the facts that were moved go back,
/// and with them whoever had been joined before; what was recorded since stays with the holder.
/// Gives the offender who has them now. Conflict when it is undone already; Refused when what was
/// recorded since cannot stand without what goes.
Result<OffenderId> undo_link(record::Changes&,
                             db::Connection&,
                             const Offender& holder,
                             const Link&);

}  // namespace noms::offenders
