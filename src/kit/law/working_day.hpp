#pragma once

#include "kit/law/law.hpp"

namespace noms::law {

/// A day, and what is to be counted from it.
struct WorkingDayFacts {
    Date day{};
    std::optional<int> add{};     // working days to go on, back when negative
    std::optional<Date> until{};  // the day to count to
};
DESCRIBE(WorkingDayFacts, day, add, until)

/// Whether the day is a working day, and the counts that were asked for.
struct WorkingDayRuling {
    bool is_working_day = false;
    std::optional<std::string> holiday{};
    std::optional<Date> result_day{};
    std::optional<int> working_days_between{};
    std::vector<Ground> because{};
};
DESCRIBE(WorkingDayRuling, is_working_day, holiday, result_day, working_days_between, because)

/// Working days of England and Wales: not Saturday, Sunday, Good Friday, Christmas Day or a bank
/// holiday. The first day counted is the one after `day`. Refused for a year without a table.
/// Banking and Financial Dealings Act 1971, s. 1: https://www.legislation.gov.uk/ukpga/1971/80
Result<WorkingDayRuling> working_day(const WorkingDayFacts&);

}  // namespace noms::law
