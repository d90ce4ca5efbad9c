#include "areas/cover/pages.hpp"

#include <fmt/format.h>

#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::cover {

using namespace page;

namespace {

constexpr const char* menu_path = "/management/officers";
constexpr const char* area_path = "/cover/absences";

Html state_of(const AbsenceLine& line, Date today) {
    const auto& row = line.absence;
    if (row.from_day == row.until_day) return tag("Taken back", Colour::Grey);
    if (row.until_day <= today) return tag("Over", Colour::Grey);
    if (line.covered < line.cases)
        return tag(fmt::format("{} covered by nobody", line.cases - line.covered), Colour::Red);
    return line.cases == 0 ? text("No case to cover") : tag("All covered", Colour::Green);
}

Html absences_table(const std::vector<AbsenceLine>& all, Date today, bool named) {
    Table table{.caption = "Absences",
                .columns = {{named ? "Who" : "Why"}, {"From"}, {"First day back"}, {"Cases"}}};
    for (const auto& line : all) {
        const auto& row = line.absence;
        auto label = named ? line.name : in_words(row.kind);
        bool over = row.until_day <= today;
        table.rows.push_back(
            {{with_sub(link(path_of(row.id), label),
                       named ? in_words(row.kind) : "Recorded by " + row.recorded_by),
              row.from_day,
              row.until_day,
              over ? Cell(state_of(line, today))
                   : Cell(with_sub(state_of(line, today), covered_in_words(line)))}});
    }
    return page::table(table);
}

Html covered_table(const CoveredView& view) {
    Table table{.caption = "Cases you cover",
                .columns = {{"Name"}, {"Where"}, {"Next appointment"}, {"Next due"}}};
    for (const auto& each : view.cases) {
        auto of =
            fmt::format("For {} until {}", each.absent_name, noms::in_words(each.cover.until_day));
        Cell due = each.next_due
                       ? Cell(with_sub(each.next_due->what,
                                       tasks::due_in_words(each.next_due->due_on, view.day)))
                       : Cell("Nothing open");
        table.rows.push_back(
            {.cells = {with_sub(link(offenders::path_of(each.cover.offender), each.name), of),
                       each.where.empty() ? std::string("Not known") : each.where,
                       each.next_appointment.empty() ? std::string("None booked")
                                                     : each.next_appointment,
                       due},
             .late = each.next_due && each.next_due->due_on < view.day});
    }
    return page::table(table);
}

Html due_lines(const CoveredView& view, const std::vector<tasks::Task>& all) {
    std::vector<Due> lines;
    for (const auto& task : all)
        lines.push_back({.what = link(offenders::path_of(*task.offender),
                                      view.name_of(task.offender) + ": " + task.what),
                         .when = tasks::due_in_words(task.due_on, view.day),
                         .late = task.due_on < view.day});
    return dense_due_list(lines);
}

Html cases_table(const AbsenceView& view) {
    Table table{.caption = "Cases, those that nobody covers first",
                .columns = {{"Case"}, {"Covered by"}, {"Days"}}};
    for (const auto& each : view.cases) {
        if (!each.coverer) {
            table.rows.push_back({.cells = {link(offenders::path_of(each.offender), each.name),
                                            tag("Nobody", Colour::Red),
                                            ""},
                                  .late = true});
            continue;
        }
        auto days = fmt::format(
            "{} until {}", noms::in_words(*each.from_day), noms::in_words(*each.until_day));
        table.rows.push_back({{link(offenders::path_of(each.offender), each.name),
                               each.reason.empty() ? Cell(each.coverer_name)
                                                   : Cell(with_sub(each.coverer_name, each.reason)),
                               days}});
    }
    return page::table(table);
}

Page begun(const std::string& title,
           const std::string& back,
           const std::string& back_label,
           const std::vector<FieldError>& errors = {},
           const Looks& looks = {}) {
    Page page(title);
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    return page.in_menu(menu_path).add(back_link(back, back_label)).add(heading(1, title));
}

Html not_shown_note(int count) {
    if (count == 0) return {};
    return inset(
        fmt::format("{} more {} restricted and {} not shown: whoever may read {} chooses "
                    "who covers.",
                    count,
                    count == 1 ? "is" : "are",
                    count == 1 ? "is" : "are",
                    count == 1 ? "it" : "them"));
}

}  // namespace

