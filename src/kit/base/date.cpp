#include "kit/base/date.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace noms {
namespace {

constexpr std::array month_names{"January",
                                 "February",
                                 "March",
                                 "April",
                                 "May",
                                 "June",
                                 "July",
                                 "August",
                                 "September",
                                 "October",
                                 "November",
                                 "December"};
constexpr std::array weekday_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

/// The whole number that exactly `text` writes in decimal digits, or -1.
int digits(std::string_view text) {
    int value = -1;
    auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (bad != std::errc() || end != text.data() + text.size() || text.front() == '-') return -1;
    return value;
}

/// Writes `value` over the `width` zeros that stand at `at`.
void put_digits(std::string& text, size_t at, size_t width, int value) {
    for (size_t i = width; i > 0; --i, value /= 10) text[at + i - 1] = char('0' + value % 10);
}

std::string_view month_name(Date day) {
    // A date that was never set has no month; its words must not read beyond the table.
    if (!day.month().ok()) return "?";
    return month_names[unsigned(day.month()) - 1];
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    int year = digits(iso.substr(0, 4));
    int month = digits(iso.substr(5, 2));
    int day = digits(iso.substr(8, 2));
    if (year < 1000 || month < 1 || day < 1) return std::nullopt;
    Date date{std::chrono::year{year},
              std::chrono::month(unsigned(month)),
              std::chrono::day(unsigned(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_text(Date date) {
    std::string text = "0000-00-00";
    put_digits(text, 0, 4, int(date.year()));
    put_digits(text, 5, 2, int(unsigned(date.month())));
    put_digits(text, 8, 2, int(unsigned(date.day())));
    return text;
}

std::string in_words(Date date) {
    return fmt::format("{} {} {}", unsigned(date.day()), month_name(date), int(date.year()));
}

std::string in_short(Date date) {
    auto weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
    return fmt::format("{} {} {} {}",
                       weekday_names[weekday],
                       unsigned(date.day()),
                       month_name(date).substr(0, 3),
                       int(date.year()));
}

Date plus_days(Date date, int days) {
    return std::chrono::sys_days(date) + std::chrono::days(days);
}

Date plus_months(Date date, int months) {
    Date moved = date + std::chrono::months(months);
    if (moved.ok()) return moved;
    return moved.year() / moved.month() / std::chrono::last;
}

int days_between(Date from, Date to) {
    return int((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

int age_on(Date born, Date day) {
    int years = int(day.year()) - int(born.year());
    bool before_birthday =
        day.month() < born.month() || (day.month() == born.month() && day.day() < born.day());
    return before_birthday ? years - 1 : years;
}

std::optional<Instant> parse_instant(std::string_view iso) {
    if (iso.size() != 27 || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' || iso[19] != '.' ||
        iso[26] != 'Z')
        return std::nullopt;
    auto day = parse_date(iso.substr(0, 10));
    int hour = digits(iso.substr(11, 2));
    int minute = digits(iso.substr(14, 2));
    int second = digits(iso.substr(17, 2));
    int micros = digits(iso.substr(20, 6));
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        micros < 0)
        return std::nullopt;
    return std::chrono::sys_days(*day) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::microseconds(micros);
}

std::string to_text(Instant at) {
    auto day = std::chrono::floor<std::chrono::days>(at);
    auto time = std::chrono::hh_mm_ss(at - day);
    auto text = to_text(Date(day)) + "T00:00:00.000000Z";
    put_digits(text, 11, 2, int(time.hours().count()));
    put_digits(text, 14, 2, int(time.minutes().count()));
    put_digits(text, 17, 2, int(time.seconds().count()));
    put_digits(text, 20, 6, int(time.subseconds().count()));
    return text;
}

Date day_of(Instant at) {
    return std::chrono::floor<std::chrono::days>(at);
}

Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

}  // namespace noms
