#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/described.hpp"
#include "areas/offenders/plan.hpp"

/// Who may be the person that a description tells of: offenders that share a number, a birth date,
/// a full name, or a postcode and a name with it, weighed as an import weighs. The facts' own
/// indexes are the blocks, so that what was typed a moment ago is found at once.
namespace noms::offenders {

/// The prison that holds each of these offenders today, where one does.
std::map<std::int64_t, std::int64_t> prisons_of(db::Connection&,
                                                std::span<const std::int64_t> offenders);

/// What stands under an offender and may be compared: its records, and what was typed, each with
/// where it stands.
struct Side {
    Plan::Place place{};
    Described record{};
};
std::vector<Side> sides_of(db::Connection&, std::span<const std::int64_t> offenders);

/// Offenders that share enough to be compared, those that share most first.
struct Sharing {
    std::vector<std::int64_t> offenders{};
    bool and_more = false;  // a name, a day or a postcode is shared by more than are read
};
Sharing offenders_near(db::Connection&, const std::vector<Side>&, Date day);

/// Another offender, by what of both is most alike.
struct Near {
    Plan::Place mine{};
    Plan::Place theirs{};
    Weighed weighed{};
    std::string evidence{};
};
/// These offenders compared in full, the likeliest first; those less likely than `least_in_10000`,
/// who share no number, are left out.
std::vector<Near> likely_among(db::Connection&,
                               const std::vector<Side>& mine,
                               std::span<const std::int64_t> offenders,
                               std::int64_t least_in_10000);

/// Puts into the queue whom an offender may be one person with, after its facts have changed.
void suggest_joins(record::Changes&, db::Connection&, OffenderId);

}  // namespace noms::offenders