std::string path_of(AccountId account) {
    return "/cover/officers/" + to_text(account);
}
std::string path_of(AbsenceId absence) {
    return "/cover/absences/" + to_text(absence);
}

Page covered_page(const CoveredView& view) {
    Page page("Cases you cover");
    page.in_menu("/caseload").add(heading(1, page.title()));
    if (view.cases.empty())
        return page.add(empty_state("You cover nobody on this day",
                                    "Cases come here while an officer is away and you stand in.",
                                    link("/caseload", "My cases")));
    page.add(
        lead(fmt::format("You cover {} case{} of officers who are away. Each keeps its "
                         "offender manager.{}",
                         view.cases.size(),
                         view.cases.size() == 1 ? "" : "s",
                         view.more ? " These are the first of them." : "")));
    auto now = view.now.empty() ? empty_state("Nothing is late or due today",
                                              "Tasks about these cases come here.")
                                : due_lines(view, view.now);
    auto soon = view.soon.empty()
                    ? empty_state("Nothing more is due", "No clock runs out in these days.")
                    : due_lines(view, view.soon);
    page.add(halves(section("Do today", now, "today"),
                    section("In the next 5 working days", soon, "soon")));
    page.add(section("All cases you cover", covered_table(view), "cases"));
    return page.add(paragraph(link("/caseload", "My cases")));
}

Page area_page(const AreaPage& given) {
    const auto& view = given.view;
    auto page = begun("Who is away: " + view.area_name,
                      fmt::format("/workload?area={}", to_text(view.area)),
                      "Workload of the area");
    if (given.areas.size() > 1)
        page.add(filter_form(
            area_path,
            select({.name = "area", .label = "Area or region", .value = to_text(view.area)},
                   given.areas)));
    if (view.absences.empty())
        return page.add(empty_state(
            "Nobody is away",
            "No absence is recorded there for today or later.",
            link(fmt::format("{}?area={}", menu_path, to_text(view.area)), "Officers in office")));
    page.add(absences_table(view.absences, view.day, true));
    auto path = [&](int to) {
        return fmt::format("{}?area={}&page={}", area_path, to_text(view.area), to);
    };
    int first = (view.page - 1) * absences_a_page, shown = int(view.absences.size());
    return page.add(paging({.first = first + 1,
                            .shown = shown,
                            .whole = view.whole,
                            .noun = "absences",
                            .previous_path = view.page > 1 ? path(view.page - 1) : "",
                            .next_path = first + shown < view.whole ? path(view.page + 1) : ""}));
}

Page officer_page(const OfficerAbsences& view, bool may_change) {
    auto page = begun("Absences of " + view.name,
                      "/workload/officers/" + to_text(view.account),
                      "Workload of " + view.name);
    if (may_change)
        page.add(button_group(button_link(path_of(view.account) + "/add", "Record an absence")));
    if (view.absences.empty())
        return page.add(empty_state("No absence is recorded",
                                    "While somebody is away another officer covers the cases."));
    return page.add(absences_table(view.absences, view.day, false));
}

Page not_in_office_page() {
    return begun("Your absences", area_path, "Who is away")
        .add(empty_state("You are not in office as an offender manager",
                         "Absences are recorded of those who manage cases."));
}

