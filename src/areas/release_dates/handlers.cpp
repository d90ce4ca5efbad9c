#include "areas/release_dates/handlers.hpp"

#include <algorithm>

#include "kit/base/text.hpp"

namespace noms::release_dates {
namespace {

constexpr int days_at_once_max = 365;

/// The offender of the address, whose record is not one that was joined to another.
Result<offenders::Offender> to_change(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return refused("This record was joined to another: change that one.");
    return who;
}

record::Changes& about(web::Context& context, OffenderId offender, std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

Maker maker_of(const web::Context& context) {
    return {context.actor.account, context.actor.name, context.today};
}

CalculationFacts facts_now(web::Context& context, OffenderId offender) {
    auto people = facts_among(context.db, std::span(&offender.number, 1), context.today);
    return people.empty() ? CalculationFacts{} : std::move(people.front().facts);
}

void want_words(std::vector<FieldError>& faults,
                const char* field,
                const std::string& words,
                const char* what) {
    if (trimmed(words).empty()) faults.push_back({field, "missing", what});
}

void want_past(std::vector<FieldError>& faults, const char* field, Date day, Date today) {
    if (today < day)
        faults.push_back({field, "date_in_future", "The day must not be in the future"});
}

/// Days given back cannot be more than were awarded before.
int balance(const std::vector<AddedFact>& added) {
    int days = 0;
    for (const auto& each : added) days += each.kind == AddedKind::Awarded ? each.days : -each.days;
    return days;
}

}  // namespace

Result<StoredCalculation> calculation_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::calculation(context.db, TRY(context.id<StoredCalculation>("calculation")));
    if (!found || found->offender != who.id) return not_found("There is no such calculation.");
    return *found;
}

Result<Challenge> challenge_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::challenge(context.db, TRY(context.id<Challenge>("challenge")));
    if (!found || found->offender != who.id) return not_found("There is no such challenge.");
    return *found;
}

Result<AddedDays> record_added_days(web::Context& context, const RecordAddedDays& given) {
    auto who = TRY(to_change(context));
    std::vector<FieldError> faults;
    if (given.days < 1 || given.days > days_at_once_max)
        faults.push_back({"days", "out_of_range", "Enter 1 to 365 days"});
    want_past(faults, "decided_on", given.decided_on, context.today);
    want_words(faults, "reason", given.reason, "Say what was found, or why they are given back");
    auto added = facts_now(context, who.id).added;
    if (given.kind == AddedKind::Restored && balance(added) < given.days)
        faults.push_back(
            {"days", "more_than_awarded", "No more days can be given back than were awarded"});
    if (!faults.empty()) return invalid(std::move(faults));
    AddedDays row{.id = new_id<AddedDays>(),
                  .offender = who.id,
                  .kind = given.kind,
                  .days = given.days,
                  .decided_on = given.decided_on,
                  .reason = std::string(trimmed(given.reason)),
                  .recorded_by = context.actor.name};
    about(context, who.id, added_days_event).add(added_days, row);
    return row;
}

Result<StoredCalculation> store_for_approval(web::Context& context, const StoreCalculation& given) {
    auto who = TRY(to_change(context));
    std::vector<FieldError> faults;
    want_words(faults, "reason", given.reason, "Say why the dates are worked out now");
    if (!faults.empty()) return invalid(std::move(faults));
    auto& changes = about(context, who.id, calculated_event);
    return store_calculation(
        changes, who.id, facts_now(context, who.id), given.reason, maker_of(context));
}

Result<StoredCalculation> decide_on(web::Context& context, const DecideCalculation& given) {
    auto who = TRY(to_change(context));
    auto stored = TRY(calculation_in(context));
    bool stale = facts_in(stored) != facts_now(context, who.id);
    if (given.verdict == Verdict::Approve && stale)
        return refused("The record has changed since: work the dates out again.");
    auto& changes = about(context, who.id, decided_event);
    return decide(changes, stored, given.verdict, given.note.value_or(""), maker_of(context));
}

Result<Challenge> record_challenge(web::Context& context, const RecordChallenge& given) {
    auto who = TRY(to_change(context));
    std::vector<FieldError> faults;
    auto known = std::ranges::find(date_kinds(), given.type, &DateKind::code);
    if (known == date_kinds().end())
        faults.push_back({"type", "unknown_code", "Choose the date that it is about"});
    want_past(faults, "made_on", given.made_on, context.today);
    want_words(faults, "words", given.words, "Say what the prisoner says is wrong");
    if (!answer_due(given.made_on))
        faults.push_back({"made_on", "too_early", "No time to answer is known for that day"});
    if (!faults.empty()) return invalid(std::move(faults));
    Challenge row{.id = new_id<Challenge>(),
                  .offender = who.id,
                  .type = given.type,
                  .made_on = given.made_on,
                  .words = std::string(trimmed(given.words)),
                  .recorded_by = context.actor.name};
    about(context, who.id, challenged_event).add(challenges, row);
    return row;
}

Result<Challenge> answer_challenge(web::Context& context, const AnswerChallenge& given) {
    auto who = TRY(to_change(context));
    auto before = TRY(challenge_in(context));
    if (before.answered_on) return conflict("Somebody answered this challenge already.");
    std::vector<FieldError> faults;
    want_words(faults, "answer", given.answer, "Say what the prisoner is told");
    if (!faults.empty()) return invalid(std::move(faults));
    auto after = before;
    after.answered_on = context.today;
    after.outcome = given.outcome;
    after.answer = std::string(trimmed(given.answer));
    after.answered_by = context.actor.name;
    about(context, who.id, answered_event).change(challenges, before, after);
    return after;
}

}  // namespace noms::release_dates
