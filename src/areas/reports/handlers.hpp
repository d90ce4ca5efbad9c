#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/reports/reports.hpp"

/// The commands on reports. Each settles the task that it answers, and asks for the next, in its
/// own transaction.
namespace noms::reports {

/// `asked_by` is who at the court asked, in words.
struct AskForReport {
    Kind kind = Kind::StandardDelivery;
    BodyId court{};
    Date hearing_on{};
    std::string offences{};
    std::optional<Date> committed_on{};
    Held held = Held::NotKnown;
    std::optional<Seriousness> seriousness{};
    std::vector<sentences::Purpose> purposes{};
    Date asked_on{};
    std::string asked_by{};
};
DESCRIBE(AskForReport,
         kind,
         court,
         hearing_on,
         offences,
         committed_on,
         held,
         seriousness,
         purposes,
         asked_on,
         asked_by)

/// `writer` is the name with which an officer of the area signs in; `reason` is wanted where
/// another was named before.
struct NameWriter {
    std::string writer{};
    std::optional<std::string> reason{};
};
DESCRIBE(NameWriter, writer, reason)

/// `seen` is the number of the saving that the writer had before them.
struct SaveSection {
    int seen = 0;
    std::string words{};
};
DESCRIBE(SaveSection, seen, words)

/// What the rules of the proposal ask and the record does not say.
struct SaveFacts {
    int version = 1;
    std::optional<Specified> specified{};
    std::optional<YesNo> willing{};
    std::optional<YesNo> fit_for_work{};
};
DESCRIBE(SaveFacts, version, specified, willing, fit_for_work)

/// `otherwise` is wanted where the rules suggest something else.
struct SaveProposal {
    int version = 1;
    std::string disposal{};
    std::optional<int> months{};
    std::optional<int> hours{};
    std::optional<std::string> requirement{};
    std::optional<int> amount{};
    std::optional<std::string> requirement_2{};
    std::optional<int> amount_2{};
    std::optional<std::string> requirement_3{};
    std::optional<int> amount_3{};
    std::optional<std::string> requirement_4{};
    std::optional<int> amount_4{};
    std::string reasons{};
    std::optional<std::string> otherwise{};
};
DESCRIBE(SaveProposal,
         version,
         disposal,
         months,
         hours,
         requirement,
         amount,
         requirement_2,
         amount_2,
         requirement_3,
         amount_3,
         requirement_4,
         amount_4,
         reasons,
         otherwise)

struct HandIn {};
BOOST_DESCRIBE_STRUCT(HandIn, (), ())

/// `words` are wanted where it is returned.
struct CheckReport {
    Verdict verdict = Verdict::Passed;
    std::vector<Looked> looked_at{};
    std::optional<std::string> words{};
};
DESCRIBE(CheckReport, verdict, looked_at, words)

/// To whom at the court it was given.
struct Deliver {
    std::string delivered_to{};
};
DESCRIBE(Deliver, delivered_to)

/// What the court passed. An empty disposal: what the record has of that day's sentences.
struct RecordDecision {
    Date decided_on{};
    std::optional<std::string> disposal{};
    std::optional<std::string> requirement{};
    std::optional<std::string> requirement_2{};
    std::optional<std::string> requirement_3{};
    std::optional<std::string> words{};
};
DESCRIBE(RecordDecision, decided_on, disposal, requirement, requirement_2, requirement_3, words)

struct Rearrange {
    Date hearing_on{};
    std::string reason{};
};
DESCRIBE(Rearrange, hearing_on, reason)

struct WithdrawReport {
    std::string reason{};
};
DESCRIBE(WithdrawReport, reason)

/// Has the court's area hold the record, so that its writers see whom the report is about.
Result<Report> ask_for(web::Context&, const AskForReport&);
Result<Report> name_writer(web::Context&, const NameWriter&);
/// Conflict where somebody saved other words since; both are shown.
Result<Report> save_section(web::Context&, const SaveSection&);
Result<Report> save_facts(web::Context&, const SaveFacts&);
/// Invalid for what no court could pass on the day of the hearing.
Result<Report> save_proposal(web::Context&, const SaveProposal&);
/// Invalid, naming each part that is missing.
Result<Report> hand_in(web::Context&, const HandIn&);
Result<Report> check_report(web::Context&, const CheckReport&);
/// Keeps the report as it is now: nothing in it changes from then on.
Result<Report> deliver(web::Context&, const Deliver&);
Result<Report> record_decision(web::Context&, const RecordDecision&);
Result<Report> rearrange(web::Context&, const Rearrange&);
Result<Report> withdraw(web::Context&, const WithdrawReport&);

/// The report that the address names, of the offender it names.
Result<Report> report_in(web::Context&);
/// The step as the rules see it for this actor; Refused where it may not be taken.
Result<State> taken(const web::Context&, const Report&, StepFacts);
/// Saves the report as it is now under an event, and settles its task.
Result<Report> keep(web::Context&,
                    const Report& before,
                    Report after,
                    std::string_view event,
                    const std::string& why);

/// What stands in the way of handing it in, by the ids of the page.
std::vector<FieldError> missing_in(const Report&, const std::vector<Section>&);

/// What the court passed on that day as `sentences` has it; none: nothing is recorded.
std::vector<Sentenced> recorded_on(db::Connection&, offenders::OffenderId, Date day);
/// How the decision that a report holds stands to its proposal.
std::optional<Concordance> concordance_of(const Report&, const std::vector<ProposedRequirement>&);

}  // namespace noms::reports
