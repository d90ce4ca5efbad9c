#include "areas/supervision/enforcement_pages.hpp"

#include <fmt/format.h>

#include "areas/supervision/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// The page of a person's orders and licences.
namespace noms::supervision {

using namespace page;

namespace {

std::string due_in_words(const DueStep& step, Date today) {
    return tasks::due_in_words(step.due_on, today);
}

/// "1 failure", "2 failures".
std::string failures_in_words(int count) {
    return fmt::format("{} failure{}", count, count == 1 ? "" : "s");
}

/// The sentence that answers: how many failures, and what must be done first.
std::string answer_of(const EnforcementView& view) {
    if (view.sentences.empty() || !view.sentences.front().runs)
        if (view.sentences.empty() || view.sentences.front().due.empty())
            return "No order and no licence is to be complied with today.";
    const auto& first = view.sentences.front();
    if (!first.due.empty()) {
        const auto& step = first.due.front();
        bool later = view.day < step.due_on;
        return fmt::format(
            "{}{}{}.", step.what, later ? " by " : ": ", due_in_words(step, view.day));
    }
    int failures = 0;
    for (const auto& each : view.sentences)
        if (each.runs) failures = std::max(failures, each.ruling.failures);
    return failures == 0 ? "No failure in the last twelve months."
                         : failures_in_words(failures) +
                               " in the last twelve months. Nothing is to be done about them now.";
}

Html due_section(const EnforcedView& view, Date today) {
    if (view.due.empty()) return {};
    std::vector<Due> lines;
    for (const auto& step : view.due)
        lines.push_back({.what = step.what,
                         .when = due_in_words(step, today),
                         .late = step.due_on < today,
                         .why = fmt::format("{}, counted from {}. {}. Certainty: {}.",
                                            step.rule,
                                            noms::in_words(step.counted_from),
                                            step.cite,
                                            step.certainty)});
    return due_list(lines);
}

/// What can be done about one failure.
Html actions_of(const EnforcedView& of,
                const FailureView& failure,
                const std::string& path,
                bool may_enforce) {
    if (!failure.answer.empty()) return text(failure.answer);
    if (!failure.judged) return tag("Not judged yet", Colour::Yellow);
    if (failure.wanted.empty()) return of.runs ? text("Older than twelve months") : text("Nothing");
    if (!may_enforce) return tag("Nothing done yet", Colour::Yellow);
    auto at = path + "/failures/" + to_text(failure.contact);
    auto of_day = "for the failure of " + noms::in_words(failure.on);
    auto let_be = link(at + "/no-action", "Decide not to act", of_day);
    if (!failure.may_warn) return let_be;
    auto words = failure.wanted == "warn" ? "Record a warning" : "Record a final warning";
    return with_sub(link(at + "/warn", words, of_day), let_be);
}

Html failures_table(const EnforcedView& view, const std::string& path, bool may_enforce) {
    if (view.failures.empty())
        return empty_state("No failure to comply is recorded",
                           "An appointment missed without an acceptable reason would stand here.");
    Table table{.caption = "Failures to comply, the newest first",
                .columns = {{"When"}, {"What"}, {"Outcome"}, {"What was done"}}};
    auto record = path.substr(0, path.find("/enforcement"));
    for (const auto& failure : view.failures)
        table.rows.push_back(
            {{link(record + "/contacts/" + to_text(failure.contact), in_short(failure.on)),
              failure.what,
              tag(failure.outcome, failure.judged ? Colour::Red : Colour::Yellow),
              actions_of(view, failure, path, may_enforce)}});
    return page::table(table);
}

Html proceedings(const EnforcedView& view, const std::string& record) {
    std::vector<Cell> lines;
    for (const auto& each : view.breaches)
        lines.emplace_back(with_sub(link(record + "/breaches/" + each.id,
                                         "Breach begun on " + noms::in_words(each.begun_on)),
                                    each.state));
    for (const auto& each : view.recalls)
        lines.emplace_back(with_sub(link(record + "/recalls/" + each.id,
                                         "Recall asked for on " + noms::in_words(each.begun_on)),
                                    each.state));
    return lines.empty() ? Html() : bullets(lines);
}

/// The way to proceedings, for whoever may act before the clock wants it; empty: there is none.
std::string begin_path(const EnforcedView& view, const std::string& path) {
    bool licence = view.kind == EnforcedSentence::Licence;
    for (const auto& each : licence ? view.recalls : view.breaches)
        if (each.under_way) return "";
    if (!view.runs || (!licence && view.failures.empty())) return "";
    return path + (licence ? "/recall" : "/breach");
}

/// The green button leads to what is due first, if that is done here.
Html ways_of(const EnforcedView& view, const std::string& path) {
    auto first = view.due.empty() ? std::string() : view.due.front().kind;
    Html out;
    for (const auto& failure : view.failures)
        if (failure.may_warn && failure.wanted == first)
            out = button_link(
                path + "/failures/" + to_text(failure.contact) + "/warn",
                failure.wanted == "warn" ? "Record the warning" : "Record the final warning");
    auto begin = begin_path(view, path);
    if (begin.empty()) return out;
    auto words =
        view.kind == EnforcedSentence::Licence ? "Ask for recall" : "Begin breach proceedings";
    if (first == "breach" || first == "recall") return button_link(begin, words);
    return out.empty() ? paragraph(link(begin, words)) : button_group(out + link(begin, words));
}

Html why_of(const EnforcedView& view) {
    std::vector<Step> lines;
    for (const auto& ground : view.ruling.because)
        lines.push_back({ground.text, ground.source.cite, ground.source.link});
    lines.push_back({"Failures are dealt with under this law (" + view.certainty + ")", view.cite});
    if (view.runs) lines.push_back({"One more failure would mean: " + view.ruling.next_failure});
    return details("Why: how the failures are counted", steps(lines));
}

Html section_of(const EnforcedView& view, const EnforcementView& all, bool may_enforce) {
    auto path = enforcement_path(all.offender, view.sentence);
    auto head = fmt::format("{} in the twelve months up to {}.{}",
                            failures_in_words(view.ruling.failures),
                            noms::in_words(all.day),
                            view.runs ? "" : " It does not run today: nothing more is counted.");
    auto inside = paragraph(head) + due_section(view, all.day);
    if (may_enforce) inside += ways_of(view, path);
    inside += proceedings(view, offenders::path_of(all.offender));
    inside += failures_table(view, path, may_enforce) + why_of(view);
    return section(fmt::format("{}, of {}", view.what, noms::in_words(view.imposed_on)),
                   inside,
                   "of-" + to_text(view.sentence));
}

}  // namespace

Page enforcement_page(Page page, const EnforcementView& view, bool may_enforce) {
    page.add(lead(answer_of(view)));
    for (const auto& each : view.sentences) page.add(section_of(each, view, may_enforce));
    if (view.sentences.empty())
        page.add(empty_state(
            "There is nothing to enforce",
            "Orders of the community and licences stand here while they run, and "
            "after that what was done about failures.",
            link(offenders::path_of(view.offender) + "/sentences", "Sentences of this person")));
    return page;
}

}  // namespace noms::supervision
