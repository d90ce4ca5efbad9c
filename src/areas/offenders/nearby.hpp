#pragma once

#include <limits>
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

/// Offenders that share enough to be compared, in no order; where there are more than `most`, those
/// that share most.
std::vector<std::int64_t> offenders_near(db::Connection&,
                                         const std::vector<Side>&,
                                         Date day,
                                         size_t most = std::numeric_limits<size_t>::max());

/// Another offender, by what of both is most alike.
struct Near {
    Plan::Place mine{};
    Plan::Place theirs{};
    Weighed weighed{};
    std::string evidence{};
};
/// Those less likely, who share no number, are left out; and of very many only those that share
/// most are compared at all.
struct NearOptions {
    std::int64_t least_in_10000 = chance_to_review_in_10000;
    size_t offenders_max = std::numeric_limits<size_t>::max();
};
/// The offenders near by, the likeliest first.
std::vector<Near> near(db::Connection&,
                       const std::vector<Side>& mine,
                       Date day,
                       const NearOptions& = {});

/// Puts into the queue whom an offender may be one person with, after its facts have changed.
void suggest_joins(record::Changes&, db::Connection&, OffenderId);

}  // namespace noms::offenders
