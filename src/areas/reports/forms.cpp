#include "areas/reports/forms.hpp"

#include <algorithm>

#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/words.hpp"

namespace noms::reports {
namespace {

using offenders::CommandForm;
using page::Looks;
using page::Option;

/// Every court by name, those of the reader's own area first.
std::vector<Option> courts_for(const web::Context& context) {
    std::vector<organisation::Body> courts =
        organisation::bodies(context.db, organisation::Kind::Court, context.today);
    std::vector<Id<organisation::Body>> own;
    if (context.actor.scope_kind == "area")
        own = organisation::bodies_below(context.db, {context.actor.scope_body}, context.today);
    std::ranges::sort(courts, {}, [&](const organisation::Body& court) {
        return std::pair(std::ranges::find(own, court.id) == own.end(), court.name);
    });
    std::vector<Option> out;
    for (const auto& court : courts) out.push_back({to_text(court.id), court.name});
    return out;
}

/// The choices of an enumeration in this area's words.
template <class E>
std::vector<Option> options_of() {
    std::vector<Option> out;
    for (auto choice : describe::type_of<E>().choices)
        out.push_back({std::string(choice), in_words(*describe::choice_of<E>(choice))});
    return out;
}

std::vector<Option> purpose_options() {
    std::vector<Option> out;
    for (auto choice : describe::type_of<sentences::Purpose>().choices)
        out.push_back(
            {std::string(choice),
             std::string(sentences::in_words(*describe::choice_of<sentences::Purpose>(choice)))});
    return out;
}

/// The newest hearing that ended with a conviction and a wish for a report, where one is recorded.
void prefill(form::Values& values, db::Connection& db, offenders::OffenderId offender) {
    std::span<const std::int64_t> one(&offender.number, 1);
    const sentences::Appearance* newest = nullptr;
    auto all = sentences::appearances_of(db, one);
    for (const auto& each : all)
        if (each.outcome == sentences::Outcome::ConvictedForReport &&
            (!newest || newest->heard_on < each.heard_on))
            newest = &each;
    if (!newest) return;
    if (newest->court) values.emplace_back("court", to_text(*newest->court));
    std::string words;
    for (const auto& each : sentences::offences_of(db, one)) {
        if (each.appearance != newest->id) continue;
        words += (words.empty() ? "" : "; ") + each.words;
        if (each.committed_on) values.emplace_back("committed_on", to_text(*each.committed_on));
    }
    values.emplace_back("offences", words);
}

Looks request_looks(web::Context& context) {
    Looks looks;
    looks["kind"] = {.label = "Kind of report", .options = options_of<Kind>()};
    looks["court"] = {.label = "Court", .options = courts_for(context)};
    looks["hearing_on"] = {.label = "Day of the hearing it is for"};
    looks["offences"] = {.label = "Offences it is about", .hint = "In words"};
    looks["committed_on"] = {.label = "Day of the main offence",
                             .hint = "It decides which Act's orders there are"};
    looks["held"] = {.label = "Where they wait", .options = options_of<Held>()};
    looks["seriousness"] = {.label = "How serious the court holds it to be",
                            .options = options_of<Seriousness>()};
    looks["seriousness"].options.insert(looks["seriousness"].options.begin(),
                                        Option{.label = "Not stated"});
    looks["purposes"] = {.label = "What the court wants to reach", .options = purpose_options()};
    looks["asked_on"] = {.label = "Asked for on"};
    looks["asked_by"] = {.label = "Who at the court asked", .hint = "Name and office"};
    return looks;
}

std::vector<Option> requirement_options() {
    std::vector<Option> out;
    for (const auto& each : sentences::disposals())
        if (each.kind == sentences::Group::Requirement) out.push_back({each.code, each.name});
    return out;
}

std::string gist_of_report(const offenders::FieldOf& after) {
    auto words = after("withdrawn_because");
    if (!words.empty()) return words;
    if (!after("decided_disposals").empty()) return disposals_in_words(after("decided_disposals"));
    return after("offences");
}

std::string gist_of_section(const offenders::FieldOf& after) {
    const auto* kind = section_kind(after("section"));
    return kind ? kind->title : "";
}

std::string gist_of_naming(const offenders::FieldOf& after) {
    return after("writer_name");
}

std::string gist_of_check(const offenders::FieldOf& after) {
    return after("words");
}

}  // namespace

Result<CommandForm> request_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    form::Values values{{"asked_on", to_text(context.today)}, {"held", "NotKnown"}};
    prefill(values, context.db, who.id);
    return offenders::form_at<AskForReport>(
        context, "A court asks for a report", "Save request", request_looks(context), values);
}

