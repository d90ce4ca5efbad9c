#pragma once

#include <optional>
#include <string>

#include "areas/assessments/assessments.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored of something that somebody contests about themselves.
namespace noms::challenges {

/// What is contested: a score of an assessment, the tier on a day, or a note about a contact.
enum class Subject { Score, Tier, Note };
DESCRIBE_ENUM(Subject, Score, Tier, Note)

enum class Outcome { Upheld, Partly, NotUpheld };
DESCRIBE_ENUM(Outcome, Upheld, Partly, NotUpheld)

/// One thing contested. `contested` is what stood there when it was received, and `entered_by` the
/// name of whoever answers for that entry, empty where the rules alone do. `task` is asked of
/// `asked`, or of a list where it is empty.
struct Challenge {
    Id<Challenge> id{};
    offenders::OffenderId offender{};
    int version = 1;
    Subject subject = Subject::Note;
    std::optional<assessments::AssessmentId> assessment{};
    std::string predictor{};  // of a score: "ogrs3"
    std::optional<Date> tier_on{};
    std::optional<supervision::ContactId> contact{};
    std::optional<Id<supervision::Note>> note{};
    std::string contested{};
    std::string entered_by{};
    std::string words{};  // the offender's own
    Date received_on{};
    Date due_on{};
    std::optional<record::AccountId> asked{};
    std::string asked_name{};
    std::string recorded_by{};
    std::optional<Outcome> outcome{};
    std::optional<Date> answered_on{};
    std::string answer{};
    std::string answered_by{};
};
DESCRIBE(Challenge,
         id,
         offender,
         version,
         subject,
         assessment,
         predictor,
         tier_on,
         contact,
         note,
         contested,
         entered_by,
         words,
         received_on,
         due_on,
         asked,
         asked_name,
         recorded_by,
         outcome,
         answered_on,
         answer,
         answered_by)
using ChallengeId = Id<Challenge>;
extern const record::Table<Challenge> challenges;

}  // namespace noms::challenges
