#include <fmt/format.h>

#include "areas/supervision/enforcement_pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// The pages of one breach, of its report, and of one recall.
namespace noms::supervision {

using namespace page;

namespace {

Html back_to_enforcement(offenders::OffenderId offender) {
    return back_link(enforcement_path(offender), "Back to enforcement");
}

/// What is done next is the green button, once the report is out of hand.
Html ways_of(const Breach& breach, bool may_enforce) {
    auto path = path_of(breach);
    auto report =
        link(path + "/report", breach.served_on ? "Report as it was served" : "Draft report");
    if (!may_enforce || breach.result) return paragraph(report);
    const auto* hearing = breach.hearing_on ? "Record another hearing" : "Record the hearing";
    const auto* result = "Record what the court decided";
    auto to_hearing = path + "/hearing", to_result = path + "/result";
    if (!breach.served_on)
        return bullets({report, link(to_hearing, hearing), link(to_result, result)});
    if (breach.hearing_on)
        return button_group(button_link(to_result, result) + link(to_hearing, hearing) + report);
    return button_group(button_link(to_hearing, hearing) + link(to_result, result) + report);
}

std::string day_or(const std::optional<Date>& day, const char* otherwise) {
    return day ? noms::in_words(*day) : otherwise;
}

Html facts_of(const BreachView& view) {
    const auto& breach = view.breach;
    auto heard = breach.hearing_on
                     ? fmt::format("{}, {}", view.court, noms::in_words(*breach.hearing_on))
                     : std::string("Not listed yet");
    auto served =
        breach.served_on
            ? fmt::format("Served on {} by {}", noms::in_words(*breach.served_on), breach.served_by)
            : std::string("Not served yet");
    std::vector<Fact> lines{
        {"Order",
         fmt::format("{}, of {}", view.report.order, noms::in_words(view.report.imposed_on))},
        {"Begun", fmt::format("{} by {}", noms::in_words(breach.begun_on), breach.begun_by)},
        {"Report", served},
        {"Hearing", heard}};
    if (breach.result) {
        lines.push_back(
            {"What the court decided",
             fmt::format("{}, {}", in_words(*breach.result), noms::in_words(*breach.decided_on))});
        lines.push_back({"In the court's words", breach.result_words});
    }
    return facts(lines);
}

Html report_form(const BreachView& view,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    Looks looks;
    for (auto name : {"reasons", "response", "proposal"}) looks[name].long_text = true;
    looks["reasons"].label = "Why the order is brought before the court";
    looks["response"].label = "How the offender responded to supervision";
    looks["proposal"].label = "What is proposed to the court";
    for (auto name : {"response", "proposal"}) looks[name].hint = "Before the report is served";
    form::Values typed{{"reasons", view.breach.reasons},
                       {"response", view.breach.response},
                       {"proposal", view.breach.proposal}};
    auto path = path_of(view.breach);
    return section(
        "Report",
        paragraph("Order, requirements, failures, warnings and contacts come from the record. "
                  "Write the rest here.") +
            post_form(path + "/report",
                      form_fields<SaveReport>(values.empty() ? typed : values, errors, looks) +
                          button("Save report")) +
            post_form(path + "/serve",
                      small("When it is served, the report is kept as it is then, and nothing in "
                            "it changes any more.") +
                          secondary_button("Record that the report was served")),
        "report");
}

Html failures_of(const BreachReport& report) {
    Table table{
        .caption = "Failures in the twelve months before proceedings were begun",
        .columns = {{"When"}, {"What"}, {"Outcome"}, {"What is written"}, {"What was done"}},
        .sticky = false};
    for (const auto& each : report.failures)
        table.rows.push_back({{noms::in_words(each.on),
                               each.what,
                               each.outcome,
                               each.notes.empty() ? std::string("Nothing") : each.notes,
                               each.answer}});
    return page::table(table);
}

Html list_or(const std::vector<std::string>& lines, const char* nothing) {
    if (lines.empty()) return paragraph(nothing);
    return bullets({lines.begin(), lines.end()});
}

Html words_or(const std::string& words) {
    return paragraph(words.empty() ? std::string("Not written yet.") : words);
}

}  // namespace

Page breach_page(Page page,
                 const BreachView& view,
                 bool may_enforce,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    const auto& breach = view.breach;
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(back_to_enforcement(breach.offender));
    page.add(lead(state_in_words(breach, view.court) + "."));
    page.add(facts_of(view));
    page.add(ways_of(breach, may_enforce));
    if (breach.result == BreachResult::Resentenced && may_enforce)
        page.add(inset(link(offenders::path_of(breach.offender) + "/sentences",
                            "Record the sentence that the court passed instead")));
    if (may_enforce && !breach.result && !breach.served_on)
        page.add(report_form(view, values, errors));
    return page;
}

Page report_page(Page page, const BreachView& view) {
    const auto& report = view.report;
    page.add(back_link(path_of(view.breach), "Back to the breach"));
    if (!view.breach.served_on)
        page.add(warning("This is a draft: it is drawn from the record as it stands today."));
    page.add(
        facts({{"Name", report.name},
               {"Born", day_or(report.birth_date, "Not known")},
               {"Order", report.order},
               {"Made on", report.imposed_on},
               {"By", report.passed_by.empty() ? std::string("Not known") : report.passed_by},
               {"For", report.offence.empty() ? std::string("Not known") : report.offence},
               {"Proceedings under", report.law},
               {"Prepared", noms::in_words(report.prepared_on) + " by " + report.prepared_by}}));
    page.add(section("Requirements", list_or(report.requirements, "None is recorded.")));
    page.add(section("Failures to comply", failures_of(report)));
    page.add(section("Contact under the order",
                     paragraph(fmt::format("{} appointments were kept, {} were missed for an "
                                           "acceptable reason, {} without one.",
                                           report.kept,
                                           report.excused,
                                           report.failed))));
    page.add(section("What was tried", list_or(report.work_done, "No objective is recorded.")));
    page.add(section("Why the order is brought before the court", words_or(report.reasons)));
    page.add(section("Response to supervision", words_or(report.response)));
    return page.add(section("Proposal", words_or(report.proposal)));
}

Page recall_page(Page page, const RecallView& view, bool may_enforce) {
    const auto& recall = view.recall;
    auto path = path_of(recall);
    page.add(back_to_enforcement(recall.offender));
    page.add(lead(state_in_words(recall) + "."));
    std::vector<Fact> lines{
        {"Licence of", view.licence},
        {"Kind", in_words(recall.kind)},
        {"Reason", in_words(recall.reason)},
        {"Asked for",
         fmt::format("{} by {}", noms::in_words(recall.requested_on), recall.requested_by)},
        {"Endorsed by", recall.endorsed_by},
        {"Who decides", recall.authority},
        {"Decision",
         recall.decision ? fmt::format("{} on {}. {}",
                                       in_words(*recall.decision),
                                       noms::in_words(*recall.decided_on),
                                       recall.decision_words)
                         : std::string("None yet")}};
    if (recall.result)
        lines.push_back({"How it ended",
                         fmt::format("{}, {}. {}",
                                     in_words(*recall.result),
                                     noms::in_words(*recall.ended_on),
                                     recall.result_words)});
    if (recall.release_on) lines.push_back({"To be released on", *recall.release_on});
    page.add(facts(lines));
    if (may_enforce && !recall.decision)
        page.add(button_link(path + "/decision", "Record the decision"));
    else if (may_enforce && recall.decision == RecallDecision::Revoked && !recall.result)
        page.add(button_link(path + "/end", "Record how the recall ended"));
    page.add(section("What happened", paragraph(recall.words)));
    return page.add(section("What was tried instead", paragraph(recall.tried)));
}

}  // namespace noms::supervision
