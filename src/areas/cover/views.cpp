#include "areas/cover/views.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "areas/access/access.hpp"
#include "areas/cover/store.hpp"
#include "areas/movements/movements.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/text.hpp"

namespace noms::cover {
namespace {

using Numbers = std::vector<std::int64_t>;
/// The day that an absence is told for.
Date told_on(const Absence& absence, Date today) {
    if (today < absence.from_day) return absence.from_day;
    if (absence.until_day <= today && absence.from_day < absence.until_day)
        return plus_days(absence.until_day, -1);
    return today;
}

/// Each absence with its counts: as many questions for all as for one. The cases are those of
/// today.
std::vector<AbsenceLine> lines_of(db::Connection& db, const std::vector<Absence>& all, Date today) {
    std::vector<AbsenceLine> out;
    if (all.empty()) return out;
    Numbers absences, accounts;
    std::set<std::int64_t> people;
    for (const auto& each : all) {
        absences.push_back(each.id.number);
        accounts.push_back(each.account.number);
        people.insert(each.account.number);
    }
    std::map<std::int64_t, std::set<std::int64_t>> cases;
    for (const auto& each : management::cases_among(db, accounts, today))
        cases[each.manager->number].insert(each.offender.number);
    auto covers = store::covers_of(db, absences);
    for (const auto& each : covers) people.insert(each.coverer.number);
    auto names = names_among(db, people);
    for (const auto& absence : all) {
        const auto& his = cases[absence.account.number];
        AbsenceLine line{
            .absence = absence, .name = names[absence.account.number], .cases = int(his.size())};
        std::set<std::string> by;
        for (const auto& each : covers) {
            if (each.absence != absence.id || !each.holds_on(told_on(absence, today))) continue;
            if (!his.contains(each.offender.number)) continue;
            ++line.covered;
            by.insert(names[each.coverer.number]);
        }
        line.by.assign(by.begin(), by.end());
        out.push_back(std::move(line));
    }
    return out;
}

std::string place_in_words(const movements::Placed* at) {
    if (!at) return "";
    if (at->movement.prison) return at->name.empty() ? "In prison" : "In custody at " + at->name;
    return "In the community";
}

constexpr int working_days_ahead = 5;

/// What several questions gave about the cases, by offender.
struct Facts {
    std::map<std::int64_t, std::string> names{};
    std::map<std::int64_t, std::string> places{};
    std::map<std::int64_t, std::string> appointments{};
    std::vector<tasks::Task> due{};
};

Facts facts_of(web::Context& context, const Numbers& ids) {
    Facts out;
    for (const auto& who : offenders::offenders_among(context.db, ids))
        out.names[who.id.number] = offenders::name_in_list(who);
    for (const auto& each : movements::placed_among(context.db, ids, context.today))
        out.places[each.movement.offender.number] = place_in_words(&each);
    for (const auto& each : supervision::next_appointments(context.db, ids, context.today))
        out.appointments[each.offender.number] = supervision::appointment_in_words(each);
    out.due = tasks::open_about(context.db, ids);
    return out;
}

/// What holds of these on the day.
std::vector<StandIn> holding(db::Connection& db, std::vector<StandIn> all, Date day) {
    if (all.empty()) return all;
    Numbers offenders;
    for (const auto& each : all) offenders.push_back(each.offender.number);
    std::set<std::pair<OffenderId, AccountId>> managed;
    for (const auto& each : management::managers_among(db, offenders, day))
        if (each.manager) managed.insert({each.offender, *each.manager});
    std::erase_if(
        all, [&](const StandIn& each) { return !managed.contains({each.offender, each.absent}); });
    return in_office(db, std::move(all), day);
}

}  // namespace

std::map<std::int64_t, std::string> names_among(db::Connection& db,
                                                const std::set<std::int64_t>& accounts) {
    std::map<std::int64_t, std::string> out;
    for (const auto& each : access::accounts_among(db, Numbers(accounts.begin(), accounts.end())))
        out[each.id.number] = each.shown_name;
    return out;
}

std::vector<StandIn> in_office(db::Connection& db, std::vector<StandIn> all, Date day) {
    if (all.empty()) return all;
    Numbers coverers;
    for (const auto& each : all) coverers.push_back(each.coverer.number);
    std::set<AccountId> found;
    for (const auto& each : management::in_office_among(db, coverers, day))
        found.insert(each.account);
    std::erase_if(all, [&](const StandIn& each) { return !found.contains(each.coverer); });
    return all;
}

std::vector<StandIn> standing_in_among(db::Connection& db,
                                       std::span<const std::int64_t> offenders,
                                       Date day) {
    return holding(db, store::standing_in_among(db, offenders, day), day);
}

std::vector<StandIn> standing_in_by(db::Connection& db, AccountId account, Date day, int limit) {
    return holding(db, store::standing_in_by(db, account, day, limit).get(), day);
}

db::Asked<StandIn> given_to(db::Connection& db, AccountId account, Date day) {
    return store::standing_in_by(db, account, day, cases_max + 1);
}

int covered_count(db::Connection& db, std::vector<StandIn> given, Date day) {
    return int(holding(db, std::move(given), day).size());
}

AbsenceView view_of(web::Context& context, const Absence& absence) {
    AbsenceView view{.line = lines_of(context.db, {absence}, context.today).front(),
                     .day = told_on(absence, context.today)};
    Numbers all;
    for (const auto& each :
         management::cases_among(context.db, std::span(&absence.account.number, 1), context.today))
        all.push_back(each.offender.number);
    auto open = access::unrestricted_among(context.db, context.actor, all, context.today);
    view.not_shown = int(all.size() - open.size());
    auto covers = store::covers_of(context.db, std::span(&absence.id.number, 1));
    std::set<std::int64_t> people;
    for (const auto& each : covers) people.insert(each.coverer.number);
    auto names = names_among(context.db, people);
    for (const auto& who : offenders::offenders_among(context.db, open)) {
        CoverLine line{.offender = who.id, .name = offenders::name_in_list(who)};
        for (const auto& each : covers) {
            if (each.offender != who.id || !each.holds_on(view.day)) continue;
            line.coverer = each.coverer;
            line.coverer_name = names[each.coverer.number];
            line.from_day = each.from_day;
            line.until_day = each.until_day;
            line.reason = each.reason;
        }
        context.shows(offenders::subject_kind, who.id.number);
        view.cases.push_back(std::move(line));
    }
    std::ranges::sort(view.cases, {}, [](const CoverLine& line) {
        return std::pair(line.coverer.has_value(), line.name);
    });
    return view;
}

OfficerAbsences absences_of(web::Context& context, const management::Officer& officer) {
    OfficerAbsences out{.account = officer.account, .day = context.today};
    if (auto account = access::account_by_id(context.db, officer.account))
        out.name = account->shown_name;
    out.absences =
        lines_of(context.db,
                 store::absences_among(context.db, std::span(&officer.account.number, 1)),
                 context.today);
    return out;
}

Result<AreaAbsences> absences_in(web::Context& context, const AreaQuery& query) {
    auto area = TRY(management::area_asked(context));
    AreaAbsences view{.area = area.id, .area_name = area.name, .day = context.today};
    Numbers accounts;
    for (const auto& each :
         management::officers_among(context.db, std::span(&area.id.number, 1), context.today))
        accounts.push_back(each.account.number);
    auto all = store::absences_among(context.db, accounts);
    std::erase_if(all, [&](const Absence& each) {
        return each.until_day <= context.today || each.until_day == each.from_day;
    });
    std::ranges::stable_sort(all, {}, &Absence::from_day);
    view.whole = int(all.size());
    int pages = std::max(1, (view.whole + absences_a_page - 1) / absences_a_page);
    view.page = std::clamp(query.page.value_or(1), 1, pages);
    auto first = size_t(view.page - 1) * absences_a_page;
    std::vector<Absence> shown;
    for (size_t i = first; i < all.size() && i < first + absences_a_page; ++i)
        shown.push_back(all[i]);
    view.absences = lines_of(context.db, shown, context.today);
    return view;
}

std::string CoveredView::name_of(const std::optional<OffenderId>& offender) const {
    for (const auto& each : cases)
        if (offender == each.cover.offender) return each.name;
    return "";
}

CoveredView covered_by(web::Context& context) {
    CoveredView view{.day = context.today};
    auto all = standing_in_by(context.db, context.actor.account, context.today, cases_max + 1);
    view.more = all.size() > size_t(cases_max);
    if (view.more) all.pop_back();
    Numbers ids;
    for (const auto& each : all) ids.push_back(each.offender.number);
    ids = access::unrestricted_among(context.db, context.actor, ids, context.today);
    auto facts = facts_of(context, ids);
    std::set<std::int64_t> absent;
    std::map<OffenderId, AccountId> stands_for;
    for (const auto& each : all) {
        absent.insert(each.absent.number);
        stands_for.emplace(each.offender, each.absent);
    }
    // Only what is asked of the officer who is away can be done in their place.
    std::erase_if(facts.due, [&](const tasks::Task& task) {
        return task.account != stands_for[*task.offender];
    });
    auto names = names_among(context.db, absent);
    for (auto& cover : all) {
        auto name = facts.names.find(cover.offender.number);
        if (name == facts.names.end()) continue;
        CoveredCase line{.absent_name = names[cover.absent.number],
                         .name = name->second,
                         .where = facts.places[cover.offender.number],
                         .next_appointment = facts.appointments[cover.offender.number]};
        for (const auto& task : facts.due)
            if (!line.next_due && task.offender == cover.offender) line.next_due = task;
        context.shows(offenders::subject_kind, cover.offender.number);
        line.cover = std::move(cover);
        view.cases.push_back(std::move(line));
    }
    std::ranges::sort(view.cases, {}, &CoveredCase::name);
    auto soon = tasks::working_days_after(context.today, working_days_ahead);
    for (auto& task : facts.due)
        if (task.due_on <= soon)
            (task.due_on <= context.today ? view.now : view.soon).push_back(std::move(task));
    return view;
}

std::map<std::int64_t, std::string> away_in_words(db::Connection& db,
                                                  std::span<const std::int64_t> accounts,
                                                  Date day) {
    std::map<std::int64_t, std::string> out;
    auto all = store::absences_among(db, accounts);
    std::erase_if(all, [&](const Absence& each) { return !each.holds_on(day); });
    for (const auto& line : lines_of(db, all, day))
        out[line.absence.account.number] = fmt::format(
            "Away until {}: {}", noms::in_words(line.absence.until_day), covered_in_words(line));
    return out;
}

std::string in_words(Kind kind) {
    switch (kind) {
        case Kind::Leave: return "Leave";
        case Kind::Sickness: return "Sickness";
        case Kind::Training: return "Training";
        case Kind::Other: return "Other";
    }
    return {};
}

std::string covered_in_words(const AbsenceLine& line) {
    if (line.cases == 0) return "no case to cover";
    auto open = line.cases - line.covered;
    auto words = fmt::format("{} case{}", line.cases, line.cases == 1 ? "" : "s");
    if (line.covered > 0)
        words += fmt::format(", {} covered by {}", line.covered, fmt::join(line.by, ", "));
    return open > 0 ? words + fmt::format("; {} covered by nobody", open) : words;
}

}  // namespace noms::cover
