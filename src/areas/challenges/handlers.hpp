#pragma once

#include <optional>
#include <string>

#include "areas/challenges/challenges.hpp"

/// The commands of this area, and what each challenge's task is.
namespace noms::challenges {

/// `about` is what is contested, as `subjects_of` has it; `on_day` the day of a tier, empty: today.
struct RecordChallenge {
    std::string about{};
    std::optional<Date> on_day{};
    std::string words{};
    Date received_on{};
};
DESCRIBE(RecordChallenge, about, on_day, words, received_on)

/// `reasons` is what the person is told.
struct AnswerChallenge {
    Outcome outcome = Outcome::NotUpheld;
    std::string reasons{};
};
DESCRIBE(AnswerChallenge, outcome, reasons)

/// Writes it with its last day, and asks somebody for the answer. Conflict where the same is
/// contested already and not answered yet.
Result<Challenge> record_challenge(web::Context&, const RecordChallenge&);
/// The answer of the actor, by name. Refused for whoever made the entry, while somebody else is in
/// office who could answer; Conflict once it is answered.
Result<Challenge> answer_challenge(web::Context&, const AnswerChallenge&);

/// The one that the address names as {challenge}, of the offender it names.
Result<Challenge> challenge_in(web::Context&);
/// Why the actor cannot answer it; empty: they may.
std::string why_not_answer(web::Context&, const Challenge&);
/// Whether a task asks for the answer to it.
bool is_about(const tasks::Task&, ChallengeId);

}  // namespace noms::challenges
