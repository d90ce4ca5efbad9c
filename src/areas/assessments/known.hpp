#pragma once

#include <optional>

/// Answers that may not be known. Unknown is never quietly no.
namespace noms::assessments {

using Known = std::optional<bool>;

/// Yes when one is; no when both are known to be none.
inline Known either(Known one, Known other) {
    if (one == true || other == true) return true;
    return one && other ? Known(false) : std::nullopt;
}
/// No when one is; yes when both are known to be.
inline Known both(Known one, Known other) {
    if (one == false || other == false) return false;
    return one && other ? Known(true) : std::nullopt;
}
/// Whether a number reaches a limit; unknown when the number is.
template <class Number>
Known reaches(const std::optional<Number>& number, Number limit) {
    return number ? Known(*number >= limit) : std::nullopt;
}

}  // namespace noms::assessments
