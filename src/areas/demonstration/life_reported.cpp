#include <algorithm>
#include <array>
#include <stdexcept>

#include "areas/demonstration/agenda.hpp"
#include "areas/demonstration/life.hpp"
#include "kit/describe/json.hpp"

/// What a court was told before it sentenced, and what it is still to be told. No dice are thrown
/// here: whoever has no report lives as they would without this file.
namespace noms::demonstration {
namespace {

using reports::Report;
using reports::State;

constexpr int weeks_before_hearing = 3;

/// Words for every section of a report that is invented.
constexpr std::array<std::pair<const char*, const char*>, 6> written{
    {{"sources", "One interview at the office, the papers of the prosecution and the record."},
     {"offence", "Admits the offence and says that it was not planned."},
     {"pattern", "The offence is like one before, and less serious."},
     {"needs", "Work and company are linked to offending; the rest is settled."},
     {"risk", "Reconviction was scored with OGRS3. Serious harm is not likely at present."},
     {"response", "Kept most appointments of an earlier order."}}};

Date last_day_of(const Report& report, bool crown) {
    auto ruling = reports::deadline({.kind = report.kind,
                                     .crown = crown,
                                     .asked_on = report.asked_on,
                                     .hearing_on = report.hearing_on});
    if (!ruling) throw std::logic_error("an impossible report: " + ruling.error().message);
    return ruling->due_on;
}

std::string text_of(const Report& report, const std::string& name) {
    reports::ReportText text{.name = name,
                             .kind = reports::kind_of_report(report.kind, false).name,
                             .hearing_on = report.hearing_on,
                             .offences = report.offences,
                             .seriousness = "Medium",
                             .purposes = "Not stated",
                             .proposal = sentences::disposal(report.disposal)->name,
                             .reasons = report.reasons,
                             .writer = report.writer_name,
                             .written_on = *report.delivered_on,
                             .checked_by = "A senior officer of the area"};
    for (const auto& [code, words] : written) text.sections.push_back({code, words, true});
    return json::write(text);
}

}  // namespace

/// In the afternoon, after what else happened that day.
void Life::tell_of_report(Date day,
                          std::string_view kind,
                          const By& by,
                          const std::function<void(record::Changes&)>& work) {
    constexpr auto afternoon = std::chrono::hours(16);
    record::Changes changes(scene_.bulk,
                            {.id = new_id<record::CommandTag>(),
                             .actor = by.account,
                             .actor_name = by.name,
                             .day = day,
                             .at = std::chrono::sys_days(day) + afternoon});
    changes.about({std::string(offenders::subject_kind), who_.id.number}, kind);
    work(changes);
    changes.finish();
}

/// The request as the court's staff recorded it.
Report Life::report_for(Date asked, Date hearing, BodyId court) {
    Report report{.id = new_id<Report>(),
                  .offender = who_.id,
                  .court = court,
                  .area = area_.body,
                  .hearing_on = hearing,
                  .offences = "theft",
                  .held = reports::Held::OnBail,
                  .seriousness = reports::Seriousness::Medium,
                  .asked_on = asked,
                  .asked_by = "The legal adviser",
                  .recorded_by = court_staff().name};
    report.due_on = last_day_of(report, false);
    return report;
}

void Life::change_report(Date on, std::string_view event, const By& by, Report after) {
    after.version = report_->version + 1;
    tell_of_report(on, event, by, [&](record::Changes& changes) {
        changes.change(reports::reports, *report_, after);
    });
    report_ = after;
}

void Life::report_named(Date on, const Officer& writer) {
    auto after = *report_;
    after.state = State::Writing;
    after.writer = writer.account;
    after.writer_name = writer.name;
    after.version += 1;
    tell_of_report(
        on, "reports.writer_named", {area_.senior.account, area_.senior.name}, [&](auto& changes) {
            changes.change(reports::reports, *report_, after);
            changes.add(reports::namings,
                        {.id = new_id<reports::Naming>(),
                         .report = after.id,
                         .writer = writer.account,
                         .writer_name = writer.name,
                         .named_on = on,
                         .named_by = area_.senior.name});
        });
    report_ = after;
}

/// Every section and a proposal, and handed in.
void Life::report_written(Date on, const std::string& disposal, std::optional<int> months) {
    auto after = *report_;
    after.state = State::AtGate;
    after.disposal = disposal;
    after.months = months;
    after.reasons = "It answers to how serious it is and works on what lies behind it.";
    after.proposed_by = report_->writer_name;
    after.submitted_on = on;
    after.version += 1;
    tell_of_report(on,
                   "reports.handed_in",
                   {*report_->writer, report_->writer_name},
                   [&](record::Changes& changes) {
                       changes.change(reports::reports, *report_, after);
                       for (const auto& [code, words] : written)
                           changes.add(reports::sections,
                                       {.report = after.id,
                                        .section = code,
                                        .words = words,
                                        .saved_on = on,
                                        .saved_by = report_->writer_name});
                   });
    report_ = after;
}

void Life::report_delivered(Date on) {
    const By senior{area_.senior.account, area_.senior.name};
    auto passed = *report_;
    passed.state = State::Passed;
    passed.version += 1;
    tell_of_report(on, "reports.passed", senior, [&](record::Changes& changes) {
        changes.change(reports::reports, *report_, passed);
        changes.add(reports::report_checks,
                    {.id = new_id<reports::Check>(),
                     .report = passed.id,
                     .checker = senior.account,
                     .checker_name = senior.name,
                     .checked_on = on});
    });
    report_ = passed;
    auto after = passed;
    after.state = State::Delivered;
    after.delivered_on = on;
    after.delivered_by = report_->writer_name;
    after.delivered_to = "The court's office";
    after.delivered_text = text_of(after, offenders::name_in_full(who_));
    change_report(on, "reports.delivered", {*report_->writer, report_->writer_name}, after);
}

/// The court decided as `sentenced` told it; whether that was what was proposed, the rule says.
void Life::report_decided(Date on, const Disposal& passed) {
    auto after = *report_;
    after.state = State::Decided;
    after.decided_on = on;
    after.decided_disposals = passed.code;
    reports::Sentenced sentenced{.disposal = passed.code};
    for (const auto& each : passed.requirements) {
        if (!sentenced.requirements.empty()) after.decided_requirements += ",";
        after.decided_requirements += each.kind;
        sentenced.requirements.push_back(each.kind);
    }
    after.decided_recorded_by = court_staff().name;
    auto ruling = reports::concordance(
        {.proposed = after.disposal, .requirements = proposed_, .passed = {sentenced}});
    if (!ruling) throw std::logic_error("nothing passed: " + ruling.error().message);
    after.concordance = ruling->is;
    change_report(on, "reports.decided", court_staff(), after);
}

void Life::sentenced_after_report(Date hearing, const Disposal& passed, int number) {
    if (!sentenced_by_ || area_.officers.size() < 2) return;
    auto asked = weekday_from(plus_days(hearing, -7 * weeks_before_hearing));
    // Before that day there were no reports of these kinds.
    if (asked < reports::kind_of_report(reports::Kind::StandardDelivery, false).from_day) return;
    report_ = report_for(asked, hearing, *sentenced_by_);
    tell_of_report(asked, "reports.asked", court_staff(), [&](record::Changes& changes) {
        changes.add(reports::reports, *report_);
    });
    report_named(plus_days(asked, 1),
                 area_.officers[1 + size_t(number) % (area_.officers.size() - 1)]);
    // Of ten proposals seven are followed, two with one requirement less, one not.
    bool not_followed = number % 10 == 9;
    auto ready = number % 8 == 3 ? hearing : report_->due_on;
    report_written(
        ready, not_followed ? "CD" : passed.code, not_followed ? std::optional(12) : std::nullopt);
    proposed_.clear();
    if (!not_followed)
        for (const auto& each : passed.requirements) proposed_.push_back(each.kind);
    if (number % 10 >= 7 && !proposed_.empty()) proposed_.pop_back();
    propose_requirements(ready, passed);
    report_delivered(ready);
    report_decided(hearing, passed);
}

void Life::propose_requirements(Date on, const Disposal& passed) {
    if (proposed_.empty()) return;
    tell_of_report(on,
                   "reports.proposed",
                   {*report_->writer, report_->writer_name},
                   [&](record::Changes& changes) {
                       for (const auto& each : passed.requirements)
                           if (std::ranges::find(proposed_, each.kind) != proposed_.end())
                               changes.add(reports::proposed_requirements,
                                           {report_->id, each.kind, each.amount});
                   });
}

void Life::report_awaited(Date asked, Date hearing, Awaited how) {
    if (!sentenced_by_ || area_.officers.size() < 2) return;
    report_ = report_for(asked, hearing, *sentenced_by_);
    tell_of_report(asked, "reports.asked", court_staff(), [&](record::Changes& changes) {
        changes.add(reports::reports, *report_);
    });
    if (how != Awaited::Unallocated)
        report_named(asked, area_.officers[how == Awaited::ByFirst ? 0 : 1]);
    if (how == Awaited::AtGate) report_written(asked, "FINE", {});
    auto task = reports::next_task(*report_);
    tell_of_report(asked, "tasks.opened", court_staff(), [&](record::Changes& changes) {
        task->id = new_id<tasks::Task>();
        task->opened_on = asked;
        task->opened_by = court_staff().name;
        changes.add(tasks::tasks, *task);
    });
}

}  // namespace noms::demonstration
