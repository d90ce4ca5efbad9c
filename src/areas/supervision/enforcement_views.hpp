#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/supervision/enforcement_report.hpp"

/// What the pages of enforcement and their JSON show: loaded once, for both.
namespace noms::supervision {

/// A failure, what was done about it and what is still to be done.
struct FailureView {
    ContactId contact{};
    Date on{};
    std::string what{};
    std::string outcome{};
    bool judged = true;
    std::string answer{};  // what was done, in words; empty: nothing
    std::string wanted{};  // the action that the clock wants; empty: none
    bool may_warn = false;
};
DESCRIBE(FailureView, contact, on, what, outcome, judged, answer, wanted, may_warn)

/// Something to be done, with its last day and the rule.
struct DueStep {
    std::string kind{};
    std::string what{};
    Date counted_from{};
    Date due_on{};
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(DueStep, kind, what, counted_from, due_on, rule, cite, certainty)

/// A breach or a recall in a line.
struct ProceedingView {
    std::string id{};
    Date begun_on{};
    std::string state{};  // in words
    bool under_way = false;
};
DESCRIBE(ProceedingView, id, begun_on, state, under_way)

/// One order or licence and where its clock stands.
struct EnforcedView {
    Id<sentences::Sentence> sentence{};
    std::string what{};
    EnforcedSentence kind = EnforcedSentence::Order;
    Date imposed_on{};
    bool runs = false;
    std::string cite{};
    std::string certainty{};
    EnforcementRuling ruling{};
    std::vector<DueStep> due{};  // by day
    std::vector<FailureView> failures{};
    std::vector<ProceedingView> breaches{};
    std::vector<ProceedingView> recalls{};
};
DESCRIBE(EnforcedView,
         sentence,
         what,
         kind,
         imposed_on,
         runs,
         cite,
         certainty,
         ruling,
         due,
         failures,
         breaches,
         recalls)

struct EnforcementView {
    offenders::OffenderId offender{};
    Date day{};
    std::vector<EnforcedView> sentences{};
};
DESCRIBE(EnforcementView, offender, day, sentences)
Result<EnforcementView> enforcement_of(db::Connection&, offenders::OffenderId, Date day);

/// A breach with its report, drawn or served.
struct BreachView {
    Breach breach{};
    std::string court{};
    BreachReport report{};
};
DESCRIBE(BreachView, breach, court, report)
Result<BreachView> view_of(web::Context&, const Breach&);

struct RecallView {
    Recall recall{};
    std::string licence{};
};
DESCRIBE(RecallView, recall, licence)
RecallView view_of(db::Connection&, const Recall&);

/// "Before Leeds Magistrates' Court on 3 April 2006".
std::string state_in_words(const Breach&, const std::string& court);
std::string state_in_words(const Recall&);
/// Where pages of enforcement stand.
std::string enforcement_path(offenders::OffenderId);
std::string enforcement_path(offenders::OffenderId, Id<sentences::Sentence>);
std::string path_of(const Breach&);
std::string path_of(const Recall&);

}  // namespace noms::supervision
