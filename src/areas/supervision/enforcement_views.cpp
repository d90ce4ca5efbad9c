#include "areas/supervision/enforcement_views.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace noms::supervision {
namespace {

/// What was done about the failure, as the list of failures has it.
std::string answer_in_words(const Enforced& of, const Contact& failure) {
    if (const auto* answer = of.answer_to(failure.id))
        return fmt::format("{} on {} by {}",
                           in_words(answer->kind),
                           noms::in_words(answer->on_day),
                           answer->decided_by);
    for (const auto& each : of.breaches)
        if (!each.decided_on || failure.on_day <= *each.decided_on)
            return "Breach begun on " + noms::in_words(each.begun_on);
    for (const auto& each : of.recalls)
        if (!each.ended_on || failure.on_day <= *each.ended_on)
            return "Recall asked for on " + noms::in_words(each.requested_on);
    return "";
}

FailureView view_of(const Enforced& of, const Contact& failure) {
    const auto* outcome = outcome_of(*failure.outcome);
    const auto* step = of.step_for(failure.id);
    FailureView view{.contact = failure.id,
                     .on = failure.on_day,
                     .what = kind_in_words(failure.kind),
                     .outcome = outcome->name,
                     .judged = outcome->compliance == Compliance::Unacceptable};
    if (step) view.wanted = step->action;
    // What nobody judged is answered by nothing, even while proceedings run.
    if (!step && view.judged) view.answer = answer_in_words(of, failure);
    view.may_warn = step && (step->action == "warn" || step->action == "final_warning");
    return view;
}

void add_breaches(EnforcedView& view, db::Connection& db, const Enforced& of) {
    for (const auto& each : of.breaches) {
        auto court =
            each.court ? organisation::body(db, *each.court, *each.hearing_on) : std::nullopt;
        view.breaches.push_back({.id = to_text(each.id),
                                 .begun_on = each.begun_on,
                                 .state = state_in_words(each, court ? court->name : ""),
                                 .under_way = !each.result});
    }
}

void add_recalls(EnforcedView& view, const Enforced& of) {
    for (const auto& each : of.recalls)
        view.recalls.push_back({.id = to_text(each.id),
                                .begun_on = each.requested_on,
                                .state = state_in_words(each),
                                .under_way = &each == of.recall_under_way()});
}

DueStep due_of(const tasks::Task& task) {
    return {.kind = task.kind,
            .what = task.what,
            .counted_from = task.counted_from,
            .due_on = task.due_on,
            .rule = task.rule,
            .cite = task.cite,
            .certainty = task.certainty};
}

EnforcedView view_of(db::Connection& db, const Enforced& of) {
    EnforcedView view{.sentence = of.sentence.id,
                      .what = of.is_licence() ? "Licence of: " + sentences::in_words(of.sentence)
                                              : sentences::in_words(of.sentence),
                      .kind = of.under.enforced,
                      .imposed_on = of.sentence.imposed_on,
                      .runs = of.runs,
                      .cite = of.under.cite,
                      .certainty = of.under.certainty,
                      .ruling = of.ruling};
    for (const auto& task : wanted_tasks({of})) view.due.push_back(due_of(task));
    std::ranges::stable_sort(view.due, {}, &DueStep::due_on);
    for (const auto& failure : of.failures) view.failures.push_back(view_of(of, failure));
    std::ranges::reverse(view.failures);
    add_breaches(view, db, of);
    add_recalls(view, of);
    return view;
}

}  // namespace

Result<EnforcementView> enforcement_of(db::Connection& db,
                                       offenders::OffenderId offender,
                                       Date day) {
    EnforcementView view{.offender = offender, .day = day};
    for (const auto& each : TRY(enforced_of(db, offender, day)))
        if (each.runs || !each.failures.empty() || !each.breaches.empty() || !each.recalls.empty())
            view.sentences.push_back(view_of(db, each));
    // What is due first stands first, then what runs.
    std::ranges::stable_sort(view.sentences, {}, [](const EnforcedView& each) {
        static const Date last_day = *parse_date("9999-12-31");
        return std::pair(each.due.empty() ? last_day : each.due.front().due_on, !each.runs);
    });
    return view;
}

Result<BreachView> view_of(web::Context& context, const Breach& breach) {
    BreachView view{.breach = breach, .report = TRY(report_of(context, breach))};
    if (breach.court)
        if (auto court = organisation::body(context.db, *breach.court, *breach.hearing_on))
            view.court = court->name;
    return view;
}

RecallView view_of(db::Connection& db, const Recall& recall) {
    auto sentence = sentences::sentence(db, recall.sentence);
    return {.recall = recall, .licence = sentence ? sentences::in_words(*sentence) : ""};
}

std::string state_in_words(const Breach& breach, const std::string& court) {
    if (breach.result) return in_words(*breach.result) + ", " + noms::in_words(*breach.decided_on);
    if (breach.hearing_on)
        return fmt::format("Before {} on {}", court, noms::in_words(*breach.hearing_on));
    return breach.served_on ? "Report served, not listed yet" : "Report not served yet";
}

std::string state_in_words(const Recall& recall) {
    if (recall.result) return in_words(*recall.result) + ", " + noms::in_words(*recall.ended_on);
    if (recall.decision)
        return in_words(*recall.decision) + " on " + noms::in_words(*recall.decided_on);
    return "Nobody has decided on it yet";
}

std::string enforcement_path(offenders::OffenderId offender) {
    return offenders::path_of(offender) + "/enforcement";
}
std::string enforcement_path(offenders::OffenderId offender, Id<sentences::Sentence> sentence) {
    return enforcement_path(offender) + "/" + to_text(sentence);
}
std::string path_of(const Breach& breach) {
    return offenders::path_of(breach.offender) + "/breaches/" + to_text(breach.id);
}
std::string path_of(const Recall& recall) {
    return offenders::path_of(recall.offender) + "/recalls/" + to_text(recall.id);
}

}  // namespace noms::supervision
