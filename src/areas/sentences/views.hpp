#pragma once

#include <string>
#include <vector>

#include "areas/sentences/rules_fine_account.hpp"
#include "areas/sentences/rules_intermittent.hpp"
#include "areas/sentences/sentences.hpp"

/// What pages and the JSON API show of sentences: loaded once, for both.
namespace noms::sentences {

struct RequirementView {
    Requirement requirement{};
    std::string name{};
    std::vector<Purpose> purposes{};
};
DESCRIBE(RequirementView, requirement, name, purposes)

/// One sentence with what it is for, how long it is and when it ends by its term.
struct SentenceView {
    Sentence sentence{};
    std::string disposal{};
    std::string court{};
    Offence offence{};
    std::vector<Purpose> purposes{};
    std::string length{};
    Ending ends{};
    std::vector<RequirementView> requirements{};
    std::vector<Compensation> compensation{};
    std::optional<FineAccount> account{};          // of a fine, on a page of its own
    std::optional<IntermittentRuling> calendar{};  // of intermittent custody, likewise
};
DESCRIBE(SentenceView,
         sentence,
         disposal,
         court,
         offence,
         purposes,
         length,
         ends,
         requirements,
         compensation,
         account,
         calendar)

struct AppearanceView {
    Appearance appearance{};
    std::string court{};
    std::vector<Offence> offences{};
    std::vector<SentenceView> sentences{};
};
DESCRIBE(AppearanceView, appearance, court, offences, sentences)

/// Everything the courts did with one offender, the newest appearance first, and where that leaves
/// them on a day.
struct OffenderSentences {
    offenders::OffenderId offender{};
    Date day{};
    Standing standing{};
    std::vector<AppearanceView> appearances{};
};
DESCRIBE(OffenderSentences, offender, day, standing, appearances)

OffenderSentences sentences_view(db::Connection&, offenders::OffenderId, Date day);

/// The disposals and requirements that courts had on a day, and those they had not, with the
/// reason.
struct DisposalView {
    Disposal disposal{};
    bool in_force = false;
    std::string why_not{};
};
DESCRIBE(DisposalView, disposal, in_force, why_not)
std::vector<DisposalView> disposals_on(Date day);

}  // namespace noms::sentences
