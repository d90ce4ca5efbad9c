#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/interventions.hpp"

/// The area's rows. No decisions.
namespace noms::interventions::store {

std::optional<Referral> referral(db::Connection&, ReferralId);
std::vector<Session> sessions_among(db::Connection&, std::span<const std::int64_t> referrals);
/// A referral without a session is left out.
std::vector<SessionCounts> session_counts(db::Connection&, std::span<const std::int64_t> referrals);

std::optional<Consultation> consultation(db::Connection&, ConsultationId);
/// The newest about that referral.
std::optional<Consultation> consultation_on(db::Connection&, ReferralId);
/// The newest first.
std::vector<Consultation> consultations_of(db::Connection&, offenders::OffenderId, int limit);

/// Which referrals somebody may see a list of. An empty state: those that are open.
struct Filter {
    std::string state{};
    bool anywhere = true;
    std::vector<std::int64_t> places{};
};
/// The oldest first, from the one after.
std::vector<Referral> referrals_page(db::Connection&,
                                     const web::Actor&,
                                     const Filter&,
                                     Date day,
                                     const std::optional<Date>& after_day,
                                     ReferralId after,
                                     int limit);
std::int64_t count_referrals(db::Connection&, const web::Actor&, const Filter&, Date day);

/// Those who started an offering in [from, until), and how it went on.
struct StarterCounts {
    std::int64_t started = 0;
    std::int64_t under_way = 0;
    std::int64_t completed = 0;
    std::int64_t not_completed = 0;
    std::int64_t carried_on = 0;
};
DESCRIBE(StarterCounts, started, under_way, completed, not_completed, carried_on)
StarterCounts count_starters(db::Connection&, catalogue::OfferingId, Date from, Date until);
std::vector<Referral> starters(db::Connection&,
                               catalogue::OfferingId,
                               Date from,
                               Date until,
                               const std::optional<Date>& after_day,
                               ReferralId after,
                               int limit);

}  // namespace noms::interventions::store
