#include "areas/handovers/pages.hpp"

#include <fmt/format.h>

#include "areas/offenders/offenders.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::handovers {

using namespace page;

namespace {

constexpr std::string_view list_path = "/handovers";

std::string all_path(offenders::OffenderId offender) {
    return offenders::path_of(offender) + "/handovers";
}

std::string open_path(offenders::OffenderId offender) {
    return all_path(offender) + "/open";
}

Html state_of(const HandoverView& view) {
    const auto& row = view.handover;
    if (view.place == Place::Overdue) return tag("Overdue", Colour::Red);
    if (view.place == Place::Open) return tag("Open", Colour::Yellow);
    return row.complete.value_or(false) ? tag("Complete", Colour::Green)
                                        : tag("Closed, not complete", Colour::Orange);
}

std::string done_of(int done, size_t items) {
    return fmt::format("{} of {}", done, items);
}

/// "5 June 2006", and under it how far that is.
Cell crossing(Date day, bool crossed, Date today) {
    auto words = noms::in_words(day);
    auto days = days_between(today, day);
    if (crossed || days < 0) return with_sub(words, crossed ? "Released" : "The day has passed");
    if (days == 0) return with_sub(words, "Today");
    return with_sub(words, fmt::format("In {} {}", days, days == 1 ? "day" : "days"));
}

Html gap_of(const PersonHandovers& all) {
    if (!all.gap || all.gap->place == Place::NotYet) return {};
    const auto& gap = *all.gap;
    auto inside = paragraph(fmt::format("{} {}.",
                                        gap.released ? "Released on" : "The approved release is on",
                                        noms::in_words(gap.crosses_on)));
    for (const auto& each : gap.because) inside += paragraph(each.text + ".");
    return gap.place == Place::Overdue ? warning(inside) : notice("Not opened yet", inside);
}

Html table_of(const std::vector<HandoverView>& all, Date today) {
    Table table{.caption = "Handovers, the latest crossing first",
                .columns = {{"Gate"}, {"Crosses on"}, {"Done", true}, {"State"}}};
    for (const auto& view : all) {
        const auto& row = view.handover;
        table.rows.push_back({.cells = {link(path_of(row), in_words(row.gate)),
                                        crossing(view.crossed_on.value_or(row.crosses_on),
                                                 view.crossed_on.has_value(),
                                                 today),
                                        done_of(view.done(), view.items.size()),
                                        state_of(view)},
                              .late = view.place == Place::Overdue});
    }
    return page::table(table);
}

std::string item_path(const Handover& row, const HandoverItem& item, std::string_view step) {
    return fmt::format("{}/items/{}/{}", path_of(row), item.code, step);
}

Html note_of(const HandoverItem& item) {
    return input({.name = "note",
                  .label = "How, and with whom: " + item.words,
                  .width = "20",
                  .inline_label = true,
                  .id = "note-" + item.code});
}

/// Done: by whom, and how to take it back. Not done: a box for a note and one press.
Cell step_of(const Handover& row, const HandoverItem& item, bool may_change) {
    if (item.done_on) {
        auto by = fmt::format("{}, {}", item.done_by, noms::in_words(*item.done_on));
        Html under = item.note.empty() ? text(by) : text(by + ": " + item.note);
        if (may_change)
            under += text(" ") + link(item_path(row, item, "undo"), "Take back", item.words);
        return with_sub(tag("Done", Colour::Green), under);
    }
    auto state = tag("Not done", Colour::Grey);
    if (!may_change) return with_sub(state, item.note);
    auto form = post_form(item_path(row, item, "done"), note_of(item) + secondary_button("Done"));
    return with_sub(form, item.note.empty() ? "" : "Taken back: " + item.note);
}

Html checklist_of(const HandoverView& view, bool may_change) {
    Table table{.caption = "What is to be done", .columns = {{"What"}, {"How, and with whom"}}};
    for (const auto& item : view.items)
        table.rows.push_back({{item.words, step_of(view.handover, item, may_change)}});
    return page::table(table);
}

Html why(const std::vector<law::Ground>& because) {
    std::vector<page::Step> out;
    for (const auto& each : because) out.push_back({each.text, each.source.cite, each.source.link});
    return steps(out);
}

std::string rosh_of(const Handover& row) {
    return row.rosh ? assessments::in_words(*row.rosh)
                    : std::string("Not known when it was opened");
}

Html facts_of(const HandoverView& view, Date today) {
    const auto& row = view.handover;
    std::vector<Fact> rows{
        {"Crosses on",
         crossing(view.crossed_on.value_or(row.crosses_on), view.crossed_on.has_value(), today)},
        {"State", state_of(view)},
        {"Checklist", row.checklist == Checklist::Enhanced ? "Enhanced" : "Standard"},
        {"Risk of serious harm", rosh_of(row)},
        {"Opened", with_sub(noms::in_words(row.opened_on), "By " + row.opened_by)}};
    if (view.crossed_on && *view.crossed_on != row.crosses_on)
        rows.push_back({"Was planned for", noms::in_words(row.crosses_on)});
    if (row.closed_on)
        rows.push_back({"Closed", with_sub(noms::in_words(*row.closed_on), "By " + row.closed_by)});
    if (!row.reason.empty()) rows.push_back({"Closed without all, because", row.reason});
    return facts(rows);
}

std::string path_from(const HandoverList& list, int first) {
    auto area = list.area ? "area=" + to_text(*list.area) + "&" : std::string();
    return fmt::format("{}?{}first={}", list_path, area, first);
}

Html paging_of(const HandoverList& list) {
    auto shown = int(list.lines.size());
    auto whole = list.overdue + list.open + list.upcoming;
    Paging paging{.first = list.first + 1, .shown = shown, .whole = whole, .noun = "handovers"};
    if (list.first > 0)
        paging.previous_path = path_from(list, std::max(0, list.first - lines_a_page));
    if (list.first + shown < whole) paging.next_path = path_from(list, list.first + shown);
    return page::paging(paging);
}

Cell state_of(const HandoverLine& line) {
    auto late = line.place == Place::Overdue;
    if (!line.handover)
        return late ? with_sub(tag("Overdue", Colour::Red), "Nobody opened it")
                    : Cell(tag("Not opened", Colour::Yellow));
    auto done = done_of(line.done, size_t(line.items)) + " done";
    return with_sub(late ? tag("Overdue", Colour::Red) : tag("Open", Colour::Blue), done);
}

std::string path_of(const HandoverLine& line) {
    return line.handover ? all_path(line.offender) + "/" + to_text(*line.handover)
                         : all_path(line.offender);
}

Html table_of(const HandoverList& list) {
    Table table{.caption = "Who crosses a gate, the longest overdue first",
                .columns = {{"Who"}, {"Gate"}, {"Crosses on"}, {"State"}}};
    for (const auto& line : list.lines)
        table.rows.push_back({.cells = {link(path_of(line), line.about),
                                        in_words(line.gate),
                                        crossing(line.crosses_on, line.crossed, list.day),
                                        state_of(line)},
                              .late = line.place == Place::Overdue});
    return page::table(table);
}

}  // namespace

