#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/supervision/supervision.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/page/page.hpp"
#include "kit/web/api.hpp"

/// An offender manager's day: what is late or due today, what will be late soon, and every case.
namespace noms::overview {

/// One person on a manager's list.
struct CaseLine {
    offenders::OffenderId id{};
    std::string name{};  // "Odell, Marcus"
    management::CaseSetting setting = management::CaseSetting::NotKnown;
    std::string where{};             // "In custody at HMP Leeds"
    std::string next_appointment{};  // in words; empty: none is booked
    std::optional<tasks::NextDue> next_due{};
    std::optional<Date> released_on{};  // the approved day, of somebody held
    Date since{};
    bool by_duty = false;
};

/// What narrows the list of cases.
struct CaseFilter {
    std::optional<management::CaseSetting> setting{};
};
DESCRIBE(CaseFilter, setting)

struct Caseload {
    std::string path = "/caseload";   // of this page
    std::string manager{};            // whose it is; empty: the reader's own
    std::vector<CaseLine> cases{};    // by name
    std::vector<tasks::Task> now{};   // late or due today, the longest due first
    std::vector<tasks::Task> soon{};  // due in the next five working days
    tasks::Counts counts{};           // of all that is open, also beyond those two lists
    bool more = false;                // there are more cases than one page takes
    CaseFilter filter{};
    int covered = 0;  // cases of others that the reader covers

    /// The name that a task is about; empty for one about nobody, or somebody not on the list.
    std::string name_of(const std::optional<offenders::OffenderId>&) const;
};

/// Loads the cases that an account manages on the service day, at most `cases_max`; at most 12
/// questions.
inline constexpr int cases_max = 400;
Caseload caseload_of(web::Context&, record::AccountId);
/// Forgets the lines that are kept: for tests, which put one database in another's place.
void forget_kept_lines();

/// Pure.
page::Page caseload_page(const Caseload&, Date today);

}  // namespace noms::overview
