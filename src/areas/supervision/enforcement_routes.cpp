#include "areas/supervision/enforcement_forms.hpp"
#include "areas/supervision/enforcement_list.hpp"
#include "areas/supervision/enforcement_pages.hpp"

/// The addresses of enforcement: what each page loads, and where each command leads.
namespace noms::supervision {
namespace {

constexpr std::string_view ending = "/enforcement";
const std::string read = "supervision.read", enforce = "supervision.enforce";

bool may_enforce(const web::Context& context) {
    return context.actor.may(enforce);
}

Result<EnforcementView> get_enforcement(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return enforcement_of(context.db, who.id, context.today);
}

Result<page::Page> show_enforcement(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return enforcement_page(offenders::record_page(context, who, "Enforcement", ending),
                            TRY(enforcement_of(context.db, who.id, context.today)),
                            may_enforce(context));
}

Result<BreachView> get_breach(web::Context& context) {
    auto breach = TRY(breach_in(context));
    context.shows(offenders::subject_kind, breach.offender.number);
    return view_of(context, breach);
}

std::string title_of(const Breach& breach) {
    return "Breach of " + noms::in_words(breach.begun_on);
}

Result<page::Page> show_breach_again(web::Context& context,
                                     const form::Values& values,
                                     const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(get_breach(context));
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return breach_page(offenders::record_page(context, who, title_of(view.breach), ending),
                       view,
                       may_enforce(context),
                       values,
                       faults);
}

Result<page::Page> show_breach(web::Context& context) {
    return show_breach_again(context, {}, {});
}

/// After the one button of the report: its text stays as it was saved.
Result<page::Page> show_unserved(web::Context& context, const form::Values&, const Error& error) {
    return show_breach_again(context, {}, error);
}

Result<page::Page> show_report(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(get_breach(context));
    return report_page(
        offenders::record_page(context, who, "Report on a breach for the court", ending), view);
}

Result<RecallView> get_recall(web::Context& context) {
    auto recall = TRY(recall_in(context));
    context.shows(offenders::subject_kind, recall.offender.number);
    return view_of(context.db, recall);
}

Result<page::Page> show_recall(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(get_recall(context));
    return recall_page(
        offenders::record_page(
            context, who, "Recall of " + noms::in_words(view.recall.requested_on), ending),
        view,
        may_enforce(context));
}

std::string to_enforcement(const FailureAnswer& row) {
    return enforcement_path(row.offender);
}
std::string to_breach(const Breach& breach) {
    return path_of(breach);
}
std::string to_recall(const Recall& recall) {
    return path_of(recall);
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In, class Out>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& summary,
              Result<Out> (*handler)(web::Context&, const In&),
              std::string (*then)(const Out&)) {
    api.page({path, enforce, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Out>(
        {path, enforce, summary}, handler, {then, &offenders::show_command_form_again<form_of>});
}

void serve_breaches(web::Api& api, const std::string& person) {
    const std::string one = person + "/breaches/{breach}";
    api.page({one, read, "A breach, from its start to what the court decided"}, &show_breach);
    api.get<BreachView>({"/api" + one, read, "A breach with its report"}, &get_breach);
    api.page({one + "/report", read, "The report for the court, to print"}, &show_report);
    api.command<SaveReport, Breach>({one + "/report", enforce, "Save the report of a breach"},
                                    &save_report,
                                    {&to_breach, &show_breach_again});
    api.command<ServeReport, Breach>({one + "/serve", enforce, "Record that a report was served"},
                                     &serve_report,
                                     {&to_breach, &show_unserved});
    add_form<&hearing_form>(
        api, one + "/hearing", "Record where and when a breach is heard", &list_breach, &to_breach);
    add_form<&result_form>(
        api, one + "/result", "Record what the court decided", &record_result, &to_breach);
}

void serve_recalls(web::Api& api, const std::string& person) {
    const std::string one = person + "/recalls/{recall}";
    api.page({one, read, "A recall, from the request to its end"}, &show_recall);
    api.get<RecallView>({"/api" + one, read, "A recall"}, &get_recall);
    add_form<&recall_decision_form>(
        api, one + "/decision", "Record the decision on a recall", &decide_recall, &to_recall);
    add_form<&recall_end_form>(
        api, one + "/end", "Record how a recall ended", &end_recall, &to_recall);
}

std::vector<offenders::EventTelling> events() {
    using page::Setting;
    return {{"supervision.warned", "Warned for a failure to comply", Setting::Office},
            {"supervision.no_action_decided", "Decided not to act on a failure", Setting::Office},
            {"supervision.breach_begun", "Breach proceedings begun", Setting::Court},
            {"supervision.breach_report_saved", "Breach report written", Setting::Office},
            {"supervision.breach_report_served", "Breach report served", Setting::Court},
            {"supervision.breach_listed", "Breach listed for hearing", Setting::Court},
            {"supervision.breach_decided", "Court decided on a breach", Setting::Court},
            {"supervision.recall_requested", "Recall asked for", Setting::Office},
            {"supervision.recall_decided", "Decision on a recall", Setting::Office},
            {"supervision.recall_ended", "A recall ended", Setting::Custody}};
}

std::string told_answer(const offenders::FieldOf& after) {
    return after("words");
}
std::string told_breach(const offenders::FieldOf& after) {
    auto result = describe::choice_of<BreachResult>(after("result"));
    if (result) return in_words(*result);
    auto hearing = parse_date(after("hearing_on"));
    return hearing ? "To be heard on " + noms::in_words(*hearing) : "";
}
std::string told_recall(const offenders::FieldOf& after) {
    if (auto result = describe::choice_of<RecallResult>(after("result"))) return in_words(*result);
    auto decision = describe::choice_of<RecallDecision>(after("decision"));
    return decision ? in_words(*decision) : after("words");
}

}  // namespace

void serve_enforcement(web::Api& api) {
    const std::string person = "/offenders/{offender}", all = person + std::string(ending);
    const std::string of = all + "/{sentence}", failure = of + "/failures/{contact}";
    offenders::add_record_page({"Enforcement", std::string(ending), read});
    offenders::add_tellings(events(),
                            {{"enforcement_answer", read, &told_answer},
                             {"enforcement_breach", read, &told_breach},
                             {"enforcement_recall", read, &told_recall}});
    api.page({all, read, "Failures to comply, and what must follow by when"}, &show_enforcement);
    api.get<EnforcementView>(
        {"/api" + all, read, "Failures to comply, and what must follow by when"}, &get_enforcement);
    add_form<&warning_form>(
        api, failure + "/warn", "Record a warning for a failure", &warn, &to_enforcement);
    add_form<&no_action_form>(api,
                              failure + "/no-action",
                              "Decide not to act on a failure",
                              &decide_not_to_act,
                              &to_enforcement);
    add_form<&breach_form>(
        api, of + "/breach", "Begin breach proceedings", &begin_breach, &to_breach);
    add_form<&recall_form>(api, of + "/recall", "Ask for recall", &request_recall, &to_recall);
    serve_breaches(api, person);
    serve_recalls(api, person);
    serve_enforcement_list(api);
}

}  // namespace noms::supervision
