#include "areas/movements/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/movements/correcting.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::movements {

using namespace page;

namespace {

/// "14:30" of an instant.
std::string clock_of(Instant at) {
    return to_text(at).substr(11, 5);
}

std::string when(const Movement& row) {
    auto day = noms::in_words(day_of(row.at));
    return row.time_known ? day + ", " + clock_of(row.at) : day;
}

std::string answer(const OffenderMovements& view) {
    auto at = fmt::format("{} at {}", noms::in_words(day_of(view.at)), clock_of(view.at));
    if (!view.place) return "Where they were on " + at + " is not known: no movement is recorded.";
    return fmt::format("On {}: {}, since {}.", at, view.place->where, when(view.place->movement));
}

struct MoveLink {
    Move move = Move::Reception;
    std::string_view ending{};
    std::string_view label{};
};
constexpr MoveLink links[] = {{Move::Transfer, "transfer", "Transfer"},
                              {Move::ToCourt, "court", "Out to court"},
                              {Move::ToHospital, "hospital", "Out to hospital"},
                              {Move::TemporaryAbsence, "absence", "Out on temporary absence"},
                              {Move::Return, "return", "Back in the prison"},
                              {Move::Escape, "escape", "Escape"},
                              {Move::Recapture, "recapture", "Recapture"},
                              {Move::Release, "release", "Release"}};

/// What can be recorded from where they are now.
Html actions(const OffenderMovements& view) {
    std::optional<Place> last;
    if (!view.movements.empty()) last = view.movements.front().movement.place;
    std::vector<Cell> out;
    for (auto move : moves_from(last))
        for (const auto& each : links)
            if (each.move == move)
                out.push_back(link(
                    fmt::format("{}/movements/{}", offenders::path_of(view.offender), each.ending),
                    each.label));
    if (out.empty()) return paragraph("A prison receives them from its roll.");
    return section("Record what happens", bullets(out), "record");
}

Html movements_table(const OffenderMovements& view, May may) {
    Table table{.caption = "Movements, the newest first",
                .columns = {{"When"}, {"What"}, {"Where"}, {"Why"}, {"Recorded by"}}};
    for (const auto& [row, where, prison, authority] : view.movements) {
        auto due = row.due_back ? "Due back " + noms::in_words(*row.due_back) : std::string();
        auto released = describe::choice_of<ReleaseReason>(row.reason);
        auto why = row.move == Move::Release && released ? label_of(row.reason) : row.reason;
        if (!due.empty() && !authority.empty()) due += ". " + authority;
        Cell by = row.recorded_by;
        if (may.correct)
            by =
                with_sub(by, link(correction_path(row), "Correct", "the movement of " + when(row)));
        table.rows.push_back(
            {{together(when(row)),
              std::string(in_words(row.move)),
              with_sub(where,
                       row.place != Place::Prison && !prison.empty() ? "roll of " + prison
                                                                     : std::string()),
              with_sub(why.empty() ? authority : why,
                       due.empty() && !why.empty() ? authority : due),
              by}});
    }
    return page::table(table);
}

Cell state_of(const RollLine& line) {
    if (line.place == Place::Prison) return "In";
    auto due = line.due_back ? "Due back " + noms::in_words(*line.due_back) : std::string();
    return with_sub(line.where, due);
}

std::string roll_answer(const RollView& view) {
    return fmt::format("{} were on the roll of {} at the end of {}: {} in and {} out.",
                       with_commas(view.on_roll),
                       view.prison,
                       noms::in_words(view.day),
                       with_commas(view.in_prison),
                       with_commas(view.on_roll - view.in_prison));
}

Html roll_table(const RollView& view) {
    Table table{.caption = "The roll by name",
                .columns = {{"Name"}, {"Born"}, {"Where"}, {"Since"}}};
    for (const auto& line : view.lines)
        table.rows.push_back({{link(offenders::path_of(line.offender), line.name),
                               line.born ? Cell(*line.born) : Cell("Not known"),
                               state_of(line),
                               noms::in_words(day_of(line.since))}});
    return page::table(table);
}

Html roll_paging(const RollView& view) {
    auto path_from = [&](std::int64_t first) {
        return fmt::format("/prisons/{}/roll?day={}&first={}", view.code, to_text(view.day), first);
    };
    auto shown = std::int64_t(view.lines.size());
    Paging paging{
        .first = view.first + 1, .shown = shown, .whole = view.shown_of, .noun = "people"};
    if (view.first > 0)
        paging.previous_path = path_from(std::max<std::int64_t>(0, view.first - lines_a_page));
    if (view.first + shown < view.shown_of) paging.next_path = path_from(view.first + shown);
    return page::paging(paging);
}

}  // namespace

void show_movements(Page& page, const OffenderMovements& view, May may) {
    page.add(lead(answer(view)));
    page.add(filter_form(offenders::path_of(view.offender) + "/movements",
                         date_input({.name = "day", .label = "Where they were on"},
                                    {{"day", to_text(day_of(view.at))}}) +
                             input({.name = "time",
                                    .label = "At (optional)",
                                    .hint = "For example 14:30; left empty: at the end of the day",
                                    .width = "5"})));
    if (may.change) page.add(actions(view));
    if (view.movements.empty())
        page.add(empty_state("No movement is recorded",
                             "They were not received into a prison as far as is known here."));
    else
        page.add(section("Movements", movements_table(view, may), "movements"));
}

Page roll_page(const RollView& view, bool may_receive) {
    Page page("Roll of " + view.prison);
    page.in_menu("/organisation");
    page.add(breadcrumbs({{"Prisons", "/organisation/prisons"},
                          {view.prison, "/organisation/prisons/" + view.code},
                          {"Roll", ""}}));
    page.add(caption(view.prison) + heading(1, "Roll"));
    page.add(lead(roll_answer(view)));
    if (may_receive)
        page.add(button_link("/prisons/" + view.code + "/receive", "Receive somebody"));
    page.add(filter_form(
        "/prisons/" + view.code + "/roll",
        date_input({.name = "day", .label = "Roll at the end of"}, {{"day", to_text(view.day)}})));
    if (view.shown_of < view.on_roll)
        page.add(inset(fmt::format("{} of them are not listed: their records are not for you.",
                                   with_commas(view.on_roll - view.shown_of))));
    if (view.lines.empty())
        return page.add(empty_state(
            view.on_roll == 0 ? "Nobody was on the roll" : "Nobody on the roll can be shown to you",
            "The roll is made of the movements recorded here."));
    return page.add(roll_table(view)).add(roll_paging(view));
}

}  // namespace noms::movements
