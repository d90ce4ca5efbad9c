#include <algorithm>

#include "areas/supervision/enforcing.hpp"
#include "areas/supervision/store.hpp"
#include "kit/base/text.hpp"

/// The recall of a licence: asked for and endorsed, decided by whoever revokes licences, and ended.
namespace noms::supervision {
namespace {

Result<Recall> change(web::Context& context,
                      const Recall& before,
                      const Recall& after,
                      std::string_view event,
                      const std::string& why) {
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), before.offender.number}, event);
    changes.change(recalls, before, after);
    CHECK(settle_clocks(changes, context.db, before.offender, why));
    return after;
}

/// The newest failure that the clock wants something for.
std::optional<ContactId> failure_of(const Enforced& licence) {
    if (licence.ruling.steps.empty()) return std::nullopt;
    return licence.failures[size_t(licence.ruling.steps.back().failure)].id;
}

std::vector<FieldError> faults_of(const RequestRecall& given, const web::Context& context) {
    std::vector<FieldError> faults;
    if (auto may = may_recall(given.kind, context.today); !may) faults = may.error().fields;
    if (trimmed(given.words).empty())
        faults.push_back({"words", "missing", "Say what happened and why recall is needed"});
    if (trimmed(given.tried).empty())
        faults.push_back({"tried", "missing", "Say what was tried instead, or why nothing was"});
    auto senior = senior_called(context.db, given.endorsed_by, "endorsed_by", context.today);
    if (!senior)
        faults.push_back(senior.error().fields.front());
    else if (lower(trimmed(given.endorsed_by)) == context.actor.name)
        faults.push_back({"endorsed_by", "same_person", "Somebody else endorses the request"});
    return faults;
}

std::vector<FieldError> faults_of(const Recall& recall, const EndRecall& given, Date today) {
    std::vector<FieldError> faults;
    auto results = recall_results(recall.kind);
    if (std::ranges::find(results, given.result) == results.end())
        faults.push_back({"result", "not_of_this_kind", "Only a recall of fixed term ends so"});
    if (today < given.ended_on)
        faults.push_back({"ended_on", "date_in_future", "The day must not be in the future"});
    if (given.ended_on < *recall.decided_on)
        faults.push_back({"ended_on", "too_early", "That is before the licence was revoked"});
    if (given.result == RecallResult::ReleasedOn && !given.release_on)
        faults.push_back({"release_on", "missing", "Enter the day that the Board recommended"});
    return faults;
}

}  // namespace

Result<Recall> recall_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto recall = store::recall(context.db, TRY(context.id<Recall>("recall")));
    if (!recall || recall->offender != offender.id) return not_found("There is no such recall.");
    return *recall;
}

Result<Recall> request_recall(web::Context& context, const RequestRecall& given) {
    auto licence = TRY(enforced_in(context));
    if (!licence.is_licence()) return refused("An order is brought before a court, not recalled.");
    if (licence.recall_under_way()) return conflict("Recall was asked for already.");
    if (!licence.runs) return refused("The offender is not on this licence today.");
    if (auto faults = faults_of(given, context); !faults.empty()) return invalid(std::move(faults));
    auto authority = TRY(recall_authority(licence.sentence, context.today));
    Recall recall{.id = new_id<Recall>(),
                  .offender = licence.sentence.offender,
                  .sentence = licence.sentence.id,
                  .contact = failure_of(licence),
                  .kind = given.kind,
                  .reason = given.reason,
                  .words = given.words,
                  .tried = given.tried,
                  .requested_on = context.today,
                  .requested_by = context.actor.shown,
                  .endorsed_by = TRY(
                      senior_called(context.db, given.endorsed_by, "endorsed_by", context.today)),
                  .authority = authority.value,
                  .recorded_by = context.actor.name};
    auto& changes = *context.changes;
    changes.about({std::string(offenders::subject_kind), recall.offender.number},
                  "supervision.recall_requested");
    changes.add(recalls, recall);
    CHECK(settle_clocks(changes, context.db, recall.offender, "Recall was asked for"));
    return recall;
}

Result<Recall> decide_recall(web::Context& context, const DecideRecall& given) {
    auto recall = TRY(recall_in(context));
    if (recall.decision) return conflict("The decision on this recall is recorded already.");
    std::vector<FieldError> faults;
    if (context.today < given.decided_on)
        faults.push_back({"decided_on", "date_in_future", "The day must not be in the future"});
    if (given.decided_on < recall.requested_on)
        faults.push_back({"decided_on", "too_early", "That is before recall was asked for"});
    if (!faults.empty()) return invalid(std::move(faults));
    auto decided = recall;
    decided.decision = given.decision;
    decided.decided_on = given.decided_on;
    decided.decision_words = given.words.value_or("");
    return change(context, recall, decided, "supervision.recall_decided", in_words(given.decision));
}

Result<Recall> end_recall(web::Context& context, const EndRecall& given) {
    auto recall = TRY(recall_in(context));
    if (recall.decision != RecallDecision::Revoked)
        return refused("Only a recall by which the licence was revoked has an end to record.");
    if (recall.result) return conflict("How this recall ended is recorded already.");
    if (auto faults = faults_of(recall, given, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto ended = recall;
    ended.result = given.result;
    ended.ended_on = given.ended_on;
    ended.release_on =
        given.result == RecallResult::ReleasedOn ? given.release_on : std::optional<Date>();
    ended.result_words = given.words.value_or("");
    return change(context, recall, ended, "supervision.recall_ended", in_words(given.result));
}

}  // namespace noms::supervision
