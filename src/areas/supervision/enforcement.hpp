#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is done about failures to comply, as it is stored: part of the area's face. A failure
/// itself is no row: it is a contact whose outcome was not acceptable.
namespace noms::supervision {

struct Contact;

/// What was done about a failure, short of bringing it before a court or asking for recall.
enum class AnswerKind { Warning, FinalWarning, NoAction };
DESCRIBE_ENUM(AnswerKind, Warning, FinalWarning, NoAction)

/// `decided_by` is who answers for it: of a decision not to act, a senior officer.
struct FailureAnswer {
    Id<FailureAnswer> id{};
    offenders::OffenderId offender{};
    Id<sentences::Sentence> sentence{};
    Id<Contact> contact{};
    AnswerKind kind = AnswerKind::Warning;
    Date on_day{};
    std::string words{};
    std::string decided_by{};
    std::string recorded_by{};
};
DESCRIBE(
    FailureAnswer, id, offender, sentence, contact, kind, on_day, words, decided_by, recorded_by)
extern const record::Table<FailureAnswer> failure_answers;

/// What a court did about the breach of an order: codes of data/breach_result.csv.
enum class BreachResult {
    NotProved,
    Withdrawn,
    NoAction,
    Fine,
    Amended,
    Resentenced,
    Revoked,
    Activated,
    Other
};
DESCRIBE_ENUM(BreachResult,
              NotProved,
              Withdrawn,
              NoAction,
              Fine,
              Amended,
              Resentenced,
              Revoked,
              Activated,
              Other)

/// An order brought before a court. `contact` is the failure that it was begun for; `report` is
/// what was served, as JSON, and empty until then.
struct Breach {
    Id<Breach> id{};
    offenders::OffenderId offender{};
    Id<sentences::Sentence> sentence{};
    Id<Contact> contact{};
    Date begun_on{};
    std::string begun_by{};
    std::string reasons{};
    std::string response{};
    std::string proposal{};
    std::string report{};
    std::optional<Date> served_on{};
    std::string served_by{};
    std::optional<Id<organisation::Body>> court{};
    std::optional<Date> hearing_on{};
    std::optional<BreachResult> result{};
    std::optional<Date> decided_on{};
    std::string result_words{};
    std::string recorded_by{};
};
DESCRIBE(Breach,
         id,
         offender,
         sentence,
         contact,
         begun_on,
         begun_by,
         reasons,
         response,
         proposal,
         report,
         served_on,
         served_by,
         court,
         hearing_on,
         result,
         decided_on,
         result_words,
         recorded_by)
extern const record::Table<Breach> breaches;

/// A failure as the report tells it.
struct ReportedFailure {
    Date on{};
    std::string what{};
    std::string outcome{};
    std::string notes{};
    std::string answer{};  // what was done about it
};
DESCRIBE(ReportedFailure, on, what, outcome, notes, answer)

/// The report for the court that hears a breach. All but the last three comes from the record;
/// those the officer writes.
struct BreachReport {
    std::string name{};
    std::optional<Date> birth_date{};
    std::string order{};
    std::string offence{};
    Date imposed_on{};
    std::string passed_by{};
    std::string law{};
    std::vector<std::string> requirements{};
    std::vector<ReportedFailure> failures{};
    int kept = 0;  // appointments since the order was made
    int excused = 0;
    int failed = 0;
    std::vector<std::string> work_done{};  // objectives and what became of them
    Date prepared_on{};
    std::string prepared_by{};
    std::string reasons{};
    std::string response{};
    std::string proposal{};
};
DESCRIBE(BreachReport,
         name,
         birth_date,
         order,
         offence,
         imposed_on,
         passed_by,
         law,
         requirements,
         failures,
         kept,
         excused,
         failed,
         work_done,
         prepared_on,
         prepared_by,
         reasons,
         response,
         proposal)

enum class RecallKind { Standard, Emergency, FixedTerm };
DESCRIBE_ENUM(RecallKind, Standard, Emergency, FixedTerm)
/// Why a recall is asked for.
enum class RecallReason { FailedToComply, RiskIncreased, LostContact, ChargedAgain };
DESCRIBE_ENUM(RecallReason, FailedToComply, RiskIncreased, LostContact, ChargedAgain)
/// What whoever revokes licences made of the request.
enum class RecallDecision { Revoked, NotRevoked };
DESCRIBE_ENUM(RecallDecision, Revoked, NotRevoked)
/// How a recall ended: by what the Parole Board recommended, or by its term.
enum class RecallResult { ReleasedAtOnce, ReleasedOn, NotReleased, TermServed };
DESCRIBE_ENUM(RecallResult, ReleasedAtOnce, ReleasedOn, NotReleased, TermServed)

/// A licence that somebody asked to have revoked. `contact` is the failure that it was asked for,
/// where there is one; `authority` is who decided.
struct Recall {
    Id<Recall> id{};
    offenders::OffenderId offender{};
    Id<sentences::Sentence> sentence{};
    std::optional<Id<Contact>> contact{};
    RecallKind kind = RecallKind::Standard;
    RecallReason reason = RecallReason::FailedToComply;
    std::string words{};
    std::string tried{};
    Date requested_on{};
    std::string requested_by{};
    std::string endorsed_by{};
    std::optional<RecallDecision> decision{};
    std::optional<Date> decided_on{};
    std::string authority{};
    std::string decision_words{};
    std::optional<RecallResult> result{};
    std::optional<Date> ended_on{};
    std::optional<Date> release_on{};
    std::string result_words{};
    std::string recorded_by{};
};
DESCRIBE(Recall,
         id,
         offender,
         sentence,
         contact,
         kind,
         reason,
         words,
         tried,
         requested_on,
         requested_by,
         endorsed_by,
         decision,
         decided_on,
         authority,
         decision_words,
         result,
         ended_on,
         release_on,
         result_words,
         recorded_by)
extern const record::Table<Recall> recalls;

/// A clock of enforcement: what somebody must do, and within how many working days. `kind` is that
/// of the task.
struct Clock {
    std::string kind{};
    std::string what{};
    int working_days = 0;
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Clock, kind, what, working_days, rule, cite, certainty)
/// Every clock of data/clock.csv.
const std::vector<Clock>& clocks();
/// Throws std::logic_error where there is no clock of that kind.
const Clock& clock_of(std::string_view kind);

}  // namespace noms::supervision
