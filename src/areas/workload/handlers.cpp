#include "areas/workload/handlers.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/workload/store.hpp"
#include "kit/base/text.hpp"

namespace noms::workload {
namespace {

/// What all of them carry together.
Load together(const std::vector<OfficerLoad>& officers) {
    Load all;
    for (const auto& each : officers) {
        all.cases += each.load.cases;
        all.tier_not_known += each.load.tier_not_known;
        all.setting_not_known += each.load.setting_not_known;
        all.points.least += each.load.points.least;
        all.points.most += each.load.points.most;
        all.available_points += each.load.available_points;
    }
    all.capacity = capacity_percent(all.points.least, all.available_points);
    all.capacity_at_most = capacity_percent(all.points.most, all.available_points);
    return all;
}

void take_page(TeamView& view, std::vector<OfficerLoad> all) {
    std::ranges::stable_sort(
        all, std::ranges::greater{}, [](const OfficerLoad& each) { return fullness(each.load); });
    int pages = std::max(1, (int(all.size()) + officers_a_page - 1) / officers_a_page);
    view.page = std::clamp(view.page, 1, pages);
    auto first = size_t(view.page - 1) * officers_a_page;
    for (size_t i = first; i < all.size() && i < first + officers_a_page; ++i)
        view.officers.push_back(std::move(all[i]));
}

/// The unit, where it is one of that area: of another it is forgotten once the area is changed.
std::optional<BodyId> unit_within(web::Context& context, std::optional<BodyId> unit, BodyId area) {
    auto above = unit ? organisation::parent_of(context.db, *unit, context.today) : std::nullopt;
    return above && above->id == area ? unit : std::nullopt;
}

record::Changes& about(web::Context& context, record::AccountId account, std::string_view kind) {
    context.changes->about({"account", account.number}, kind);
    return *context.changes;
}

Result<void> decides(web::Context& context, const management::Officer& officer) {
    if (may_reduce(context, officer)) return {};
    return refused("A senior officer records this, and nobody of themselves.");
}

AwayWords& away_words() {
    static AwayWords words = nullptr;
    return words;
}

void tell_away(db::Connection& db, std::vector<OfficerLoad>& officers, Date day) {
    if (!away_words() || officers.empty()) return;
    std::vector<std::int64_t> accounts;
    for (const auto& each : officers) accounts.push_back(each.officer.account.number);
    auto words = away_words()(db, accounts, day);
    for (auto& each : officers) each.away = words[each.officer.account.number];
}

}  // namespace

void tell_of_absences(AwayWords words) {
    away_words() = words;
}

Result<TeamView> team_of(web::Context& context, const TeamQuery& query) {
    auto area = TRY(management::area_asked(context));
    TeamView view{.area = area.id,
                  .area_name = area.name,
                  .unit = unit_within(context, query.unit, area.id),
                  .day = context.today,
                  .page = query.page.value_or(1)};
    auto officers =
        management::officers_among(context.db, std::span(&area.id.number, 1), context.today);
    if (view.unit)
        std::erase_if(officers, [&](const auto& officer) { return officer.unit != view.unit; });
    view.whole = int(officers.size());
    view.too_many = officers.size() > officers_max;
    if (view.too_many) return view;
    auto all = loads_of(context.db, officers, context.today);
    view.all = together(all);
    take_page(view, std::move(all));
    tell_away(context.db, view.officers, context.today);
    return view;
}

Result<management::Officer> officer_seen(web::Context& context) {
    auto account = TRY(context.id<record::AccountTag>("account"));
    if (account != context.actor.account) return management::officer_in(context);
    auto officer = management::officer_on(context.db, account, context.today);
    if (!officer) return not_found("There is no such officer in office.");
    return *officer;
}

Result<OfficerLoad> get_officer(web::Context& context) {
    auto loads = loads_of(context.db, {TRY(officer_seen(context))}, context.today);
    tell_away(context.db, loads, context.today);
    return loads.front();
}

bool may_reduce(web::Context& context, const management::Officer& officer) {
    const auto& actor = context.actor;
    if (officer.account == actor.account) return false;
    if (!management::covers(context.db, actor, officer.area, context.today)) return false;
    return actor.scope_kind == "national" || actor.scope_kind == "region" ||
           management::is_senior(context.db, actor.account, context.today);
}

Result<Reduction> add_reduction(web::Context& context, const AddReduction& given) {
    auto officer = TRY(officer_seen(context));
    CHECK(decides(context, officer));
    if (given.hours < 0 || given.hours > 168)
        return invalid({{"hours", "out_of_range", "Enter 0 to 168 hours"}});
    if (given.minutes.value_or(0) < 0 || given.minutes.value_or(0) > 59)
        return invalid({{"minutes", "out_of_range", "Enter 0 to 59 minutes"}});
    auto then = management::officer_on(context.db, officer.account, given.from_day);
    if (!then)
        return invalid({{"from_day", "not_in_office", "They are not in office on that day"}});
    Reduction row{.id = new_id<Reduction>(),
                  .account = officer.account,
                  .reason = given.reason,
                  .minutes_a_week = given.hours * 60 + given.minutes.value_or(0),
                  .from_day = given.from_day,
                  .until_day = given.until_day,
                  .note = std::string(trimmed(given.note.value_or(""))),
                  .recorded_on = context.today,
                  .recorded_by = context.actor.name};
    auto others = store::reductions_among(context.db, std::span(&officer.account.number, 1));
    CHECK(reduction_fits({.reason = given.reason,
                          .wanted = taken_away({row}).front(),
                          .others = taken_away(others),
                          .contracted_hours = then->weekly_hours}));
    about(context, officer.account, "workload.reduction_recorded").add(reductions, row);
    return row;
}

Result<Reduction> reduction_in(web::Context& context) {
    auto found = store::reduction(context.db, TRY(context.id<Reduction>("reduction")));
    auto officer =
        found ? management::officer_on(context.db, found->account, context.today) : std::nullopt;
    if (!officer || !management::covers(context.db, context.actor, officer->area, context.today))
        return not_found("There is no such reduction.");
    return *found;
}

Result<Reduction> end_reduction(web::Context& context, const EndReduction& given) {
    auto row = TRY(reduction_in(context));
    auto officer = management::officer_on(context.db, row.account, context.today);
    CHECK(decides(context, *officer));
    if (given.version != row.version)
        return conflict("Somebody changed this reduction since you opened it.");
    if (trimmed(given.because).empty())
        return invalid({{"because", "missing", "Say why, for whoever looks at it later"}});
    if (given.until_day < row.from_day)
        return invalid({{"until_day", "before_start", "That is before it began"}});
    if (row.until_day && *row.until_day <= given.until_day)
        return invalid({{"until_day", "not_earlier", "It ends on or before that day already"}});
    auto ended = row;
    ++ended.version;
    ended.until_day = given.until_day;
    ended.ended_by = context.actor.name;
    ended.ended_because = std::string(trimmed(given.because));
    about(context, row.account, "workload.reduction_ended").change(reductions, row, ended);
    return ended;
}

std::vector<management::Officer> receivers_in(web::Context& context,
                                              BodyId area,
                                              std::optional<BodyId> unit,
                                              record::AccountId except) {
    auto officers =
        management::officers_among(context.db, std::span(&area.number, 1), context.today);
    std::erase_if(officers, [&](const management::Officer& officer) {
        return officer.account == except || officer.until_day;
    });
    if (officers.size() <= officers_max) return officers;
    std::erase_if(officers, [&](const auto& officer) { return !unit || officer.unit != unit; });
    if (officers.size() > officers_max) officers.clear();
    return officers;
}

CandidatesView candidates_of(web::Context& context, offenders::OffenderId offender) {
    auto& db = context.db;
    CandidatesView view{.offender = offender, .day = context.today};
    auto now = management::manager_of(db, offender, context.today);
    if (!now) return view;
    view.manager = now->manager;
    if (auto account = access::account_by_id(db, *now->manager))
        view.manager_name = account->shown_name;
    view.weighs = weighed_among(db, std::span(&offender.number, 1), context.today)[offender.number];
    auto manager = management::officer_on(db, *now->manager, context.today);
    auto unit = manager ? manager->unit : std::nullopt;
    auto own = unit ? organisation::body(db, *unit, context.today) : std::nullopt;
    if (own) view.unit = own->name;
    CaseToGive facts{.weighs = view.weighs, .unit = view.unit};
    auto officers = now->area ? receivers_in(context, *now->area, unit, *now->manager)
                              : std::vector<management::Officer>{};
    auto history = management::allocations_of(db, offender);  // the newest first
    for (auto& each : loads_of(db, officers, context.today)) {
        auto before = std::ranges::find(
            history, std::optional(each.officer.account), &management::Allocation::manager);
        facts.officers.push_back(
            {.account = each.officer.account,
             .name = each.name,
             .grade = each.officer.grade,
             .unit = each.unit,
             .managed_on = before == history.end() ? std::nullopt : std::optional(before->from_day),
             .load = std::move(each.load)});
    }
    view.recommendation = recommended(facts);
    return view;
}

}  // namespace noms::workload
