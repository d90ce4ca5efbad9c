#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "areas/release_dates/engine/day.hpp"

/// The facts of a booking: what courts, prisons and the police recorded. No conclusion is among
/// them.
namespace noms::release_dates {

/// The kinds of sentence that can be calculated.
enum class SentenceType {
    Standard,              // standard determinate sentence, with or without two-thirds release
    ExtendedDeterminate,   // custody and an extended licence
    ParticularConcern,     // special custodial sentence for offenders of particular concern
    FineDefault,           // term for a fine that was not paid
    DetentionAndTraining,  // detention and training order
    BreachOfSupervision,   // committed for breach of post-sentence supervision
    // Known to the service alone: the public calculator takes none of these.
    ExtendedOf2003,  // for public protection, 4 April 2005 to 2 December 2012
    ActOf1991        // of four years or more, or with an extension, under the Act of 1991
};

/// Marks that keep an offence out of one of the changes of the release point.
enum class Exclusion {
    Sexual,
    Violent,
    DomesticAbuse,
    NationalSecurity,
    Terrorism,
    SexualT3,
    DomesticAbuseT3,
    MurderT3,
    ProgressionSchedule13Part3,
    ProgressionSentencingAct2026
};
/// A set of them.
class Exclusions {
public:
    void add(Exclusion one) { bits_ |= 1U << unsigned(one); }
    bool any_of(const Exclusions& others) const { return (bits_ & others.bits_) != 0; }
    bool operator==(const Exclusions&) const = default;

private:
    unsigned bits_ = 0;
};

enum class RecallType { Standard, FixedTerm14, FixedTerm28, FixedTerm56 };
struct Recall {
    RecallType type = RecallType::Standard;
    std::optional<Day> revoked_on{};   // the licence
    std::optional<Day> returned_on{};  // to custody
    bool operator==(const Recall&) const = default;
};

/// One sentence as it was passed. Consecutive ones make a calculable sentence together.
struct Part {
    SentenceType type = SentenceType::Standard;
    Day sentenced_on{};
    std::optional<Day> offence_on{};
    std::string offence_code{};
    Term custody{};
    Term extension{};                // extended licence, or the 12 months of particular concern
    bool automatic_release = false;  // extended, or of the Act of 1991: no parole before release
    bool particular_concern_under_18 = false;
    std::int64_t fine_pence = 0;
    std::optional<Day> latest_supervision_end{};  // breach of supervision: as known before it
    std::string identifier{};                     // empty: like no other
    std::string consecutive_to{};                 // empty: a base
    std::optional<Recall> recall{};
    bool is_sds_plus = false;
    bool is_sds_plus_offence_and_length = false;  // would be, if it were passed today
    bool is_section_250 = false;
    Exclusions exclusions{};
    bool operator==(const Part&) const = default;
};

enum class AdjustmentType {
    Remand,
    TaggedBail,
    RecallRemand,
    RecallTaggedBail,
    UnlawfullyAtLarge,
    AdditionalDaysAwarded,
    AdditionalDaysRestored
};
enum class AbsenceReason {
    None,
    Escape,
    SentencedInAbsence,
    ImmigrationDetention,
    Recall,
    ReleaseInError
};
/// Days that bring a release forward or put it off. `from` and `to` both count.
struct Adjustment {
    AdjustmentType type = AdjustmentType::Remand;
    Day applies_from{};
    int days = 0;
    std::optional<Day> from{};
    std::optional<Day> to{};
    AbsenceReason reason = AbsenceReason::None;
};

enum class MovementReason {
    // out
    HomeDetentionCurfew,
    EarlyRemoval,
    Parole,
    EndOfCustodySupervised,
    ConditionalRelease,
    DetentionAndTrainingRelease,
    ImmigrationBail,
    RecallRelease,
    // in
    Sentence,
    Remand,
    RecallAdmission,
    CurfewRecall,
    EarlyRemovalBreach,
    FailedEarlyRemoval
};
struct Movement {
    Day on{};
    bool is_release = false;
    MovementReason reason = MovementReason::Sentence;
};

/// What the record says of the fixed-term recall that is being served.
struct FixedTermRecallDetails {
    Day returned_on{};
    int days = 0;
};

/// What the caller wants, and which decided changes of law and practice are switched on.
struct Switches {
    bool early_removal = false;                    // give the early removal date too
    bool supervision_repealed = false;             // applyPostRecallRepealRules
    bool curfew_repealed = false;                  // applyPostHdcedRepealRules
    bool adult_curfew_suspended = false;           // adultHdcSuspended
    bool early_removal_snapshot = false;           // useLatestErsedFromPreErs30Snapshot
    bool extinguished_before_progression = false;  // routePreProgressionExtinguished…ToManual
    bool progression_tranche_one_by_hand = false;  // progressionTrancheOneManualJourney
    bool sentence_level_dates = false;             // storeSentenceLevelDates
    bool operator==(const Switches&) const = default;
};

/// One person's booking.
struct Booking {
    Day born{};
    bool is_active_sex_offender = false;
    std::vector<Part> parts{};
    std::vector<Adjustment> adjustments{};
    std::vector<Movement> movements{};
    std::optional<Day> returned_on{};
    std::optional<FixedTermRecallDetails> fixed_term_recall{};
    Switches switches{};
};

}  // namespace noms::release_dates
