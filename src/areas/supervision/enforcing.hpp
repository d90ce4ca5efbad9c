#pragma once

#include <optional>
#include <string>

#include "areas/supervision/rules_enforced.hpp"

/// The commands of enforcement. Each closes the clock that it answers, and opens the next, in its
/// own transaction.
namespace noms::supervision {

/// Which orders and licences the offender must comply with, and where their clocks stand.
Result<std::vector<Enforced>> enforced_of(db::Connection&, offenders::OffenderId, Date day);
/// The order or licence that the address names as {sentence}, of the offender it names.
Result<Enforced> enforced_in(web::Context&);
/// A failure with the order or licence that it counts against: what {sentence} and {contact} name.
struct FailureIn {
    Enforced of{};
    Contact contact{};
};
Result<FailureIn> failure_in(web::Context&);
Result<Breach> breach_in(web::Context&);
Result<Recall> recall_in(web::Context&);

/// What the clocks of these orders and licences want, each as the task that it is to be, for nobody
/// in particular yet. What is still to be judged was asked for with its outcome, and is left out.
std::vector<tasks::Task> wanted_tasks(const std::vector<Enforced>&);
/// Sees to it that the manager has a task for everything that a clock of enforcement wants, with
/// its last day, and for nothing else; `why` is what closes the others.
Result<void> settle_clocks(record::Changes&,
                           db::Connection&,
                           offenders::OffenderId,
                           const std::string& why);

/// `words` is what the warning says.
struct Warn {
    Date sent_on{};
    std::string words{};
};
DESCRIBE(Warn, sent_on, words)
/// `decided_by` is the name with which the senior officer signs in who decided so.
struct DecideNotToAct {
    std::string decided_by{};
    std::string reason{};
};
DESCRIBE(DecideNotToAct, decided_by, reason)
struct BeginBreach {
    Date begun_on{};
    std::string reasons{};
};
DESCRIBE(BeginBreach, begun_on, reasons)
struct SaveReport {
    std::string reasons{};
    std::optional<std::string> response{};
    std::optional<std::string> proposal{};
};
DESCRIBE(SaveReport, reasons, response, proposal)
struct ServeReport {};
BOOST_DESCRIBE_STRUCT(ServeReport, (), ())
struct ListBreach {
    Id<organisation::Body> court{};
    Date hearing_on{};
};
DESCRIBE(ListBreach, court, hearing_on)
struct RecordResult {
    BreachResult result = BreachResult::Other;
    Date decided_on{};
    std::string words{};
};
DESCRIBE(RecordResult, result, decided_on, words)
/// `endorsed_by` is the name with which the senior officer signs in who agrees; `tried` is what was
/// done instead before.
struct RequestRecall {
    RecallKind kind = RecallKind::Standard;
    RecallReason reason = RecallReason::FailedToComply;
    std::string words{};
    std::string tried{};
    std::string endorsed_by{};
};
DESCRIBE(RequestRecall, kind, reason, words, tried, endorsed_by)
struct DecideRecall {
    RecallDecision decision = RecallDecision::Revoked;
    Date decided_on{};
    std::optional<std::string> words{};
};
DESCRIBE(DecideRecall, decision, decided_on, words)
/// `release_on` is the day that the Parole Board recommended.
struct EndRecall {
    RecallResult result = RecallResult::ReleasedAtOnce;
    Date ended_on{};
    std::optional<Date> release_on{};
    std::optional<std::string> words{};
};
DESCRIBE(EndRecall, result, ended_on, release_on, words)

/// Refused where the law wants more than a warning for the failure, or something was done already.
Result<FailureAnswer> warn(web::Context&, const Warn&);
/// Invalid where whoever is named is no senior officer in office.
Result<FailureAnswer> decide_not_to_act(web::Context&, const DecideNotToAct&);
/// Refused without a failure, and while the order is before a court already.
Result<Breach> begin_breach(web::Context&, const BeginBreach&);
Result<Breach> save_report(web::Context&, const SaveReport&);
/// Keeps the report as it is now: nothing in it changes from then on.
Result<Breach> serve_report(web::Context&, const ServeReport&);
Result<Breach> list_breach(web::Context&, const ListBreach&);
/// What the court decided, as its own. Ends the order, and management where nothing is left, when
/// the court revoked it. Invalid for what no court could do on that day.
Result<Breach> record_result(web::Context&, const RecordResult&);
Result<Recall> request_recall(web::Context&, const RequestRecall&);
Result<Recall> decide_recall(web::Context&, const DecideRecall&);
Result<Recall> end_recall(web::Context&, const EndRecall&);

/// The senior officer in office who signs in with that name; Invalid for `field` where there is
/// none.
Result<std::string> senior_called(db::Connection&,
                                  const std::string& name,
                                  std::string_view field,
                                  Date day);
/// Why a failure may not be answered with a warning; empty: it may.
std::string why_no_warning(const FailureIn&);

}  // namespace noms::supervision
