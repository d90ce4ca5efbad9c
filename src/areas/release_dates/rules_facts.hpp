#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/base/date.hpp"
#include "kit/describe/type.hpp"

/// What a calculation rests on, as it is kept with it: so that it can be replayed.
namespace noms::release_dates {

/// A sentence that counts. `id` and `consecutive_to` are keys as text; a length that is empty was
/// not recorded. A suspended term that took effect counts from that day.
struct SentenceFact {
    std::string id{};
    std::string disposal{};
    Date imposed_on{};
    std::string offence{};
    std::string offence_code{};
    std::optional<Date> committed_on{};
    sentences::Length length{};
    std::optional<int> remand_days{};
    std::optional<int> tagged_bail_days{};
    std::optional<std::string> consecutive_to{};
    std::optional<std::int64_t> amount_pence{};
    std::optional<sentences::Length> custodial{};  // of an extended sentence: the part in custody
    std::optional<sentences::Marks> marks{};       // of the offence; empty: nobody has looked
    bool operator==(const SentenceFact&) const = default;
};
DESCRIBE(SentenceFact,
         id,
         disposal,
         imposed_on,
         offence,
         offence_code,
         committed_on,
         length,
         remand_days,
         tagged_bail_days,
         consecutive_to,
         amount_pence,
         custodial,
         marks)

/// Unlawfully at large from the day they left to the day they were back; empty: still away.
struct AbsenceFact {
    Date left_on{};
    std::optional<Date> back_on{};
    bool operator==(const AbsenceFact&) const = default;
};
DESCRIBE(AbsenceFact, left_on, back_on)

/// Days that a prison awarded for an offence against discipline, or gave back.
enum class AddedKind { Awarded, Restored };
DESCRIBE_ENUM(AddedKind, Awarded, Restored)
struct AddedFact {
    AddedKind kind = AddedKind::Awarded;
    int days = 0;
    Date decided_on{};
    bool operator==(const AddedFact&) const = default;
};
DESCRIBE(AddedFact, kind, days, decided_on)

/// Out of custody, for good or on licence; `reason` is a movements::ReleaseReason.
struct ReleaseFact {
    Date released_on{};
    std::string reason{};
    bool operator==(const ReleaseFact&) const = default;
};
DESCRIBE(ReleaseFact, released_on, reason)

/// Back in custody because the licence was revoked; `term` is empty where nobody said for how long.
struct RecallFact {
    Date revoked_on{};
    Date returned_on{};
    std::optional<movements::RecallTerm> term{};
    bool operator==(const RecallFact&) const = default;
};
DESCRIBE(RecallFact, revoked_on, returned_on, term)

/// All of one person on a day. `registered_sex_offender`: notification or a prevention order was
/// imposed.
struct CalculationFacts {
    std::optional<Date> born{};
    bool registered_sex_offender = false;
    std::vector<SentenceFact> sentences{};
    std::vector<AbsenceFact> absences{};
    std::vector<AddedFact> added{};
    std::vector<ReleaseFact> releases{};
    std::vector<RecallFact> recalls{};
    bool operator==(const CalculationFacts&) const = default;
};
DESCRIBE(
    CalculationFacts, born, registered_sex_offender, sentences, absences, added, releases, recalls)

/// What the areas hold of one person.
struct Recorded {
    std::optional<Date> born{};
    std::vector<sentences::SentenceForOffence> sentences{};
    std::vector<sentences::Offence> offences{};
    std::vector<movements::Movement> movements{};  // the newest first
    std::vector<movements::Warrant> warrants{};
    std::vector<AddedFact> added{};
};

/// What counts on `day`: custodial sentences that run, with those they follow; what was before the
/// first of them is left out.
CalculationFacts facts_of(const Recorded&, Date day);

/// Whether the disposal is one that a release date can be asked for: custody, a term in default, or
/// a suspended term, once it has taken effect.
bool is_custodial(const std::string& disposal);
/// Whether the sentence is served: custodial, and not still suspended.
bool is_served(const sentences::Sentence&);

}  // namespace noms::release_dates
