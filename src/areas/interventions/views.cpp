#include "areas/interventions/views.hpp"

#include <algorithm>
#include <map>

namespace noms::interventions {
namespace {

constexpr int referrals_a_page = 50;
constexpr int consultations_shown = 20;

ReferralView view_of(const Referral& referral,
                     const catalogue::Offering* offering,
                     const std::map<std::int64_t, std::string>& places) {
    ReferralView view{.referral = referral, .name = catalogue::name_of(referral.intervention)};
    if (const auto* wanted = catalogue::intervention_of(referral.intervention))
        view.sessions_wanted = wanted->sessions_min;
    if (!offering) return view;
    view.provider = offering->provider;
    view.setting = offering->setting;
    auto place = places.find(offering->place.number);
    if (place != places.end()) view.place = place->second;
    return view;
}

/// Adds the sessions of the referral itself and of those that it goes on from.
void count_sessions(ReferralView& view,
                    const std::vector<Referral>& all,
                    const std::map<ReferralId, SessionCounts>& counts) {
    auto at = [&](ReferralId id) {
        auto found = counts.find(id);
        return found == counts.end() ? SessionCounts{} : found->second;
    };
    auto own = at(view.referral.id);
    view.unacceptable = own.unacceptable;
    for (auto id : earlier_of(view.referral, all)) view.attended_before += at(id).attended;
    view.attended = own.attended + view.attended_before;
}

std::map<ReferralId, SessionCounts> counts_of(const std::vector<Session>& sessions) {
    std::map<ReferralId, SessionCounts> counts;
    for (const auto& each : sessions) {
        auto& count = counts[each.referral];
        count.attended += each.attendance == Attendance::Attended ? 1 : 0;
        count.acceptable += each.attendance == Attendance::AcceptableAbsence ? 1 : 0;
        count.unacceptable += each.attendance == Attendance::UnacceptableAbsence ? 1 : 0;
    }
    return counts;
}

/// The names of those people whom the actor may see; the read is noted.
void name_people(web::Context& context, std::vector<ReferralView>& views) {
    std::vector<std::int64_t> ids;
    for (const auto& each : views) ids.push_back(each.referral.offender.number);
    auto seen = access::visible_among(context.db, context.actor, ids, context.today);
    std::map<std::int64_t, std::string> names;
    for (const auto& who : offenders::offenders_among(context.db, seen)) {
        names[who.id.number] = offenders::name_in_list(who);
        context.shows(offenders::subject_kind, who.id.number);
    }
    for (auto& each : views) each.about = names[each.referral.offender.number];
}

/// Views of referrals of many people, each with the sessions of what it goes on from.
std::vector<ReferralView> views_of_many(web::Context& context, const std::vector<Referral>& found) {
    std::vector<std::int64_t> people;
    for (const auto& each : found) people.push_back(each.offender.number);
    auto views = views_of(context.db, found, referrals_among(context.db, people), context.today);
    name_people(context, views);
    return views;
}

/// The places that the actor's scope stands for; none: every place that their people go to.
store::Filter filter_of(web::Context& context, const ReferralQuery& query) {
    const auto& actor = context.actor;
    store::Filter filter;
    if (query.state) filter.state = std::string(describe::choice_text(*query.state));
    filter.anywhere =
        actor.scope_kind != "prison" && actor.scope_kind != "area" && actor.scope_kind != "region";
    if (filter.anywhere) return filter;
    filter.places.push_back(actor.scope_body);
    if (actor.scope_kind == "region")
        for (auto body : organisation::bodies_below(context.db, {actor.scope_body}, context.today))
            filter.places.push_back(body.number);
    return filter;
}

/// The days [from, until) of a month; of none, all days.
Result<std::pair<Date, Date>> days_of(const std::optional<std::string>& month) {
    if (!month) return std::pair(*parse_date("1000-01-01"), *parse_date("9999-12-31"));
    auto first = parse_date(*month + "-01");
    if (!first) return invalid({{"month", "not_a_month", "The month must be like 2006-04"}});
    return std::pair(*first, plus_months(*first, 1));
}

}  // namespace

std::vector<ReferralId> earlier_of(const Referral& last, const std::vector<Referral>& all) {
    std::vector<ReferralId> chain;
    auto before = last.continues;
    // As many steps as there are referrals: rows that point in a ring do not hang a page.
    for (size_t i = 0; before && i < all.size(); ++i) {
        auto found = std::ranges::find(all, *before, &Referral::id);
        if (found == all.end()) break;
        chain.push_back(found->id);
        before = found->continues;
    }
    return chain;
}

std::vector<ReferralView> views_of(db::Connection& db,
                                   const std::vector<Referral>& shown,
                                   const std::vector<Referral>& all,
                                   Date day) {
    std::vector<std::int64_t> ids, offerings;
    for (const auto& each : all) ids.push_back(each.id.number);
    for (const auto& each : shown) offerings.push_back(each.offering.number);
    auto offered = catalogue::offerings_listed(db, offerings);
    auto places = catalogue::place_names(db, offered, day);
    std::map<ReferralId, SessionCounts> counts;
    for (const auto& each : store::session_counts(db, ids)) counts[each.referral] = each;
    std::vector<ReferralView> views;
    for (const auto& each : shown) {
        auto found = std::ranges::find(offered, each.offering, &catalogue::Offering::id);
        views.push_back(view_of(each, found == offered.end() ? nullptr : &*found, places));
        count_sessions(views.back(), all, counts);
    }
    return views;
}

ConsultationView view_of(Consultation consultation) {
    ConsultationView view;
    const auto& asked = consultation.asked_on;
    if (consultation.answered_on)
        view.days_to_answer = days_between(asked, *consultation.answered_on);
    if (consultation.decided_on)
        view.days_to_decide = days_between(asked, *consultation.decided_on);
    view.consultation = std::move(consultation);
    return view;
}

PersonReferrals referrals_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto all = referrals_among(db, std::span(&offender.number, 1));
    PersonReferrals out{.referrals = views_of(db, all, all, day)};
    for (auto& each : store::consultations_of(db, offender, consultations_shown))
        out.consultations.push_back(view_of(std::move(each)));
    return out;
}

