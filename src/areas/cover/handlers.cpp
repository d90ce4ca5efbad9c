#include "areas/cover/handlers.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "areas/access/access.hpp"
#include "areas/cover/giving.hpp"
#include "areas/cover/store.hpp"
#include "areas/workload/workload.hpp"
#include "kit/base/text.hpp"

namespace noms::cover {
namespace {

constexpr std::int64_t full = 1000;  // of `workload::fullness`: all that there is room for

std::string text_of(const std::optional<std::string>& given) {
    return std::string(trimmed(given.value_or("")));
}

record::Changes& about(web::Context& context, AccountId account, std::string_view kind) {
    context.changes->about({"account", account.number}, kind);
    return *context.changes;
}

std::vector<Days> away_days(const std::vector<Absence>& all, AbsenceId except = {}) {
    std::vector<Days> out;
    for (const auto& each : all)
        if (each.id != except && each.from_day < each.until_day)
            out.push_back({each.from_day, each.until_day});
    return out;
}

std::vector<Days> away_of(db::Connection& db, AccountId account, AbsenceId except = {}) {
    return away_days(store::absences_among(db, std::span(&account.number, 1)), except);
}

Result<void> decides(web::Context& context, const management::Officer& officer) {
    if (may_decide(context, officer)) return {};
    return refused("The officer, a senior officer or whoever answers for the region records this.");
}

/// Whoever is away covers nobody meanwhile.
void stop_covering(web::Context& context, const Absence& absence) {
    for (const auto& each : store::covers_by(context.db, absence.account, absence.from_day))
        if (each.from_day < absence.until_day && each.from_day < each.until_day)
            end_cover(*context.changes, context.db, each, absence.from_day);
}

/// The cases of the officer on that day that the actor may know of.
std::vector<OffenderId> cases_on(web::Context& context, AccountId account, Date day) {
    std::vector<std::int64_t> all;
    for (const auto& each : management::cases_among(context.db, std::span(&account.number, 1), day))
        all.push_back(each.offender.number);
    std::vector<OffenderId> out;
    for (auto each : access::unrestricted_among(context.db, context.actor, all, context.today))
        out.push_back({each});
    std::ranges::sort(out);
    return out;
}

/// The officer of the field `to`, who can cover over [from, until). Invalid at `to`.
Result<management::Officer> coverer_of(
    web::Context& context, const std::string& key, AccountId absent, Date from, Date until) {
    auto number = parse_id_text(key);
    auto officer = number ? management::officer_on(context.db, {*number}, from) : std::nullopt;
    auto account = number ? access::account_by_id(context.db, {*number}) : std::nullopt;
    if (!account) return invalid({{"to", "unknown", "Choose an officer"}});
    if (account->id == absent)
        return invalid({{"to", "absent", "Somebody else covers: this officer is away"}});
    CHECK(cover_fits({.name = account->shown_name,
                      .from = from,
                      .until = until,
                      .office = office_of(context.db, account->id, from, until),
                      .away = away_of(context.db, account->id)}));
    return *officer;
}

/// Invalid at `reason`: with these cases it is more than the hours leave room for, and nobody said
/// why all the same.
Result<void> has_room(web::Context& context,
                      const management::Officer& coverer,
                      const std::vector<OffenderId>& cases,
                      const std::string& reason) {
    std::vector<std::int64_t> numbers;
    for (auto each : cases) numbers.push_back(each.number);
    auto load = workload::loads_of(context.db, {coverer}, context.today).front();
    auto after = load.load;
    for (const auto& [offender, weighs] :
         workload::weighed_among(context.db, numbers, context.today))
        after = after.with(workload::weight_of(weighs));
    if (!reason.empty() || workload::fullness(after) <= full) return {};
    return invalid({{"reason",
                     "over_capacity",
                     fmt::format("{} has {} and would have {}: choose another, or say why all the "
                                 "same",
                                 load.name,
                                 workload::capacity_in_words(load.load),
                                 workload::capacity_in_words(after))}});
}

std::string asking(AbsenceId absence, AccountId coverer) {
    return "cover/" + to_text(absence) + "/" + to_text(coverer);
}

/// Tells whoever covers, once for each absence.
void tell(web::Context& context, const Absence& absence, AccountId coverer, Date from) {
    auto account = access::account_by_id(context.db, absence.account);
    tasks::open(about(context, coverer, "cover.asked"),
                context.db,
                {.kind = "cover",
                 .what = fmt::format("Cover cases of {} until {}: see Cases you cover",
                                     account ? account->shown_name : "an officer",
                                     noms::in_words(absence.until_day)),
                 .counted_from = context.today,
                 .due_on = from,
                 .rule = "the first day of the cover",
                 .cite = "own",
                 .certainty = "own",
                 .account = coverer,
                 .source = asking(absence.id, coverer)});
}

/// Gives those cases to whoever covers; what the same officer covers already stays as it is.
Result<void> cover_cases(web::Context& context,
                         const Absence& absence,
                         const std::vector<OffenderId>& cases,
                         const std::string& to,
                         const std::string& reason) {
    auto from = std::max(context.today, absence.from_day);
    auto coverer = TRY(coverer_of(context, to, absence.account, from, absence.until_day));
    CHECK(has_room(context, coverer, cases, reason));
    std::set<OffenderId> left(cases.begin(), cases.end());
    for (const auto& each : store::covers_of(context.db, std::span(&absence.id.number, 1))) {
        if (!left.contains(each.offender) || each.until_day <= from) continue;
        if (each.coverer == coverer.account && each.until_day == absence.until_day)
            left.erase(each.offender);
        else
            end_cover(*context.changes, context.db, each, from);
    }
    for (auto offender : left)
        give_cover(*context.changes,
                   context.db,
                   {.id = new_id<CaseCover>(),
                    .offender = offender,
                    .absence = absence.id,
                    .coverer = coverer.account,
                    .from_day = from,
                    .until_day = absence.until_day,
                    .reason = reason,
                    .recorded_on = context.today,
                    .recorded_by = context.actor.name});
    if (!left.empty()) tell(context, absence, coverer.account, from);
    return {};
}

/// Cover that ended with the absence ends with it again, where whoever covers can go on.
void move_ends(web::Context& context, const Absence& before, const Absence& after) {
    for (const auto& each : store::covers_of(context.db, std::span(&before.id.number, 1))) {
        bool shorter = after.until_day < each.until_day;
        bool longer = each.until_day == before.until_day && each.from_day < each.until_day &&
                      before.until_day < after.until_day &&
                      cover_fits({.from = before.until_day,
                                  .until = after.until_day,
                                  .office = office_of(
                                      context.db, each.coverer, before.until_day, after.until_day),
                                  .away = away_of(context.db, each.coverer)});
        if (shorter || longer) end_cover(*context.changes, context.db, each, after.until_day);
        if (after.from_day == after.until_day)
            tasks::close_asked(about(context, each.coverer, "cover.taken_back"),
                               context.db,
                               asking(before.id, each.coverer),
                               tasks::TaskState::Cancelled,
                               "The absence was taken back");
    }
}

}  // namespace

std::vector<Days> office_of(db::Connection& db, AccountId account, Date from, Date until) {
    std::vector<Days> out;
    for (Date day = from; day < until;) {
        auto office = management::officer_on(db, account, day);
        if (!office) break;
        out.push_back({office->from_day, office->until_day});
        if (!office->until_day) break;
        day = *office->until_day;
    }
    return out;
}

bool may_decide(web::Context& context, const management::Officer& officer) {
    const auto& actor = context.actor;
    if (officer.account == actor.account) return true;
    if (!management::covers(context.db, actor, officer.area, context.today)) return false;
    return actor.scope_kind == "national" || actor.scope_kind == "region" ||
           management::is_senior(context.db, actor.account, context.today);
}

std::optional<management::Officer> officer_of(db::Connection& db,
                                              const Absence& absence,
                                              Date day) {
    auto now = management::officer_on(db, absence.account, day);
    return now ? now : management::officer_on(db, absence.account, absence.from_day);
}

Result<Absence> absence_in(web::Context& context) {
    auto found = store::absence(context.db, TRY(context.id<Absence>("absence")));
    auto officer = found ? officer_of(context.db, *found, context.today) : std::nullopt;
    bool may =
        officer && (officer->account == context.actor.account ||
                    management::covers(context.db, context.actor, officer->area, context.today));
    if (!may) return not_found("There is no such absence.");
    return *found;
}

Result<Absence> record_absence(web::Context& context, const RecordAbsence& given) {
    auto officer = TRY(workload::officer_seen(context));
    CHECK(decides(context, officer));
    CHECK(absence_fits(
        {.from_day = given.from_day,
         .until_day = given.until_day,
         .office = office_of(context.db, officer.account, given.from_day, given.until_day),
         .others = away_of(context.db, officer.account)}));
    Absence row{.id = new_id<Absence>(),
                .account = officer.account,
                .kind = given.kind,
                .from_day = given.from_day,
                .until_day = given.until_day,
                .note = text_of(given.note),
                .recorded_on = context.today,
                .recorded_by = context.actor.name};
    about(context, officer.account, "cover.absence_recorded").add(absences, row);
    stop_covering(context, row);
    auto to = text_of(given.to);
    if (to.empty()) return row;
    if (row.until_day <= context.today)
        return invalid({{"to", "over", "It is over: there is nothing left to cover"}});
    auto cases = cases_on(context, row.account, std::max(context.today, row.from_day));
    CHECK(cover_cases(context, row, cases, to, text_of(given.reason)));
    return row;
}

Result<Absence> choose_cover(web::Context& context, const ChooseCover& given) {
    auto row = TRY(absence_in(context));
    CHECK(decides(context, *officer_of(context.db, row, context.today)));
    if (row.until_day <= context.today)
        return refused("It is over: there is nothing left to cover.");
    auto cases = cases_on(context, row.account, std::max(context.today, row.from_day));
    if (!given.all)
        std::erase_if(cases, [&](OffenderId each) {
            return std::ranges::find(given.cases, to_text(each)) == given.cases.end();
        });
    std::vector<FieldError> faults;
    if (cases.empty()) faults.push_back({"cases", "missing", "Choose the cases to cover"});
    if (text_of(given.to).empty()) faults.push_back({"to", "missing", "Choose who covers them"});
    if (!faults.empty()) return invalid(std::move(faults));
    CHECK(cover_cases(context, row, cases, text_of(given.to), text_of(given.reason)));
    return row;
}

Result<Absence> change_absence(web::Context& context, const ChangeAbsence& given) {
    auto row = TRY(absence_in(context));
    CHECK(decides(context, *officer_of(context.db, row, context.today)));
    if (given.version != row.version)
        return conflict("Somebody changed this absence since you opened it.");
    if (trimmed(given.because).empty())
        return invalid({{"because", "missing", "Say why, for whoever looks at it later"}});
    CHECK(change_fits({.today = context.today,
                       .from_day = row.from_day,
                       .until_day = row.until_day,
                       .wanted = given.until_day}));
    if (row.from_day < given.until_day)
        CHECK(absence_fits(
            {.from_day = row.from_day,
             .until_day = given.until_day,
             .office = office_of(context.db, row.account, row.from_day, given.until_day),
             .others = away_of(context.db, row.account, row.id)}));
    auto after = row;
    ++after.version;
    after.until_day = given.until_day;
    after.changed_by = context.actor.name;
    after.changed_because = std::string(trimmed(given.because));
    about(context, row.account, "cover.absence_changed").change(absences, row, after);
    stop_covering(context, after);
    move_ends(context, row, after);
    return after;
}

}  // namespace noms::cover
