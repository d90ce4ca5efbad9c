#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/fitting.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::interventions {

/// A referral in words. `attended` counts the sessions of what it continues as well.
struct ReferralView {
    Referral referral{};
    std::string name{};
    std::string provider{};
    std::string place{};
    catalogue::Setting setting = catalogue::Setting::Community;
    std::optional<int> sessions_wanted{};
    int attended = 0;
    int attended_before = 0;  // of them, elsewhere
    int unacceptable = 0;
    std::string about{};  // the person's name, in lists of many
};
DESCRIBE(ReferralView,
         referral,
         name,
         provider,
         place,
         setting,
         sessions_wanted,
         attended,
         attended_before,
         unacceptable,
         about)
/// Three questions, whatever the number of referrals. `all` are those among which what they
/// continue is found.
std::vector<ReferralView> views_of(db::Connection&,
                                   const std::vector<Referral>& shown,
                                   const std::vector<Referral>& all,
                                   Date day);

/// How long somebody took, in days; empty where they have not done it yet.
struct ConsultationView {
    Consultation consultation{};
    std::optional<int> days_to_answer{};
    std::optional<int> days_to_decide{};
};
DESCRIBE(ConsultationView, consultation, days_to_answer, days_to_decide)
ConsultationView view_of(Consultation);

/// Everything somebody was referred to, and asked about.
struct PersonReferrals {
    std::vector<ReferralView> referrals{};
    std::vector<ConsultationView> consultations{};
};
DESCRIBE(PersonReferrals, referrals, consultations)
PersonReferrals referrals_of(db::Connection&, offenders::OffenderId, Date day);

/// One referral with its sessions, and what the reader may do next.
struct ReferralInFull {
    ReferralView view{};
    std::vector<Session> sessions{};  // with those of what it continues, by day
    std::optional<ConsultationView> asked{};
    std::vector<Step> steps{};
    bool may_record = false;
    bool may_carry_on = false;
    int free_places = 0;
};
DESCRIBE(ReferralInFull, view, sessions, asked, steps, may_record, may_carry_on, free_places)
/// The one that the address names, of this offender.
Result<ReferralInFull> in_full(web::Context&, const offenders::Offender&);

/// What the address of a list may say. `seen` is how many stood on the pages before.
struct ReferralQuery {
    std::optional<ReferralState> state{};  // none: the open ones
    std::optional<Date> after_day{};
    std::optional<ReferralId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ReferralQuery, state, after_day, after, seen)

struct ReferralList {
    std::vector<ReferralView> referrals{};
    std::int64_t whole = 0;  // that fit the filter
    int seen = 0;
    bool more = false;
};
DESCRIBE(ReferralList, referrals, whole, seen, more)
ReferralList list_of(web::Context&, const ReferralQuery&);

/// `month` is "2006-04"; none: every month.
struct StarterQuery {
    std::optional<std::string> month{};
    std::optional<Date> after_day{};
    std::optional<ReferralId> after{};
    std::optional<int> seen{};
};
DESCRIBE(StarterQuery, month, after_day, after, seen)

/// Who started an offering, in the order they started, and how it went on. The counts are of
/// everybody; those whom the reader may not see are not named.
struct StarterList {
    catalogue::OfferingId offering{};
    std::string name{};
    std::string place{};
    store::StarterCounts counts{};
    std::vector<ReferralView> starters{};
    int seen = 0;
    std::optional<Date> next_day{};  // where the next page begins
    std::optional<ReferralId> next{};
};
DESCRIBE(StarterList, offering, name, place, counts, starters, seen, next_day, next)
Result<StarterList> starters_of(web::Context&, const StarterQuery&);

}  // namespace noms::interventions
