#include "areas/appointments/views.hpp"

#include <algorithm>
#include <map>

#include "areas/appointments/store.hpp"
#include "areas/assessments/assessments.hpp"

namespace noms::appointments {
namespace {

using supervision::Contact;
using supervision::ContactState;

constexpr int series_shown = 20;
constexpr int reminders_shown_most = 30;

/// What the rules of minimum contact and of clashes stand on.
struct Loaded {
    std::vector<movements::Movement> movements{};  // the oldest first
    std::optional<supervision::UnderSupervision> under{};
    std::optional<int> tier{};
    std::vector<Contact> contacts{};
};

std::optional<int> tier_of(const assessments::AssessedNow& assessed) {
    const auto& tier = assessed.tier.holds();
    if (tier.size() != 1 || tier[0] < '1' || tier[0] > '4') return std::nullopt;
    return tier[0] - '0';
}

Result<Loaded> loaded(db::Connection& db, const offenders::Offender& who, Date day) {
    std::span number(&who.id.number, 1);
    Loaded out{.movements = movements::movements_of(db, number)};
    auto full = sentences::sentences_in_full(db, who.id);
    auto last = out.movements.empty() ? std::nullopt : std::optional(out.movements.front());
    out.tier = tier_of(assessments::assessed_of(db, who, day, full, last));
    std::ranges::reverse(out.movements);
    supervision::EnforcedFacts facts{
        .day = day, .movements = out.movements, .recalls = supervision::recalls_among(db, number)};
    for (auto& each : full.sentences) facts.sentences.push_back(each.sentence);
    out.under = TRY(supervision::under_supervision(facts));
    // The longest stretch for which a standard has one figure is its first sixteen weeks.
    constexpr int weeks_back = 16;
    out.contacts =
        supervision::contacts_between(db,
                                      number,
                                      plus_days(day, -7 * weeks_back),
                                      plus_days(day, 7 * (parameter("weeks_ahead") + weeks_back)));
    return out;
}

MinimumFacts minimum_facts(const Loaded& all, Date day) {
    MinimumFacts out{.day = day,
                     .since = all.under->since,
                     .until = all.under->until,
                     .on_licence = all.under->on_licence,
                     .tier = all.tier};
    for (const auto& each : all.contacts) {
        if (!supervision::is_counted(each.kind)) continue;
        if (supervision::counts_as_kept(each)) out.contacts.push_back({each.on_day, Met::Kept});
        if (each.state != ContactState::Booked) continue;
        out.contacts.push_back({each.on_day, each.on_day < day ? Met::Waiting : Met::Booked});
    }
    return out;
}

/// Somebody in prison has nothing to report to outside, whatever runs beside it.
bool is_inside(const Loaded& all) {
    if (all.movements.empty()) return false;
    return all.movements.back().place == movements::Place::Prison;
}

void add_minimum(const Loaded& all, Ahead& out) {
    if (is_inside(all)) {
        out.why_none = "In prison: the standards for the community do not run.";
    } else if (!all.under) {
        out.why_none = "No order and no licence runs on this day.";
    } else if (auto ruling = minimum_contact(minimum_facts(all, out.day))) {
        out.minimum = *ruling;
    } else {
        out.why_none = ruling.error().message;
    }
}

/// What it runs against among what is loaded; whom else the officer sees is not looked at again.
std::vector<Clash> clashes_now(const Contact& one, const Ahead& view, const Loaded& all) {
    ClashFacts facts{.on_day = one.on_day, .at_time = one.at_time};
    for (const auto& each : view.commitments) facts.commitments.push_back(engaged_by(each));
    for (const auto& each : all.contacts)
        if (each.state == ContactState::Booked && each.id != one.id)
            facts.offender_has.push_back(
                {each.on_day, each.at_time, supervision::kind_in_words(each.kind)});
    auto ruling = clashes(facts);
    return ruling ? ruling->clashes : std::vector<Clash>{};
}

void add_lines(db::Connection& db, const Loaded& all, Ahead& out) {
    auto last = plus_days(out.day, 7 * parameter("weeks_ahead"));
    std::vector<std::int64_t> accounts;
    for (const auto& each : all.contacts) {
        if (each.state != ContactState::Booked || last < each.on_day) continue;
        if (each.officer) accounts.push_back(each.officer->number);
        out.appointments.push_back({.contact = each,
                                    .kind = supervision::kind_in_words(each.kind),
                                    .clashes = clashes_now(each, out, all),
                                    .waits = each.on_day < out.day});
    }
    std::map<std::int64_t, std::string> names;
    if (!accounts.empty())
        for (const auto& each : access::accounts_among(db, accounts))
            names[each.id.number] = each.shown_name;
    for (auto& each : out.appointments)
        if (each.contact.officer) each.officer = names[each.contact.officer->number];
}

}  // namespace

Ahead ahead_of(db::Connection& db, const offenders::Offender& who, Date day) {
    Ahead out{.day = day,
              .commitments = store::commitments_of(db, who.id, day, commitments_most),
              .series = store::series_of(db, who.id, day, series_shown)};
    auto all = loaded(db, who, day);
    if (!all) {
        out.why_none = all.error().message;
        return out;
    }
    add_minimum(*all, out);
    add_lines(db, *all, out);
    return out;
}

RemindersOf reminders_shown(db::Connection& db, offenders::OffenderId offender) {
    RemindersOf out{.consent = store::consent_of(db, offender)};
    std::vector<std::int64_t> numbers;
    auto sent = store::reminders_of(db, offender, reminders_shown_most);
    for (const auto& each : sent) numbers.push_back(each.contact.number);
    std::map<std::int64_t, Contact> contacts;
    for (auto& each : supervision::contacts_among(db, numbers))
        contacts[each.id.number] = std::move(each);
    for (auto& each : sent)
        out.reminders.push_back({.reminder = each, .contact = contacts[each.contact.number]});
    return out;
}

}  // namespace noms::appointments
