#include <algorithm>

#include <fmt/format.h>

#include "areas/overview/caseload.hpp"
#include "areas/overview/words.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::overview {

using namespace page;

namespace {

using management::CaseSetting;

constexpr size_t soon_shown = 8;
constexpr int release_weeks = 4;
// More than so many need the whole width, to be in view at once.
constexpr size_t beside_max = 8;

std::string_view in_words(CaseSetting setting) {
    switch (setting) {
        case CaseSetting::Custody: return "in custody";
        case CaseSetting::Licence: return "on licence";
        case CaseSetting::Order: return "on orders";
        case CaseSetting::Elsewhere: return "elsewhere";
        case CaseSetting::NotKnown: return "not known where";
    }
    return "";
}

constexpr CaseSetting settings[] = {CaseSetting::Custody,
                                    CaseSetting::Licence,
                                    CaseSetting::Order,
                                    CaseSetting::Elsewhere,
                                    CaseSetting::NotKnown};

std::string counted(const Caseload& load) {
    auto words = fmt::format("{} {}", load.cases.size(), load.cases.size() == 1 ? "case" : "cases");
    std::string parts;
    for (auto setting : settings) {
        auto count = std::ranges::count(load.cases, setting, &CaseLine::setting);
        if (count == 0) continue;
        parts += fmt::format("{}{} {}", parts.empty() ? ": " : ", ", count, in_words(setting));
    }
    if (load.more) parts += ". These are the first of them: the rest do not fit one page";
    return words + parts + ".";
}

/// One line: its rule stands on the task's own page.
Due short_line(const Caseload& load, const tasks::Task& task, Date today) {
    auto line = due_line(task, load.name_of(task.offender), today);
    line.why.clear();
    return line;
}

Html now_section(const Caseload& load, Date today) {
    if (load.now.empty())
        return section(
            "Do today",
            empty_state("Nothing is late or due today", "Tasks come here on the day they are due."),
            "today");
    std::vector<Due> lines;
    for (const auto& task : load.now) lines.push_back(short_line(load, task, today));
    auto whole = load.counts.overdue + load.counts.today;
    auto inside = dense_due_list(lines);
    if (whole > std::int64_t(lines.size()))
        inside += paragraph(link("/tasks", fmt::format("All {} of them", with_commas(whole))));
    return section(
        fmt::format("Do today: {}, {} late", whole, load.counts.overdue), inside, "today");
}

Html soon_section(const Caseload& load, Date today) {
    if (load.soon.empty())
        return section("In the next 5 working days",
                       empty_state("Nothing more is due", "No clock runs out in these days."),
                       "soon");
    std::vector<Due> lines;
    for (const auto& task : load.soon)
        if (lines.size() < soon_shown) lines.push_back(short_line(load, task, today));
    auto inside = dense_due_list(lines);
    if (load.soon.size() > soon_shown)
        inside += paragraph(link("/tasks", fmt::format("All {} of these days", load.soon.size())));
    return section("In the next 5 working days", inside, "soon");
}

/// Who leaves prison in the weeks to come, the first of them first.
Html releases_section(const Caseload& load, Date today) {
    std::vector<const CaseLine*> leaving;
    auto until = plus_days(today, 7 * release_weeks);
    for (const auto& line : load.cases)
        if (line.released_on && today <= *line.released_on && *line.released_on <= until)
            leaving.push_back(&line);
    if (leaving.empty()) return {};
    std::ranges::stable_sort(leaving, {}, [](const CaseLine* line) { return *line->released_on; });
    std::vector<Due> lines;
    for (const auto* line : leaving)
        lines.push_back({.what = link(offenders::path_of(line->id) + "/release-dates", line->name),
                         .when = in_short(*line->released_on)});
    return section(fmt::format("Releases in the next {} weeks: {}", release_weeks, leaving.size()),
                   dense_due_list(lines),
                   "releases");
}

Html filter(const Caseload& load) {
    std::vector<Option> options{{"", "All"}};
    for (auto setting : settings)
        options.push_back(
            {std::string(describe::choice_text(setting)), label_of(in_words(setting))});
    auto chosen = load.filter.setting ? std::string(describe::choice_text(*load.filter.setting))
                                      : std::string();
    return filter_form(load.path,
                       select({.name = "setting", .label = "Setting", .value = chosen}, options));
}

Cell due_of(const CaseLine& line, Date today) {
    if (!line.next_due) return "Nothing open";
    return with_sub(line.next_due->what, tasks::due_in_words(line.next_due->due_on, today));
}

Html cases_table(const Caseload& load, Date today) {
    Table table{.caption = "Cases",
                .columns = {{"Name"}, {"Where"}, {"Next appointment"}, {"Next due"}}};
    for (const auto& line : load.cases) {
        if (load.filter.setting && line.setting != *load.filter.setting) continue;
        auto since = "Yours since " + noms::in_words(line.since);
        if (line.by_duty) since += ", by the duty rule";
        bool late = line.next_due && line.next_due->due_on < today;
        table.rows.push_back(
            {.cells = {with_sub(link(offenders::path_of(line.id), line.name), since),
                       line.where,
                       line.next_appointment.empty() ? std::string("None booked")
                                                     : line.next_appointment,
                       due_of(line, today)},
             .late = late});
    }
    auto shown = table.rows.size();
    if (shown == 0)
        return empty_state("No case fits this filter", "Choose another setting, or all.");
    return small(fmt::format("{} of {} cases, by name.", shown, load.cases.size())) +
           page::table(table);
}

/// The way to the cases of officers who are away.
Html covered_note(int cases) {
    auto words = fmt::format("You cover {} case{} of others", cases, cases == 1 ? "" : "s");
    return inset(link("/cover", words));
}

}  // namespace

Page caseload_page(const Caseload& load, Date today) {
    auto title = load.manager.empty() ? std::string("My cases") : "Cases of " + load.manager;
    Page page(title);
    page.in_menu("/caseload").add(heading(1, title)).add(lead(counted(load)));
    if (load.covered > 0) page.add(covered_note(load.covered));
    auto now = now_section(load, today), soon = soon_section(load, today);
    page.add(load.now.size() > beside_max ? now + soon : halves(now, soon));
    page.add(releases_section(load, today));
    if (load.cases.empty())
        return page.add(empty_state("No case is yours on this day",
                                    "An offender comes here when one is allocated to you.",
                                    link("/offenders", "People you may see")));
    page.add(section("All cases", filter(load) + cases_table(load, today), "cases"));
    if (load.manager.empty()) page.add(paragraph(link("/workload/mine", "My workload")));
    return page;
}

}  // namespace noms::overview
