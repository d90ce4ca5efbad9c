#include "kit/law/calendar.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "kit/law/law.gen.hpp"

namespace noms::law {
namespace {

using std::chrono::sys_days;

bool is_weekend(Date day) {
    std::chrono::weekday weekday{sys_days(day)};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

std::vector<std::pair<Date, std::string>> holidays_of(std::string_view toml) {
    std::vector<std::pair<Date, std::string>> holidays;
    auto file = toml::parse(toml);
    const auto* rows = file["holiday"].as_array();
    if (!rows) throw Malformed("a calendar has no [[holiday]]");
    for (const auto& node : *rows) {
        const auto* row = node.as_table();
        auto day = row ? (*row)["day"].value<toml::date>() : std::nullopt;
        auto name = row ? (*row)["name"].value_or(std::string()) : std::string();
        if (!day || name.empty()) throw Malformed("a holiday has no day or no name");
        holidays.emplace_back(Date{std::chrono::year(day->year),
                                   std::chrono::month(day->month),
                                   std::chrono::day(day->day)},
                              std::move(name));
    }
    return holidays;
}

const Calendar& Calendar::england_and_wales() {
    static const Calendar calendar(holidays_of(law_text::bank_holidays));
    return calendar;
}

Calendar::Calendar(std::vector<std::pair<Date, std::string>> holidays)
    : holidays_(std::move(holidays)) {
    if (holidays_.empty()) throw Malformed("a calendar without holidays covers no year");
    std::ranges::sort(holidays_);
}

std::optional<std::string> Calendar::holiday(Date day) const {
    auto found = std::ranges::lower_bound(holidays_, day, {}, &std::pair<Date, std::string>::first);
    if (found == holidays_.end() || found->first != day) return std::nullopt;
    return found->second;
}

bool Calendar::is_working_day(Date day) const {
    return !is_weekend(day) && !holiday(day);
}

Span Calendar::covers() const {
    using namespace std::chrono;
    auto last = holidays_.back().first.year() + years(1);
    return {.from = holidays_.front().first.year() / January / 1, .until = last / January / 1};
}

Result<Date> Calendar::plus_working_days(Date day, int count) const {
    const auto years = covers();
    const int step = count < 0 ? -1 : 1;
    for (int left = count; left != 0;) {
        day = plus_days(day, step);
        if (!years.covers(day))
            return refused(fmt::format("The bank holidays of {} are not recorded.",
                                       static_cast<int>(day.year())));
        if (is_working_day(day)) left -= step;
    }
    return day;
}

Result<int> Calendar::working_days_between(Date from, Date to) const {
    if (to < from) return -TRY(working_days_between(to, from));
    const auto years = covers();
    for (Date end : {from, to})
        if (!years.covers(end))
            return refused(fmt::format("The bank holidays of {} are not recorded.",
                                       static_cast<int>(end.year())));
    int count = 0;
    for (Date day = plus_days(from, 1); day <= to; day = plus_days(day, 1))
        if (is_working_day(day)) ++count;
    return count;
}

}  // namespace noms::law
