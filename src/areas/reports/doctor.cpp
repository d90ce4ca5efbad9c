#include <algorithm>
#include <map>

#include "areas/reports/clocks.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/sql.gen.hpp"
#include "areas/reports/store.hpp"

/// What must hold over all reports: what is kept beside the facts follows from them, and each has
/// its task.
namespace noms::reports {
namespace {

constexpr int at_once = 500;

using Reports = std::vector<Report>;
using Faults = std::vector<record::Fault>;

/// Walks all reports, so many at a time.
template <class Look>
Faults over_all(db::Connection& db, Look look) {
    Faults faults;
    for (ReportId after{};;) {
        auto some = store::reports_after(db, after, at_once);
        if (some.empty()) return faults;
        look(some, faults);
        after = some.back().id;
    }
}

record::Fault fault_of(const Report& report, std::string words) {
    return {"report " + to_text(report.id), std::move(words)};
}

Faults without_task(db::Connection& db, Date) {
    return over_all(db, [&](const Reports& some, Faults& faults) {
        std::vector<std::int64_t> people;
        for (const auto& each : some)
            if (next_task(each)) people.push_back(each.offender.number);
        auto open = people.empty() ? std::vector<tasks::Task>{} : tasks::open_about(db, people);
        for (const auto& each : some) {
            auto asked = std::ranges::count_if(
                open, [&](const tasks::Task& task) { return is_about(task, each.id); });
            if (asked != (next_task(each) ? 1 : 0))
                faults.push_back(fault_of(each, "has not the one task that its state asks for"));
        }
    });
}

Faults other_last_day(db::Connection& db, Date day) {
    return over_all(db, [&](const Reports& some, Faults& faults) {
        std::vector<std::int64_t> courts;
        for (const auto& each : some) courts.push_back(each.court.number);
        std::map<std::int64_t, bool> crown;
        for (const auto& court : organisation::bodies_listed(db, courts, day))
            crown[court.id.number] = is_crown(court.name);
        for (const auto& each : some) {
            auto ruling = deadline({.kind = each.kind,
                                    .crown = crown[each.court.number],
                                    .asked_on = each.asked_on,
                                    .hearing_on = each.hearing_on});
            if (!ruling || ruling->due_on != each.due_on)
                faults.push_back(fault_of(each, "has another last day than the rule gives"));
        }
    });
}

Faults other_concordance(db::Connection& db, Date) {
    return over_all(db, [&](const Reports& some, Faults& faults) {
        std::vector<std::int64_t> ids;
        for (const auto& each : some)
            if (each.decided_on) ids.push_back(each.id.number);
        std::map<std::int64_t, std::vector<ProposedRequirement>> proposed;
        for (auto& each : store::requirements_among(db, ids))
            proposed[each.report.number].push_back(each);
        for (const auto& each : some)
            if (concordance_of(each, proposed[each.id.number]) != each.concordance)
                faults.push_back(fault_of(each, "has another concordance than the rule gives"));
    });
}

record::Check computed(std::string name,
                       std::string holds,
                       Faults (*faults)(db::Connection&, Date)) {
    return {
        .name = "reports/" + name, .holds = std::move(holds), .over = "report", .faults = faults};
}

}  // namespace

std::vector<record::Check> checks() {
    const std::string report = "report";
    return {
        record::check_of(sql::doctor_report_state,
                         "a report's days, writer and text bear its state out",
                         report),
        record::check_of(sql::doctor_report_order,
                         "a report is asked for, handed in, delivered and decided in that order",
                         report),
        record::check_of(sql::doctor_report_without_proposal,
                         "a report that was handed in proposes something, with reasons",
                         report),
        record::check_of(sql::doctor_report_unchecked,
                         "a report that is to be checked was passed before it went to the court",
                         report),
        record::check_of(sql::doctor_report_checked_by_writer,
                         "no writer checks their own report",
                         "report_check"),
        computed("one_task", "a report has the one task that its state asks for", &without_task),
        computed("last_day", "a report's last day is that of the rule", &other_last_day),
        computed(
            "concordance", "a decision's concordance is that of the rule", &other_concordance)};
}

}  // namespace noms::reports
