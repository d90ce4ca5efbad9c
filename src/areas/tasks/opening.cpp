#include <set>
#include <string>

#include "areas/tasks/store.hpp"
#include "kit/law/law.hpp"

/// Tasks opened and closed within other areas' commands.
namespace noms::tasks {
namespace {

Task closed(const record::Command& by, Task task, TaskState state, std::string note) {
    task.state = state;
    task.closed_on = by.day;
    task.closed_by = by.actor_name;
    task.note = std::move(note);
    return task;
}

/// The kinds that stand apart from the management of a case.
std::set<std::string, std::less<>>& apart() {
    static std::set<std::string, std::less<>> kinds;
    return kinds;
}

/// The open tasks about the offender that go with the management of the case.
std::vector<Task> open_of_case(db::Connection& db, offenders::OffenderId offender) {
    auto open = open_about(db, std::span(&offender.number, 1));
    std::erase_if(open, [](const Task& task) { return apart().contains(task.kind); });
    return open;
}

}  // namespace

void stand_apart(std::string kind) {
    apart().insert(std::move(kind));
}

TaskId open(record::Changes& changes, db::Connection& db, Task task) {
    if (auto asked = store::task_asked_by(db, task.source)) return asked->id;
    task.id = new_id<Task>();
    task.state = TaskState::Open;
    task.opened_on = changes.command().day;
    task.opened_by = changes.command().actor_name;
    changes.add(tasks, task);
    return task.id;
}

Date working_days_after(Date from, int count) {
    const auto& calendar = law::Calendar::england_and_wales();
    // Beyond the table of bank holidays five working days make a week.
    return calendar.plus_working_days(from, count)
        .value_or(plus_days(from, count + 2 * ((count + 4) / 5)));
}

void close(record::Changes& changes, const Task& task, TaskState state, std::string note) {
    changes.change(tasks, task, closed(changes.command(), task, state, std::move(note)));
}

int cancel_open(record::Changes& changes,
                db::Connection& db,
                offenders::OffenderId offender,
                const std::string& why) {
    auto open = open_of_case(db, offender);
    for (const auto& task : open) close(changes, task, TaskState::Cancelled, why);
    return int(open.size());
}

void close_asked(record::Changes& changes,
                 db::Connection& db,
                 const std::string& source,
                 TaskState state,
                 std::string why) {
    auto task = store::task_asked_by(db, source);
    if (task && task->state == TaskState::Open) close(changes, *task, state, std::move(why));
}

int hand_over(record::Changes& changes,
              db::Connection& db,
              offenders::OffenderId offender,
              record::AccountId from,
              record::AccountId to,
              const std::string& why) {
    int count = 0;
    for (const auto& task : open_of_case(db, offender)) {
        if (task.account != from) continue;
        auto handed = task;
        handed.account = to;
        handed.note = why;
        changes.change(tasks, task, handed);
        ++count;
    }
    return count;
}

}  // namespace noms::tasks
