#include <fmt/format.h>

#include "areas/supervision/enforcement_list.hpp"
#include "areas/supervision/enforcement_views.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::supervision {

using namespace page;

namespace {

constexpr const char* path = "/enforcement";

std::string state_text(const EnforcementQuery& query) {
    return query.state ? std::string(describe::choice_text(*query.state)) : "";
}

Html filter_of(const EnforcementList& list, const EnforcementQuery& query) {
    std::vector<Option> kinds{{"", "Everything"}};
    for (const auto& kind : list.kinds)
        if (kinds.back().label != kind.what) kinds.push_back({kind.kind, kind.what});
    return filter_form(
        path,
        select({.name = "state", .label = "Due", .value = state_text(query)},
               {{"", "At any time"},
                {"Late", "Late"},
                {"Soon", "Within five working days"},
                {"Later", "Later"}}) +
            select({.name = "kind", .label = "What", .value = query.kind.value_or("")}, kinds));
}

std::string next_path(const EnforcementList& list, const EnforcementQuery& query) {
    if (!list.more) return "";
    const auto& last = list.lines.back().task;
    return fmt::format("{}?state={}&kind={}&after_day={}&after={}&seen={}",
                       path,
                       state_text(query),
                       form::encoded(query.kind.value_or("")),
                       to_text(last.due_on),
                       to_text(last.id),
                       list.seen + int(list.lines.size()));
}

/// The day, and how late that is.
Cell due_cell(const tasks::Task& task, Date today) {
    if (task.due_on > today) return in_short(task.due_on);
    return with_sub(in_short(task.due_on), tasks::due_in_words(task.due_on, today));
}

Html rows_of(const EnforcementList& list) {
    if (list.lines.empty())
        return empty_state("Nothing is to be enforced",
                           "No failure, breach or recall that fits waits for anybody in your "
                           "scope.");
    Table table{.caption = "What is to be done, the longest due first",
                .columns = {{"Who"}, {"What"}, {"Due"}, {"Offender manager"}, {"Area"}}};
    for (const auto& line : list.lines) {
        const auto& task = line.task;
        table.rows.push_back({.cells = {link(enforcement_path(*task.offender), line.name),
                                        with_sub(task.what, task.rule),
                                        due_cell(task, list.day),
                                        line.manager.empty() ? std::string("Nobody") : line.manager,
                                        line.area},
                              .late = task.due_on < list.day});
    }
    return page::table(table);
}

/// What is late of which kind; kinds of which nothing is open are left out.
Html kinds_of(const EnforcementList& list) {
    Table table{
        .caption = "By what is to be done",
        .columns = {{"What"}, {"Late", true}, {"Within five working days", true}, {"Later", true}},
        .sticky = false};
    for (const auto& kind : list.kinds) {
        const auto& counts = kind.counts;
        if (counts.late + counts.soon + counts.later == 0) continue;
        table.rows.push_back({.cells = {kind.what,
                                        with_commas(counts.late),
                                        with_commas(counts.soon),
                                        with_commas(counts.later)}});
    }
    if (table.rows.empty()) return {};
    return section("By what is to be done", page::table(table), "kinds");
}

}  // namespace

Page enforcement_list_page(const EnforcementList& list, const EnforcementQuery& query) {
    Page page("Enforcement");
    page.in_menu("/").add(heading(1, "Enforcement"));
    const auto& counts = list.counts;
    page.add(lead(fmt::format("{} late, {} due within five working days, {} later.",
                              with_commas(counts.late),
                              with_commas(counts.soon),
                              with_commas(counts.later))));
    page.add(
        small("Absences to judge, warnings, breaches and recalls of everybody whom your "
              "scope holds, as on " +
              noms::in_words(list.day) + "."));
    page.add(filter_of(list, query));
    page.add(section("To be done", rows_of(list), "due"));
    page.add(paging({.first = list.seen + 1,
                     .shown = std::int64_t(list.lines.size()),
                     .whole = list.whole,
                     .noun = "things to do",
                     .next_path = next_path(list, query)}));
    return page.add(kinds_of(list));
}

}  // namespace noms::supervision
