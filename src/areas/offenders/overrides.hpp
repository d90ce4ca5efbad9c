#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "areas/offenders/joins.hpp"

/// What people decided of two offenders, and what follows from it. No order of joins, undone joins
/// and imports breaks a decision that binds.
namespace noms::offenders {

struct Verdict {
    Said said = Said::Different;
    std::string reason{};
    std::optional<Date> expires_on{};
};

/// Of `others`, those who are two people with the one by a decision that binds on `day`: between
/// the two, or any that are joined to them.
std::set<OffenderId> apart_by_decision(db::Connection&,
                                       OffenderId one,
                                       const std::vector<std::int64_t>& others,
                                       Date day);

/// Joins the two or keeps them apart, notes who said so and closes what the queue holds of them.
/// Refused when a decision that binds says otherwise, or what is recorded of both cannot be of one
/// person. Both are joined to none.
Result<void> carry_out(record::Changes&,
                       db::Connection&,
                       const Offender& offender,
                       const Offender& other,
                       const Verdict&);

/// Notes after an undone join that the two are two people, and ends what had said otherwise.
void keep_apart_after_undo(record::Changes&,
                           db::Connection&,
                           OffenderId holder,
                           OffenderId back,
                           const std::string& reason);

/// Ends a decision, so that it no longer binds. Conflict when it has ended; refused of one that
/// joined: its join is undone instead.
Result<void> end_override(record::Changes&, const Override&);

}  // namespace noms::offenders
