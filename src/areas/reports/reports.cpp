#include "areas/reports/reports.hpp"

#include <algorithm>

#include "areas/reports/clocks.hpp"
#include "areas/reports/forms.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/pages.hpp"
#include "areas/reports/words.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::reports {
namespace {

constexpr std::string_view ending = "/reports";
const std::string read = "reports.read", record_right = "reports.record", write = "reports.write";

/// What is wrong, by field; what belongs to no field stands at the top.
std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<PersonReports> get_reports(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return reports_of(context.db, who.id, context.today);
}

Result<page::Page> show_reports(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return person_page(offenders::record_page(context, who, "Court reports", ending),
                       who,
                       reports_of(context.db, who.id, context.today),
                       context.actor.may(record_right));
}

Result<ReportInFull> get_report(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return in_full(context, who);
}

Result<page::Page> show_report_again(web::Context& context,
                                     const form::Values& values,
                                     const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto full = TRY(in_full(context, who));
    return report_page(
        offenders::record_page(context, who, in_words(full.view.report.kind), ending),
        full,
        context.today,
        values,
        faults_of(error));
}

Result<page::Page> show_report(web::Context& context) {
    return show_report_again(context, {}, {});
}

Result<ReportText> get_text(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return text_of(context, who, TRY(report_in(context)));
}

Result<page::Page> show_text(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto report = TRY(report_in(context));
    return text_page(offenders::record_page(context, who, "Pre-sentence report", ending),
                     report,
                     TRY(text_of(context, who, report)));
}

/// Why a reader cannot write in it, empty where they can.
std::string why_closed(const web::Context& context, const Report& report) {
    if (report.delivered_on)
        return "The report was delivered on " + noms::in_words(*report.delivered_on) +
               ": it can no longer be written.";
    auto may = taken(context, report, {.step = Step::Write});
    return may ? "" : may.error().message;
}

Result<page::Page> show_section_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto report = TRY(report_in(context));
    const auto* kind = section_kind(context.part("section"));
    if (!kind) return not_found("There is no such section.");
    SectionForm form{.report = report, .kind = *kind, .closed = why_closed(context, report)};
    for (auto& each : store::sections_of(context.db, report.id))
        if (each.section == kind->code) form.saved = std::move(each);
    form.draft =
        draft_of(kind->code, report, drawn_for(context.db, who, report, context.today, kind->code));
    return section_page(
        offenders::record_page(context, who, kind->title, ending), form, values, faults_of(error));
}

Result<page::Page> show_section(web::Context& context) {
    return show_section_again(context, {}, {});
}

Result<ProposalRuling> get_suggestion(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return suggested(context.db, who, TRY(report_in(context)), context.today);
}

Result<page::Page> show_proposal_again(web::Context& context,
                                       const form::Values& values,
                                       const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto report = TRY(report_in(context));
    return proposal_page(offenders::record_page(context, who, "Proposal", ending),
                         report,
                         store::requirements_among(context.db, std::span(&report.id.number, 1)),
                         TRY(suggested(context.db, who, report, context.today)),
                         why_closed(context, report),
                         values,
                         faults_of(error));
}

Result<page::Page> show_proposal(web::Context& context) {
    return show_proposal_again(context, {}, {});
}

Result<page::Page> show_list(web::Context& context) {
    auto query = TRY(context.query<ReportQuery>());
    return list_page(list_of(context, query), query);
}

Result<ReportList> get_list(web::Context& context, const ReportQuery& query) {
    return list_of(context, query);
}

Result<page::Page> show_concordance(web::Context& context) {
    auto query = TRY(context.query<ConcordanceQuery>());
    return concordance_page(TRY(concordance_in(context, query)), query);
}

std::string to_report(const Report& report) {
    return path_of(report);
}
std::string to_proposal(const Report& report) {
    return path_of(report) + "/proposal";
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& permission,
              const std::string& summary,
              Result<Report> (*handler)(web::Context&, const In&)) {
    api.page({path, permission, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Report>({path, permission, summary},
                            handler,
                            {&to_report, &offenders::show_command_form_again<form_of>});
}

void serve_writing(web::Api& api, const std::string& one) {
    const std::string section = one + "/sections/{section}", proposed = one + "/proposal";
    api.page({section, write, "A section of a report, with its draft from the record"},
             &show_section);
    api.command<SaveSection, Report>(
        {section, write, "Save a section"}, &save_section, {&to_report, &show_section_again});
    api.page({proposed, write, "What the rules suggest, and the proposal"}, &show_proposal);
    api.get<ProposalRuling>({"/api" + proposed + "/suggested", read, "What the rules suggest"},
                            &get_suggestion);
    api.command<SaveProposal, Report>(
        {proposed, write, "Save the proposal"}, &save_proposal, {&to_report, &show_proposal_again});
    api.command<SaveFacts, Report>({one + "/facts", write, "Save what the rules ask"},
                                   &save_facts,
                                   {&to_proposal, &show_proposal_again});
    api.command<HandIn, Report>(
        {one + "/hand-in", write, "Hand a report in"}, &hand_in, {&to_report, &show_report_again});
}

void serve_one(web::Api& api, const std::string& one) {
    api.page({one, read, "One report: where it stands and what is next"}, &show_report);
    api.get<ReportInFull>({"/api" + one, read, "One report"}, &get_report);
    api.page({one + "/text", read, "A report to read and print"}, &show_text);
    api.get<ReportText>({"/api" + one + "/text", read, "A report to read"}, &get_text);
    serve_writing(api, one);
    api.command<CheckReport, Report>({one + "/check", "reports.check", "Check a report"},
                                     &check_report,
                                     {&to_report, &show_report_again});
    add_form<&writer_form>(api, one + "/writer", "reports.allocate", "Name a writer", &name_writer);
    add_form<&delivery_form>(api, one + "/delivery", write, "Record the delivery", &deliver);
    add_form<&decision_form>(
        api, one + "/decision", record_right, "Record what the court decided", &record_decision);
    add_form<&hearing_form>(
        api, one + "/hearing", record_right, "Record that the hearing moved", &rearrange);
    add_form<&withdrawal_form>(
        api, one + "/withdrawal", record_right, "Record that it is no longer wanted", &withdraw);
}

}  // namespace

void serve(web::Api& api) {
    record::add_following(
        {.area = "reports", .tables = {record::following(reports, &Report::offender)}});
    // A court's wish does not end with an order that somebody is under already.
    for (const auto& clock : clocks()) tasks::stand_apart(clock.kind);
    tell_timeline();
    offenders::add_record_page({"Court reports", std::string(ending), read});
    const std::string all = "/offenders/{offender}/reports", list = "/reports";
    const std::string concordance_path = list + "/concordance";
    api.page({all, read, "The court reports about a person"}, &show_reports);
    api.get<PersonReports>({"/api" + all, read, "The court reports about a person"}, &get_reports);
    add_form<&request_form>(api, all + "/add", record_right, "Record a court's request", &ask_for);
    serve_one(api, all + "/{report}");
    api.page({list, read, "Court reports of your scope"}, &show_list);
    api.get<ReportQuery, ReportList>({"/api" + list, read, "Court reports of your scope"},
                                     &get_list);
    api.page({concordance_path, read, "What courts made of proposals"}, &show_concordance);
    api.get<ConcordanceQuery, ConcordanceView>(
        {"/api" + concordance_path, read, "What courts made of proposals"}, &concordance_in);
}

}  // namespace noms::reports
