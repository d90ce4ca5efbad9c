#include "areas/demonstration/agenda.hpp"

namespace noms::demonstration {
namespace {

constexpr int weekly_until = 16 * 7;
constexpr int fortnightly_until = 40 * 7;

int pause_after(int days) {
    if (days < weekly_until) return 7;
    return days < fortnightly_until ? 14 : 28;
}

}  // namespace

Date weekday_from(Date day) {
    auto weekday = std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding();
    constexpr unsigned saturday = 6;
    return weekday < saturday ? day : plus_days(day, int(8 - weekday));
}

std::vector<Date> contact_days(Date from, Date until, int at_least) {
    std::vector<Date> days;
    int span = days_between(from, until);
    for (int at = 3; at < span; at += pause_after(at)) days.push_back(plus_days(from, at));
    if (int(days.size()) < at_least) {
        days.clear();
        for (int i = 0; i < at_least; ++i) days.push_back(plus_days(from, i * span / at_least));
    }
    for (auto& day : days) day = std::min(weekday_from(day), plus_days(until, -1));
    return days;
}

}  // namespace noms::demonstration
