#include <algorithm>

#include "areas/release_dates/sql.gen.hpp"
#include "areas/release_dates/views.hpp"

/// What must hold over all stored calculations.
namespace noms::release_dates {
namespace {

constexpr int calculations_at_once = 1000;

/// Works every stored calculation out again, under the law that it names, from the facts it keeps.
std::vector<record::Fault> not_replayed(db::Connection& db, Date) {
    std::vector<record::Fault> out;
    CalculationId last{};
    for (;;) {
        auto some = store::calculations_after(db, last, calculations_at_once);
        if (some.empty()) return out;
        last = some.back().id;
        std::vector<std::int64_t> ids;
        for (const auto& each : some) ids.push_back(each.id.number);
        auto dates = store::dates_among(db, ids);
        for (const auto& each : some) {
            auto again = work_out(facts_in(each), each.law, Reasons::Left);
            if (std::ranges::any_of(compared(dates[each.id], again.dates), &MovedDate::has_moved))
                out.push_back({"calculation " + to_text(each.id),
                               "gives other dates when it is replayed under " + each.law});
        }
    }
}

}  // namespace

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds) {
        return record::check_of(query, std::move(holds), "release_dates_calculation");
    };
    return {check(sql::doctor_approved_by_maker,
                  "a second person approves a calculation, never who made it"),
            check(sql::doctor_undecided, "a decision on a calculation has a day and a person"),
            {.name = "release_dates/doctor_replayed",
             .holds = "every stored calculation gives its dates again under the law it names",
             .over = "release_dates_calculation",
             .faults = &not_replayed}};
}

}  // namespace noms::release_dates
