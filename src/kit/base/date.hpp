#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace noms {

/// A calendar day, with no time and no zone. Statutes speak of days.
using Date = std::chrono::year_month_day;

/// A moment in UTC, to the microsecond: when something was recorded.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Half-open: `from` counts, `until` does not; an open end is empty.
struct Span {
    Date from{};
    std::optional<Date> until{};
    bool covers(Date day) const { return from <= day && (!until || day < *until); }
    auto operator<=>(const Span&) const = default;
};

/// The day that `iso` ("2006-04-03") names; nothing when it is not a real day of years 1000-9999.
std::optional<Date> parse_date(std::string_view iso);
/// "2006-04-03".
std::string to_text(Date);
/// "3 April 2006".
std::string in_words(Date);
/// "Mon 3 Apr 2006".
std::string in_short(Date);

Date plus_days(Date, int days);
/// The same day `months` later; the month's last day when it has no such day.
Date plus_months(Date, int months);
int days_between(Date from, Date to);
/// Whole years from `born` to `day`.
int age_on(Date born, Date day);

/// The moment that "2006-04-03T09:00:00.000000Z" names; nothing when it is not one.
std::optional<Instant> parse_instant(std::string_view iso);
/// "2006-04-03T09:00:00.000000Z".
std::string to_text(Instant);
Date day_of(Instant);
/// The wall clock. Only the app, the ids and the record ask it; rules are given the day.
Instant now();

}  // namespace noms
