#include "areas/interventions/store.hpp"

#include "areas/interventions/sql.gen.hpp"

namespace noms::interventions {
namespace {

const Date first_day = *parse_date("1000-01-01");

}  // namespace

std::vector<Referral> referrals_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    if (offenders.empty()) return {};
    return db::all<Referral>(db, sql::referrals_among, db::json_list(offenders));
}

std::vector<catalogue::PlacesTaken> places_taken(db::Connection& db,
                                                 std::span<const std::int64_t> offerings) {
    if (offerings.empty()) return {};
    return db::all<catalogue::PlacesTaken>(db, sql::places_taken, db::json_list(offerings));
}

std::optional<Referral> store::referral(db::Connection& db, ReferralId id) {
    return db::first<Referral>(db, sql::referral_by_id, id);
}

std::vector<Session> store::sessions_among(db::Connection& db,
                                           std::span<const std::int64_t> referrals) {
    if (referrals.empty()) return {};
    return db::all<Session>(db, sql::sessions_among, db::json_list(referrals));
}

std::vector<SessionCounts> store::session_counts(db::Connection& db,
                                                 std::span<const std::int64_t> referrals) {
    if (referrals.empty()) return {};
    return db::all<SessionCounts>(db, sql::session_counts, db::json_list(referrals));
}

std::optional<Consultation> store::consultation(db::Connection& db, ConsultationId id) {
    return db::first<Consultation>(db, sql::consultation_by_id, id);
}

std::optional<Consultation> store::consultation_on(db::Connection& db, ReferralId referral) {
    return db::first<Consultation>(db, sql::consultation_on, referral);
}

std::vector<Consultation> store::consultations_of(db::Connection& db,
                                                  offenders::OffenderId offender,
                                                  int limit) {
    return db::all<Consultation>(db, sql::consultations_of, offender, limit);
}

std::vector<Referral> store::referrals_page(db::Connection& db,
                                            const web::Actor& actor,
                                            const Filter& filter,
                                            Date day,
                                            const std::optional<Date>& after_day,
                                            ReferralId after,
                                            int limit) {
    auto found = [&](const db::Query& query, const auto&... first) {
        return db::all<Referral>(db,
                                 query,
                                 first...,
                                 filter.anywhere ? 0 : 1,
                                 db::json_list(filter.places),
                                 actor.scope_kind,
                                 actor.scope_body,
                                 actor.account,
                                 day,
                                 after_day.value_or(first_day),
                                 after,
                                 limit);
    };
    return filter.state.empty() ? found(sql::open_referrals_page)
                                : found(sql::referrals_in_state_page, filter.state);
}

std::int64_t store::count_referrals(db::Connection& db,
                                    const web::Actor& actor,
                                    const Filter& filter,
                                    Date day) {
    auto counted = [&](const db::Query& query, const auto&... first) {
        return db::one<std::int64_t>(db,
                                     query,
                                     first...,
                                     filter.anywhere ? 0 : 1,
                                     db::json_list(filter.places),
                                     actor.scope_kind,
                                     actor.scope_body,
                                     actor.account,
                                     day);
    };
    return filter.state.empty() ? counted(sql::count_open_referrals)
                                : counted(sql::count_referrals_in_state, filter.state);
}

store::StarterCounts store::count_starters(db::Connection& db,
                                           catalogue::OfferingId offering,
                                           Date from,
                                           Date until) {
    return *db::first<StarterCounts>(db, sql::count_starters, offering, from, until);
}

std::vector<Referral> store::starters(db::Connection& db,
                                      catalogue::OfferingId offering,
                                      Date from,
                                      Date until,
                                      const std::optional<Date>& after_day,
                                      ReferralId after,
                                      int limit) {
    return db::all<Referral>(
        db, sql::starters, offering, from, until, after_day.value_or(first_day), after, limit);
}

std::vector<record::Check> checks() {
    const std::string referral = "intervention_referral";
    return {record::check_of(sql::doctor_more_starters_than_places,
                             "no more have started than there are places",
                             "catalogue_offering"),
            record::check_of(sql::doctor_referral_order,
                             "a referral is made, decided, started and ended in that order",
                             referral),
            record::check_of(
                sql::doctor_referral_state, "a referral's days bear its state out", referral),
            record::check_of(sql::doctor_referral_to_other,
                             "a referral is to the intervention of its offering",
                             referral),
            record::check_of(
                sql::doctor_continues_other, "what goes on elsewhere was carried on", referral),
            record::check_of(sql::doctor_session_outside,
                             "a session lies between the start and the end of its referral",
                             "intervention_session"),
            record::check_of(sql::doctor_consultation_order,
                             "a manager is asked, answers, and the governor decides, in that order",
                             "intervention_consultation")};
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::interventions
