#pragma once

#include "areas/offenders/offenders.hpp"

/// Joining two offenders after a decision, and undoing any join exactly.
namespace noms::offenders {

/// Moves every fact of `other` to `offender` and notes each one, so that it can be undone.
void join_offenders(record::Changes&,
                    db::Connection&,
                    const Offender& offender,
                    const Offender& other,
                    const std::string& evidence);

/// Undoes a link. One made by an import: the record and every fact it brought go to a new offender.
/// One made by a decision: the facts that were moved go back. Gives the offender who has them now.
/// Conflict when it is undone already; refused when a later join must be undone first.
Result<OffenderId> undo_link(record::Changes&,
                             db::Connection&,
                             const Offender& holder,
                             const Link&);

}  // namespace noms::offenders
