#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "areas/interventions/facts.hpp"
#include "areas/interventions/fitting.hpp"
#include "areas/interventions/rules.hpp"
#include "areas/management/management.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// From the referral to the end of what somebody was referred to, inside prison and outside.
namespace noms::interventions {

/// Every referral of these offenders, by offender, the newest first.
std::vector<Referral> referrals_among(db::Connection&, std::span<const std::int64_t> offenders);

/// How many sessions of a referral were attended and missed.
struct SessionCounts {
    ReferralId referral{};
    int attended = 0;
    int acceptable = 0;
    int unacceptable = 0;
};
DESCRIBE(SessionCounts, referral, attended, acceptable, unacceptable)
/// The referral in words: "Started", "Goes on elsewhere".
std::string in_words(ReferralState);

/// The kind of the event that tells of a step: "interventions.accepted".
std::string_view event_of(Step);

/// The places of these offerings that are in use and waited for: what the catalogue asks.
std::vector<catalogue::PlacesTaken> places_taken(db::Connection&,
                                                 std::span<const std::int64_t> offerings);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 140 to 149.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::interventions