Result<ReferralInFull> in_full(web::Context& context, const offenders::Offender& who) {
    auto& db = context.db;
    auto id = TRY(context.id<Referral>("referral"));
    auto all = referrals_among(db, std::span(&who.id.number, 1));
    auto found = std::ranges::find(all, id, &Referral::id);
    if (found == all.end()) return not_found("There is no such referral.");
    std::vector<std::int64_t> chain{id.number};
    for (auto earlier : earlier_of(*found, all)) chain.push_back(earlier.number);
    ReferralInFull out{.sessions = store::sessions_among(db, chain)};
    std::ranges::stable_sort(out.sessions, {}, &Session::on_day);
    auto counts = counts_of(out.sessions);
    int attended = 0;
    for (const auto& [referral, each] : counts) attended += each.attended;
    auto standing = standing_of(context, *found, attended, true);
    out.view = view_of(*found,
                       &standing.offering,
                       catalogue::place_names(db, std::span(&standing.offering, 1), context.today));
    count_sessions(out.view, all, counts);
    out.steps = steps_open(standing.facts);
    out.free_places = standing.free_places;
    if (standing.asked) out.asked = view_of(*standing.asked);
    out.may_record = standing.facts.at_place && found->state == ReferralState::Started;
    out.may_carry_on = standing.facts.may_refer && may_go_on(*found);
    return out;
}

ReferralList list_of(web::Context& context, const ReferralQuery& query) {
    auto filter = filter_of(context, query);
    auto found = store::referrals_page(context.db,
                                       context.actor,
                                       filter,
                                       context.today,
                                       query.after_day,
                                       query.after.value_or(ReferralId{}),
                                       referrals_a_page + 1);
    ReferralList list{
        .whole = store::count_referrals(context.db, context.actor, filter, context.today),
        .seen = query.seen.value_or(0),
        .more = found.size() > referrals_a_page};
    if (list.more) found.pop_back();
    list.referrals = views_of_many(context, found);
    return list;
}

Result<StarterList> starters_of(web::Context& context, const StarterQuery& query) {
    auto offering =
        catalogue::offering(context.db, TRY(context.id<catalogue::Offering>("offering")));
    if (!offering) return not_found("There is no such offering.");
    auto [from, until] = TRY(days_of(query.month));
    auto found = store::starters(context.db,
                                 offering->id,
                                 from,
                                 until,
                                 query.after_day,
                                 query.after.value_or(ReferralId{}),
                                 referrals_a_page + 1);
    StarterList list{.offering = offering->id,
                     .name = catalogue::name_of(offering->intervention),
                     .counts = store::count_starters(context.db, offering->id, from, until),
                     .seen = query.seen.value_or(0)};
    auto place = organisation::body(context.db, offering->place, context.today);
    if (place) list.place = place->name;
    if (found.size() > referrals_a_page) {
        found.pop_back();
        list.next_day = found.back().started_on;
        list.next = found.back().id;
    }
    list.starters = views_of_many(context, found);
    std::erase_if(list.starters, [](const ReferralView& each) { return each.about.empty(); });
    return list;
}

}  // namespace noms::interventions
