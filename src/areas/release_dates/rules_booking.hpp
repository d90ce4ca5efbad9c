#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "areas/release_dates/engine/facts.hpp"
#include "areas/release_dates/rules_facts.hpp"

/// From the facts of the record to a booking that the engine calculates.
namespace noms::release_dates {

/// How a disposal is calculated: a row of data/sentence_kind.csv. `kind` is empty where it is not,
/// and `why_not` says why.
enum class CalculatedAs {
    Standard,
    DetentionAndTraining,
    FineDefault,
    PublicProtection,  // extended, Criminal Justice Act 2003, ss. 227 and 228
    Extended           // of the Act of 2000, for offences before 4 April 2005
};
DESCRIBE_ENUM(CalculatedAs, Standard, DetentionAndTraining, FineDefault, PublicProtection, Extended)
struct SentenceKind {
    std::string code{};
    std::optional<CalculatedAs> kind{};
    std::optional<std::string> why_not{};
    std::string cite{};
    std::string link{};
    std::string mark{};
};
DESCRIBE(SentenceKind, code, kind, why_not, cite, link, mark)
/// Every row of the table.
const std::vector<SentenceKind>& sentence_kinds();
/// Null for a disposal that is no custody.
const SentenceKind* sentence_kind(std::string_view disposal);

/// Whether the court passes a part in custody and an extension of the licence after it.
bool is_extended(CalculatedAs);
/// The part in custody of an extended sentence; of others the whole length.
const sentences::Length& custody_of(const SentenceFact&);
/// The length as the engine has it.
Term term_of(const sentences::Length&);

/// An absence from `left_on` of which so many days count.
AbsenceFact away_for(int days, Date left_on);

/// The booking of facts that no doubt forbids (rules_validation). Days at large are whole days: the
/// day of an escape before 21 July 2008, and the day back, are not among them.
Booking booking_of(const CalculationFacts&);

}  // namespace noms::release_dates
