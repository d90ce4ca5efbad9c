#include <algorithm>

#include <fmt/format.h>

#include "areas/release_dates/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/page/form.hpp"

namespace noms::release_dates {

using namespace page;

namespace {

/// Whether they were let out and not brought back by a recall.
bool is_out(const CalculationFacts& facts) {
    if (facts.releases.empty()) return false;
    return facts.recalls.empty() ||
           facts.recalls.back().returned_on < facts.releases.back().released_on;
}

const WorkedDate* date_in(const std::vector<WorkedDate>& dates, std::string_view type) {
    auto found = std::ranges::find(dates, type, &WorkedDate::type);
    return found == dates.end() ? nullptr : &*found;
}

Cell answer(const OffenderDates& view) {
    if (!view.now.calculable)
        return view.facts.sentences.empty() ? "No custodial sentence runs."
                                            : "No release date can be worked out.";
    const auto* release = release_of(view.now.dates);
    if (!release) return "No date of release follows from the sentences on record.";
    auto day = release->falls_on.value_or(release->on_day);
    auto when = strong(in_full(day));
    if (!is_out(view.facts))
        return (day < view.day ? text("Release was due on ") : text("Release on ")) + when +
               text(", " + how_far(day, view.day) + ".");
    auto out = "Out since " + in_words(view.facts.releases.back().released_on) + ". ";
    for (auto type : {"SLED", "LED", "SED"})
        if (const auto* end = date_in(view.now.dates, type))
            return text(out + date_kind(type).name + " on ") + strong(in_full(end->on_day)) +
                   text(", " + how_far(end->on_day, view.day) + ".");
    return out;
}

/// Whether today's dates are the ones that were approved.
Html beside_approved(const OffenderDates& view) {
    if (!view.now.calculable) return {};
    if (!view.approved)
        return paragraph("Worked out today from the record. Nobody has approved dates yet.");
    const auto& stored = view.approved->stored;
    auto moved = compared(view.approved->dates, view.now.dates);
    bool same = std::ranges::none_of(moved, &MovedDate::has_moved);
    auto when = in_words(stored.decided_on.value_or(stored.made_on));
    auto notice = link(path_of(stored) + "/notification", "Notification as given");
    if (same)
        return paragraph(
            text("Worked out today from the record. The same as the dates approved on " + when +
                 " by " + stored.decided_by_name + ". ") +
            notice);
    return warning("These are not the dates that were approved on " + when + " by " +
                   stored.decided_by_name + ".") +
           moved_table("Dates approved and dates worked out today", "Approved", "Today", moved);
}

Html why_not(const OffenderDates& view) {
    std::vector<page::Step> all;
    for (const auto& doubt : view.now.doubts)
        all.push_back({doubt.words, doubt.source.cite, doubt.source.link});
    for (const auto& words : view.now.refusals) all.push_back({words});
    if (view.facts.sentences.empty())
        return empty_state(
            "Nothing to work out",
            "No custodial sentence is recorded that runs on this day.",
            link(offenders::path_of(view.offender) + "/sentences", "What the courts passed"));
    return section("Why no date is given", steps(all), "why-not");
}

Html dates_section(const OffenderDates& view) {
    const auto* release = release_of(view.now.dates);
    Table table{.caption = "Each date with the steps that lead to it",
                .columns = {{"What"}, {"Date"}, {"Why"}},
                .sticky = false};
    for (const auto& each : view.now.dates) {
        bool is_release = release && each.type == release->type;
        auto day = shown_day(each);
        table.rows.push_back({{date_kind(each.type).name,
                               day,
                               details("Why this date", steps_of(each.because), is_release)}});
    }
    Html inside = page::table(table);
    for (const auto& note : view.now.notes) inside += paragraph(note);
    return section("Dates and why", inside, "dates");
}

std::string correcting(const FactLine& line, const OffenderDates& view, May may) {
    auto record = offenders::path_of(view.offender);
    if (!line.sentence.empty() && may.correct)
        return record + "/sentences/" + line.sentence + "/correct";
    if (line.name == "Added days" && may.prepare) return dates_path(view.offender) + "/added-days";
    if (line.name == "Unlawfully at large" || line.name == "Released" || line.name == "Recalled")
        return record + "/movements";
    return "";
}

Html inputs_section(const OffenderDates& view, May may) {
    std::vector<SummaryRow> rows;
    for (const auto& line : lines_of(view.facts)) {
        SummaryRow row{line.name, line.words, {}};
        auto path = correcting(line, view, may);
        auto label = path.ends_with("/added-days")  ? "Add"
                     : path.ends_with("/movements") ? "See"
                                                    : "Correct";
        if (!path.empty()) row.actions.push_back({label, path});
        rows.push_back(std::move(row));
    }
    return section("Worked out from", summary_list(rows), "inputs");
}

Html stored_section(const OffenderDates& view) {
    if (view.stored.empty())
        return section("Stored calculations",
                       empty_state("None is stored",
                                   "Dates are given to a prisoner when one person has stored them "
                                   "and a second has approved them."),
                       "stored");
    Table table{.caption = "Stored calculations, the newest first",
                .columns = {{"Calculation"}, {"Release"}, {"State"}, {"Why it was made"}}};
    for (const auto& each : view.stored) {
        const auto& row = each.stored;
        const auto* release = release_of(each.dates);
        auto decided = row.decided_on ? in_words(*row.decided_on) + ", " + row.decided_by_name
                                      : std::string("Nobody has decided yet");
        table.rows.push_back(
            {{with_sub(link(release_dates::path_of(row), in_words(row.made_on)),
                       "By " + row.made_by_name),
              release ? in_words(release->falls_on.value_or(release->on_day)) : std::string("None"),
              with_sub(state_tag(row.state), decided),
              row.reason}});
    }
    return section("Stored calculations", page::table(table), "stored");
}

Cell answer_of(const ChallengeView& view, const OffenderDates& dates, May may) {
    const auto& row = view.challenge;
    if (row.answered_on) {
        auto upheld = row.outcome == ChallengeOutcome::Upheld;
        return with_sub(
            upheld ? tag("Right: a date was wrong", Colour::Yellow) : text("The dates stand"),
            in_words(*row.answered_on) + ", " + row.answered_by + ": " + row.answer);
    }
    auto path = dates_path(dates.offender) + "/challenges/" + to_text(row.id) + "/answer";
    auto due = view.due_on ? "Answer by " + in_short(*view.due_on) : std::string("Not answered");
    bool late = view.due_on && *view.due_on < dates.day;
    return with_sub(late ? tag("Late", Colour::Red) + text(" " + due) : text(due),
                    may.approve ? link(path, "Answer", "the challenge") : Html());
}

Html challenges_section(const OffenderDates& view, May may) {
    if (view.challenges.empty() && !may.prepare) return {};
    auto report = dates_path(view.offender) + "/challenges";
    Html inside;
    if (view.challenges.empty()) {
        inside = empty_state("No date was challenged", "Nobody has recorded one.");
    } else {
        Table table{.caption = "Challenges by the prisoner, the newest first",
                    .columns = {{"What the prisoner says"}, {"Made"}, {"Answer"}}};
        for (const auto& each : view.challenges)
            table.rows.push_back(
                {{with_sub(date_kind(each.challenge.type).name, each.challenge.words),
                  each.challenge.made_on,
                  answer_of(each, view, may)}});
        inside = page::table(table);
        inside += steps_of(view.challenges.front().because);
    }
    if (!may.prepare) return section("Challenges", inside, "challenges");
    return section("Challenges", Link{"Report a wrong date", report}, inside, "challenges");
}

}  // namespace

void show_dates(Page& page,
                const OffenderDates& view,
                May may,
                const form::Values& typed,
                const std::vector<FieldError>& faults) {
    page.add(lead(answer(view)));
    page.add(beside_approved(view));
    if (view.now.calculable) {
        page.add(dates_section(view));
    } else {
        page.add(why_not(view));
    }
    if (!view.facts.sentences.empty()) {
        page.add(inputs_section(view, may));
        page.add(what_if_panel(view, typed, faults));
    }
    if (may.prepare && view.now.calculable)
        page.add(button_link(dates_path(view.offender) + "/calculations",
                             "Store these dates for approval"));
    page.add(stored_section(view)).add(challenges_section(view, may));
}

}  // namespace noms::release_dates
