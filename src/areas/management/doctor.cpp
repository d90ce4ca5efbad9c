#include <map>

#include "areas/management/management.hpp"
#include "areas/management/sql.gen.hpp"
#include "areas/sentences/sentences.hpp"

/// What must hold over everybody who is managed.
namespace noms::management {
namespace {

constexpr int offenders_at_once = 1000;

/// Shows each batch of offenders with a sentence, and their managers on `day`, to `look`.
template <class Look>
void each_batch(db::Connection& db, Date day, Look&& look) {
    std::int64_t last = 0;
    for (;;) {
        auto offenders = sentences::sentenced_after(db, last, offenders_at_once);
        if (offenders.empty()) return;
        last = offenders.back();
        std::map<std::int64_t, Allocation> managers;
        for (auto& row : managers_among(db, offenders, day))
            managers[row.offender.number] = std::move(row);
        look(offenders, managers);
    }
}

std::vector<record::Fault> without_manager(db::Connection& db, Date day) {
    std::vector<record::Fault> out;
    each_batch(db, day, [&](const auto& offenders, const auto& managers) {
        for (const auto& each : sentences::under_sentence_among(db, offenders, day))
            if (each.standing.managed && !managers.contains(each.offender.number))
                out.push_back({"offender " + to_text(each.offender),
                               "is under a sentence to be managed and has no manager"});
    });
    return out;
}

}  // namespace

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds, std::string over) {
        return record::check_of(query, std::move(holds), std::move(over));
    };
    const std::string rows = "management_allocation";
    return {
        {.name = "management/one_manager",
         .holds = "everybody under a sentence to be managed has a manager",
         .over = rows,
         .faults = &without_manager},
        check(sql::doctor_manager_out_of_office, "a case is given to somebody in office", rows),
        check(sql::doctor_manager_left, "nobody who left office has a case", rows),
        check(sql::doctor_end_without_reason, "every allocation has its reason", rows),
        check(sql::doctor_manager_without_hold, "a manager holds the record", rows),
        check(sql::doctor_hold_without_case, "a caseload holds its cases only", "access_hold"),
        check(
            sql::doctor_office_overlaps, "nobody holds two offices at once", "management_officer"),
        check(sql::doctor_objective_state, "an objective is open or closed", "plan_objective")};
}

}  // namespace noms::management
