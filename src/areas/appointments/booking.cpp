#include <algorithm>

#include <fmt/format.h>

#include "areas/appointments/handlers.hpp"
#include "areas/appointments/pages.hpp"
#include "areas/appointments/store.hpp"
#include "kit/base/text.hpp"

/// Series are planned, booked and cancelled; and a single appointment is held against the same.
namespace noms::appointments {
namespace {

using supervision::Contact;
using supervision::ContactState;

/// What stands around the days [from, until) of an offender and an officer.
ClashFacts around(db::Connection& db, const Contact& contact, Date from, Date until) {
    ClashFacts out{.at_time = contact.at_time};
    for (const auto& each : store::commitments_of(db, contact.offender, from, commitments_most))
        out.commitments.push_back(engaged_by(each));
    auto own =
        supervision::contacts_between(db, std::span(&contact.offender.number, 1), from, until);
    for (const auto& each : own)
        if (each.state == ContactState::Booked)
            out.offender_has.push_back(
                {each.on_day, each.at_time, supervision::kind_in_words(each.kind)});
    if (!contact.officer) return out;
    for (const auto& each : supervision::diary_of(db, *contact.officer, from, until))
        if (each.offender != contact.offender)
            out.officer_has.push_back({each.on_day, each.at_time, ""});
    return out;
}

Contact contact_of(const PlanSeries& given, offenders::OffenderId offender) {
    return {.offender = offender,
            .kind = given.kind,
            .setting = given.setting,
            .on_day = given.first_on,
            .at_time = given.at_time,
            .place = std::string(trimmed(given.place))};
}

std::vector<FieldError> faults_of(const PlanSeries& given, const Contact& contact, Date today) {
    auto faults = supervision::booking_faults(contact, today);
    for (auto& each : faults)
        if (each.field == "on_day") each.field = "first_on";
    if (given.at_time.empty()) faults.push_back({"at_time", "missing", "Say at what time"});
    return faults;
}

/// FNV-1a over what was seen: it need not be kept from anybody.
std::string digest_of(const SeriesPlan& plan) {
    std::uint64_t hash = 14695981039346656037ULL;
    auto add = [&](const std::string& text) {
        for (unsigned char c : text + "\n") hash = (hash ^ c) * 1099511628211ULL;
    };
    add(to_text(plan.officer));
    for (const auto& each : plan.days) add(to_text(each.on_day) + in_words(each.clashes));
    return fmt::format("{:016x}", hash);
}

/// Whether it is said what is done with days that clash.
Result<void> answers_clashes(const SeriesPlan& plan, const BookSeries& given) {
    if (plan.clashing == 0) return {};
    if (!given.on_clash)
        return invalid({{"on_clash", "missing", "Say what is done with the days that clash"}});
    if (*given.on_clash == OnClash::BookAllTheSame && trimmed(given.despite.value_or("")).empty())
        return invalid({{"despite", "missing", "Say why they are booked all the same"}});
    if (*given.on_clash == OnClash::LeaveOut && plan.clashing == int(plan.days.size()))
        return invalid(
            {{"on_clash", "nothing_left", "Every day clashes: nothing would be booked"}});
    return {};
}

Series series_of(const web::Context& context, const SeriesPlan& plan, Contact contact) {
    return {.id = new_id<Series>(),
            .offender = contact.offender,
            .every = plan.asked.every,
            .kind = contact.kind,
            .setting = contact.setting,
            .first_on = plan.asked.first_on,
            .last_on = plan.asked.last_on,
            .at_time = contact.at_time,
            .place = contact.place,
            .officer = plan.officer,
            .booked_on = context.today,
            .booked_by = context.actor.name};
}

/// Books the days that are to be, and says of each why.
std::vector<InSeries> book_days(record::Changes& changes,
                                const SeriesPlan& plan,
                                Contact contact,
                                const BookSeries& given) {
    std::vector<InSeries> out;
    for (const auto& each : plan.days) {
        if (!each.clashes.empty() && given.on_clash == OnClash::LeaveOut) continue;
        std::vector<std::string> clashes;
        for (const auto& clash : each.clashes) clashes.push_back(clash.words);
        auto despite = clashes.empty() ? "" : std::string(trimmed(given.despite.value_or("")));
        contact.on_day = each.on_day;
        auto booked = supervision::book_one(changes, contact, clashes, despite);
        out.push_back({.id = new_id<InSeries>(),
                       .contact = booked.id,
                       .offender = contact.offender,
                       .clashes = in_words(each.clashes),
                       .despite = despite});
    }
    return out;
}

}  // namespace

Result<std::vector<std::string>> clashes_in_words(db::Connection& db,
                                                  const Contact& contact,
                                                  Date) {
    auto facts = around(db, contact, contact.on_day, plus_days(contact.on_day, 1));
    facts.on_day = contact.on_day;
    std::vector<std::string> out;
    for (const auto& each : TRY(clashes(facts)).clashes) out.push_back(each.words);
    return out;
}

PlanSeries planned(const BookSeries& given) {
    return {.every = given.every,
            .first_on = given.first_on,
            .last_on = given.last_on,
            .kind = given.kind,
            .setting = given.setting,
            .at_time = given.at_time,
            .place = given.place,
            .officer = given.officer};
}

Result<SeriesPlan> plan_of(web::Context& context, const PlanSeries& given) {
    auto who = TRY(offenders::offender_in(context));
    auto contact = contact_of(given, who.id);
    auto faults = faults_of(given, contact, context.today);
    auto days = days_of(given.every, given.first_on, given.last_on);
    if (!days) faults.insert(faults.end(), days.error().fields.begin(), days.error().fields.end());
    if (!faults.empty()) return invalid(std::move(faults));
    contact.officer = TRY(supervision::officer_for(context, who.id, given.officer));
    SeriesPlan out{.asked = given, .officer = *contact.officer};
    auto facts = around(context.db, contact, given.first_on, plus_days(given.last_on, 1));
    for (auto day : *days) {
        facts.on_day = day;
        out.days.push_back({day, TRY(clashes(facts)).clashes});
        out.clashing += !out.days.back().clashes.empty();
    }
    out.seen = digest_of(out);
    return out;
}

Result<SeriesPlan> get_plan(web::Context& context, const PlanSeries& given) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return plan_of(context, given);
}

