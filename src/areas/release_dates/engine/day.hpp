#pragma once

#include <chrono>
#include <span>

#include "kit/base/date.hpp"

/// Days, terms and the law's way of counting them (rule book, section 1).
namespace noms::release_dates {

/// A calendar day as a number, so that nearly all counting is integer addition.
struct Day {
    int number = 0;  // days since 1 January 1970

    constexpr Day() = default;
    constexpr explicit Day(int days_since_1970) : number(days_since_1970) {}
    constexpr Day(Date date)
        : number(int(std::chrono::sys_days(date).time_since_epoch().count())) {}
    constexpr explicit operator Date() const {
        return std::chrono::sys_days(std::chrono::days(number));
    }
    auto operator<=>(const Day&) const = default;
};
constexpr Day operator+(Day day, int days) {
    return Day(day.number + days);
}
constexpr Day operator-(Day day, int days) {
    return Day(day.number - days);
}
constexpr int operator-(Day until, Day from) {
    return until.number - from.number;
}

/// The same day of the month, `months` later; the last of the month when it has no such day.
Day plus_months(Day, int months);
/// The same day `years` later; 29 February becomes the 28th in a common year.
Day plus_years(Day, int years);
/// Days from `start` to the same day `months` later: what "12 months" is, in days.
int days_in_months(Day start, int months);

/// A term as the court spoke it. 18 months stays 18 months.
struct Term {
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;

    bool operator==(const Term&) const = default;
    bool has_months() const { return years != 0 || months != 0; }
    bool has_days() const { return weeks != 0 || days != 0; }
};
/// Unit by unit, nothing carried over.
Term operator+(const Term&, const Term&);

/// The last day of a term that begins on `start`; the first day counts.
Day last_day(const Term&, Day start);
int days_in(const Term&, Day start);
/// Days of terms that follow on each other, like units that meet being added first (1.5).
int days_in(std::span<const Term> one_after_another, Day start);

/// Years, months and days between two days (1.9).
struct Period {
    int years = 0;
    int months = 0;
    int days = 0;
    bool operator==(const Period&) const = default;
};
Period period_between(Day from, Day to);

/// The day on which somebody born on `born` is 18; born on 29 February: 1 March of a common year.
Day eighteenth_birthday(Day born);

}  // namespace noms::release_dates
