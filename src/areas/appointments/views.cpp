#include "areas/appointments/views.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "areas/appointments/store.hpp"
#include "areas/assessments/assessments.hpp"

namespace noms::appointments {
namespace {

using supervision::Contact;
using supervision::ContactState;

using Numbers = std::span<const std::int64_t>;

constexpr int series_shown = 20;
// Nobody manages so many; what is more is left out, and the page says so.
constexpr int cases_most = 400;
constexpr int reminders_shown_most = 30;

/// What the rules of minimum contact and of clashes stand on.
struct Loaded {
    supervision::EnforcedFacts enforced{};
    std::optional<int> tier{};
    std::vector<Contact> contacts{};
};

/// What is asked, or why nothing is.
struct Asked {
    std::optional<MinimumRuling> minimum{};
    std::string why_none{};
};

std::optional<int> tier_of(const assessments::AssessedNow& assessed) {
    const auto& tier = assessed.tier.holds();
    if (tier.size() != 1 || tier[0] < '1' || tier[0] > '4') return std::nullopt;
    return tier[0] - '0';
}

/// The longest stretch for which a standard has one figure is its first sixteen weeks.
std::vector<Contact> contacts_around(db::Connection& db, Numbers people, Date day) {
    constexpr int weeks = 16;
    auto ahead = parameter("weeks_ahead") + weeks;
    return supervision::contacts_between(
        db, people, plus_days(day, -7 * weeks), plus_days(day, 7 * ahead));
}

Loaded loaded(db::Connection& db, const offenders::Offender& who, Date day) {
    std::span number(&who.id.number, 1);
    auto moved = movements::movements_of(db, number);
    auto full = sentences::sentences_in_full(db, who.id);
    auto last = moved.empty() ? std::nullopt : std::optional(moved.front());
    std::ranges::reverse(moved);
    Loaded out{.enforced = {.day = day,
                            .movements = std::move(moved),
                            .recalls = supervision::recalls_among(db, number)},
               .tier = tier_of(assessments::assessed_of(db, who, day, full, last)),
               .contacts = contacts_around(db, number, day)};
    for (auto& each : full.sentences) out.enforced.sentences.push_back(each.sentence);
    return out;
}

MinimumFacts minimum_facts(const Loaded& all, const supervision::UnderSupervision& under) {
    auto day = all.enforced.day;
    MinimumFacts out{.day = day,
                     .since = under.since,
                     .until = under.until,
                     .on_licence = under.on_licence,
                     .tier = all.tier};
    for (const auto& each : all.contacts) {
        if (!supervision::is_counted(each.kind)) continue;
        if (supervision::counts_as_kept(each)) out.contacts.push_back({each.on_day, Met::Kept});
        if (each.state != ContactState::Booked) continue;
        out.contacts.push_back({each.on_day, each.on_day < day ? Met::Waiting : Met::Booked});
    }
    return out;
}

Result<Asked> asked_or_refused(const Loaded& all) {
    const auto& moved = all.enforced.movements;
    // Who is on the roll of a prison has nothing to report to outside, whatever runs beside it.
    using movements::Place;
    if (!moved.empty() && moved.back().prison && moved.back().place != Place::Community)
        return Asked{.why_none = "In prison: the standards for the community do not run."};
    auto under = TRY(supervision::under_supervision(all.enforced));
    if (!under) return Asked{.why_none = "No order and no licence runs on this day."};
    return Asked{.minimum = TRY(minimum_contact(minimum_facts(all, *under)))};
}

Asked asked_of(const Loaded& all) {
    auto asked = asked_or_refused(all);
    return asked ? *asked : Asked{.why_none = asked.error().message};
}

/// The same of many at once, by offender.
std::map<std::int64_t, Loaded> loaded_among(db::Connection& db,
                                            const std::vector<offenders::Offender>& people,
                                            Numbers numbers,
                                            Date day) {
    std::map<std::int64_t, Loaded> out;
    for (auto number : numbers) out[number].enforced.day = day;
    for (auto& each : sentences::sentences_of(db, numbers))
        out[each.offender.number].enforced.sentences.push_back(std::move(each));
    for (auto& each : movements::movements_of(db, numbers))
        out[each.offender.number].enforced.movements.push_back(std::move(each));
    for (auto& each : supervision::recalls_among(db, numbers))
        out[each.offender.number].enforced.recalls.push_back(std::move(each));
    for (const auto& each : assessments::assessed_among(db, people, day))
        out[each.offender.number].tier = tier_of(each);
    for (auto& each : contacts_around(db, numbers, day))
        out[each.offender.number].contacts.push_back(std::move(each));
    for (auto& [number, all] : out) std::ranges::reverse(all.enforced.movements);
    return out;
}

CaseAhead case_of(const offenders::Offender& who, const Loaded& all) {
    auto asked = asked_of(all);
    CaseAhead out{
        .offender = who.id, .name = offenders::name_in_list(who), .why_none = asked.why_none};
    if (!asked.minimum) return out;
    out.missing = asked.minimum->missing;
    for (const auto& each : asked.minimum->weeks)
        if (each.missing > 0 && !out.from_day) out.from_day = each.from_day;
    return out;
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
    auto asked = asked_of(all);
    out.minimum = asked.minimum;
    out.why_none = asked.why_none;
    add_lines(db, all, out);
    return out;
}

Result<CasesAhead> cases_ahead(web::Context& context, const CasesQuery& query) {
    auto& db = context.db;
    CasesAhead out{.day = context.today,
                   .page = std::clamp(query.page.value_or(1), 1, cases_most / cases_a_page)};
    std::vector<std::int64_t> numbers;
    auto cases =
        management::cases_of(db, context.actor.account, context.today, {}, cases_most + 1).get();
    for (const auto& each : cases) numbers.push_back(each.offender.number);
    out.too_many = int(numbers.size()) > cases_most;
    if (out.too_many) numbers.pop_back();
    // A restricted record is on the list of its named readers only.
    numbers = access::unrestricted_among(db, context.actor, numbers, context.today);
    auto people = offenders::offenders_among(db, numbers);
    auto all = loaded_among(db, people, numbers, context.today);
    for (const auto& who : people) out.cases.push_back(case_of(who, all[who.id.number]));
    std::ranges::stable_sort(out.cases, std::greater(), &CaseAhead::missing);
    out.whole = int(out.cases.size());
    out.too_few =
        int(std::ranges::count_if(out.cases, [](auto& each) { return each.missing > 0; }));
    auto first = std::min<size_t>(size_t(out.page - 1) * cases_a_page, out.cases.size());
    auto last = std::min<size_t>(first + cases_a_page, out.cases.size());
    out.cases = std::vector(out.cases.begin() + long(first), out.cases.begin() + long(last));
    for (const auto& each : out.cases) context.shows(offenders::subject_kind, each.offender.number);
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
