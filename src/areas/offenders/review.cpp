#include "areas/offenders/review.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/offenders/overrides.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

constexpr int looked_through = 100;  // of the queue, for one that nobody holds

std::vector<PairHold> holds_among(db::Connection& db, const std::vector<Candidate>& pairs) {
    std::vector<std::int64_t> ids;
    for (const auto& pair : pairs) ids.push_back(pair.id.number);
    if (ids.empty()) return {};
    return db::all<PairHold>(db, sql::pair_holds_among, db::json_list(ids));
}

void about(web::Context& context, Id<Candidate> pair, std::string_view kind) {
    context.changes->about({"match", pair.number}, kind);
}

/// Puts the hold in the place of one that has ended.
void keep_hold(web::Context& context, const Candidate& pair) {
    about(context, pair.id, "offenders.pair_held");
    PairHold hold{.candidate = pair.id,
                  .account = context.actor.account,
                  .reader = context.actor.name,
                  .until = context.now + hold_lasts};
    auto before = holds_among(context.db, {pair});
    if (before.empty())
        context.changes->add(pair_holds, hold);
    else
        context.changes->change(pair_holds, before.front(), hold);
}

void let_go(web::Context& context, const Candidate& pair) {
    about(context, pair.id, "offenders.pair_held");
    for (const auto& hold : holds_among(context.db, {pair}))
        if (hold.account == context.actor.account) context.changes->remove(pair_holds, hold);
}

/// What was read of those pairs that are in that state, the oldest first.
std::vector<PairReading> readings_of(db::Connection& db,
                                     const std::vector<Candidate>& pairs,
                                     CandidateState state = CandidateState::SecondReading) {
    std::vector<std::int64_t> ids;
    for (const auto& pair : pairs)
        if (pair.state == state) ids.push_back(pair.id.number);
    if (ids.empty()) return {};
    return db::all<PairReading>(db, sql::readings_among, db::json_list(ids));
}

/// Whether the reader is the one who asked for a second to look at the pair.
bool read_first_by(const std::vector<PairReading>& readings,
                   Id<Candidate> pair,
                   record::AccountId account) {
    auto asked_second = [&](const PairReading& each) {
        return each.candidate == pair && each.asked_second;
    };
    auto asked = std::ranges::find_if(readings.rbegin(), readings.rend(), asked_second);
    return asked != readings.rend() && asked->account == account;
}

/// Those of `pairs` that the reader may take: visible to them, held by nobody else, and not waiting
/// for another to read what they read first.
std::optional<Candidate> first_free(web::Context& context, const std::vector<Candidate>& pairs) {
    std::vector<std::int64_t> named;
    for (const auto& pair : pairs)
        named.insert(named.end(), {pair.offender.number, pair.other.number});
    auto seen = access::visible_among(context.db, context.actor, named, context.today);
    auto sees = [&](OffenderId id) { return std::ranges::find(seen, id.number) != seen.end(); };
    auto holds = holds_among(context.db, pairs);
    auto readings = readings_of(context.db, pairs);
    for (const auto& pair : pairs) {
        auto held = std::ranges::find(holds, pair.id, &PairHold::candidate);
        bool by_another = held != holds.end() && held->until > context.now &&
                          held->account != context.actor.account;
        if (by_another || !sees(pair.offender) || !sees(pair.other)) continue;
        if (read_first_by(readings, pair.id, context.actor.account)) continue;
        return pair;
    }
    return std::nullopt;
}

/// Takes the next pair: what waits for a second reader first.
std::optional<Id<Candidate>> take(web::Context& context, const std::optional<Candidate>& after) {
    for (auto state : {CandidateState::SecondReading, CandidateState::Open}) {
        auto from = after && after->state == state ? after : std::nullopt;
        auto pair = first_free(context, queue(context.db, state, from, looked_through));
        if (!pair || (after && pair->id == after->id)) continue;
        keep_hold(context, *pair);
        return pair->id;
    }
    return std::nullopt;
}

/// What the decision does to the pair, as this reader may take it.
Result<CandidateState> state_after(const PairToday& pair,
                                   const DecideCandidate& given,
                                   bool is_first_reader) {
    bool second = pair.candidate.state == CandidateState::SecondReading;
    if (second && is_first_reader)
        return refused("You read this pair first: the second reader is somebody else.");
    switch (given.decision) {
        case Decision::SendBack:
            if (!second)
                return invalid(
                    {{"decision", "unfit", "Only a second reader can send a pair back"}});
            return CandidateState::Open;
        case Decision::CannotTell:
            return second ? CandidateState::Open : CandidateState::SecondReading;
        case Decision::Join:
        case Decision::KeepApart: break;
    }
    if (!second && given.second_reader == true) return CandidateState::SecondReading;
    return given.decision == Decision::Join ? CandidateState::Joined : CandidateState::KeptApart;
}

Opinion opinion_of(Decision decision) {
    switch (decision) {
        case Decision::Join: return Opinion::Same;
        case Decision::KeepApart: return Opinion::Different;
        case Decision::CannotTell: return Opinion::CannotTell;
        case Decision::SendBack: break;
    }
    return Opinion::SendBack;
}

void note_reading(web::Context& context,
                  const Candidate& pair,
                  const DecideCandidate& given,
                  bool asked_second) {
    about(context, pair.id, "offenders.pair_read");
    context.changes->add(pair_readings,
                         PairReading{.id = new_id<PairReading>(),
                                     .candidate = pair.id,
                                     .account = context.actor.account,
                                     .reader = context.actor.name,
                                     .opinion = opinion_of(given.decision),
                                     .reason = given.reason,
                                     .asked_second = asked_second,
                                     .read_on = context.today});
}

