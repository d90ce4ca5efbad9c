#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// From which place which move is possible, and what a reception rests on.
namespace noms::movements {

/// What kind of place somebody is at. Nobody is known to be anywhere before their first movement.
enum class Place { Prison, Court, TemporaryAbsence, Hospital, Community, AtLarge, Abroad, Dead };
DESCRIBE_ENUM(Place, Prison, Court, TemporaryAbsence, Hospital, Community, AtLarge, Abroad, Dead)

/// How somebody came from one place to the next.
enum class Move {
    Reception,
    Transfer,
    ToCourt,
    ToHospital,
    TemporaryAbsence,
    Return,
    Escape,
    Recapture,
    Release
};
DESCRIBE_ENUM(Move,
              Reception,
              Transfer,
              ToCourt,
              ToHospital,
              TemporaryAbsence,
              Return,
              Escape,
              Recapture,
              Release)

/// What authorises a prison to hold somebody.
enum class WarrantKind { Remand, Committal, Recall, FineDefault, CivilContempt, Immigration };
DESCRIBE_ENUM(WarrantKind, Remand, Committal, Recall, FineDefault, CivilContempt, Immigration)

/// Why custody ended. NotStated only in extracts.
enum class ReleaseReason {
    Conditional,
    Unconditional,
    Parole,
    HomeDetentionCurfew,
    SentenceServed,
    Bail,
    Acquitted,
    NonCustodialSentence,
    FinePaid,
    Deported,
    Died,
    NotStated
};
DESCRIBE_ENUM(ReleaseReason,
              Conditional,
              Unconditional,
              Parole,
              HomeDetentionCurfew,
              SentenceServed,
              Bail,
              Acquitted,
              NonCustodialSentence,
              FinePaid,
              Deported,
              Died,
              NotStated)

/// Where somebody was last, as far as the rules look at it.
struct Standpoint {
    Instant at{};
    Place place = Place::Community;
    std::optional<std::int64_t> prison{};  // on whose roll they are
};

/// A move that is meant. `prison` is where it leads, or on whose roll they stay.
struct Step {
    Move move = Move::Reception;
    Instant at{};
    std::optional<std::int64_t> prison{};
    ReleaseReason released_for = ReleaseReason::NotStated;  // of a release
};

/// Refused in words when the step is not possible from there: nothing comes before the last
/// movement, only who is in prison is transferred, only who is out returns. No `last`: no movement
/// is recorded, and only a reception can be the first.
Result<void> possible(const std::optional<Standpoint>& last, const Step&, Date today);
/// The moves that are possible from a place; from none known, a reception alone.
std::vector<Move> moves_from(const std::optional<Place>&);
/// The place that a move leads to.
Place place_after(Move, ReleaseReason);

/// A reception wants a warrant that was issued by then, or somebody's reason why it goes without.
Result<void> lawful_reception(const std::optional<Date>& warrant_issued_on,
                              std::string_view override_reason,
                              Date day);

/// "at court", "unlawfully at large".
std::string_view in_words(Place);
std::string_view in_words(Move);

/// For how long somebody is recalled. ToTheEnd: to the end of the sentence, unless they are
/// released before it.
enum class RecallTerm { ToTheEnd, Days14, Days28, Days56 };
DESCRIBE_ENUM(RecallTerm, ToTheEnd, Days14, Days28, Days56)
/// From then on somebody may be recalled for a fixed term (Criminal Justice Act 2003, s. 255A).
inline constexpr Date fixed_term_recalls_from = Date(std::chrono::July / 14 / 2008);
/// "to the end of the sentence", "for 28 days".
std::string_view in_words(RecallTerm);

}  // namespace noms::movements
