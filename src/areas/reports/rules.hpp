#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/reports/facts.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// By when a report is due, which step leads where, and how a court's decision stands to what was
/// proposed. Pure.
namespace noms::reports {

/// A row of data/kind.csv. `court`: "Crown", "Magistrates" or "Any".
struct KindOfReport {
    Kind kind = Kind::StandardDelivery;
    std::string court{};
    std::string name{};
    int working_days = 0;
    int days_before_hearing = 0;
    bool gate_kept = false;
    Date from_day{};
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(KindOfReport,
         kind,
         court,
         name,
         working_days,
         days_before_hearing,
         gate_kept,
         from_day,
         rule,
         cite,
         certainty)
/// The row for that kind and court; `crown` decides where the table tells courts apart.
const KindOfReport& kind_of_report(Kind, bool crown);
/// Whether a court of that name is the Crown Court.
bool is_crown(std::string_view court);

struct DeadlineFacts {
    Kind kind = Kind::StandardDelivery;
    std::optional<bool> crown{};  // not known: as of a magistrates' court
    Date asked_on{};
    Date hearing_on{};
};
DESCRIBE(DeadlineFacts, kind, crown, asked_on, hearing_on)
struct DeadlineRuling {
    Date due_on{};
    std::vector<law::Ground> because{};
};
DESCRIBE(DeadlineRuling, due_on, because)
/// The last day on which the report is in time. Invalid: the hearing lies before the request, or
/// the kind of report was not known then. Refused beyond the calendar of bank holidays.
Result<DeadlineRuling> deadline(const DeadlineFacts&);

enum class Step { Name, Write, Submit, Pass, Return, Deliver, Decide, Rearrange, Withdraw };
DESCRIBE_ENUM(Step, Name, Write, Submit, Pass, Return, Deliver, Decide, Rearrange, Withdraw)

/// `complete`: every section that is wanted was saved, and a proposal made.
struct StepFacts {
    Step step = Step::Name;
    State state = State::Unallocated;
    bool gate_kept = true;
    bool is_writer = false;  // the actor
    bool complete = false;
    bool gives_reason = false;
};
DESCRIBE(StepFacts, step, state, gate_kept, is_writer, complete, gives_reason)
/// Where the step leads; `refused` says why it does not, and is empty where it does.
struct StepRuling {
    State state = State::Unallocated;
    std::string refused{};
};
DESCRIBE(StepRuling, state, refused)
Result<StepRuling> report_step(const StepFacts&);
/// Whether the report still waits for something before it reaches the court.
bool is_open(State);

/// One disposal that a court passed at the hearing, with the kinds of its requirements.
struct Sentenced {
    std::string disposal{};
    std::vector<std::string> requirements{};
};
DESCRIBE(Sentenced, disposal, requirements)
struct ConcordanceFacts {
    std::string proposed{};
    std::vector<std::string> requirements{};
    std::vector<Sentenced> passed{};
};
DESCRIBE(ConcordanceFacts, proposed, requirements, passed)
/// `is` is empty where nothing was proposed: there is nothing to compare.
struct ConcordanceRuling {
    std::optional<Concordance> is{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ConcordanceRuling, is, because)
/// Amounts are not compared: how much is the court's. Invalid: no disposal of the table was passed.
Result<ConcordanceRuling> concordance(const ConcordanceFacts&);

/// Registers `report-deadline`, `report-step`, `report-concordance` and `proposal` for `noms
/// rules`.
void register_rules();

}  // namespace noms::reports
