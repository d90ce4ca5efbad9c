#pragma once

#include "areas/release_dates/views.hpp"

/// The area's commands, each about the offender of its address.
namespace noms::release_dates {

struct RecordAddedDays {
    AddedKind kind = AddedKind::Awarded;
    int days = 0;
    Date decided_on{};
    std::string reason{};
};
DESCRIBE(RecordAddedDays, kind, days, decided_on, reason)

/// Works the dates out and keeps them for a second person to approve.
struct StoreCalculation {
    std::string reason{};
};
DESCRIBE(StoreCalculation, reason)

struct DecideCalculation {
    Verdict verdict = Verdict::Approve;
    std::optional<std::string> note{};
};
DESCRIBE(DecideCalculation, verdict, note)

/// `type` is the code of the date that the prisoner says is wrong.
struct RecordChallenge {
    std::string type{};
    Date made_on{};
    std::string words{};
};
DESCRIBE(RecordChallenge, type, made_on, words)

struct AnswerChallenge {
    ChallengeOutcome outcome = ChallengeOutcome::NotUpheld;
    std::string answer{};
};
DESCRIBE(AnswerChallenge, outcome, answer)

Result<AddedDays> record_added_days(web::Context&, const RecordAddedDays&);
Result<StoredCalculation> store_for_approval(web::Context&, const StoreCalculation&);
Result<StoredCalculation> decide_on(web::Context&, const DecideCalculation&);
Result<Challenge> record_challenge(web::Context&, const RecordChallenge&);
Result<Challenge> answer_challenge(web::Context&, const AnswerChallenge&);

/// The calculation and the challenge that the address names, of the offender it names; NotFound
/// where the actor may not see them.
Result<StoredCalculation> calculation_in(web::Context&);
Result<Challenge> challenge_in(web::Context&);

}  // namespace noms::release_dates
