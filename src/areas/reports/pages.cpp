#include "areas/reports/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/clocks.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::reports {

using namespace page;

namespace {

/// The last day, and how a report stands to it.
Cell due_of(const ReportView& view, Date today) {
    const auto& report = view.report;
    auto day = noms::in_words(report.due_on);
    if (report.delivered_on)
        return with_sub(day,
                        view.late
                            ? text("Delivered late, on " + noms::in_words(*report.delivered_on))
                            : text("Delivered in time"));
    if (report.state == State::Withdrawn) return day;
    if (view.late)
        return with_sub(
            day, tag(days_in_words(days_between(report.due_on, today)) + " late", Colour::Red));
    if (report.due_on == today) return with_sub(day, "today");
    return with_sub(day, "in " + days_in_words(days_between(today, report.due_on)));
}

Html rows_of(const PersonReports& all) {
    Table table{.caption = "Reports, the newest request first",
                .columns = {{"Report"}, {"Hearing"}, {"Due"}, {"State"}}};
    for (const auto& view : all.reports) {
        const auto& report = view.report;
        table.rows.push_back(
            {.cells = {with_sub(link(path_of(report), in_words(report.kind)), report.offences),
                       with_sub(view.court, noms::in_words(report.hearing_on)),
                       due_of(view, all.day),
                       with_sub(state_tag(report.state), report.writer_name)},
             .late = view.late && is_open(report.state)});
    }
    return page::table(table);
}

std::string seriousness_of(const Report& report) {
    return report.seriousness ? in_words(*report.seriousness) : "Not stated by the court";
}

std::string withdrawn_or_writer(const Report& report) {
    if (!report.withdrawn_because.empty()) return report.withdrawn_because;
    return report.writer_name.empty() ? "Nobody yet" : report.writer_name;
}

Html facts_of(const ReportInFull& full, Date today) {
    const auto& report = full.view.report;
    std::vector<Fact> rows{
        {"State", state_tag(report.state)},
        {"For", with_sub(full.view.court, "Hearing on " + noms::in_words(report.hearing_on))},
        {"About", report.offences},
        {"Due", due_of(full.view, today)},
        {report.state == State::Withdrawn ? "Why not" : "Writer", withdrawn_or_writer(report)},
        {"Asked for",
         with_sub(noms::in_words(report.asked_on), report.asked_by + "; " + full.area)},
        {"Court's indication",
         with_sub(seriousness_of(report), "Purpose: " + lower(purposes_in_words(report)))},
        {"Waits", in_words(report.held)}};
    if (report.delivered_on)
        rows.push_back({"Delivered",
                        with_sub(noms::in_words(*report.delivered_on),
                                 "To " + report.delivered_to + ", by " + report.delivered_by)});
    return facts(rows);
}

/// The first thing to do is the green button; the rest are links.
Html ways_of(const ReportInFull& full) {
    const auto& may = full.may;
    auto path = path_of(full.view.report);
    std::vector<Link> ways;
    if (may.name)
        ways.push_back(
            {full.view.report.writer ? "Name another writer" : "Name a writer", path + "/writer"});
    if (may.deliver) ways.push_back({"Record the delivery", path + "/delivery"});
    if (may.decide) ways.push_back({"Record what the court decided", path + "/decision"});
    if (may.rearrange) ways.push_back({"The hearing has moved", path + "/hearing"});
    if (may.withdraw) ways.push_back({"No longer wanted", path + "/withdrawal"});
    Html out;
    // While it is written or checked, what is green stands further down.
    bool has_form = may.hand_in || may.check;
    for (const auto& way : ways)
        out +=
            out.empty() && !has_form ? button_link(way.path, way.label) : link(way.path, way.label);
    return out.empty() ? out : button_group(out);
}

Cell saved_in_words(const SectionLine& line) {
    if (line.version == 0) return tag("Not saved yet", Colour::Yellow);
    return with_sub("Saved", line.saved_by + ", " + noms::in_words(*line.saved_on));
}

Html sections_of(const ReportInFull& full) {
    auto path = path_of(full.view.report);
    std::vector<SummaryRow> rows;
    for (const auto& line : full.sections) {
        SummaryRow row{.name = line.title, .value = saved_in_words(line)};
        if (full.may.write)
            row.actions = {
                {line.version == 0 ? "Write" : "Change", path + "/sections/" + line.code}};
        rows.push_back(std::move(row));
    }
    const auto& report = full.view.report;
    auto words = proposal_in_words(report, full.requirements);
    SummaryRow proposed{.name = "Proposal",
                        .value = words.empty() ? Cell(tag("Nothing proposed yet", Colour::Yellow))
                                               : with_sub(words, report.reasons)};
    if (full.may.write)
        proposed.actions = {{words.empty() ? "Propose" : "Change", path + "/proposal"}};
    rows.push_back(std::move(proposed));
    return summary_list(rows);
}

Html hand_in_form(const ReportInFull& full) {
    auto path = path_of(full.view.report) + "/hand-in";
    if (full.missing.empty()) return post_form(path, button("Hand it in"));
    std::vector<Cell> lines(full.missing.begin(), full.missing.end());
    return details(fmt::format("{} to do before it can be handed in", lines.size()),
                   bullets(lines)) +
           post_form(path, secondary_button("Hand it in"));
}

Html check_form(const Report& report,
                const form::Values& values,
                const std::vector<FieldError>& errors) {
    Looks looks;
    looks["verdict"].label = "Your decision";
    looks["verdict"].options = {{"Passed", "It may go to the court"},
                                {"Returned", "It goes back to the writer"}};
    looks["looked_at"].label = "Found right";
    for (auto choice : describe::type_of<Looked>().choices)
        looks["looked_at"].options.push_back(
            {std::string(choice), in_words(*describe::choice_of<Looked>(choice))});
    looks["words"].label = "What is to be put right";
    looks["words"].long_text = true;
    return section("Check it",
                   paragraph(link(path_of(report) + "/text", "Read the whole report first")) +
                       post_form(path_of(report) + "/check",
                                 form_fields<CheckReport>(values, errors, looks) +
                                     button("Save your decision")),
                   "check");
}

Html history_of(const ReportInFull& full) {
    std::vector<Cell> lines;
    for (const auto& each : full.namings)
        lines.emplace_back(with_sub(
            fmt::format("{}: {} named as writer", noms::in_words(each.named_on), each.writer_name),
            each.reason.empty() ? "By " + each.named_by
                                : "By " + each.named_by + ": " + each.reason));
    for (const auto& each : full.checks)
        lines.emplace_back(
            with_sub(fmt::format("{}: {} by {}",
                                 noms::in_words(each.checked_on),
                                 each.verdict == Verdict::Passed ? "passed" : "returned",
                                 each.checker_name),
                     each.words));
    if (lines.empty()) return {};
    return section("Who wrote it and who checked it", bullets(lines), "history");
}

Html decision_of(const ReportInFull& full) {
    const auto& report = full.view.report;
    if (!report.decided_on) return {};
    std::vector<std::string> requirements;
    for (const auto& code : split(report.decided_requirements, ','))
        requirements.push_back(in_words(ProposedRequirement{.kind = code}));
    auto passed = disposals_in_words(report.decided_disposals);
    std::vector<Fact> rows{
        {"Proposed", proposal_in_words(report, full.requirements)},
        {"Passed", with_sub(passed, fmt::format("{}", fmt::join(requirements, "; ")))},
        {"The proposal was",
         report.concordance ? in_words(*report.concordance) : std::string("Not compared")},
        {"Recorded", with_sub(noms::in_words(*report.decided_on), report.decided_recorded_by)}};
    if (!report.decided_words.empty())
        rows.push_back({"In the court's words", report.decided_words});
    return section("What the court decided", facts(rows), "decision");
}

Html suggestion_of(const Report& report) {
    if (report.otherwise.empty()) return {};
    return section("Other than the rules suggest",
                   facts({{"Suggested", report.suggested}, {"Why otherwise", report.otherwise}}),
                   "otherwise");
}

std::string lead_of(const ReportInFull& full, Date today) {
    const auto& report = full.view.report;
    auto words = in_words(report.state) + ".";
    if (!is_open(report.state)) return words;
    int days = days_between(today, report.due_on);
    if (days < 0) return words + " It is " + days_in_words(-days) + " late.";
    if (days == 0) return words + " It is due today.";
    return words + " It is due on " + noms::in_words(report.due_on) + ".";
}

}  // namespace

