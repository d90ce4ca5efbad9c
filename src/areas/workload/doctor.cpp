#include <map>

#include "areas/workload/sql.gen.hpp"
#include "areas/workload/store.hpp"
#include "areas/workload/workload.hpp"

/// What must hold over all reductions.
namespace noms::workload {
namespace {

constexpr int at_once = 500;

/// Whether what is taken away on the reduction's first day is more than the officer's hours then.
bool beyond_contract(db::Connection& db, const Reduction& reduction) {
    auto officer = management::officer_on(db, reduction.account, reduction.from_day);
    if (!officer) return true;
    auto all = store::reductions_among(db, std::span(&reduction.account.number, 1));
    return minutes_on(taken_away(all), reduction.from_day) > officer->weekly_hours * 60;
}

std::vector<record::Fault> more_than_there_is(db::Connection& db, Date) {
    std::vector<record::Fault> faults;
    for (Id<Reduction> after{};;) {
        auto some = store::reductions_after(db, after, at_once);
        if (some.empty()) return faults;
        for (const auto& each : some)
            if (each.holds_on(each.from_day) && beyond_contract(db, each))
                faults.push_back({"reduction " + to_text(each.id),
                                  "takes more hours than the officer has on that day"});
        after = some.back().id;
    }
}

}  // namespace

std::vector<record::Check> checks() {
    const std::string rows = "workload_reduction";
    return {record::check_of(sql::doctor_reduction_order,
                             "a reduction takes time, over a span, and says why it ended",
                             rows),
            {.name = "workload/within_hours",
             .holds = "nobody's reductions are more than their contracted hours",
             .over = rows,
             .faults = &more_than_there_is}};
}

void register_rules() {
    register_workload_points();
}

}  // namespace noms::workload