Result<Series> book_series(web::Context& context, const BookSeries& given) {
    auto who = TRY(offenders::offender_in(context));
    auto plan = TRY(plan_of(context, planned(given)));
    if (plan.seen != given.seen)
        return conflict("Something changed since you looked: look at the days again.");
    CHECK(answers_clashes(plan, given));
    auto contact = contact_of(plan.asked, who.id);
    contact.officer = plan.officer;
    auto series = series_of(context, plan, contact);
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), who.id.number},
                  "appointments.series_booked");
    auto members = book_days(changes, plan, contact, given);
    series.booked = int(members.size());
    changes.add(all_series, series);
    for (auto& each : members) {
        each.series = series.id;
        changes.add(in_series, each);
    }
    return series;
}

Result<Series> series_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::series(context.db, TRY(context.id<Series>("series")));
    if (!found || found->offender != who.id) return not_found("There is no such series.");
    return *found;
}

Result<Series> cancel_series(web::Context& context, const CancelSeries& given) {
    auto before = TRY(series_in(context));
    if (before.version != given.version || before.cancelled_on)
        return conflict("Somebody changed this series since you opened it.");
    auto because = std::string(trimmed(given.because));
    if (because.empty()) return invalid({{"because", "missing", "Say why"}});
    std::vector<std::int64_t> members;
    for (const auto& each : store::in_series_of(context.db, before.id))
        members.push_back(each.contact.number);
    auto appointments = supervision::contacts_among(context.db, members);
    std::erase_if(appointments, [&](const Contact& each) {
        return each.state != ContactState::Booked || each.on_day < context.today;
    });
    if (appointments.empty()) return refused("Nothing of this series is still to come.");
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), before.offender.number},
                  "appointments.series_cancelled");
    for (const auto& each : appointments) supervision::cancel_one(changes, each, because);
    auto after = before;
    ++after.version;
    after.cancelled_on = context.today;
    after.cancelled_by = context.actor.name;
    after.cancelled_because = because;
    changes.change(all_series, before, after);
    return after;
}

}  // namespace noms::appointments
