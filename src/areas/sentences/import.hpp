#pragma once

#include <functional>
#include <istream>

#include "areas/sentences/sentences.hpp"
#include "kit/describe/extract.hpp"

/// Takes an extract of sentences in, one row a sentence: docs/import.md.
namespace noms::sentences {

/// One row. `court` is a court's code, or its name where it is not one of ours.
struct SentenceRow {
    offenders::IdentifierKind number_kind = offenders::IdentifierKind::PrisonNumber;
    std::string number{};
    std::string surname{};
    std::string court{};
    Date heard_on{};
    std::string offence{};
    std::optional<std::string> offence_code{};
    std::optional<Date> committed_on{};
    std::string disposal{};
    std::optional<std::string> purposes{};  // separated by "|"; empty: what it is usually for
    std::optional<int> years{};
    std::optional<int> months{};
    std::optional<int> weeks{};
    std::optional<int> days{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<std::string> amount{};
    std::optional<int> remand_days{};
    std::optional<std::string> requirement{};
    std::optional<int> requirement_amount{};
    std::optional<Date> ended_on{};
    std::optional<EndReason> ended_reason{};
};
DESCRIBE(SentenceRow,
         number_kind,
         number,
         surname,
         court,
         heard_on,
         offence,
         offence_code,
         committed_on,
         disposal,
         purposes,
         years,
         months,
         weeks,
         days,
         supervision_months,
         operational_months,
         hours,
         amount,
         remand_days,
         requirement,
         requirement_amount,
         ended_on,
         ended_reason)

/// Runs in the transaction of each sentence taken, after it is written: gives it its manager.
using AfterSentence = std::function<Result<void>(
    record::Changes&, db::Connection&, const Appearance&, const Sentence&)>;

/// Each row in a transaction of its own; a row that is here already changes nothing.
Result<extract::Report> import_sentences(db::Database&,
                                         std::istream&,
                                         const record::Command&,
                                         const AfterSentence&);

}  // namespace noms::sentences