std::string in_words(Gate gate) {
    return gate == Gate::Release ? "Release" : "Change of offender manager";
}

std::string path_of(const Handover& row) {
    return all_path(row.offender) + "/" + to_text(row.id);
}

Page person_page(Page page,
                 const offenders::Offender& who,
                 const PersonHandovers& all,
                 bool may_record) {
    page.add(
        paragraph("What must be done before somebody crosses from prison into the community, "
                  "or from one offender manager to another, so that nothing known is lost."));
    page.add(gap_of(all));
    if (may_record) page.add(button_group(button_link(open_path(who.id), "Open a handover")));
    if (all.handovers.empty())
        return page.add(empty_state("No handover is recorded",
                                    "One is opened when a release or a change of manager comes."));
    return page.add(table_of(all.handovers, all.day));
}

Page handover_page(Page page, const HandoverInFull& full, Date today, bool may_record) {
    const auto& view = full.view;
    bool may_change = may_record && !view.handover.closed_on;
    page.add(facts_of(view, today));
    auto path = path_of(view.handover);
    if (full.approved_release && !view.handover.closed_on)
        page.add(notice("Another release date is approved",
                        paragraph(noms::in_words(*full.approved_release) +
                                  " is the release that was approved last.")));
    page.add(section("Checklist", checklist_of(view, may_change), "checklist"));
    if (may_change)
        page.add(button_group(button_link(path + "/close", "Close") +
                              link(path + "/move", "Move the day")));
    auto because = full.checklist_because;
    because.insert(because.end(), view.because.begin(), view.because.end());
    return page.add(section("Why", why(because), "why"));
}

Page list_page(const HandoverList& list, const std::vector<Option>& choices) {
    Page page("Handovers: " + list.whose);
    page.in_menu(std::string(list_path)).add(heading(1, page.title()));
    page.add(lead(fmt::format("{} overdue, {} open, {} ahead that nobody opened.",
                              with_commas(list.overdue),
                              with_commas(list.open),
                              with_commas(list.upcoming))));
    if (choices.size() > 1)
        page.add(filter_form(list_path,
                             select({.name = "area",
                                     .label = "Whose cases",
                                     .value = list.area ? to_text(*list.area) : ""},
                                    choices)));
    if (list.too_many)
        page.add(
            inset(choices.size() > 1
                      ? "There are more people here than are looked at together. Choose an area."
                      : "There are more people here than are looked at together. Some are not."));
    if (list.lines.empty() && list.first > 0)
        return page.add(empty_state("Nothing stands on this page",
                                    "The list ends before it.",
                                    link(path_from(list, 0), "Back to the first page")));
    if (list.lines.empty())
        return page.add(empty_state("Nobody crosses a gate soon",
                                    "Releases of the next 56 days and of the last 28, and "
                                    "handovers that are open, stand here."));
    return page.add(table_of(list)).add(paging_of(list));
}

}  // namespace noms::handovers
