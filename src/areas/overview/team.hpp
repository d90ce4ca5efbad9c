#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/web/api.hpp"

/// A team on a page: who in an area or a local unit is behind, and what of theirs is late or will
/// be.
namespace noms::overview {

/// More officers than these are not looked at together: choose a local unit first.
inline constexpr size_t team_officers_max = 60;
inline constexpr int team_tasks_a_page = 50;

/// Whose team; where the page of tasks begins.
struct TeamQuery {
    std::optional<management::BodyId> area{};
    std::optional<management::BodyId> unit{};
    std::optional<Date> after_day{};
    std::optional<tasks::TaskId> after{};
};
DESCRIBE(TeamQuery, area, unit, after_day, after)

struct TeamMember {
    record::AccountId account{};
    std::string name{};
    std::int64_t cases = 0;
    tasks::Load tasks{};
};
DESCRIBE(TeamMember, account, name, cases, tasks)

/// A task with the names it needs; `about` is empty where it is about nobody.
struct TeamTask {
    tasks::Task task{};
    std::string about{};
    std::string officer{};
};
DESCRIBE(TeamTask, task, about, officer)

struct TeamView {
    management::BodyId area{};
    std::string area_name{};
    std::optional<management::BodyId> unit{};
    std::vector<TeamMember> members{};   // the most late first
    std::vector<TeamTask> due{};         // late, or due in the next five working days
    int kept_back = 0;                   // of this page: about restricted records
    std::optional<tasks::After> next{};  // where the next page of tasks begins
    bool too_many = false;
    std::vector<page::Option> areas{};
    std::vector<page::Option> units{};
};

/// At most 12 questions. Not found: an area outside the reader's scope.
Result<TeamView> team_of(web::Context&, const TeamQuery&);
page::Page team_page(const TeamView&, Date today);

}  // namespace noms::overview
