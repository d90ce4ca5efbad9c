#include <algorithm>

#include "areas/supervision/enforcement_report.hpp"
#include "areas/supervision/enforcing.hpp"
#include "areas/supervision/store.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"

/// An order before a court: proceedings begun, report, hearing, and what the court decided.
namespace noms::supervision {
namespace {

/// The failure that the proceedings are for: the newest that nothing answers, or else the newest.
const Contact* failure_to_bring(const Enforced& order) {
    const Contact* newest = nullptr;
    const Contact* open = nullptr;
    for (const auto& each : order.failures) {
        if (outcome_of(*each.outcome)->compliance != Compliance::Unacceptable) continue;
        newest = &each;
        if (order.step_for(each.id)) open = &each;
    }
    return open ? open : newest;
}

/// Writes the breach as it is from now on; the clocks follow.
Result<Breach> change(web::Context& context,
                      const Breach& before,
                      const Breach& after,
                      std::string_view event,
                      const std::string& why) {
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), before.offender.number}, event);
    changes.change(breaches, before, after);
    CHECK(settle_clocks(changes, context.db, before.offender, why));
    return after;
}

Result<Breach> undecided_in(web::Context& context) {
    auto breach = TRY(breach_in(context));
    if (breach.result) return conflict("The court has decided already.");
    return breach;
}

Result<Breach> unserved_in(web::Context& context) {
    auto breach = TRY(undecided_in(context));
    if (breach.served_on) return conflict("The report was served: nothing in it changes any more.");
    return breach;
}

/// Refused for what no court could do on that day about that order.
Result<BreachPower> power_for(db::Connection& db, const Breach& breach, const RecordResult& given) {
    auto sentence = sentences::sentence(db, breach.sentence);
    if (!sentence) return not_found("There is no such order any more.");
    auto powers = breach_powers(sentence->disposal, given.decided_on);
    auto found = std::ranges::find(powers, given.result, &BreachPower::result);
    if (found != powers.end()) return *found;
    return invalid(
        {{"result",
          "not_in_force",
          "No court could do that about this order on " + noms::in_words(given.decided_on)}});
}

std::vector<FieldError> faults_of(const Breach& breach, const RecordResult& given, Date today) {
    std::vector<FieldError> faults;
    bool withdrawn = given.result == BreachResult::Withdrawn;
    auto from = withdrawn ? breach.begun_on : breach.hearing_on.value_or(breach.begun_on);
    if (today < given.decided_on)
        faults.push_back({"decided_on", "date_in_future", "The day must not be in the future"});
    if (given.decided_on < from)
        faults.push_back({"decided_on",
                          "too_early",
                          "That is before " + noms::in_words(from) +
                              (withdrawn ? ", when it was begun" : ", the day of the hearing")});
    if (trimmed(given.words).empty())
        faults.push_back({"words", "missing", "Write what the court said"});
    return faults;
}

}  // namespace

Result<Breach> breach_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto breach = store::breach(context.db, TRY(context.id<Breach>("breach")));
    if (!breach || breach->offender != offender.id) return not_found("There is no such breach.");
    return *breach;
}

Result<Breach> begin_breach(web::Context& context, const BeginBreach& given) {
    auto order = TRY(enforced_in(context));
    if (order.is_licence())
        return refused("A licence is not breached before a court: ask for recall.");
    if (!order.runs) return refused("The order does not run today.");
    if (order.breach_under_way()) return conflict("This order is before a court already.");
    const auto* failure = failure_to_bring(order);
    if (!failure) return refused("No failure to comply with this order is recorded.");
    std::vector<FieldError> faults;
    if (context.today < given.begun_on)
        faults.push_back({"begun_on", "date_in_future", "The day must not be in the future"});
    if (given.begun_on < failure->on_day)
        faults.push_back({"begun_on", "before_failure", "That is before the failure"});
    if (trimmed(given.reasons).empty())
        faults.push_back({"reasons", "missing", "Say why the order is brought before the court"});
    if (!faults.empty()) return invalid(std::move(faults));
    Breach breach{.id = new_id<Breach>(),
                  .offender = order.sentence.offender,
                  .sentence = order.sentence.id,
                  .contact = failure->id,
                  .begun_on = given.begun_on,
                  .begun_by = context.actor.shown,
                  .reasons = given.reasons,
                  .recorded_by = context.actor.name};
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), breach.offender.number},
                  "supervision.breach_begun");
    changes.add(breaches, breach);
    CHECK(settle_clocks(changes, context.db, breach.offender, "Breach proceedings begun"));
    return breach;
}

Result<Breach> save_report(web::Context& context, const SaveReport& given) {
    auto breach = TRY(unserved_in(context));
    if (trimmed(given.reasons).empty())
        return invalid({{"reasons", "missing", "Say why the order is brought before the court"}});
    auto saved = breach;
    saved.reasons = given.reasons;
    saved.response = given.response.value_or("");
    saved.proposal = given.proposal.value_or("");
    return change(context, breach, saved, "supervision.breach_report_saved", "");
}

Result<Breach> serve_report(web::Context& context, const ServeReport&) {
    auto breach = TRY(unserved_in(context));
    if (trimmed(breach.response).empty() || trimmed(breach.proposal).empty())
        return refused("Write how the offender responded and what is proposed, and save, first.");
    auto served = breach;
    served.report = json::write(TRY(report_of(context, breach)));
    served.served_on = context.today;
    served.served_by = context.actor.shown;
    return change(context, breach, served, "supervision.breach_report_served", "Report served");
}

Result<Breach> list_breach(web::Context& context, const ListBreach& given) {
    auto breach = TRY(undecided_in(context));
    std::vector<FieldError> faults;
    auto court = organisation::body(context.db, given.court, given.hearing_on);
    if (!court || court->kind != organisation::Kind::Court)
        faults.push_back({"court", "unknown_court", "Choose a court from the list"});
    if (given.hearing_on < breach.begun_on)
        faults.push_back({"hearing_on", "too_early", "That is before proceedings were begun"});
    if (!faults.empty()) return invalid(std::move(faults));
    auto listed = breach;
    listed.court = given.court;
    listed.hearing_on = given.hearing_on;
    return change(context,
                  breach,
                  listed,
                  "supervision.breach_listed",
                  "Listed for " + noms::in_words(given.hearing_on));
}

Result<Breach> record_result(web::Context& context, const RecordResult& given) {
    auto breach = TRY(undecided_in(context));
    if (!breach.hearing_on && given.result != BreachResult::Withdrawn)
        return refused("No court has it yet: record when and where it is heard first.");
    if (auto faults = faults_of(breach, given, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto power = TRY(power_for(context.db, breach, given));
    auto decided = breach;
    decided.result = given.result;
    decided.decided_on = given.decided_on;
    decided.result_words = given.words;
    auto done =
        TRY(change(context, breach, decided, "supervision.breach_decided", in_words(given.result)));
    auto sentence = sentences::sentence(context.db, breach.sentence);
    if (!power.ends || sentence->ended_on) return done;
    TRY(management::end_with_management(*context.changes,
                                        context.db,
                                        *sentence,
                                        {.ended_on = given.decided_on, .reason = *power.ends}));
    CHECK(settle_clocks(*context.changes, context.db, breach.offender, in_words(given.result)));
    return done;
}

}  // namespace noms::supervision