Page absence_page(const AbsenceView& view, Date today, bool may_change) {
    const auto& row = view.line.absence;
    auto page = begun(
        "Absence of " + view.line.name, path_of(row.account), "Absences of " + view.line.name);
    bool taken_back = row.from_day == row.until_day;
    page.add(lead(taken_back ? "It was taken back before it began."
                             : fmt::format("Away from {}, back on {}.",
                                           noms::in_words(row.from_day),
                                           noms::in_words(row.until_day))));
    std::vector<Fact> known{{"Why", in_words(row.kind)},
                            {"Note", row.note.empty() ? std::string("None") : row.note},
                            {"Recorded", with_sub(row.recorded_on, "By " + row.recorded_by)}};
    if (!row.changed_by.empty())
        known.push_back({"Changed", with_sub(row.changed_because, "By " + row.changed_by)});
    if (!taken_back)
        known.push_back(
            {"Cases", with_sub(state_of(view.line, today), covered_in_words(view.line))});
    page.add(facts(known));
    if (may_change && today < row.until_day && !taken_back)
        page.add(button_group(button_link(path_of(row.id) + "/cover", "Choose who covers") +
                              link(path_of(row.id) + "/change", "End, prolong or take back")));
    if (taken_back) return page;
    page.add(not_shown_note(view.not_shown));
    if (view.cases.empty())
        return page.add(empty_state("No case", "This officer manages nobody whom you may see."));
    return page.add(section("Cases on " + noms::in_words(view.day), cases_table(view), "cases"));
}

Page choose_page(const AbsenceView& view,
                 const std::vector<Option>& to,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    const auto& row = view.line.absence;
    auto page = begun("Who covers the cases of " + view.line.name,
                      path_of(row.id),
                      "Absence of " + view.line.name,
                      errors);
    if (view.cases.empty() || to.empty())
        return page.add(empty_state(view.cases.empty() ? "No case to cover" : "Nobody to choose",
                                    view.cases.empty()
                                        ? "This officer manages nobody whom you may see."
                                        : "No other officer of the area is in office."));
    auto field = [&](const char* name, const char* label, const char* hint) {
        return Field{.name = name,
                     .label = label,
                     .hint = hint,
                     .value = std::string(form::value_of(values, name)),
                     .error = error_of(errors, name, label)};
    };
    std::vector<Option> cases;
    for (const auto& each : view.cases)
        cases.push_back({to_text(each.offender),
                         each.name,
                         each.coverer ? "Covered by " + each.coverer_name : "Covered by nobody"});
    std::vector<std::string> ticked;
    for (const auto& [key, value] : values)
        if (key == "cases") ticked.push_back(value);
    page.add(
        lead("The offender manager stays the same. Choose again to give others to somebody "
             "else."));
    page.add(not_shown_note(view.not_shown));
    return page.add(post_form(
        path_of(row.id) + "/cover",
        select(field("to", "Who covers", "With what they carry today"), to) +
            input(
                field("reason", "Why", "Wanted where it is more than their hours leave room for")) +
            checkbox({.name = "all", .label = "All cases"},
                     !form::value_of(values, "all").empty()) +
            checkboxes(field("cases", "Or these cases", ""), cases, ticked) +
            button("Save cover")));
}

Page form_page(const AbsenceForm& form,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Page page(form.title + ": " + form.about);
    if (!errors.empty()) page.failed().add(error_summary(errors, form.looks));
    page.in_menu(menu_path).add(back_link(form.back, "Back"));
    page.add(caption(form.about)).add(heading(1, form.title));
    auto looks = form.looks;
    Html version;
    if (form::value_of(values, "version") != "") {
        looks["version"].left_out = true;
        version = hidden("version", form::value_of(values, "version"));
    }
    return page.add(post_form(
        form.path, version + form_fields(*form.type, values, errors, looks) + button("Save")));
}

Html covered_section(const std::vector<StandIn>& all,
                     const std::map<std::int64_t, std::string>& names,
                     bool may_read) {
    if (all.empty()) return {};
    std::vector<Cell> lines;
    for (const auto& each : all) {
        auto words = fmt::format("Covered by {} from {} until {}, while {} is away",
                                 names.at(each.coverer.number),
                                 noms::in_words(each.from_day),
                                 noms::in_words(each.until_day),
                                 names.at(each.absent.number));
        lines.emplace_back(may_read ? link(path_of(each.absence), words) : text(words));
    }
    return section("Cover", bullets(lines), "cover");
}

}  // namespace noms::cover