Result<CommandForm> writer_form(web::Context& context) {
    auto report = TRY(report_in(context));
    std::vector<std::int64_t> accounts;
    for (const auto& each :
         management::officers_among(context.db, std::span(&report.area.number, 1), context.today))
        if (each.account != report.writer) accounts.push_back(each.account.number);
    auto loads = tasks::loads_among(context.db, accounts, context.today);
    Looks looks;
    for (const auto& account : access::accounts_among(context.db, accounts)) {
        auto load = std::ranges::find(loads, account.id, &tasks::Load::account);
        auto open = load == loads.end() ? 0 : load->open;
        looks["writer"].options.push_back(
            {account.name, account.shown_name + ", " + std::to_string(open) + " open tasks"});
    }
    looks["writer"].label = "Who writes it";
    looks["reason"].label = "Why somebody else";
    looks["reason"].left_out = !report.writer;
    looks["reason"].long_text = true;
    return offenders::form_at<NameWriter>(
        context, report.writer ? "Name another writer" : "Name a writer", "Save writer", looks, {});
}

Result<CommandForm> delivery_form(web::Context& context) {
    TRY(report_in(context));
    Looks looks;
    looks["delivered_to"] = {.label = "To whom at the court it was given",
                             .hint = "From then on nothing in it changes"};
    return offenders::form_at<Deliver>(context, "Record the delivery", "Save delivery", looks, {});
}

Result<CommandForm> decision_form(web::Context& context) {
    auto report = TRY(report_in(context));
    Looks looks;
    looks["decided_on"].label = "Day of the sentence";
    looks["disposal"].label = "Sentence";
    looks["disposal"].hint =
        "Leave it empty where the sentence of that day is recorded: it is taken from there";
    for (const auto& each : sentences::disposals())
        if (each.kind != sentences::Group::Requirement &&
            sentences::why_not_on(each, report.hearing_on).empty())
            looks["disposal"].options.push_back({each.code, each.name});
    for (const auto& [name, label] : {std::pair("requirement", "Requirement"),
                                      std::pair("requirement_2", "Second requirement"),
                                      std::pair("requirement_3", "Third requirement")})
        looks[name] = {.label = label, .options = requirement_options()};
    looks["words"] = {.label = "In the court's words", .long_text = true};
    auto day = std::min(report.hearing_on, context.today);
    return offenders::form_at<RecordDecision>(context,
                                              "Record what the court decided",
                                              "Save decision",
                                              looks,
                                              {{"decided_on", to_text(day)}});
}

Result<CommandForm> hearing_form(web::Context& context) {
    auto report = TRY(report_in(context));
    Looks looks;
    looks["hearing_on"] = {.label = "New day of the hearing",
                           .hint = "The last day of the report is counted anew"};
    looks["reason"] = {.label = "Why it moved", .long_text = true};
    return offenders::form_at<Rearrange>(context,
                                         "The hearing has moved",
                                         "Save hearing",
                                         looks,
                                         {{"hearing_on", to_text(report.hearing_on)}});
}

Result<CommandForm> withdrawal_form(web::Context& context) {
    TRY(report_in(context));
    Looks looks;
    looks["reason"] = {.label = "Why the court no longer wants it", .long_text = true};
    return offenders::form_at<WithdrawReport>(
        context, "The report is no longer wanted", "Save", looks, {});
}

void tell_timeline() {
    using enum page::Setting;
    offenders::add_tellings({{"reports.asked", "Court asked for a report", Court},
                             {"reports.writer_named", "Writer of a court report named", Office},
                             {"reports.section_saved", "Court report written", Office},
                             {"reports.facts_saved", "Court report written", Office},
                             {"reports.proposed", "Proposal of a court report", Office},
                             {"reports.handed_in", "Court report handed in", Office},
                             {"reports.passed", "Court report checked and passed", Office},
                             {"reports.returned", "Court report returned to its writer", Office},
                             {"reports.delivered", "Court report delivered", Court},
                             {"reports.decided", "Court decided after a report", Court},
                             {"reports.hearing_moved", "Hearing of a report moved", Court},
                             {"reports.withdrawn", "Court report no longer wanted", Office}},
                            {{"report", "reports.read", &gist_of_report},
                             {"report_section", "reports.read", &gist_of_section},
                             {"report_requirement", "reports.read", {}},
                             {"report_naming", "reports.read", &gist_of_naming},
                             {"report_check", "reports.read", &gist_of_check}});
}

}  // namespace noms::reports
