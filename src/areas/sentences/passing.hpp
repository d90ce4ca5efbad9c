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

/// Numbers of a command that are less than nought, by field: no rule looks at those.
std::vector<FieldError> below_nought(const describe::Type& command, const void* given);

/// A requirement of that kind, a code of the catalogue, with the unit that the catalogue gives it.
Requirement requirement_of(const Sentence&,
                           const std::string& kind,
                           std::optional<int> amount,
                           const std::vector<Purpose>&,
                           const std::string& words);

}  // namespace noms::sentences
