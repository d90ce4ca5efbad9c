#include "areas/appointments/appointments.hpp"

#include "areas/appointments/pages.hpp"
#include "areas/appointments/store.hpp"
#include "kit/base/text.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::appointments {
namespace {

using offenders::CommandForm;
using offenders::Offender;

const std::string read = "appointments.read", change = "appointments.change";
constexpr std::string_view ending = "/ahead";

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<Offender> shown_offender(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return who;
}

Result<Ahead> get_ahead(web::Context& context) {
    return ahead_of(context.db, TRY(shown_offender(context)), context.today);
}

Result<page::Page> show_ahead(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return ahead_page(offenders::record_page(context, who, "Weeks ahead", ending),
                      who,
                      ahead_of(context.db, who, context.today),
                      context.actor.may(change));
}

Result<page::Page> show_cases(web::Context& context) {
    return cases_page(TRY(cases_ahead(context, TRY(context.query<CasesQuery>()))));
}

Result<RemindersOf> get_reminders(web::Context& context) {
    return reminders_shown(context.db, TRY(shown_offender(context)).id);
}

Result<page::Page> show_reminders(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return reminders_page(offenders::record_page(context, who, "Reminders", ending),
                          who,
                          reminders_shown(context.db, who.id),
                          context.actor.may(change));
}

page::Looks commitment_looks() {
    page::Looks looks;
    looks["kind"].label = "What it is";
    for (auto each : {CommitmentKind::Work,
                      CommitmentKind::Education,
                      CommitmentKind::Faith,
                      CommitmentKind::Childcare,
                      CommitmentKind::Treatment,
                      CommitmentKind::Other})
        looks["kind"].options.push_back({std::string(describe::choice_text(each)), in_words(each)});
    looks["words"] = {.label = "In a few words",
                      .hint = "What has to be known to leave room for it, and no more"};
    looks["weekdays"] = {.label = "Days of the week", .hint = "None ticked: every day"};
    looks["from_day"].label = "From";
    looks["until_day"] = {.label = "Until",
                          .hint = "The first day on which it no longer holds, where it is known"};
    looks["from_time"] = {.label = "From what time", .hint = "Like 14:30", .width = "5"};
    looks["until_time"] = {
        .label = "To what time", .hint = "Neither time: the whole day", .width = "5"};
    looks["travel_minutes"] = {.label = "Minutes on the way, each way", .width = "5"};
    looks["source"] = {.label = "Source", .hint = "Who says so: the person, an employer, a letter"};
    return looks;
}

Result<CommandForm> keep_form(web::Context& context) {
    return offenders::form_at<KeepCommitment>(context,
                                              "Add a commitment",
                                              "Save commitment",
                                              commitment_looks(),
                                              {{"from_day", to_text(context.today)}});
}

/// The form with what is kept by now.
form::Values values_of(const Commitment& row) {
    form::Values values{{"version", std::to_string(row.version)},
                        {"kind", std::string(describe::choice_text(row.kind))},
                        {"words", row.words},
                        {"from_day", to_text(row.from_day)},
                        {"until_day", row.until_day ? to_text(*row.until_day) : ""},
                        {"from_time", row.from_time},
                        {"until_time", row.until_time},
                        {"travel_minutes", std::to_string(row.travel_minutes)},
                        {"source", row.source}};
    for (const auto& each : split(row.weekdays, ',')) values.emplace_back("weekdays", each);
    return values;
}

Result<CommandForm> change_form(web::Context& context) {
    auto row = TRY(commitment_in(context));
    return offenders::form_at<ChangeCommitment>(
        context, "Change a commitment", "Save commitment", commitment_looks(), values_of(row));
}

Result<CommandForm> end_form(web::Context& context) {
    auto row = TRY(commitment_in(context));
    page::Looks looks;
    looks["until_day"] = {
        .label = "First day on which it no longer holds",
        .hint = "For one recorded by mistake: " + noms::in_words(row.from_day) + ", its first day"};
    looks["because"].label = "Why";
    return offenders::form_at<EndCommitment>(
        context,
        "End a commitment: " + lower(in_words(row.kind)),
        "End commitment",
        looks,
        {{"version", std::to_string(row.version)}, {"until_day", to_text(context.today)}});
}

Result<CommandForm> cancel_form(web::Context& context) {
    auto row = TRY(series_in(context));
    page::Looks looks;
    looks["because"] = {.label = "Why", .hint = "It stands as a note at each appointment"};
    return offenders::form_at<CancelSeries>(context,
                                            "Cancel the rest of a series",
                                            "Cancel the appointments to come",
                                            looks,
                                            {{"version", std::to_string(row.version)}});
}

Result<CommandForm> consent_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto consent = store::consent_of(context.db, who.id);
    page::Looks looks;
    looks["says"].label = "Does the person want to be reminded by e-mail?";
    looks["email"] = {.label = "Address of e-mail", .hint = "Only where they want it"};
    looks["ring"] = {
        .label = "Whom to ring",
        .hint = "A name and a number, as the message has them; nothing that tells why"};
    form::Values values;
    if (consent)
        values = {{"says", std::string(describe::choice_text(consent->says))},
                  {"email", consent->email},
                  {"ring", consent->ring}};
    return offenders::form_at<SetConsent>(context, "Reminders", "Save", looks, values);
}

Result<page::Page> show_series_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return series_form_page(who, {{"first_on", to_text(context.today)}}, {});
}

