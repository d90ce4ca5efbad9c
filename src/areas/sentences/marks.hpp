#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/describe/type.hpp"

/// Schedules of later laws that move the release of some offences. Pure.
namespace noms::sentences {

/// One of them: a row of data/offence_mark.csv. `from` is the first day on which it matters.
struct OffenceMark {
    std::string code{};
    std::string name{};
    std::string hint{};
    Date from{};
    std::string cite{};
    std::string link{};
    std::string mark{};
};
DESCRIBE(OffenceMark, code, name, hint, from, cite, link, mark)
/// Every row, in the order of the table.
const std::vector<OffenceMark>& offence_marks();
/// Those that a law of `day`, or of an earlier day, knows.
std::vector<OffenceMark> offence_marks_on(Date day);

/// What somebody found who looked an offence up: these marks, and no others of that day.
struct Marks {
    Date looked_up_on{};
    std::vector<std::string> codes{};
    bool operator==(const Marks&) const = default;

    bool has(std::string_view code) const;
    /// Whether they answer for the law of `day`: no mark came between.
    bool answer_for(Date day) const;
};
DESCRIBE(Marks, looked_up_on, codes)

}  // namespace noms::sentences
