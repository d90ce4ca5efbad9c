#include <algorithm>

#include <fmt/format.h>

#include "areas/release_dates/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/form.hpp"

namespace noms::release_dates {

using namespace page;

namespace {

Cell answer(const StoredCalculation& stored) {
    auto made = "Worked out on " + in_words(stored.made_on) + " by " + stored.made_by_name;
    if (!stored.decided_on) return made + ". Nobody has decided on it yet.";
    auto verdict = stored.state == CalculationState::Approved ? "approved" : "rejected";
    return fmt::format(
        "{}, {} on {} by {}.", made, verdict, in_words(*stored.decided_on), stored.decided_by_name);
}

/// Whether the facts that are kept with it still give the dates that are kept with it.
Html replayed(const CalculationPage& shown) {
    auto moved = compared(shown.view.dates, shown.again.dates);
    if (std::ranges::none_of(moved, &MovedDate::has_moved))
        return paragraph("Worked out again just now from the facts kept with it: the same dates.");
    return warning("Worked out again from the facts kept with it, these dates differ.") +
           moved_table("Stored dates and dates worked out again", "Stored", "Again", moved);
}

Html dates_section(const CalculationPage& shown) {
    Table table{.caption = "Each stored date with the steps that lead to it",
                .columns = {{"What"}, {"Date"}, {"Why"}},
                .sticky = false};
    const auto* release = release_of(shown.view.dates);
    for (const auto& each : shown.view.dates) {
        auto again = std::ranges::find(shown.again.dates, each.type, &WorkedDate::type);
        auto why = again == shown.again.dates.end() ? Html() : steps_of(again->because);
        table.rows.push_back(
            {{date_kind(each.type).name,
              shown_day(each),
              details("Why this date", why, release && each.type == release->type)}});
    }
    return section("Dates and why", page::table(table) + replayed(shown), "dates");
}

Html facts_section(const StoredCalculation& stored) {
    std::vector<SummaryRow> rows;
    for (const auto& line : lines_of(facts_in(stored))) rows.push_back({line.name, line.words, {}});
    rows.push_back({"Law",
                    capitalised(law_in_words(stored.law)) + " (" + stored.law + ")",
                    {{"Tables", "/law"}}});
    rows.push_back({"Why it was made", stored.reason, {}});
    if (!stored.decision_note.empty()) rows.push_back({"Note", stored.decision_note, {}});
    return section("Worked out from", summary_list(rows), "inputs");
}

Html actions_of(const CalculationPage& shown) {
    const auto& stored = shown.view.stored;
    if (shown.may_decide) return button_link(path_of(stored) + "/decision", "Approve or reject");
    if (stored.state == CalculationState::Approved)
        return button_link(path_of(stored) + "/notification",
                           "Print notification for the prisoner");
    return {};
}

std::vector<Cell> lines_without(const std::vector<FactLine>& lines,
                                const std::vector<FactLine>& others) {
    std::vector<Cell> out;
    for (const auto& each : lines)
        if (std::ranges::find(others, each) == others.end())
            out.push_back(each.name + ": " + each.words);
    return out;
}

Html changed_facts(const StoredCalculation& before, const StoredCalculation& after) {
    auto first = lines_of(facts_in(before));
    auto second = lines_of(facts_in(after));
    auto gone = lines_without(first, second);
    auto fresh = lines_without(second, first);
    if (before.law != after.law) {
        gone.push_back("Law: " + law_in_words(before.law));
        fresh.push_back("Law: " + law_in_words(after.law));
    }
    if (gone.empty() && fresh.empty())
        return paragraph("Both rest on the same facts and the same law.");
    Html out;
    if (!gone.empty()) out += heading(3, "Only in the first") + bullets(gone);
    if (!fresh.empty()) out += heading(3, "Only in the second") + bullets(fresh);
    return out;
}

std::string name_of(const StoredCalculation& stored) {
    return in_words(stored.made_on) + " by " + stored.made_by_name;
}

}  // namespace

void show_calculation(Page& page, const CalculationPage& shown) {
    const auto& stored = shown.view.stored;
    page.add(lead(answer(stored))).add(actions_of(shown)).add(dates_section(shown));
    page.add(facts_section(stored));
    if (shown.earlier) {
        auto query = "/comparison?before=" + to_text(shown.earlier->stored.id) +
                     "&after=" + to_text(stored.id);
        page.add(
            paragraph(link(dates_path(stored.offender) + query,
                           "Compare with the calculation of " + name_of(shown.earlier->stored))));
    }
    page.add(back_link(dates_path(stored.offender), "Release dates"));
}

void show_comparison(Page& page, const CalculationView& before, const CalculationView& after) {
    auto moved = compared(before.dates, after.dates);
    auto count = std::ranges::count_if(moved, &MovedDate::has_moved);
    auto words =
        count == 0 ? "No date differs" : fmt::format("{} of {} dates differ", count, moved.size());
    page.add(lead(words + " between the calculations of " + name_of(before.stored) + " and of " +
                  name_of(after.stored) + "."));
    page.add(section("Dates", moved_table("Dates of both", "First", "Second", moved), "dates"));
    page.add(section("What they rest on", changed_facts(before.stored, after.stored), "inputs"));
    page.add(back_link(dates_path(after.stored.offender), "Release dates"));
}

}  // namespace noms::release_dates
