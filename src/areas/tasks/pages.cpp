#include "areas/tasks/pages.hpp"

#include <fmt/format.h>

#include "kit/page/content.hpp"

namespace noms::tasks {

using namespace page;

namespace {

std::string path_of(const Task& task) {
    return "/tasks/" + to_text(task.id);
}

std::string why_of(const Task& task) {
    return task.cite.empty() ? task.rule : task.rule + ", " + task.cite;
}

Due due_of(const TaskLine& line, Date today) {
    const auto& task = line.task;
    auto words = line.about.empty() ? task.what : line.about + ": " + task.what;
    return {.what = link(path_of(task), words),
            .when = due_in_words(task.due_on, today),
            .late = task.due_on < today,
            .why = task.rule};
}

struct Part {
    When when;
    const char* title;
    const char* id;
    std::int64_t Counts::* count;
};
constexpr Part parts[] = {{When::Overdue, "Overdue", "overdue", &Counts::overdue},
                          {When::Today, "Today", "today", &Counts::today},
                          {When::Week, "This week", "week", &Counts::week},
                          {When::Later, "Later", "later", &Counts::later}};

std::int64_t whole_of(const Counts& counts) {
    return counts.overdue + counts.today + counts.week + counts.later;
}

Html parts_of(const TaskList& list) {
    Html out;
    for (const auto& part : parts) {
        std::vector<Due> due;
        for (const auto& line : list.tasks)
            if (when_due(line.task, list.day) == part.when) due.push_back(due_of(line, list.day));
        if (due.empty()) continue;
        auto title = fmt::format("{} ({})", part.title, with_commas(list.counts.*part.count));
        out += section(title, due_list(due), part.id);
    }
    return out;
}

std::string next_path(const TaskList& list) {
    if (!list.more) return "";
    const auto& last = list.tasks.back().task;
    return fmt::format("/tasks?list={}&after_day={}&after={}&seen={}",
                       describe::choice_text(list.list),
                       to_text(last.due_on),
                       to_text(last.id),
                       list.seen + int(list.tasks.size()));
}

Html nothing(Which which) {
    if (which == Which::Own)
        return empty_state("Nothing waits for you",
                           "Tasks come with cases, and when somebody hands one over.",
                           link("/tasks?list=Shared", "See the list of your scope"));
    return empty_state("Nothing waits on this list",
                       "It holds what nobody in particular was asked to do.",
                       link("/tasks", "Your own tasks"));
}

Html actions_of(const Task& task,
                const form::Values& values,
                const std::vector<FieldError>& errors) {
    Looks looks;
    looks["note"].label = "Note";
    looks["note"].long_text = true;
    auto done = post_form(path_of(task) + "/done",
                          form_fields<Finish>(values, {}, looks) + button("Mark as done"));
    looks["to"].label = "To";
    looks["to"].hint = "The name they sign in with; empty: the list of your scope";
    looks["reason"].label = "Why";
    auto hand =
        post_form(path_of(task) + "/hand-over",
                  form_fields<HandOver>(values, errors, looks) + secondary_button("Hand over"));
    if (!task.account)
        return section("Take it", post_form(path_of(task) + "/take", button("Take this task")));
    return halves(section("Done", done, "done"), section("Hand over", hand, "hand-over"));
}

}  // namespace

Page list_page(const TaskList& list) {
    Page page(list.list == Which::Own ? "Your tasks" : "Tasks nobody has taken");
    page.in_menu("/tasks").add(heading(1, page.title()));
    page.add(subnav("Lists of tasks",
                    {{"Yours", "/tasks"}, {"Nobody's yet", "/tasks?list=Shared"}},
                    list.list == Which::Own ? "/tasks" : "/tasks?list=Shared"));
    auto whole = whole_of(list.counts);
    page.add(lead(fmt::format("{} open, {} overdue, {} due today.",
                              with_commas(whole),
                              with_commas(list.counts.overdue),
                              with_commas(list.counts.today))));
    if (list.tasks.empty()) return page.add(nothing(list.list));
    page.add(parts_of(list));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.tasks.size()),
                            .whole = whole,
                            .noun = "tasks",
                            .next_path = next_path(list)}));
}

Page task_page(const TaskLine& line,
               Date today,
               bool may_change,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    const auto& task = line.task;
    Page page(task.what);
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/tasks").add(back_link("/tasks", "Back to your tasks"));
    page.add(heading(1, task.what));
    auto about = task.offender && !line.about.empty()
                     ? Cell(link(offenders::path_of(*task.offender), line.about))
                     : Cell("Nobody's record, or one that you may not see");
    std::vector<Fact> known{{"About", about},
                            {"Due", due_in_words(task.due_on, today)},
                            {"Counted from", task.counted_from},
                            {"Rule", why_of(task)},
                            {"Certainty of the rule", task.certainty}};
    if (task.state != TaskState::Open)
        known.push_back(
            {std::string(describe::choice_text(task.state)),
             fmt::format(
                 "{} by {}. {}", noms::in_words(*task.closed_on), task.closed_by, task.note)});
    else if (!task.note.empty())
        known.push_back({"Note", task.note});
    page.add(facts(known));
    if (task.state == TaskState::Open && may_change) page.add(actions_of(task, values, errors));
    return page;
}

}  // namespace noms::tasks
