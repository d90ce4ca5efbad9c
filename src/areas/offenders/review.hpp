#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/joins.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/views.hpp"

/// Reviewing pairs that may be one person: the queue, the hold of whoever looks, first and second
/// readers, and the decision.
namespace noms::offenders {

/// Who looks at a pair; others leave it alone until then.
struct PairHold {
    Id<Candidate> candidate{};
    record::AccountId account{};
    std::string reader{};
    Instant until{};
};
DESCRIBE(PairHold, candidate, account, reader, until)

/// CannotTell: a second reader shall look. SendBack: the second reader wants to know more first.
enum class Opinion { Same, Different, CannotTell, SendBack };
DESCRIBE_ENUM(Opinion, Same, Different, CannotTell, SendBack)
struct PairReading {
    Id<PairReading> id{};
    Id<Candidate> candidate{};
    record::AccountId account{};
    std::string reader{};
    Opinion opinion = Opinion::CannotTell;
    std::string reason{};
    bool asked_second = false;
    Date read_on{};
};
DESCRIBE(PairReading, id, candidate, account, reader, opinion, reason, asked_second, read_on)

extern const record::Table<PairHold> pair_holds;
extern const record::Table<PairReading> pair_readings;

/// How long a pair is held for whoever opened it.
inline constexpr std::chrono::minutes hold_lasts{15};

enum class Decision { Join, KeepApart, CannotTell, SendBack };
DESCRIBE_ENUM(Decision, Join, KeepApart, CannotTell, SendBack)
struct DecideCandidate {
    Decision decision = Decision::KeepApart;
    std::string reason{};
    std::optional<bool> second_reader{};  // another is to confirm it before anything is done
    std::optional<Date> expires_on{};     // from then on the decision no longer binds
};
DESCRIBE(DecideCandidate, decision, reason, second_reader, expires_on)

/// The pair decided, and the next of the queue, which is now held; empty when none is left.
struct Decided {
    Id<Candidate> candidate{};
    CandidateState state = CandidateState::Open;
    std::optional<Id<Candidate>> next{};
};
DESCRIBE(Decided, candidate, state, next)
Result<Decided> decide(web::Context&, const DecideCandidate&);

/// Takes the first pair of the queue that nobody holds, or of those after `after`.
struct TakeNext {
    std::optional<Id<Candidate>> after{};
};
DESCRIBE(TakeNext, after)
struct Taken {
    std::optional<Id<Candidate>> pair{};  // empty: nothing is left
};
DESCRIBE(Taken, pair)
Result<Taken> take_next(web::Context&, const TakeNext&);
/// Holds this pair for the reader. Conflict when another holds it.
struct HoldPair {
    std::optional<bool> release{};  // lets it go instead
};
DESCRIBE(HoldPair, release)
Result<Taken> hold_pair(web::Context&, const HoldPair&);

/// The pair with the offenders that stand for its two today.
struct PairToday {
    Candidate candidate{};
    Offender offender{};
    Offender other{};
};
/// NotFound when there is no such pair or the actor may not see both.
Result<PairToday> pair_in(web::Context&);
/// The hold of a pair that still lasts.
std::optional<PairHold> hold_of(db::Connection&, Id<Candidate>, Instant);
/// The holds of these pairs that still last, by pair.
std::map<std::int64_t, PairHold> holds_of_pairs(db::Connection&,
                                                const std::vector<Candidate>&,
                                                Instant);
/// What the second readers of these pairs said, by pair, where they left it to the first reader
/// again.
std::map<std::int64_t, PairReading> sent_back_among(db::Connection&, const std::vector<Candidate>&);
/// Pairs of that state by what would change most, from after `after` on, `limit` at the most.
std::vector<Candidate> queue(db::Connection&,
                             CandidateState,
                             const std::optional<Candidate>& after,
                             int limit);
/// The same of both states: what waits for a second reader first, then what is open.
std::vector<Candidate> whole_queue(db::Connection&,
                                   const std::optional<Candidate>& after,
                                   int limit);

/// Adds the addresses of reviewing.
void serve_review(web::Api&);

}  // namespace noms::offenders
