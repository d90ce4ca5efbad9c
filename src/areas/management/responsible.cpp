#include <algorithm>

#include <fmt/format.h>

#include "areas/management/store.hpp"

/// Who is responsible on a day, and why.
namespace noms::management {
namespace {

std::string name_of(db::Connection& db, const std::optional<record::AccountId>& account) {
    auto found = account ? access::account_by_id(db, *account) : std::nullopt;
    return found ? found->shown_name : "an account that is no more";
}

law::Provision one_manager() {
    return {.cite =
                "Offender Management Model (NOMS, 2006): one offender manager for the whole "
                "sentence",
            .link = ""};
}

}  // namespace

law::Ruling<Responsible> responsible_on(db::Connection& db,
                                        offenders::OffenderId offender,
                                        Date day) {
    law::Ruling<Responsible> ruling;
    auto history = allocations_of(db, offender);
    auto holds =
        std::ranges::find_if(history, [&](const Allocation& row) { return row.from_day <= day; });
    if (holds == history.end()) {
        ruling.because.push_back(
            {"No offender manager is recorded on or before " + in_words(day), one_manager()});
        return ruling;
    }
    if (!holds->manager) {
        ruling.because.push_back(
            {fmt::format("Management ended on {}: {}", in_words(holds->from_day), holds->reason),
             one_manager()});
        return ruling;
    }
    ruling.is = {.manager = holds->manager,
                 .manager_name = name_of(db, holds->manager),
                 .since = holds->from_day};
    ruling.because.push_back({fmt::format("{} was given the case from {} on by {}",
                                          ruling.is.manager_name,
                                          in_words(holds->from_day),
                                          holds->allocated_by),
                              one_manager()});
    if (!holds->reason.empty()) ruling.because.push_back({holds->reason, one_manager()});
    if (holds != history.begin())
        ruling.because.push_back(
            {"The next change was on " + in_words(std::prev(holds)->from_day), one_manager()});
    return ruling;
}

}  // namespace noms::management
