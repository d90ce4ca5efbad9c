#include <algorithm>

#include "areas/management/management.hpp"
#include "areas/reports/clocks.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/store.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"

/// A court asks for a report; somebody is named to write it; the hearing moves; it is no longer
/// wanted.
namespace noms::reports {
namespace {

std::vector<FieldError> faults_of(const AskForReport& given, Date today) {
    std::vector<FieldError> faults;
    if (today < given.asked_on)
        faults.push_back({"asked_on", "date_in_future", "The day must not be in the future"});
    if (trimmed(given.offences).empty())
        faults.push_back({"offences", "missing", "Say which offences the report is about"});
    if (trimmed(given.asked_by).empty())
        faults.push_back({"asked_by", "missing", "Say who at the court asked"});
    if (given.committed_on && given.asked_on < *given.committed_on)
        faults.push_back({"committed_on", "after_request", "That is after the request"});
    return faults;
}

Result<organisation::Body> court_of(db::Connection& db, BodyId id, Date day) {
    auto court = organisation::body(db, id, day);
    if (!court || court->kind != organisation::Kind::Court)
        return invalid({{"court", "unknown_court", "Choose a court from the list"}});
    return *court;
}

Result<BodyId> area_of(db::Connection& db, BodyId court, Date day) {
    auto area = organisation::parent_of(db, court, day);
    if (!area || area->kind != organisation::Kind::Area)
        return invalid({{"court", "no_area", "No probation area serves this court"}});
    return area->id;
}

/// The area and its region hold the record: somebody who has no sentence yet may be held by nobody.
void hold(web::Context& context, const Report& report) {
    auto hold_by = [&](const char* kind, BodyId body) {
        access::hold_from(
            *context.changes, context.db, report.offender.number, kind, body.number, context.today);
    };
    hold_by("area", report.area);
    if (auto region = organisation::region_of_area(context.db, report.area, context.today))
        hold_by("region", region->id);
}

/// The officer in office in the report's area who signs in with that name.
Result<access::Account> writer_called(web::Context& context,
                                      const Report& report,
                                      const std::string& name) {
    auto unknown = [] {
        return invalid({{"writer", "no_officer", "Choose an officer of the area in office today"}});
    };
    auto account = access::account_by_name(context.db, lower(trimmed(name)));
    if (!account) return unknown();
    auto officer = management::officer_on(context.db, account->id, context.today);
    if (!officer || officer->area != report.area) return unknown();
    return *account;
}

Result<Date> due_of(const Report& report, std::string_view court) {
    auto ruling = TRY(deadline({.kind = report.kind,
                                .crown = is_crown(court),
                                .asked_on = report.asked_on,
                                .hearing_on = report.hearing_on}));
    return ruling.due_on;
}

}  // namespace

Result<Report> report_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto found = store::report(context.db, TRY(context.id<Report>("report")));
    if (!found || found->offender != offender.id) return not_found("There is no such report.");
    return *found;
}

Result<State> taken(const web::Context& context, const Report& report, StepFacts facts) {
    facts.state = report.state;
    facts.gate_kept = kind_of_report(report.kind, false).gate_kept;
    facts.is_writer = report.writer == context.actor.account;
    auto ruling = TRY(report_step(facts));
    if (!ruling.refused.empty()) return refused(ruling.refused);
    return ruling.state;
}

Result<Report> keep(web::Context& context,
                    const Report& before,
                    Report after,
                    std::string_view event,
                    const std::string& why) {
    after.version = before.version + 1;
    context.changes->about({std::string(offenders::subject_kind), before.offender.number}, event);
    context.changes->change(reports, before, after);
    settle(*context.changes, context.db, after, why);
    return after;
}

Result<Report> ask_for(web::Context& context, const AskForReport& given) {
    auto who = TRY(offenders::offender_in(context));
    if (auto faults = faults_of(given, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto court = TRY(court_of(context.db, given.court, given.hearing_on));
    Report report{.id = new_id<Report>(),
                  .offender = who.id,
                  .kind = given.kind,
                  .court = court.id,
                  .area = TRY(area_of(context.db, court.id, context.today)),
                  .hearing_on = given.hearing_on,
                  .offences = std::string(trimmed(given.offences)),
                  .committed_on = given.committed_on,
                  .held = given.held,
                  .seriousness = given.seriousness,
                  .asked_on = given.asked_on,
                  .asked_by = std::string(trimmed(given.asked_by)),
                  .recorded_by = context.actor.name};
    sentences::set_purposes(report, given.purposes);
    report.due_on = TRY(due_of(report, court.name));
    auto before = reports_among(context.db, std::span(&who.id.number, 1));
    for (const auto& each : before)
        if (is_open(each.state) && each.court == report.court &&
            each.hearing_on == report.hearing_on)
            return conflict("A report for this hearing is asked for already.");
    context.changes->about({std::string(offenders::subject_kind), who.id.number}, "reports.asked");
    context.changes->add(reports, report);
    hold(context, report);
    settle(*context.changes, context.db, report, "");
    return report;
}

Result<Report> name_writer(web::Context& context, const NameWriter& given) {
    auto before = TRY(report_in(context));
    std::string reason(trimmed(given.reason.value_or("")));
    auto account = TRY(writer_called(context, before, given.writer));
    if (before.writer == account.id)
        return invalid({{"writer", "same_writer", "They are the writer already"}});
    auto after = before;
    auto state = taken(context, before, {.step = Step::Name, .gives_reason = !reason.empty()});
    if (!state && before.state == State::Writing)
        return invalid({{"reason", "missing", state.error().message}});
    after.state = TRY(std::move(state));
    after.writer = account.id;
    after.writer_name = account.shown_name;
    auto kept = TRY(keep(context, before, after, "reports.writer_named", "A writer was named"));
    context.changes->add(namings,
                         {.id = new_id<Naming>(),
                          .report = kept.id,
                          .writer = account.id,
                          .writer_name = account.shown_name,
                          .named_on = context.today,
                          .named_by = context.actor.name,
                          .reason = reason});
    return kept;
}

Result<Report> rearrange(web::Context& context, const Rearrange& given) {
    auto before = TRY(report_in(context));
    std::string reason(trimmed(given.reason));
    if (reason.empty()) return invalid({{"reason", "missing", "Say why the hearing moved"}});
    auto after = before;
    after.state = TRY(taken(context, before, {.step = Step::Rearrange, .gives_reason = true}));
    if (given.hearing_on < context.today)
        return invalid({{"hearing_on", "in_past", "The new day must not lie in the past"}});
    auto court = TRY(court_of(context.db, before.court, given.hearing_on));
    after.hearing_on = given.hearing_on;
    after.due_on = TRY(due_of(after, court.name));
    return keep(context, before, after, "reports.hearing_moved", "The hearing moved: " + reason);
}

Result<Report> withdraw(web::Context& context, const WithdrawReport& given) {
    auto before = TRY(report_in(context));
    std::string reason(trimmed(given.reason));
    if (reason.empty()) return invalid({{"reason", "missing", "Say why it is no longer wanted"}});
    auto after = before;
    after.state = TRY(taken(context, before, {.step = Step::Withdraw, .gives_reason = true}));
    after.withdrawn_because = reason;
    return keep(context, before, after, "reports.withdrawn", reason);
}

}  // namespace noms::reports
