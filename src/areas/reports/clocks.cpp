#include "areas/reports/clocks.hpp"

#include <algorithm>

#include "areas/reports/data.gen.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

std::string source_of(ReportId id) {
    return "reports/" + to_text(id) + "/";
}

/// Which clock runs in a state; empty: none.
std::string_view clock_in(State state) {
    switch (state) {
        case State::Unallocated: return "report_allocate";
        case State::Writing: return "report_write";
        case State::AtGate: return "report_check";
        case State::Passed: return "report_deliver";
        case State::Delivered: return "report_result";
        default: return {};
    }
}

/// The day that the clock of this state runs from.
Date counted_from(const Report& report) {
    if (report.state == State::AtGate) return report.submitted_on.value_or(report.asked_on);
    if (report.state == State::Delivered)
        return std::max(report.hearing_on, report.delivered_on.value_or(report.hearing_on));
    return report.asked_on;
}

/// Nothing on the way to the court is due after the report itself, nor before its clock runs.
Date due_of(const Report& report, const Clock& clock, Date from) {
    if (!clock.working_days) return report.due_on;
    auto own = tasks::working_days_after(from, *clock.working_days);
    if (report.state == State::Delivered) return own;
    return std::max(from, std::min(own, report.due_on));
}

bool is_same(const tasks::Task& open, const tasks::Task& wanted) {
    return open.kind == wanted.kind && open.account == wanted.account &&
           open.due_on == wanted.due_on;
}

}  // namespace

const std::vector<Clock>& clocks() {
    static const auto all = rows::read<Clock>(data::clock);
    return all;
}

std::optional<tasks::Task> next_task(const Report& report) {
    auto kind = clock_in(report.state);
    auto clock = std::ranges::find(clocks(), kind, &Clock::kind);
    if (clock == clocks().end()) return std::nullopt;
    auto from = counted_from(report);
    tasks::Task task{
        .offender = report.offender,
        .kind = clock->kind,
        .what = clock->what + ": " + lower(in_words(report.kind)),
        .counted_from = from,
        .due_on = due_of(report, *clock, from),
        .rule = clock->rule,
        .cite = clock->cite,
        .certainty = clock->certainty,
        .source = source_of(report.id) + clock->kind + "/" + std::to_string(report.version)};
    bool by_writer = report.state == State::Writing || report.state == State::Passed;
    if (by_writer && report.writer) {
        task.account = report.writer;
    } else {
        task.list_kind = "area";
        task.list_body = report.area.number;
    }
    return task;
}

bool is_about(const tasks::Task& task, ReportId report) {
    return task.source.starts_with(source_of(report));
}

void settle(record::Changes& changes,
            db::Connection& db,
            const Report& report,
            const std::string& why) {
    auto wanted = next_task(report);
    bool runs = false;
    for (const auto& task : tasks::open_about(db, std::span(&report.offender.number, 1))) {
        if (!is_about(task, report.id)) continue;
        if (wanted && is_same(task, *wanted)) {
            runs = true;
            continue;
        }
        bool done = !wanted || task.kind != wanted->kind;
        bool dropped = report.state == State::Withdrawn || !done;
        tasks::close(
            changes, task, dropped ? tasks::TaskState::Cancelled : tasks::TaskState::Done, why);
    }
    if (wanted && !runs) tasks::open(changes, db, *wanted);
}

}  // namespace noms::reports
