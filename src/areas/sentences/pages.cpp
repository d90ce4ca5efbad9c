#include "areas/sentences/pages.hpp"

#include <fmt/format.h>

#include "areas/sentences/fines.hpp"
#include "areas/sentences/intermittent.hpp"
#include "areas/sentences/provisions.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::sentences {

using namespace page;

namespace {

std::string last_day(const Ending& ending) {
    if (ending.end == EndIs::Never) return "No end by its term";
    if (ending.end == EndIs::NotKnown) return "Not known";
    return noms::in_words(plus_days(*ending.until, -1));
}

/// A fine is passed and done: nothing of it runs.
std::string last_day(const SentenceView& view) {
    bool runs = view.ends.end != EndIs::Day || view.sentence.imposed_on < *view.ends.until;
    return runs ? last_day(view.ends) : "It has no term";
}

/// The sentence that answers the question.
std::string answer(const OffenderSentences& view) {
    auto day = noms::in_words(view.day);
    const auto& is = view.standing;
    if (is.under_sentence == Answer::No) return "Not under sentence on " + day + ".";
    if (is.under_sentence == Answer::NotKnown)
        return "Whether they are under sentence on " + day + " cannot be said: see why below.";
    if (is.ends->end == EndIs::Never)
        return "Under sentence on " + day + ", and the sentence has no end by its term.";
    if (is.ends->end == EndIs::NotKnown)
        return "Under sentence on " + day + "; until when is not known.";
    return fmt::format(
        "Under sentence on {}. The last day is {} at the latest.", day, last_day(*is.ends));
}

std::string manager_words(const Standing& standing) {
    if (standing.managed) return "An offender manager is due.";
    return standing.under_sentence == Answer::No ? "" : "The sentence brings no offender manager.";
}

Html why(const Standing& standing) {
    std::vector<Step> all;
    for (const auto& ground : standing.because)
        all.push_back({ground.text, ground.source.cite, ground.source.link});
    return details("Why", steps(all));
}

Cell state_of(const SentenceView& view) {
    const auto& row = view.sentence;
    if (!row.ended_on) return last_day(view);
    return with_sub("Ended " + noms::in_words(*row.ended_on),
                    label_of(describe::choice_text(*row.ended_reason)));
}

Html sentences_table(const AppearanceView& view) {
    Table table{.caption = "Sentences of " + noms::in_words(view.appearance.heard_on),
                .columns = {{"Sentence"}, {"For"}, {"What it is for"}, {"Length"}, {"Last day"}}};
    for (const auto& each : view.sentences)
        table.rows.push_back({{link(path_of(each.sentence), each.disposal),
                               each.offence.words,
                               in_words(each.purposes),
                               each.length,
                               state_of(each)}});
    return page::table(table);
}

Html appearance_section(const AppearanceView& view, bool may_change) {
    const auto& at = view.appearance;
    Html inside;
    std::vector<Cell> charged;
    for (const auto& offence : view.offences) {
        auto committed = offence.committed_on
                             ? ", committed " + noms::in_words(*offence.committed_on)
                             : std::string(", committed on a day that is not known");
        charged.push_back(offence.words + (offence.code.empty() ? "" : " (" + offence.code + ")") +
                          committed);
    }
    inside += bullets(charged);
    if (!view.sentences.empty()) inside += sentences_table(view);
    if (may_change)
        inside += paragraph(
            link(path_of(at) + "/sentences",
                 "Record a sentence",
                 "of " + noms::in_words(at.heard_on)) +
            text(" ") +
            link(path_of(at) + "/offences", "Add an offence", "of " + noms::in_words(at.heard_on)) +
            text(" ") +
            link(path_of(at) + "/correct",
                 "Correct",
                 "the hearing of " + noms::in_words(at.heard_on)));
    auto title = fmt::format("{}, {}: {}",
                             noms::in_words(at.heard_on),
                             view.court,
                             lower(label_of(describe::choice_text(at.outcome))));
    return section(title, inside);
}

Html requirements_section(const SentenceView& view) {
    if (view.requirements.empty()) return {};
    Table table{.caption = "Requirements",
                .columns = {{"Requirement"}, {"How much"}, {"What it is for"}}};
    for (const auto& each : view.requirements) {
        const auto& row = each.requirement;
        auto unit = describe::choice_of<Unit>(row.unit);
        auto amount = row.amount && unit ? fmt::format("{} {}", *row.amount, in_words(*unit))
                                         : std::string("Not counted");
        table.rows.push_back({{with_sub(each.name, row.words), amount, in_words(each.purposes)}});
    }
    return section("Requirements", page::table(table), "requirements");
}

Html compensation_section(const SentenceView& view) {
    if (view.compensation.empty()) return {};
    std::vector<Cell> lines;
    for (const auto& each : view.compensation)
        lines.push_back(fmt::format("{}, payable to: {}",
                                    pounds(each.pence),
                                    lower(label_of(describe::choice_text(each.payable_to)))));
    return section("Compensation", bullets(lines), "compensation");
}

/// Shown where a law that knows marks can reach the sentence.
Html marks_section(const SentenceView& view, Date today, bool may_change) {
    const auto marks = marks_of(view.offence);
    const auto known = offence_marks_on(today);
    if (!is_custody(view.sentence.disposal) || (known.empty() && !marks)) return {};
    std::vector<Cell> found;
    for (const auto& each : offence_marks())
        if (marks && marks->has(each.code))
            found.push_back(with_sub(each.name, outside_link(each.link, each.cite)));
    Html inside = marks ? paragraph("Looked up on " + noms::in_words(marks->looked_up_on) +
                                    (found.empty() ? ": no schedule names the offence." : "."))
                        : paragraph("Nobody has looked up yet which schedules name the offence.");
    if (marks && !marks->answer_for(today))
        inside += paragraph("A law has come since: look it up again.");
    if (!found.empty()) inside += bullets(found);
    if (may_change)
        inside += paragraph(link(path_of(view.sentence) + "/marks", "Record the marks"));
    return section("Marks of the offence", inside, "marks");
}

Html actions_on(const SentenceView& view) {
    const auto& row = view.sentence;
    Html links = link(path_of(row) + "/correct", "Correct this sentence");
    if (row.ended_reason == EndReason::RecordedInError) return {};
    if (row.ended_on) return paragraph(links);
    links += text(" ") + link(path_of(row) + "/end", "End this sentence");
    const auto* known = disposal(row.disposal);
    if (known && known->part == Part::Suspended && !row.activated_on)
        links += text(" ") + link(path_of(row) + "/activation", "It takes effect");
    links += text(" ") + link(path_of(row) + "/compensation", "Add compensation");
    if (row.disposal == "CO" || row.disposal == "SSO")
        links += text(" ") + link(path_of(row) + "/requirements", "Add a requirement");
    return paragraph(links);
}

}  // namespace

