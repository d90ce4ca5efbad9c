#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "areas/release_dates/engine/facts.hpp"

/// The words of the JSON (rule book, 14.1) and what they mean in the facts.
namespace noms::release_dates {

inline constexpr std::array<std::pair<std::string_view, SentenceType>, 6> sentence_types{{
    {"StandardSentence", SentenceType::Standard},
    {"ExtendedDeterminateSentence", SentenceType::ExtendedDeterminate},
    {"SopcSentence", SentenceType::ParticularConcern},
    {"AFineSentence", SentenceType::FineDefault},
    {"DetentionAndTrainingOrderSentence", SentenceType::DetentionAndTraining},
    {"BotusSentence", SentenceType::BreachOfSupervision},
}};
inline constexpr std::array<std::pair<std::string_view, RecallType>, 4> recall_types{{
    {"STANDARD_RECALL", RecallType::Standard},
    {"FIXED_TERM_RECALL_14", RecallType::FixedTerm14},
    {"FIXED_TERM_RECALL_28", RecallType::FixedTerm28},
    {"FIXED_TERM_RECALL_56", RecallType::FixedTerm56},
}};
inline constexpr std::array<std::pair<std::string_view, AdjustmentType>, 7> adjustment_types{{
    {"REMAND", AdjustmentType::Remand},
    {"TAGGED_BAIL", AdjustmentType::TaggedBail},
    {"RECALL_REMAND", AdjustmentType::RecallRemand},
    {"RECALL_TAGGED_BAIL", AdjustmentType::RecallTaggedBail},
    {"UNLAWFULLY_AT_LARGE", AdjustmentType::UnlawfullyAtLarge},
    {"ADDITIONAL_DAYS_AWARDED", AdjustmentType::AdditionalDaysAwarded},
    {"RESTORATION_OF_ADDITIONAL_DAYS_AWARDED", AdjustmentType::AdditionalDaysRestored},
}};
inline constexpr std::array<std::pair<std::string_view, AbsenceReason>, 5> absence_reasons{{
    {"ESCAPE", AbsenceReason::Escape},
    {"SENTENCED_IN_ABSENCE", AbsenceReason::SentencedInAbsence},
    {"IMMIGRATION_DETENTION", AbsenceReason::ImmigrationDetention},
    {"RECALL", AbsenceReason::Recall},
    {"RELEASE_IN_ERROR", AbsenceReason::ReleaseInError},
}};
inline constexpr std::array<std::pair<std::string_view, MovementReason>, 14> movement_reasons{{
    {"HDC", MovementReason::HomeDetentionCurfew},
    {"ERS", MovementReason::EarlyRemoval},
    {"PAROLE", MovementReason::Parole},
    {"ECSL", MovementReason::EndOfCustodySupervised},
    {"CRD", MovementReason::ConditionalRelease},
    {"DTO", MovementReason::DetentionAndTrainingRelease},
    {"IMMIGRATION_BAIL", MovementReason::ImmigrationBail},
    {"RECALL_RELEASE", MovementReason::RecallRelease},
    {"SENTENCE", MovementReason::Sentence},
    {"REMAND", MovementReason::Remand},
    {"RECALL_ADMISSION", MovementReason::RecallAdmission},
    {"HDC_RECALL", MovementReason::CurfewRecall},
    {"ERS_BREACH", MovementReason::EarlyRemovalBreach},
    {"FAILED_ERS_REMOVAL", MovementReason::FailedEarlyRemoval},
}};
inline constexpr std::array<std::pair<std::string_view, bool>, 2> directions{
    {{"IN", false}, {"OUT", true}}};
inline constexpr std::array<std::pair<std::string_view, int Term::*>, 4> units{{
    {"YEARS", &Term::years},
    {"MONTHS", &Term::months},
    {"WEEKS", &Term::weeks},
    {"DAYS", &Term::days},
}};
inline constexpr std::array<std::pair<std::string_view, bool Switches::*>, 7> switch_names{{
    {"applyPostRecallRepealRules", &Switches::supervision_repealed},
    {"applyPostHdcedRepealRules", &Switches::curfew_repealed},
    {"adultHdcSuspended", &Switches::adult_curfew_suspended},
    {"useLatestErsedFromPreErs30Snapshot", &Switches::early_removal_snapshot},
    {"routePreProgressionExtinguishedSentenceToManual", &Switches::extinguished_before_progression},
    {"progressionTrancheOneManualJourney", &Switches::progression_tranche_one_by_hand},
    {"storeSentenceLevelDates", &Switches::sentence_level_dates},
}};

}  // namespace noms::release_dates
