#pragma once

#include <string>
#include <string_view>

#include "kit/base/date.hpp"
#include "kit/base/dice.hpp"

/// Notes as people write them, put together from data/phrase.csv.
namespace noms::demonstration {

/// Whom and when a note is about.
struct About {
    bool woman = false;
    Date day{};
};

/// What became of an appointment, as far as a note goes.
enum class Turnout { Attended, Missed, Excused, InCustody, AtHome };

/// "On time. … He has been offered a room … Risk unchanged.": how it went, mostly something about
/// one of the needs, sometimes what comes next.
std::string note(Dice&, Turnout, std::string_view need, const About&);
/// One phrase of a kind, its blanks filled.
std::string words(Dice&, std::string_view kind, const About&);

}  // namespace noms::demonstration
