#include "areas/cover/cover.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "areas/access/access.hpp"
#include "areas/cover/giving.hpp"
#include "areas/cover/handlers.hpp"
#include "areas/cover/pages.hpp"
#include "areas/cover/store.hpp"
#include "areas/workload/workload.hpp"
#include "kit/page/content.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::cover {
namespace {

const std::string read = "cover.read", change = "cover.change";

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<CoveredView> get_covered(web::Context& context) {
    return covered_by(context);
}

Result<page::Page> show_covered(web::Context& context) {
    return covered_page(covered_by(context));
}

Result<page::Page> show_area(web::Context& context) {
    return area_page({.view = TRY(absences_in(context, TRY(context.query<AreaQuery>()))),
                      .areas = management::areas_of(context)});
}

Result<OfficerAbsences> get_officer(web::Context& context) {
    return absences_of(context, TRY(workload::officer_seen(context)));
}

Result<page::Page> show_officer(web::Context& context) {
    auto officer = TRY(workload::officer_seen(context));
    return officer_page(absences_of(context, officer),
                        context.actor.may(change) && may_decide(context, officer));
}

Result<page::Page> show_mine(web::Context& context) {
    auto officer = management::officer_on(context.db, context.actor.account, context.today);
    if (!officer) return not_in_office_page();
    return officer_page(absences_of(context, *officer), context.actor.may(change));
}

Result<AbsenceView> get_absence(web::Context& context) {
    return view_of(context, TRY(absence_in(context)));
}

Result<page::Page> show_absence(web::Context& context) {
    auto row = TRY(absence_in(context));
    auto officer = officer_of(context.db, row, context.today);
    return absence_page(view_of(context, row),
                        context.today,
                        context.actor.may(change) && may_decide(context, *officer));
}

/// Who can be chosen, the least full first, with what they carry.
std::vector<page::Option> receivers(web::Context& context, const management::Officer& officer) {
    auto loads = workload::loads_of(
        context.db,
        workload::receivers_in(context, officer.area, officer.unit, officer.account),
        context.today);
    std::ranges::stable_sort(
        loads, {}, [](const workload::OfficerLoad& each) { return workload::fullness(each.load); });
    std::vector<page::Option> out;
    for (const auto& each : loads)
        out.push_back({to_text(each.officer.account),
                       fmt::format("{}: {} cases, {}",
                                   each.name,
                                   each.load.cases,
                                   workload::capacity_in_words(each.load))});
    return out;
}

std::string name_of(db::Connection& db, AccountId account) {
    auto found = access::account_by_id(db, account);
    return found ? found->shown_name : "";
}

Result<page::Page> show_add_again(web::Context& context,
                                  const form::Values& values,
                                  const Error& error) {
    auto officer = TRY(workload::officer_seen(context));
    page::Looks looks;
    looks["kind"].label = "Why";
    for (auto kind : {Kind::Leave, Kind::Sickness, Kind::Training, Kind::Other})
        looks["kind"].options.push_back({std::string(describe::choice_text(kind)), in_words(kind)});
    looks["from_day"].label = "First day away";
    looks["until_day"].label = "First day back";
    looks["note"] = {.label = "Note", .hint = "Nothing about anybody's health"};
    looks["to"] = {.label = "Who covers every case",
                   .hint = "Leave it open to choose case by case",
                   .options = receivers(context, officer)};
    looks["to"].options.insert(looks["to"].options.begin(), {"", "Nobody yet"});
    looks["reason"] = {.label = "Why this officer",
                       .hint = "Wanted where it is more than their hours leave room for"};
    return form_page({.title = "Record an absence",
                      .about = name_of(context.db, officer.account),
                      .path = context.request.path,
                      .back = path_of(officer.account),
                      .type = &describe::type_of<RecordAbsence>(),
                      .looks = looks},
                     values,
                     faults_of(error));
}

Result<page::Page> show_add(web::Context& context) {
    return show_add_again(context, {{"from_day", to_text(context.today)}}, {});
}

Result<page::Page> show_change_again(web::Context& context,
                                     const form::Values& values,
                                     const Error& error) {
    auto row = TRY(absence_in(context));
    page::Looks looks;
    looks["until_day"] = {
        .label = "First day back",
        .hint = context.today <= row.from_day
                    ? "To take it back: " + noms::in_words(row.from_day) + ", its first day"
                    : "Today or later"};
    looks["because"].label = "Why";
    return form_page({.title = "End, prolong or take back",
                      .about = name_of(context.db, row.account),
                      .path = context.request.path,
                      .back = path_of(row.id),
                      .type = &describe::type_of<ChangeAbsence>(),
                      .looks = looks},
                     values,
                     faults_of(error));
}

Result<page::Page> show_change(web::Context& context) {
    auto row = TRY(absence_in(context));
    return show_change_again(
        context,
        {{"version", std::to_string(row.version)}, {"until_day", to_text(row.until_day)}},
        {});
}

Result<page::Page> show_choose_again(web::Context& context,
                                     const form::Values& values,
                                     const Error& error) {
    auto row = TRY(absence_in(context));
    auto officer = officer_of(context.db, row, context.today);
    return choose_page(
        view_of(context, row), receivers(context, *officer), values, faults_of(error));
}

Result<page::Page> show_choose(web::Context& context) {
    return show_choose_again(context, {}, {});
}

std::string to_absence(const Absence& row) {
    return path_of(row.id);
}

/// Where the case is covered on the day, for the page of who is responsible.
page::Html beside_manager(web::Context& context,
                          OffenderId offender,
                          std::optional<AccountId> manager,
                          Date day) {
    auto all = store::standing_in_among(context.db, std::span(&offender.number, 1), day);
    std::erase_if(all, [&](const StandIn& each) { return each.absent != manager; });
    all = in_office(context.db, std::move(all), day);
    std::set<std::int64_t> people;
    for (const auto& each : all) people.insert({each.absent.number, each.coverer.number});
    return covered_section(all, names_among(context.db, people), context.actor.may(read));
}

struct Covers {
    std::vector<CaseCover> covers{};  // the newest first
};
DESCRIBE(Covers, covers)

Result<Covers> get_covers(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return Covers{.covers = store::covers_of_offender(context.db, who.id)};
}

/// Whether the account stands in for whoever the task is asked of.
bool stands_in(db::Connection& db, const tasks::Task& task, AccountId account, Date day) {
    if (!task.offender || !task.account) return false;
    auto all = standing_in_among(db, std::span(&task.offender->number, 1), day);
    return std::ranges::any_of(all, [&](const StandIn& each) {
        return each.coverer == account && each.absent == *task.account;
    });
}

/// Whoever covered the case of its manager covers it no longer when another has it: what is open is
/// the new manager's.
void leave(record::Changes& changes,
           db::Connection& db,
           OffenderId offender,
           AccountId manager,
           Date day) {
    for (const auto& each : store::covers_of_offender(db, offender)) {
        if (each.until_day <= day || each.until_day <= each.from_day) continue;
        auto absence = store::absence(db, each.absence);
        if (absence && absence->account == manager) move_end(changes, db, each, day);
    }
}

/// After rows came from another record: whoever covers may see the one that has them now.
void settle(record::Changes& changes, db::Connection& db, std::int64_t offender) {
    for (const auto& each : store::covers_of_offender(db, {offender}))
        if (each.from_day < each.until_day && changes.command().day < each.until_day)
            hold_while(changes, db, each);
}

std::string gist(const offenders::FieldOf& after) {
    return "From " + after("from_day") + " until " + after("until_day");
}

template <class In>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& summary,
              Result<Absence> (*handler)(web::Context&, const In&),
              Result<page::Page> (*show)(web::Context&),
              Result<page::Page> (*again)(web::Context&, const form::Values&, const Error&)) {
    api.page({path, change, summary + ": its form"}, show);
    api.command<In, Absence>({path, change, summary}, handler, {&to_absence, again});
}

