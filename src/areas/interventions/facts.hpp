#pragma once

#include <optional>
#include <string>

#include "areas/catalogue/catalogue.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored of referrals: where each stands and since when, who came, and what was asked of
/// the offender manager.
namespace noms::interventions {

using catalogue::BodyId;

/// Started is under way. CarriedOn: it goes on as another referral, with all its sessions.
enum class ReferralState {
    Referred,
    Accepted,
    Waiting,
    Started,
    Completed,
    NotCompleted,
    Refused,
    Withdrawn,
    CarriedOn
};
DESCRIBE_ENUM(ReferralState,
              Referred,
              Accepted,
              Waiting,
              Started,
              Completed,
              NotCompleted,
              Refused,
              Withdrawn,
              CarriedOn)

/// One referral. `note` is why it was made, `reason` why it ended or was decided so.
struct Referral {
    Id<Referral> id{};
    offenders::OffenderId offender{};
    catalogue::OfferingId offering{};
    std::string intervention{};  // the code that the offering has
    std::optional<Id<Referral>> continues{};
    ReferralState state = ReferralState::Referred;
    Date referred_on{};
    std::string referred_by{};
    std::string note{};
    std::optional<Date> decided_on{};
    std::string decided_by{};
    std::optional<Date> started_on{};
    std::optional<Date> ended_on{};
    std::string ended_by{};
    std::string reason{};

    bool is_open() const { return !ended_on; }
};
DESCRIBE(Referral,
         id,
         offender,
         offering,
         intervention,
         continues,
         state,
         referred_on,
         referred_by,
         note,
         decided_on,
         decided_by,
         started_on,
         ended_on,
         ended_by,
         reason)
using ReferralId = Id<Referral>;
extern const record::Table<Referral> referrals;

enum class Attendance { Attended, AcceptableAbsence, UnacceptableAbsence };
DESCRIBE_ENUM(Attendance, Attended, AcceptableAbsence, UnacceptableAbsence)

/// One session of one referral; one a day.
struct Session {
    Id<Session> id{};
    ReferralId referral{};
    Date on_day{};
    Attendance attendance = Attendance::Attended;
    std::string words{};
    std::string recorded_by{};
};
DESCRIBE(Session, id, referral, on_day, attendance, words, recorded_by)
extern const record::Table<Session> sessions;

/// What the manager is asked about: a place on an intervention, or a temporary release.
enum class Question { Place, TemporaryRelease };
DESCRIBE_ENUM(Question, Place, TemporaryRelease)
enum class View { Agrees, Disagrees, NoView };
DESCRIBE_ENUM(View, Agrees, Disagrees, NoView)
enum class Decision { Confirmed, Refused };
DESCRIBE_ENUM(Decision, Confirmed, Refused)

/// A question to the offender manager, the manager's view and the governor's decision.
struct Consultation {
    Id<Consultation> id{};
    offenders::OffenderId offender{};
    std::optional<ReferralId> referral{};
    Question about = Question::Place;
    std::string question{};
    BodyId prison{};
    Date asked_on{};
    std::string asked_by{};
    Date due_on{};
    std::optional<View> view{};
    std::string words{};
    std::optional<Date> answered_on{};
    std::string answered_by{};
    std::optional<Decision> decision{};
    std::string decision_words{};
    std::optional<Date> decided_on{};
    std::string decided_by{};
};
DESCRIBE(Consultation,
         id,
         offender,
         referral,
         about,
         question,
         prison,
         asked_on,
         asked_by,
         due_on,
         view,
         words,
         answered_on,
         answered_by,
         decision,
         decision_words,
         decided_on,
         decided_by)
using ConsultationId = Id<Consultation>;
extern const record::Table<Consultation> consultations;

}  // namespace noms::interventions
