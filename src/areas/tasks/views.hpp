#pragma once

#include <string>
#include <vector>

#include "areas/tasks/tasks.hpp"

/// What the list of tasks shows: loaded once, for the page and for JSON.
namespace noms::tasks {

/// Own: the account's. Shared: what nobody has taken from the list of the account's scope.
enum class Which { Own, Shared };
DESCRIBE_ENUM(Which, Own, Shared)

/// What the address of a list may say. `seen` is how many stood on the pages before.
struct ListQuery {
    std::optional<Which> list{};
    std::optional<Date> after_day{};
    std::optional<TaskId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ListQuery, list, after_day, after, seen)

struct TaskLine {
    Task task{};
    std::string about{};  // the offender's name; empty: nobody's record, or not to be seen
};
DESCRIBE(TaskLine, task, about)

struct TaskList {
    Which list = Which::Own;
    Date day{};
    Counts counts{};
    std::vector<TaskLine> tasks{};
    int seen = 0;
    bool more = false;
};
DESCRIBE(TaskList, list, day, counts, tasks, seen, more)

/// Late, today, this week or later.
enum class When { Overdue, Today, Week, Later };
When when_due(const Task&, Date today);

}  // namespace noms::tasks