void tell_others() {
    workload::tell_of_absences(&away_in_words);
    management::show_beside_manager(&beside_manager);
    management::when_a_case_leaves(&leave);
    tasks::ask_stand_ins(&stands_in);
    offenders::add_tellings({{"cover.given", "Covered by another officer", page::Setting::Office},
                             {"cover.changed", "Cover changed", page::Setting::Office}},
                            {{"cover_case", read, &gist}});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "cover",
                           .tables = {record::following(case_covers, &CaseCover::offender)},
                           .settle = &settle});
    tell_others();
    const std::string all = "/cover", officer = all + "/officers/{account}";
    const std::string absences = all + "/absences", one = absences + "/{absence}";
    api.page({all, read, "The cases that you cover, and what is due"}, &show_covered);
    api.get<CoveredView>({"/api" + all, read, "The cases that the actor covers"}, &get_covered);
    api.page({absences, read, "Who of an area is away, and who covers"}, &show_area);
    api.get<AreaQuery, AreaAbsences>(
        {"/api" + absences, read, "Who of an area is away, and who covers"}, &absences_in);
    api.page({all + "/mine", read, "The reader's own absences"}, &show_mine);
    api.page({officer, read, "When an officer is away, and who covers"}, &show_officer);
    api.get<OfficerAbsences>({"/api" + officer, read, "When an officer is away"}, &get_officer);
    add_form(api,
             officer + "/add",
             "Record an absence and who covers",
             &record_absence,
             &show_add,
             &show_add_again);
    api.page({one, read, "One absence, case by case"}, &show_absence);
    api.get<AbsenceView>({"/api" + one, read, "One absence, case by case"}, &get_absence);
    add_form(
        api, one + "/cover", "Choose who covers", &choose_cover, &show_choose, &show_choose_again);
    add_form(api,
             one + "/change",
             "End, prolong or take back an absence",
             &change_absence,
             &show_change,
             &show_change_again);
    api.get<Covers>({"/api/offenders/{offender}/cover", read, "Who covered a case, and when"},
                    &get_covers);
}

}  // namespace noms::cover
