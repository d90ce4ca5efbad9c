#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// What National Standards want first, and by when. The figures are data/standard.csv.
namespace noms::management {

enum class StandardSetting { Community, Licence, CustodyUnderTwoYears, CustodyLonger };
DESCRIBE_ENUM(StandardSetting, Community, Licence, CustodyUnderTwoYears, CustodyLonger)

/// Kinds of data/standard.csv that something else than a tick fulfils.
namespace standards {
inline constexpr std::string_view first_appointment = "first_appointment";
inline constexpr std::string_view assign_supervisor = "assign_supervisor";
inline constexpr std::string_view supervisor_contact = "supervisor_contact";
inline constexpr std::string_view sentence_plan = "sentence_plan";
inline constexpr std::string_view name_manager = "name_manager";
}  // namespace standards

/// A sentence or a release, from which the clocks run.
struct StandardFacts {
    Date day{};
    StandardSetting setting = StandardSetting::Community;
    std::optional<int> tier{};  // 1 to 4; empty: not known
};
DESCRIBE(StandardFacts, day, setting, tier)

/// Something to be done, by when, and where that stands.
struct Standard {
    std::string kind{};  // "first_appointment"
    std::string what{};
    Date due_on{};
    std::string rule{};  // "5 working days"
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Standard, kind, what, due_on, rule, cite, certainty)
struct StandardRuling {
    std::string edition{};
    std::vector<Standard> standards{};
    std::vector<law::Ground> because{};
};
DESCRIBE(StandardRuling, edition, standards, because)
/// Every standard that runs from that day, by kind. Refused beyond the calendar of bank holidays.
Result<StandardRuling> first_standards(const StandardFacts&);

/// When an assessment of that day is to be reviewed: data/review.csv.
Standard review_after(Date);

}  // namespace noms::management
