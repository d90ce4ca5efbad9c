#include "areas/challenges/handlers.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/challenges/store.hpp"
#include "areas/challenges/subject.hpp"
#include "areas/management/management.hpp"
#include "kit/base/text.hpp"

namespace noms::challenges {
namespace {

using management::Allocation;

std::string source_of(ChallengeId id) {
    return "challenges/" + to_text(id);
}

/// The officers in office in the area whose case it is, with the names that they sign in with.
struct Officers {
    std::vector<Candidate> candidates{};
    std::vector<access::Account> accounts{};
};

Officers officers_of(db::Connection& db, const Allocation& allocation, Date day) {
    Officers out;
    if (!allocation.area) return out;
    auto found = management::officers_among(db, std::span(&allocation.area->number, 1), day);
    std::vector<std::int64_t> numbers;
    std::optional<management::BodyId> unit;
    for (const auto& each : found) {
        numbers.push_back(each.account.number);
        if (each.account == allocation.manager) unit = each.unit;
    }
    out.accounts = access::accounts_among(db, numbers);
    for (const auto& each : found) {
        auto account = std::ranges::find(out.accounts, each.account, &access::Account::id);
        out.candidates.push_back({.name = account->name,
                                  .grade = each.grade,
                                  .in_unit = unit && each.unit == unit,
                                  .manages = each.account == allocation.manager});
    }
    return out;
}

Result<void> ask_for_answer(web::Context& context, Challenge& row) {
    auto managed = management::manager_of(context.db, row.offender, context.today);
    if (managed && managed->manager) {
        auto officers = officers_of(context.db, *managed, context.today);
        auto ruling =
            TRY(answerer({.entered_by = row.entered_by, .officers = officers.candidates}));
        auto account = std::ranges::find(officers.accounts, ruling.asked, &access::Account::name);
        if (account != officers.accounts.end()) {
            row.asked = account->id;
            row.asked_name = account->shown_name;
        }
    }
    tasks::Task task{.offender = row.offender,
                     .kind = clock().kind,
                     .what = clock().what + ": " + lower(in_words(row.subject)),
                     .counted_from = row.received_on,
                     .due_on = row.due_on,
                     .rule = clock().rule,
                     .cite = clock().cite,
                     .certainty = clock().certainty,
                     .account = row.asked,
                     .source = source_of(row.id)};
    if (!row.asked) management::ask_whoever_holds(context.db, task, managed);
    tasks::open(*context.changes, context.db, task);
    return {};
}

std::vector<FieldError> faults_of(const RecordChallenge& given, Date today) {
    std::vector<FieldError> faults;
    if (trimmed(given.words).empty())
        faults.push_back({"words", "missing", "Write down what the person says"});
    if (today < given.received_on)
        faults.push_back({"received_on", "date_in_future", "The day must not be in the future"});
    return faults;
}

bool is_same(const Challenge& one, const Challenge& other) {
    return one.subject == other.subject && one.assessment == other.assessment &&
           one.predictor == other.predictor && one.tier_on == other.tier_on &&
           one.note == other.note;
}

}  // namespace

Result<Challenge> record_challenge(web::Context& context, const RecordChallenge& given) {
    auto who = TRY(offenders::offender_in(context));
    if (auto faults = faults_of(given, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto row = TRY(contested(
        context.db, who, given.about, given.on_day.value_or(context.today), context.today));
    for (const auto& each : challenges_of(context.db, who.id))
        if (!each.answered_on && is_same(each, row))
            return conflict("The same is contested already, and not answered yet.");
    row.id = new_id<Challenge>();
    row.offender = who.id;
    row.words = std::string(trimmed(given.words));
    row.received_on = given.received_on;
    row.due_on = TRY(deadline({.received_on = given.received_on})).due_on;
    row.recorded_by = context.actor.name;
    context.changes->about({std::string(offenders::subject_kind), who.id.number},
                           "challenges.received");
    CHECK(ask_for_answer(context, row));
    context.changes->add(challenges, row);
    return row;
}

Result<Challenge> challenge_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::challenge(context.db, TRY(context.id<Challenge>("challenge")));
    if (!found || found->offender != who.id) return not_found("There is no such challenge.");
    return *found;
}

std::string why_not_answer(web::Context& context, const Challenge& row) {
    if (row.answered_on) return "Somebody answered this already.";
    if (row.entered_by.empty() || row.entered_by != context.actor.name) return {};
    auto managed = management::manager_of(context.db, row.offender, context.today);
    if (!managed) return {};
    auto officers = officers_of(context.db, *managed, context.today).candidates;
    auto other = answerer({.entered_by = row.entered_by, .officers = std::move(officers)});
    return other.value().asked.empty() ? "" : "You made the entry: somebody else answers.";
}

Result<Challenge> answer_challenge(web::Context& context, const AnswerChallenge& given) {
    auto before = TRY(challenge_in(context));
    if (before.answered_on) return conflict("Somebody answered this already.");
    if (auto why = why_not_answer(context, before); !why.empty()) return refused(why);
    if (trimmed(given.reasons).empty())
        return invalid({{"reasons", "missing", "Say what the person is told, and why"}});
    auto after = before;
    after.version += 1;
    after.outcome = given.outcome;
    after.answered_on = context.today;
    after.answer = std::string(trimmed(given.reasons));
    after.answered_by = context.actor.name;
    context.changes->about({std::string(offenders::subject_kind), before.offender.number},
                           "challenges.answered");
    context.changes->change(challenges, before, after);
    tasks::close_asked(*context.changes,
                       context.db,
                       source_of(before.id),
                       tasks::TaskState::Done,
                       "Answered: " + lower(in_words(given.outcome)));
    return after;
}

bool is_about(const tasks::Task& task, ChallengeId id) {
    return task.source == source_of(id);
}

}  // namespace noms::challenges
