#include "areas/cover/rules.hpp"

#include <algorithm>

namespace noms::cover {
namespace {

bool within(const Days& days, Date day) {
    return days.from <= day && (!days.until || day < *days.until);
}

bool on(const std::vector<Days>& all, Date day) {
    return std::ranges::any_of(all, [&](const Days& days) { return within(days, day); });
}

/// The first day of [from, until) on which none of them holds.
std::optional<Date> first_without(const std::vector<Days>& all, Date from, Date until) {
    for (Date day = from; day < until; day = plus_days(day, 1))
        if (!on(all, day)) return day;
    return std::nullopt;
}

/// The first day of [from, until) on which one of them holds.
std::optional<Date> first_with(const std::vector<Days>& all, Date from, Date until) {
    for (Date day = from; day < until; day = plus_days(day, 1))
        if (on(all, day)) return day;
    return std::nullopt;
}

}  // namespace

Result<void> absence_fits(const AbsenceFacts& facts) {
    if (facts.until_day <= facts.from_day)
        return invalid(
            {{"until_day", "not_after", "The first day back is after the first day away"}});
    if (plus_days(facts.from_day, 366) < facts.until_day)
        return invalid(
            {{"until_day", "too_long", "An absence is recorded for a year at the most"}});
    if (!on(facts.office, facts.from_day))
        return invalid({{"from_day", "not_in_office", "They are not in office on that day"}});
    auto taken = first_with(facts.others, facts.from_day, facts.until_day);
    if (!taken) return {};
    std::string field = *taken == facts.from_day ? "from_day" : "until_day";
    return invalid(
        {{field, "overlaps", "They are away on " + noms::in_words(*taken) + " already"}});
}

Result<void> cover_fits(const CoverFacts& facts) {
    auto refuse = [&](const char* code, const char* why, Date day) {
        return invalid({{"to", code, facts.name + why + noms::in_words(day)}});
    };
    if (auto day = first_without(facts.office, facts.from, facts.until))
        return refuse("not_in_office", " is not in office on ", *day);
    if (auto day = first_with(facts.away, facts.from, facts.until))
        return refuse("away", " is away on ", *day);
    return {};
}

Result<void> change_fits(const ChangeFacts& facts) {
    auto refuse = [](const char* code, const char* why) {
        return invalid({{"until_day", code, why}});
    };
    if (facts.until_day < facts.today) return refuse("over", "It is over");
    if (facts.wanted == facts.until_day) return refuse("same", "It ends on that day already");
    if (facts.wanted < facts.from_day) return refuse("before_start", "That is before it began");
    if (facts.wanted == facts.from_day && facts.from_day < facts.today)
        return refuse("begun", "It has begun: it can be ended, not taken back");
    if (facts.wanted < facts.today && facts.wanted != facts.from_day)
        return refuse("past", "That day is past: who covered until today covered");
    return {};
}

}  // namespace noms::cover