Html state_tag(State state) {
    auto words = in_words(state);
    switch (state) {
        case State::Unallocated: return tag(words, Colour::Yellow);
        case State::AtGate: return tag(words, Colour::Orange);
        case State::Writing:
        case State::Passed: return tag(words, Colour::Blue);
        case State::Delivered: return tag(words, Colour::Purple);
        case State::Decided: return tag(words, Colour::Green);
        case State::Withdrawn: return tag(words, Colour::Grey);
    }
    return {};
}

Page person_page(Page page,
                 const offenders::Offender& who,
                 const PersonReports& all,
                 bool may_ask) {
    auto open = std::ranges::count_if(
        all.reports, [](const ReportView& view) { return is_open(view.report.state); });
    page.add(lead(fmt::format("{} report{}, {} on the way to a court.",
                              all.reports.size(),
                              all.reports.size() == 1 ? "" : "s",
                              open)));
    auto add = list_path_of(who.id) + "/add";
    if (may_ask) page.add(button_group(button_link(add, "Record a request")));
    if (!all.reports.empty()) return page.add(rows_of(all));
    return page.add(
        empty_state("No court has asked for a report",
                    "A request is recorded when a court wants a report before it sentences, "
                    "whether or not this person has a sentence yet.",
                    may_ask ? Cell(link(add, "Record a request")) : Cell()));
}

