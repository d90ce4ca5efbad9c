#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/sentences/sentences.hpp"

/// What the area's own commands share with passing a sentence.
namespace noms::sentences {

/// "250", "1,250" or "250.50" pounds in pence; nothing when it is no such amount.
std::optional<std::int64_t> pence_of(std::string_view pounds);

/// Invalid, by field, when the offence has no words or was committed after the hearing.
Result<void> check_offence(const std::string& words,
                           const std::optional<Date>& committed_on,
                           Date heard_on);

/// The sentence that the command means, with the key `own`, after everything the law of the day
/// says. Invalid by field where it says no. Nothing is written.
Result<Sentence> lawful_sentence(
    db::Connection&, const Appearance&, const PassSentence&, const Offence&, Id<Sentence> own);

/// A requirement of that kind, a code of the catalogue, with the unit that the catalogue gives it.
Requirement requirement_of(const Sentence&,
                           const std::string& kind,
                           std::optional<int> amount,
                           const std::vector<Purpose>&,
                           const std::string& words);

}  // namespace noms::sentences