Html law_of(const Disposal& disposal) {
    const auto provision = provision_of(disposal);
    return provision.link.empty() ? text(provision.cite)
                                  : outside_link(provision.link, provision.cite);
}

std::string in_words(const std::vector<Purpose>& purposes) {
    std::string out;
    for (auto purpose : purposes) out += (out.empty() ? "" : ", ") + std::string(in_words(purpose));
    return out;
}

std::string path_of(const Sentence& sentence) {
    return offenders::path_of(sentence.offender) + "/sentences/" + to_text(sentence.id);
}

std::string path_of(const Appearance& at) {
    return offenders::path_of(at.offender) + "/appearances/" + to_text(at.id);
}

void show_sentences(Page& page, const OffenderSentences& view, bool may_change) {
    page.add(lead(answer(view)));
    if (auto words = manager_words(view.standing); !words.empty()) page.add(paragraph(words));
    page.add(why(view.standing));
    if (may_change)
        page.add(button_link(offenders::path_of(view.offender) + "/appearances",
                             "Record a court appearance"));
    if (view.appearances.empty())
        page.add(empty_state("No court appearance is recorded",
                             "Neither an extract nor anybody here has told of one.",
                             may_change ? "Record the appearance first, then its sentences." : ""));
    for (const auto& each : view.appearances) page.add(appearance_section(each, may_change));
}

void show_sentence(Page& page, const SentenceView& view, Date today, bool may_change) {
    const auto& row = view.sentence;
    const auto* known = disposal(row.disposal);
    std::vector<Fact> all{
        {"Passed", noms::in_words(row.imposed_on) + ", " + view.court},
        {"For", view.offence.words},
        {"What it is for", in_words(view.purposes)},
        {row.amount_pence ? "Amount" : "Length", view.length.empty() ? "None" : view.length},
        {"Last day by its term", last_day(view)},
        {"Law", known ? law_of(*known) : text("Not in the catalogue")}};
    if (row.consecutive_to)
        all.push_back(
            {"Consecutive to",
             link(offenders::path_of(row.offender) + "/sentences/" + to_text(*row.consecutive_to),
                  "the sentence that it follows")});
    if (row.remand_days)
        all.push_back({"Days on remand that count", std::to_string(*row.remand_days)});
    if (row.tagged_bail_days)
        all.push_back({"Days of tagged bail that count", std::to_string(*row.tagged_bail_days)});
    if (row.activated_on)
        all.push_back({"Took effect",
                       noms::in_words(*row.activated_on) + ": " + in_words(activated_of(row))});
    if (row.ended_on) all.push_back({"Ended", state_of(view)});
    all.push_back({"Recorded by", row.recorded_by});
    page.add(page::facts(all));
    page.add(requirements_section(view)).add(compensation_section(view));
    page.add(marks_section(view, today, may_change));
    page.add(calendar_section(row, view.calendar, may_change));
    if (view.account) page.add(fine_section(row, *view.account, may_change));
    if (may_change) page.add(actions_on(view));
    page.add(back_link(offenders::path_of(row.offender) + "/sentences", "All sentences"));
}

}  // namespace noms::sentences