Result<page::Page> show_plan(web::Context& context, const form::Values& values) {
    auto who = TRY(shown_offender(context));
    auto given = form::read<PlanSeries>(values);
    if (!given) return series_form_page(who, values, faults_of(given.error()));
    auto plan = plan_of(context, *given);
    if (!plan) return series_form_page(who, values, faults_of(plan.error()));
    return plan_page(who, *plan, {}, {});
}

/// The days as they are by now, with what is wrong; the form where nothing can be planned.
Result<page::Page> show_plan_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto given = form::read<PlanSeries>(values);
    if (!given) return series_form_page(who, values, faults_of(error));
    auto plan = plan_of(context, *given);
    if (!plan) return series_form_page(who, values, faults_of(plan.error()));
    return plan_page(who, *plan, values, faults_of(error));
}

template <class Row>
std::string to_ahead(const Row& row) {
    return offenders::path_of(row.offender) + std::string(ending);
}
std::string to_reminders(const Consent& consent) {
    return offenders::path_of(consent.offender) + "/reminders";
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In, class Out>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& summary,
              Result<Out> (*handler)(web::Context&, const In&),
              std::string (*then)(const Out&)) {
    api.page({path, change, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Out>(
        {path, change, summary}, handler, {then, &offenders::show_command_form_again<form_of>});
}

std::string gist_of_commitment(const offenders::FieldOf& after) {
    auto kind = describe::choice_of<CommitmentKind>(after("kind"));
    return kind ? in_words(*kind) : "";
}
std::string gist_of_series(const offenders::FieldOf& after) {
    return after("cancelled_because");
}

void tell() {
    using page::Setting;
    offenders::add_tellings(
        {{"appointments.commitment_kept", "Commitment added", Setting::Office},
         {"appointments.commitment_changed", "Commitment changed", Setting::Office},
         {"appointments.commitment_ended", "Commitment ended", Setting::Office},
         {"appointments.series_booked", "Series of appointments booked", Setting::Office},
         {"appointments.series_cancelled", "Rest of a series cancelled", Setting::Office},
         {"appointments.consent_recorded", "Asked about reminders", Setting::Office},
         {"appointments.reminder_taken_up", "Reminder prepared", Setting::Office},
         {"appointments.reminder_sent", "Reminder sent", Setting::Office},
         {"appointments.reminder_failed", "Reminder not sent, or perhaps not", Setting::Office}},
        {{"appointment_commitment", read, &gist_of_commitment},
         {"appointment_series", read, &gist_of_series},
         {"appointment_in_series", read, {}},
         {"reminder_consent", read, {}},
         {"appointment_reminder", read, {}}});
}

void serve_series(web::Api& api) {
    const std::string all = "/offenders/{offender}/series", add = all + "/add";
    const std::string look = all + "/look";
    api.page({add, change, "Book a series: its form"}, &show_series_form);
    api.ask({look, change, "The days of a series with their clashes"}, &show_plan);
    api.ask<PlanSeries, SeriesPlan>(
        {"/api" + look, change, "The days of a series with their clashes"}, &get_plan);
    api.command<BookSeries, Series>({add, change, "Book a series that was seen"},
                                    &book_series,
                                    {&to_ahead<Series>, &show_plan_again});
    add_form<&cancel_form>(api,
                           all + "/{series}/cancel",
                           "Cancel the rest of a series",
                           &cancel_series,
                           &to_ahead<Series>);
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "appointments",
                           .tables = {record::following(commitments, &Commitment::offender),
                                      record::following(all_series, &Series::offender),
                                      record::following(in_series, &InSeries::offender),
                                      record::following(consents, &Consent::offender),
                                      record::following(reminders, &Reminder::offender)}});
    supervision::ask_clashes(&clashes_in_words);
    offenders::add_record_page({"Weeks ahead", std::string(ending), read});
    tell();
    const std::string person = "/offenders/{offender}";
    const std::string ahead = person + "/ahead", kept = person + "/commitments";
    const std::string sent = person + "/reminders";
    api.page({ahead, read, "What is booked, asked and in the way in the weeks ahead"}, &show_ahead);
    api.get<Ahead>({"/api" + ahead, read, "What is booked and asked in the weeks ahead"},
                   &get_ahead);
    api.page({"/ahead", read, "What is missing in the weeks ahead of the reader's cases"},
             &show_cases);
    api.get<CasesQuery, CasesAhead>(
        {"/api/ahead", read, "What is missing in the weeks ahead of the reader's cases"},
        &cases_ahead);
    add_form<&keep_form>(
        api, kept + "/add", "Add a commitment", &keep_commitment, &to_ahead<Commitment>);
    add_form<&change_form>(api,
                           kept + "/{commitment}/change",
                           "Change a commitment",
                           &change_commitment,
                           &to_ahead<Commitment>);
    add_form<&end_form>(api,
                        kept + "/{commitment}/end",
                        "End a commitment",
                        &end_commitment,
                        &to_ahead<Commitment>);
    serve_series(api);
    api.page({sent, read, "Whether somebody is reminded, and what was sent"}, &show_reminders);
    api.get<RemindersOf>({"/api" + sent, read, "Whether somebody is reminded"}, &get_reminders);
    add_form<&consent_form>(
        api, sent + "/consent", "Record consent to reminders", &set_consent, &to_reminders);
}

}  // namespace noms::appointments
