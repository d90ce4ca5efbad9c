#include "areas/overview/caseload.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "areas/access/access.hpp"
#include "areas/overview/words.hpp"
#include "kit/record/kept.hpp"

namespace noms::overview {
namespace {

constexpr int tasks_max = 200;
constexpr int working_days_ahead = 5;
// 2,000 managers with sixty cases each; some 48 MB, when all of them are at work.
constexpr size_t lines_kept_max = 120'000;

using management::CaseSetting;

std::string place_of_line(CaseSetting setting,
                          const movements::Movement* at,
                          const std::string& name) {
    if (setting == CaseSetting::Licence) return "Released on " + noms::in_words(day_of(at->at));
    if (at) return place_in_words(*at, name);
    return setting == CaseSetting::Order ? "In the community" : "Not known";
}

/// What several questions gave about the cases, by offender.
struct Facts {
    std::map<std::int64_t, movements::Placed> places{};
    std::map<std::int64_t, management::Running> running{};
    std::map<std::int64_t, supervision::NextAppointment> appointments{};
    std::map<std::int64_t, tasks::NextDue> due{};
    std::map<std::int64_t, release_dates::ApprovedDates> dates{};
};

/// Those in custody: only they have a release to come.
std::vector<std::int64_t> held_of(const Facts& facts) {
    std::vector<std::int64_t> out;
    for (const auto& [offender, placed] : facts.places)
        if (management::setting_of(&placed.movement, {}) == CaseSetting::Custody)
            out.push_back(offender);
    return out;
}

Facts facts_of(db::Connection& db, const std::vector<std::int64_t>& ids, Date today) {
    Facts facts;
    for (auto& each : movements::placed_among(db, ids, today))
        facts.places.emplace(each.movement.offender.number, std::move(each));
    facts.running = management::running_among(db, ids, today);
    for (auto& each : supervision::next_appointments(db, ids, today))
        facts.appointments.emplace(each.offender.number, std::move(each));
    for (auto& each : tasks::next_due_among(db, ids))
        facts.due.emplace(each.offender.number, std::move(each));
    for (auto& each : release_dates::approved_among(db, held_of(facts)))
        facts.dates.emplace(each.offender.number, std::move(each));
    return facts;
}

CaseLine line_of(const offenders::Offender& who, const Facts& facts) {
    auto found = [&](const auto& map) {
        auto it = map.find(who.id.number);
        return it == map.end() ? nullptr : &it->second;
    };
    const auto* placed = found(facts.places);
    const auto* at = placed ? &placed->movement : nullptr;
    const auto* running = found(facts.running);
    CaseLine line{.id = who.id, .name = offenders::name_in_list(who)};
    line.setting = management::setting_of(at, running ? *running : management::Running{});
    line.where = place_of_line(line.setting, at, placed ? placed->name : "");
    if (const auto* booked = found(facts.appointments))
        line.next_appointment = supervision::appointment_in_words(*booked);
    if (const auto* due = found(facts.due)) line.next_due = *due;
    if (const auto* dates = found(facts.dates); dates && line.setting == CaseSetting::Custody)
        line.released_on = dates->release();
    return line;
}

/// The lines of these people but for who manages them, kept until something happens to one of them:
/// a caseload is opened many times between two changes.
record::Kept<CaseLine>& kept_lines() {
    static record::Kept<CaseLine> kept(offenders::subject_kind, lines_kept_max);
    return kept;
}

std::map<std::int64_t, CaseLine> lines_of(db::Connection& db,
                                          record::AskedHappened happened,
                                          const std::vector<std::int64_t>& ids,
                                          Date today) {
    auto work_out = [&](std::span<const std::int64_t> missing) {
        std::vector<std::int64_t> some(missing.begin(), missing.end());
        auto facts = facts_of(db, some, today);
        std::map<std::int64_t, CaseLine> lines;
        for (const auto& who : offenders::offenders_among(db, some))
            lines.emplace(who.id.number, line_of(who, facts));
        return lines;
    };
    return kept_lines().of(std::move(happened), ids, today, work_out);
}

}  // namespace

std::string Caseload::name_of(const std::optional<offenders::OffenderId>& offender) const {
    if (!offender) return "";
    auto found = std::ranges::find(cases, *offender, &CaseLine::id);
    return found == cases.end() ? "" : found->name;
}

void forget_kept_lines() {
    kept_lines().clear();
}

Caseload caseload_of(web::Context& context, record::AccountId account) {
    Caseload out;
    auto& db = context.db;
    auto today = context.today;
    auto soon = tasks::working_days_after(today, working_days_ahead);
    auto cases = management::cases_of(db, account, today, {}, cases_max + 1);
    auto due = tasks::due_by(db, account, soon, tasks_max);
    auto counts = tasks::counts_of(db, account, today);
    auto happened = kept_lines().ask(db);
    auto allocations = cases.get();
    out.counts = counts.get().front();
    for (auto& task : due.get())
        (task.due_on <= today ? out.now : out.soon).push_back(std::move(task));
    out.more = allocations.size() > cases_max;
    if (out.more) allocations.pop_back();
    std::vector<std::int64_t> ids;
    for (const auto& each : allocations) ids.push_back(each.offender.number);
    // A restricted record is on the list of its named readers only.
    ids = access::unrestricted_among(db, context.actor, ids, today);
    auto lines = lines_of(db, std::move(happened), ids, today);
    for (const auto& allocation : allocations) {
        auto found = lines.find(allocation.offender.number);
        if (found == lines.end()) continue;
        auto& line = out.cases.emplace_back(std::move(found->second));
        line.since = allocation.from_day;
        line.by_duty = allocation.kind == management::AllocationKind::Duty;
        context.shows(offenders::subject_kind, line.id.number);
    }
    std::ranges::sort(
        out.cases, {}, [](const CaseLine& line) { return std::tie(line.name, line.id.number); });
    return out;
}

}  // namespace noms::overview
