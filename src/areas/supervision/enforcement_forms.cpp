#include "areas/supervision/enforcement_forms.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/enforcement_views.hpp"

namespace noms::supervision {
namespace {

using offenders::CommandForm;
using page::Looks;
using page::Option;

template <class E>
Option option_of(E value) {
    return {.value = std::string(describe::choice_text(value)), .label = in_words(value)};
}

/// The senior officers of the area that the case is in; nobody has to know how they sign in.
std::vector<Option> seniors_of(web::Context& context, offenders::OffenderId offender) {
    std::vector<Option> out;
    auto manager = management::manager_of(context.db, offender, context.today);
    if (!manager || !manager->area) return out;
    std::vector<std::int64_t> accounts;
    for (const auto& each : management::officers_among(
             context.db, std::span(&manager->area->number, 1), context.today))
        if (each.grade >= management::Grade::SeniorOfficer && each.account != context.actor.account)
            accounts.push_back(each.account.number);
    for (const auto& account : access::accounts_among(context.db, accounts))
        out.push_back({.value = account.name, .label = account.shown_name});
    return out;
}

/// A senior officer to choose, or to name where the case's area has none.
void look_of_senior(page::Look& look, web::Context& context, offenders::OffenderId offender) {
    look.options = seniors_of(context, offender);
    if (look.options.empty()) look.hint = "The name they sign in with";
}

std::string what_failed(const Contact& contact) {
    const auto* outcome = outcome_of(*contact.outcome);
    return fmt::format(
        "{}, {} of {}", outcome->name, kind_in_words(contact.kind), noms::in_words(contact.on_day));
}

/// Sch. 8 para. 5(2) of the Act of 2003: what a warning must say.
std::string words_of_warning(const FailureIn& failure) {
    bool licence = failure.of.is_licence();
    return fmt::format(
        "You did not comply with your {}: {}. No reasonable excuse was found, and this is not "
        "acceptable. {}",
        licence ? "licence" : "order",
        what_failed(failure.contact),
        licence ? "If you fail to comply again you may be recalled to prison."
                : "If you fail again within the next twelve months you will be brought before a "
                  "court.");
}

/// What was done about the failures so far, a line each.
std::string what_was_tried(const Enforced& of) {
    std::string out;
    for (const auto& each : of.answers)
        out += fmt::format("{} on {}.\n", in_words(each.kind), noms::in_words(each.on_day));
    return out;
}

/// The failures of the last twelve months in words, the oldest first.
std::string failures_in_words(const Enforced& of) {
    std::string out;
    for (const auto& each : of.failures)
        if (of.ruling.counted_from <= each.on_day &&
            outcome_of(*each.outcome)->compliance == Compliance::Unacceptable)
            out += what_failed(each) + ".\n";
    return out;
}

/// The court that has it, or else the one that made the order.
std::optional<Id<organisation::Body>> likely_court(db::Connection& db, const Breach& breach) {
    if (breach.court) return breach.court;
    auto sentence = sentences::sentence(db, breach.sentence);
    auto passed = sentence ? sentences::appearance(db, sentence->appearance) : std::nullopt;
    return passed ? passed->court : std::nullopt;
}

}  // namespace

Result<CommandForm> warning_form(web::Context& context) {
    auto failure = TRY(failure_in(context));
    const auto* step = failure.of.step_for(failure.contact.id);
    bool is_final = step && step->action == "final_warning";
    Looks looks;
    looks["sent_on"].label = "Day of the warning";
    looks["words"].label = "What the warning says";
    looks["words"].hint = "The failure, that it is not acceptable, and what another one means";
    looks["words"].long_text = true;
    return offenders::form_at<Warn>(
        context,
        is_final ? "Record a final warning" : "Record a warning",
        "Save warning",
        looks,
        {{"sent_on", to_text(context.today)}, {"words", words_of_warning(failure)}});
}

Result<CommandForm> no_action_form(web::Context& context) {
    auto failure = TRY(failure_in(context));
    Looks looks;
    looks["decided_by"].label = "Senior officer who decided";
    look_of_senior(looks["decided_by"], context, failure.contact.offender);
    looks["reason"].label = "Why nothing is done about: " + what_failed(failure.contact);
    looks["reason"].hint = "The failure still counts towards the next one";
    looks["reason"].long_text = true;
    return offenders::form_at<DecideNotToAct>(
        context, "Decide not to act", "Save decision", looks, {});
}

Result<CommandForm> breach_form(web::Context& context) {
    auto order = TRY(enforced_in(context));
    Looks looks;
    looks["begun_on"].label = "Day on which proceedings were begun";
    looks["begun_on"].hint = "When the court was asked for a summons or a warrant";
    looks["reasons"].label = "Why the order is brought before the court";
    looks["reasons"].long_text = true;
    return offenders::form_at<BeginBreach>(
        context,
        "Begin breach proceedings",
        "Begin breach",
        looks,
        {{"begun_on", to_text(context.today)},
         {"reasons",
          "Failed to comply without a reasonable excuse.\n" + failures_in_words(order)}});
}

Result<CommandForm> hearing_form(web::Context& context) {
    auto breach = TRY(breach_in(context));
    Looks looks;
    for (const auto& court :
         organisation::bodies(context.db, organisation::Kind::Court, context.today))
        looks["court"].options.push_back({to_text(court.id), court.name});
    std::ranges::sort(looks["court"].options, {}, &Option::label);
    looks["hearing_on"].label = "Day of the hearing";
    form::Values values;
    if (breach.hearing_on) values.emplace_back("hearing_on", to_text(*breach.hearing_on));
    if (auto court = likely_court(context.db, breach))
        values.emplace_back("court", to_text(*court));
    return offenders::form_at<ListBreach>(
        context, "Record the hearing", "Save hearing", looks, values);
}

Result<CommandForm> result_form(web::Context& context) {
    auto breach = TRY(breach_in(context));
    auto sentence = sentences::sentence(context.db, breach.sentence);
    if (!sentence) return not_found("There is no such order any more.");
    Looks looks;
    looks["result"].label = "What the court decided";
    for (const auto& power : breach_powers(sentence->disposal, context.today))
        looks["result"].options.push_back(
            {.value = std::string(describe::choice_text(power.result)),
             .label = power.name,
             .hint = power.cite.value_or("")});
    looks["decided_on"].label = "Day of the decision";
    looks["words"].label = "In the court's words";
    looks["words"].long_text = true;
    return offenders::form_at<RecordResult>(
        context,
        "Record what the court decided",
        "Save result",
        looks,
        {{"decided_on", to_text(breach.hearing_on.value_or(context.today))}});
}

Result<CommandForm> recall_form(web::Context& context) {
    auto licence = TRY(enforced_in(context));
    Looks looks;
    for (auto kind : {RecallKind::Standard, RecallKind::Emergency, RecallKind::FixedTerm})
        if (may_recall(kind, context.today)) looks["kind"].options.push_back(option_of(kind));
    for (auto reason : {RecallReason::FailedToComply,
                        RecallReason::RiskIncreased,
                        RecallReason::LostContact,
                        RecallReason::ChargedAgain})
        looks["reason"].options.push_back(option_of(reason));
    looks["words"].label = "What happened, and why recall is needed";
    looks["words"].long_text = true;
    looks["tried"].label = "What was tried instead";
    looks["tried"].long_text = true;
    looks["endorsed_by"].label = "Senior officer who endorses the request";
    look_of_senior(looks["endorsed_by"], context, licence.sentence.offender);
    return offenders::form_at<RequestRecall>(context,
                                             "Ask for recall",
                                             "Ask for recall",
                                             looks,
                                             {{"kind", "Standard"},
                                              {"words", failures_in_words(licence)},
                                              {"tried", what_was_tried(licence)}});
}

Result<CommandForm> recall_decision_form(web::Context& context) {
    auto recall = TRY(recall_in(context));
    Looks looks;
    looks["decision"].label = "What was decided by: " + recall.authority;
    for (auto decision : {RecallDecision::Revoked, RecallDecision::NotRevoked})
        looks["decision"].options.push_back(option_of(decision));
    looks["decided_on"].label = "Day of the decision";
    looks["words"].label = "Reasons given";
    looks["words"].long_text = true;
    return offenders::form_at<DecideRecall>(context,
                                            "Record the decision on the recall",
                                            "Save decision",
                                            looks,
                                            {{"decided_on", to_text(context.today)}});
}

Result<CommandForm> recall_end_form(web::Context& context) {
    auto recall = TRY(recall_in(context));
    Looks looks;
    for (auto result : recall_results(recall.kind))
        looks["result"].options.push_back(option_of(result));
    looks["result"].label = "How the recall ended";
    looks["ended_on"].label = "Day of the recommendation or release";
    looks["release_on"].label = "Day of release";
    looks["release_on"].hint = "Where the Parole Board recommended one";
    looks["words"].label = "In the words of the decision";
    looks["words"].long_text = true;
    return offenders::form_at<EndRecall>(context,
                                         "Record how the recall ended",
                                         "Save",
                                         looks,
                                         {{"ended_on", to_text(context.today)}});
}

}  // namespace noms::supervision