Page report_page(Page page,
                 const ReportInFull& full,
                 Date today,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    const auto& report = full.view.report;
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(back_link(list_path_of(report.offender), "All reports"));
    page.add(lead(lead_of(full, today))).add(ways_of(full));
    auto read = report.delivered_on ? "Read it as it was delivered" : "Read and print the draft";
    auto written = section("The report",
                           {read, path_of(report) + "/text"},
                           sections_of(full) + (full.may.hand_in ? hand_in_form(full) : Html()),
                           "sections");
    page.add(two_one(written, facts_of(full, today)));
    page.add(decision_of(full));
    if (full.may.check) page.add(check_form(report, values, errors));
    page.add(suggestion_of(report));
    return page.add(history_of(full));
}

Page text_page(Page page, const Report& report, const ReportText& text) {
    page.add(back_link(path_of(report), "Back to the report"));
    if (!report.delivered_on)
        page.add(warning("This is a draft. It is no report until it was checked and delivered."));
    page.add(facts(
        {{"Name", text.name},
         {"Born", text.birth_date ? noms::in_words(*text.birth_date) : "Not known"},
         {"Report", text.kind},
         {"Court", with_sub(text.court, noms::in_words(text.hearing_on))},
         {"Offences", text.offences},
         {"Seriousness, as the court indicated it", text.seriousness},
         {"Purpose, as the court indicated it", text.purposes},
         {"Written by",
          with_sub(text.writer.empty() ? std::string("Nobody yet") : text.writer,
                   noms::in_words(text.written_on))},
         {"Checked by", text.checked_by.empty() ? std::string("Nobody yet") : text.checked_by}}));
    for (const auto& each : text.sections) {
        Html words;
        if (!each.saved) words += inset("Drawn from the record; the writer has not saved it yet.");
        for (const auto& line : split(each.words, '\n'))
            if (!trimmed(line).empty()) words += paragraph(line);
        page.add(section(each.title, words));
    }
    Html proposed = paragraph(text.proposal.empty() ? "Nothing is proposed yet." : text.proposal);
    if (!text.requirements.empty())
        proposed += bullets({text.requirements.begin(), text.requirements.end()});
    proposed += paragraph(text.reasons);
    proposed += small("The court decides on the sentence.");
    return page.add(section("Proposal", proposed));
}

}  // namespace noms::reports
