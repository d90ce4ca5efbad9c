#include "areas/workload/rules_reduction.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/workload/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::workload {

const std::vector<ReductionReason>& reduction_reasons() {
    static const auto all = rows::read<ReductionReason>(data::reduction_reason);
    return all;
}

const ReductionReason* reduction_reason(std::string_view code) {
    const auto& all = reduction_reasons();
    auto found = std::ranges::find(all, code, &ReductionReason::code);
    return found == all.end() ? nullptr : &*found;
}

int minutes_on(const std::vector<TakenAway>& all, Date day) {
    int minutes = 0;
    for (const auto& each : all)
        if (each.holds_on(day)) minutes += each.minutes_a_week;
    return minutes;
}

// The sum can only rise where one begins.
int most_minutes(const std::vector<TakenAway>& all, const TakenAway& over) {
    int most = minutes_on(all, over.from);
    for (const auto& each : all)
        if (over.holds_on(each.from)) most = std::max(most, minutes_on(all, each.from));
    return most;
}

Result<void> reduction_fits(const ReductionFacts& facts) {
    const auto& wanted = facts.wanted;
    int contracted = facts.contracted_hours * 60;
    const auto* reason = reduction_reason(facts.reason);
    if (!reason) return invalid({{"reason", "unknown_code", "Choose a reason from the list"}});
    if (wanted.minutes_a_week <= 0)
        return invalid({{"hours", "out_of_range", "Enter how many hours a week"}});
    if (wanted.until && *wanted.until <= wanted.from)
        return invalid({{"until_day", "not_after", "The end must be after the beginning"}});
    if (reason->most_percent && wanted.minutes_a_week * 100 > contracted * *reason->most_percent)
        return invalid({{"hours",
                         "more_than_allowed",
                         fmt::format("{} takes at most {} per cent of {} hours",
                                     reason->name,
                                     *reason->most_percent,
                                     facts.contracted_hours)}});
    auto all = facts.others;
    all.push_back(wanted);
    if (int most = most_minutes(all, wanted); most > contracted)
        return invalid({{"hours",
                         "beyond_contract",
                         fmt::format("With what is taken away already that is {} of {} hours",
                                     hours_in_words(most),
                                     facts.contracted_hours)}});
    return {};
}

std::string hours_in_words(int minutes) {
    auto words = minutes / 60 == 1 ? std::string("1 hour") : fmt::format("{} hours", minutes / 60);
    if (minutes % 60 == 0) return words;
    auto rest = fmt::format("{} minutes", minutes % 60);
    return minutes < 60 ? rest : words + " " + rest;
}

}  // namespace noms::workload
