#include "areas/challenges/pages.hpp"

#include <fmt/format.h>

#include "areas/challenges/subject.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::challenges {

using namespace page;

namespace {

constexpr std::string_view list_path = "/challenges";

Html state_of(const Challenge& row) {
    if (!row.outcome) return tag("Waits for an answer", Colour::Yellow);
    switch (*row.outcome) {
        case Outcome::Upheld: return tag("Upheld", Colour::Green);
        case Outcome::Partly: return tag("Upheld in part", Colour::Teal);
        case Outcome::NotUpheld: return tag("Not upheld", Colour::Grey);
    }
    return {};
}

std::string days_late(const Challenge& row, Date day) {
    auto days = days_between(row.due_on, day);
    return fmt::format("{} {} late", days, days == 1 ? "day" : "days");
}

Cell due_of(const ChallengeView& view, Date today) {
    const auto& row = view.challenge;
    auto day = noms::in_words(row.due_on);
    if (row.answered_on)
        return with_sub(day,
                        view.late ? "Answered " + days_late(row, *row.answered_on)
                                  : std::string("Answered in time"));
    if (view.late) return with_sub(day, tag(days_late(row, today), Colour::Red));
    return day;
}

std::string asked_of(const Challenge& row) {
    return row.asked_name.empty() ? "Whoever takes it from the list" : row.asked_name;
}

Html rows_of(const std::vector<ChallengeView>& all, Date today) {
    Table table{.caption = "What is contested, the newest first",
                .columns = {{"What"}, {"Received"}, {"Answer due"}, {"State"}}};
    for (const auto& view : all) {
        const auto& row = view.challenge;
        table.rows.push_back(
            {.cells = {with_sub(link(path_of(row), in_words(row.subject)), row.contested),
                       row.received_on,
                       due_of(view, today),
                       state_of(row)},
             .late = view.late && !row.answered_on});
    }
    return page::table(table);
}

/// Where the entry stands, and where something can be done about it: by the reader, never by the
/// service itself.
struct Way {
    std::string where{};
    std::string where_path{};
    std::string what{};
    std::string what_path{};
};

Way way_of(const Challenge& row) {
    auto person = offenders::path_of(row.offender);
    switch (row.subject) {
        case Subject::Score:
            return {"The assessment",
                    person + "/assessments/" + to_text(*row.assessment),
                    "Begin a new assessment",
                    person + "/assessments"};
        case Subject::Tier:
            return {"Assessment and tier",
                    person + "/assessments",
                    "Set another tier, or assess anew",
                    person + "/assessments"};
        case Subject::Note: {
            auto contact = person + "/contacts/" + to_text(*row.contact);
            return {"The contact", contact, "Add to the note", contact + "#note"};
        }
    }
    return {};
}

Html answer_of(const Challenge& row) {
    if (!row.outcome)
        return empty_state("Not answered yet", "Asked for the answer: " + asked_of(row) + ".");
    return facts(
        {{"Outcome", state_of(row)},
         {"Reasons", row.answer},
         {"Answered", with_sub(noms::in_words(*row.answered_on), "By " + row.answered_by)}});
}

Html what_follows(const Challenge& row) {
    if (!row.outcome || *row.outcome == Outcome::NotUpheld) return {};
    auto way = way_of(row);
    return section("What follows",
                   paragraph("Nothing is changed by the answer itself. Whoever may do so puts the "
                             "entry right where it stands; what was written stays readable.") +
                       paragraph(link(way.what_path, way.what)),
                   "follows");
}

std::string next_path(const ChallengeList& list) {
    if (!list.more) return "";
    const auto& last = list.challenges.back().challenge;
    return fmt::format("{}?after_day={}&after={}&seen={}",
                       list_path,
                       to_text(last.due_on),
                       to_text(last.id),
                       list.seen + int(list.challenges.size()));
}

std::string waiting(const store::OpenCounts& counts) {
    return fmt::format("{} {} for an answer, {} late.",
                       with_commas(counts.whole),
                       counts.whole == 1 ? "waits" : "wait",
                       with_commas(counts.late));
}

}  // namespace

std::string path_of(const Challenge& row) {
    return offenders::path_of(row.offender) + "/challenges/" + to_text(row.id);
}

Page person_page(Page page,
                 const offenders::Offender& who,
                 const PersonChallenges& all,
                 bool may_record) {
    auto add = offenders::path_of(who.id) + "/challenges/add";
    page.add(
        paragraph("A score, a tier or a contact note can be contested by the person whom it "
                  "is about, and is answered by somebody who did not make the entry."));
    if (may_record) page.add(button_group(button_link(add, "Record a challenge")));
    if (all.challenges.empty())
        return page.add(
            empty_state("Nothing is contested", "No challenge by this person has been recorded."));
    return page.add(rows_of(all.challenges, all.day));
}

Page challenge_page(Page page, const ChallengeInFull& full, Date today, bool may_answer) {
    const auto& row = full.view.challenge;
    auto way = way_of(row);
    page.add(facts(
        {{"Contested", with_sub(row.contested, link(way.where_path, way.where))},
         {"In their own words", row.words},
         {"Received", with_sub(noms::in_words(row.received_on), "Recorded by " + row.recorded_by)},
         {"Entry made by",
          row.entered_by.empty() ? std::string("Nobody: by the rules") : row.entered_by},
         {"Answer due", due_of(full.view, today)},
         {"Asked for the answer", asked_of(row)}}));
    bool open = may_answer && full.why_not_answer.empty();
    if (open) page.add(button_group(button_link(path_of(row) + "/answer", "Answer")));
    if (may_answer && !open && !row.answered_on) page.add(inset(full.why_not_answer));
    page.add(section("Answer", answer_of(row), "answer")).add(what_follows(row));
    std::vector<page::Step> why;
    for (const auto& each : full.because)
        why.push_back({each.text, each.source.cite, each.source.link});
    return page.add(section("Why this day", steps(why), "why"));
}

Page list_page(const ChallengeList& list) {
    Page page("Contested scores, tiers and notes");
    page.in_menu(std::string(list_path)).add(heading(1, page.title()));
    page.add(lead(waiting(list.counts)));
    if (list.challenges.empty())
        return page.add(empty_state("Nothing waits for an answer",
                                    "A challenge is recorded on the record of the person who "
                                    "contests something.",
                                    link("/offenders", "Find the person")));
    Table table{.caption = "What waits for an answer, the longest due first",
                .columns = {{"Who"}, {"What"}, {"Received"}, {"Answer due"}, {"Asked"}}};
    for (const auto& view : list.challenges) {
        const auto& row = view.challenge;
        table.rows.push_back({.cells = {link(path_of(row), view.about),
                                        with_sub(in_words(row.subject), row.contested),
                                        row.received_on,
                                        due_of(view, list.day),
                                        asked_of(row)},
                              .late = view.late});
    }
    page.add(page::table(table));
    return page.add(paging({.first = list.seen + 1,
                            .shown = std::int64_t(list.challenges.size()),
                            .whole = list.counts.whole,
                            .noun = "challenges",
                            .next_path = next_path(list)}));
}

}  // namespace noms::challenges
