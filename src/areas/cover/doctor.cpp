#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/cover/cover.hpp"
#include "areas/cover/sql.gen.hpp"
#include "areas/cover/store.hpp"

/// What must hold over all absences and covers.
namespace noms::cover {
namespace {

constexpr int at_once = 500;

using Faults = std::vector<record::Fault>;

/// Shows each batch of covers of a day at least to `look`.
template <class Look>
Faults over_covers(db::Connection& db, Look look) {
    Faults faults;
    for (Id<CaseCover> after{};;) {
        auto some = store::covers_after(db, after, at_once);
        if (some.empty()) return faults;
        after = some.back().id;
        std::erase_if(some, [](const CaseCover& each) { return each.until_day <= each.from_day; });
        look(some, faults);
    }
}

void add_fault(Faults& faults, const CaseCover& cover, const char* words) {
    faults.push_back({"cover " + to_text(cover.id), words});
}

Faults out_of_office(db::Connection& db, Date) {
    return over_covers(db, [&](const std::vector<CaseCover>& some, Faults& faults) {
        for (const auto& each : some)
            if (!management::officer_on(db, each.coverer, each.from_day))
                add_fault(faults, each, "is given to somebody not in office on its first day");
    });
}

bool is_held(const CaseCover& cover, const std::vector<access::Hold>& holds) {
    return std::ranges::any_of(holds, [&](const access::Hold& hold) {
        return hold.offender == cover.offender.number && hold.scope_kind == "caseload" &&
               hold.body == cover.coverer.number && hold.from_day <= cover.from_day &&
               (!hold.until_day || cover.until_day <= *hold.until_day);
    });
}

/// Of somebody who became the manager meanwhile the hold is that of management.
bool has_managed(db::Connection& db, const CaseCover& cover) {
    auto all = management::allocations_of(db, cover.offender);
    return std::ranges::any_of(all, [&](const auto& row) { return row.manager == cover.coverer; });
}

Faults without_hold(db::Connection& db, Date) {
    return over_covers(db, [&](const std::vector<CaseCover>& some, Faults& faults) {
        std::vector<std::int64_t> offenders;
        for (const auto& each : some) offenders.push_back(each.offender.number);
        auto holds = access::holds_among(db, offenders).get();
        for (const auto& each : some)
            if (!is_held(each, holds) && !has_managed(db, each))
                add_fault(faults, each, "is given to somebody who may not see the record");
    });
}

}  // namespace

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds, std::string over) {
        return record::check_of(query, std::move(holds), std::move(over));
    };
    const std::string rows = "cover_case";
    return {check(sql::doctor_absence_overlaps, "nobody is away twice at once", "cover_absence"),
            check(sql::doctor_cover_outside, "cover lies within the absence", rows),
            check(sql::doctor_cover_away, "whoever covers is not away", rows),
            check(sql::doctor_cover_twice, "one officer covers a case at a time", rows),
            {.name = "cover/in_office",
             .holds = "whoever covers is in office",
             .over = rows,
             .faults = &out_of_office},
            {.name = "cover/may_see",
             .holds = "whoever covers may see the record",
             .over = rows,
             .faults = &without_hold}};
}

}  // namespace noms::cover
