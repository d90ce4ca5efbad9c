#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/interventions/interventions.hpp"
#include "areas/movements/movements.hpp"

/// The commands on referrals, sessions and consultations.
namespace noms::interventions {

/// `why` is wanted where the rules speak against it.
struct Refer {
    catalogue::OfferingId offering{};
    std::optional<std::string> why{};
};
DESCRIBE(Refer, offering, why)

struct TakeStep {
    Step step = Step::Accept;
    std::optional<std::string> reason{};
};
DESCRIBE(TakeStep, step, reason)

struct RecordSession {
    Date on_day{};
    Attendance attendance = Attendance::Attended;
    std::optional<std::string> words{};
};
DESCRIBE(RecordSession, on_day, attendance, words)

/// What was begun goes on with another offering of the same intervention.
struct CarryOn {
    catalogue::OfferingId offering{};
    std::optional<std::string> why{};
};
DESCRIBE(CarryOn, offering, why)

/// A prison asks the offender manager before it confirms a temporary release.
struct AskAboutRelease {
    std::string question{};
};
DESCRIBE(AskAboutRelease, question)

struct GiveView {
    View view = View::NoView;
    std::optional<std::string> words{};
};
DESCRIBE(GiveView, view, words)

struct Decide {
    Decision decision = Decision::Confirmed;
    std::optional<std::string> words{};
};
DESCRIBE(Decide, decision, words)

Result<Referral> refer(web::Context&, const Refer&);
Result<Referral> take_step(web::Context&, const TakeStep&);
Result<Referral> record_session(web::Context&, const RecordSession&);
/// Whether it can be carried on: it is under way, or another place refused to go on with it.
bool may_go_on(const Referral&);
/// Gives the referral with which it goes on.
Result<Referral> carry_on(web::Context&, const CarryOn&);
Result<Consultation> ask(web::Context&, const AskAboutRelease&);
Result<Consultation> give_view(web::Context&, const GiveView&);
Result<Consultation> decide(web::Context&, const Decide&);

/// For how many days what the governor confirmed lets somebody out. Own figure: no document says.
inline constexpr int confirmed_release_days = 28;
/// Whether a prison may let somebody out for a time: the governor's newest decision, taken after
/// the manager was asked, confirmed it; or a reason is given; or nobody manages the person.
/// Invalid: the field `not_consulted`. Issue 6, part 6; "Offender Management Model", `policy.md`
/// section 2.
Result<void> confirmed_before_absence(web::Context&, const movements::Movement&);

/// Begins the event about the offender.
record::Changes& about(web::Context&, offenders::OffenderId, std::string_view kind);

/// The referral, or the consultation, that the address names, of the offender it names.
Result<Referral> referral_in(web::Context&);
Result<Consultation> consultation_in(web::Context&);

/// What a referral goes on from, through every place where it was begun; `all` are the person's.
std::vector<ReferralId> earlier_of(const Referral&, const std::vector<Referral>& all);

/// How a referral stands with all that a step needs to know.
struct Standing {
    catalogue::Offering offering{};
    std::optional<management::Allocation> manager{};
    std::optional<Consultation> asked{};
    int free_places = 0;
    StepFacts facts{};
};
/// `attended` counts the sessions of what it continues as well.
Standing standing_of(web::Context&, const Referral&, int attended, bool gives_reason);

/// Runs after each movement in its transaction: what it does to the person's open referrals.
Result<void> follow_movement(record::Changes&, db::Connection&, const movements::Movement&);

}  // namespace noms::interventions