Result<void> check_given(web::Context& context,
                         const PairToday& pair,
                         const DecideCandidate& given) {
    auto state = pair.candidate.state;
    if (state == CandidateState::Joined || state == CandidateState::KeptApart)
        return conflict("Somebody decided this already.");
    auto hold = hold_of(context.db, pair.candidate.id, context.now);
    if (hold && hold->account != context.actor.account)
        return conflict(hold->reader + " is looking at this pair.");
    std::vector<FieldError> faults;
    if (trimmed(given.reason).empty())
        faults.push_back({"reason", "missing", "Say why, for whoever looks at it later"});
    if (given.expires_on && *given.expires_on <= context.today)
        faults.push_back({"expires_on", "date_in_past", "The day must be in the future"});
    if (!faults.empty()) return invalid(std::move(faults));
    if (pair.offender.id == pair.other.id)
        return conflict("The two were joined meanwhile, each to the same record.");
    return {};
}

}  // namespace

std::vector<Candidate> queue(db::Connection& db,
                             CandidateState state,
                             const std::optional<Candidate>& after,
                             int limit) {
    auto change = after ? after->expected_change : std::numeric_limits<std::int64_t>::max();
    auto id = after ? after->id : Id<Candidate>{};
    return db::all<Candidate>(db, sql::candidates_page, state, change, id, limit);
}

std::vector<Candidate> whole_queue(db::Connection& db,
                                   const std::optional<Candidate>& after,
                                   int limit) {
    bool open_ones = after && after->state == CandidateState::Open;
    std::vector<Candidate> found;
    if (!open_ones) found = queue(db, CandidateState::SecondReading, after, limit);
    auto left = limit - int(found.size());
    for (auto& pair : queue(db, CandidateState::Open, open_ones ? after : std::nullopt, left))
        found.push_back(std::move(pair));
    return found;
}

std::optional<PairHold> hold_of(db::Connection& db, Id<Candidate> pair, Instant now) {
    auto holds = holds_among(db, {Candidate{.id = pair}});
    if (holds.empty() || holds.front().until <= now) return std::nullopt;
    return holds.front();
}

std::map<std::int64_t, PairHold> holds_of_pairs(db::Connection& db,
                                                const std::vector<Candidate>& pairs,
                                                Instant now) {
    std::map<std::int64_t, PairHold> out;
    for (auto& hold : holds_among(db, pairs))
        if (hold.until > now) out.emplace(hold.candidate.number, std::move(hold));
    return out;
}

std::map<std::int64_t, PairReading> sent_back_among(db::Connection& db,
                                                    const std::vector<Candidate>& pairs) {
    std::map<std::int64_t, PairReading> out;
    for (auto& reading : readings_of(db, pairs, CandidateState::Open))
        out.insert_or_assign(reading.candidate.number, std::move(reading));
    // An opinion that decided a pair says nothing once that decision has expired.
    std::erase_if(out, [](const auto& last) {
        return last.second.opinion == Opinion::Same || last.second.opinion == Opinion::Different;
    });
    return out;
}

Result<PairToday> pair_in(web::Context& context) {
    auto unknown = not_found("There is no such pair.");
    auto pair = store::candidate(context.db, TRY(context.id<Candidate>("candidate")));
    if (!pair) return unknown;
    auto today = [&](OffenderId id) {
        auto who = store::offender(context.db, id);
        return who->joined_to ? store::offender(context.db, *who->joined_to).value() : *who;
    };
    PairToday out{*pair, today(pair->offender), today(pair->other)};
    std::vector<std::int64_t> both{out.offender.id.number, out.other.id.number};
    for (auto id : both)
        if (!access::may_see(context.db, context.actor, id, context.today)) return unknown;
    return out;
}

Result<Decided> decide(web::Context& context, const DecideCandidate& given) {
    auto pair = TRY(pair_in(context));
    CHECK(check_given(context, pair, given));
    auto readings = readings_of(context.db, {pair.candidate});
    auto id = pair.candidate.id;
    auto state = TRY(state_after(pair, given, read_first_by(readings, id, context.actor.account)));
    bool asks = state == CandidateState::SecondReading;
    note_reading(context, pair.candidate, given, asks);
    let_go(context, pair.candidate);
    if (state == CandidateState::Joined || state == CandidateState::KeptApart) {
        Verdict verdict{.said = given.decision == Decision::Join ? Said::Same : Said::Different,
                        .reason = given.reason,
                        .expires_on = given.expires_on};
        CHECK(carry_out(*context.changes, context.db, pair.offender, pair.other, verdict));
    }
    auto before = store::candidate(context.db, pair.candidate.id).value();
    auto after = before;
    after.state = state;
    about(context, pair.candidate.id, "offenders.pair_read");
    context.changes->change(candidates, before, after);
    return Decided{pair.candidate.id, state, take(context, pair.candidate)};
}

Result<Taken> take_next(web::Context& context, const TakeNext& given) {
    std::optional<Candidate> after;
    if (given.after) after = store::candidate(context.db, *given.after);
    if (after) let_go(context, *after);
    return Taken{take(context, after)};
}

Result<Taken> hold_pair(web::Context& context, const HoldPair& given) {
    auto pair = TRY(pair_in(context));
    if (given.release == true) {
        let_go(context, pair.candidate);
        return Taken{};
    }
    auto hold = hold_of(context.db, pair.candidate.id, context.now);
    if (hold && hold->account != context.actor.account)
        return conflict(hold->reader + " is looking at this pair.");
    keep_hold(context, pair.candidate);
    return Taken{pair.candidate.id};
}

}  // namespace noms::offenders
