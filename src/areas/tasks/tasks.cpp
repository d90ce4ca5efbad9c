#include "areas/tasks/tasks.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/tasks/handlers.hpp"
#include "areas/tasks/pages.hpp"
#include "areas/tasks/store.hpp"
#include "kit/record/following.hpp"

namespace noms::tasks {
namespace {

constexpr int tasks_a_page = 50;

/// The tasks with the names of those offenders whom the actor may see.
std::vector<TaskLine> lines_of(web::Context& context, std::vector<Task> tasks) {
    std::vector<std::int64_t> ids;
    for (const auto& task : tasks)
        if (task.offender) ids.push_back(task.offender->number);
    auto seen = access::visible_among(context.db, context.actor, ids, context.today);
    std::map<std::int64_t, std::string> names;
    for (const auto& who : offenders::offenders_among(context.db, seen)) {
        names[who.id.number] = offenders::name_in_list(who);
        context.shows(offenders::subject_kind, who.id.number);
    }
    std::vector<TaskLine> lines;
    for (auto& task : tasks) {
        auto about = task.offender ? names[task.offender->number] : std::string();
        lines.push_back({std::move(task), std::move(about)});
    }
    return lines;
}

Result<TaskList> get_tasks(web::Context& context, const ListQuery& query) {
    const auto& actor = context.actor;
    TaskList list{.list = query.list.value_or(Which::Own),
                  .day = context.today,
                  .seen = query.seen.value_or(0)};
    After after{query.after_day, query.after.value_or(TaskId{})};
    bool own = list.list == Which::Own;
    auto found =
        own ? due_among(context.db, actor.account, after, tasks_a_page + 1)
            : listed(context.db, actor.scope_kind, actor.scope_body, after, tasks_a_page + 1);
    list.counts =
        own ? counts_of(context.db, actor.account, context.today).get().front()
            : counts_of_list(context.db, actor.scope_kind, actor.scope_body, context.today);
    list.more = found.size() > tasks_a_page;
    if (list.more) found.pop_back();
    list.tasks = lines_of(context, std::move(found));
    return list;
}

Result<page::Page> show_tasks(web::Context& context) {
    auto query = TRY(context.query<ListQuery>());
    return list_page(TRY(get_tasks(context, query)));
}

Result<TaskLine> get_task(web::Context& context) {
    return lines_of(context, {TRY(task_in(context))}).front();
}

Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return task_page(
        TRY(get_task(context)), context.today, context.actor.may("tasks.change"), values, faults);
}

Result<page::Page> show_task(web::Context& context) {
    return show_again(context, {}, {});
}

std::string to_tasks(const Task&) {
    return "/tasks";
}

}  // namespace

When when_due(const Task& task, Date today) {
    if (task.due_on < today) return When::Overdue;
    if (task.due_on == today) return When::Today;
    std::chrono::weekday weekday{std::chrono::sys_days(today)};
    auto sunday = plus_days(today, int(7 - weekday.iso_encoding()));
    return task.due_on <= sunday ? When::Week : When::Later;
}

std::string due_in_words(Date due_on, Date today) {
    auto late = days_between(due_on, today);
    if (late > 0) return fmt::format("{} day{} late", late, late == 1 ? "" : "s");
    return late == 0 ? "today" : in_short(due_on);
}

void serve(web::Api& api) {
    record::add_following({.area = "tasks", .tables = {record::following(tasks, &Task::offender)}});
    const std::string read = "tasks.read", change = "tasks.change", one = "/tasks/{task}";
    api.page({"/tasks", read, "What is due: your own tasks, or your scope's"}, &show_tasks);
    api.get<ListQuery, TaskList>({"/api/tasks", read, "What is due"}, &get_tasks);
    api.page({one, read, "One task"}, &show_task);
    api.get<TaskLine>({"/api" + one, read, "One task"}, &get_task);
    api.command<Finish, Task>(
        {one + "/done", change, "Mark a task as done"}, &finish, {&to_tasks, &show_again});
    api.command<HandOver, Task>({one + "/hand-over", change, "Hand a task over"},
                                &hand_over_task,
                                {&to_tasks, &show_again});
    api.command<Take, Task>(
        {one + "/take", change, "Take a task from a list"}, &take, {&to_tasks, &show_again});
}

}  // namespace noms::tasks
