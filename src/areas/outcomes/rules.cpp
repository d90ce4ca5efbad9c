#include "areas/outcomes/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/outcomes/wilson.hpp"

namespace noms::outcomes {
namespace {

const law::Provision wilson{"Wilson 1927; Newcombe, Statistics in Medicine 17 (1998)", ""};

Rate rate_of(const GroupCount& count) {
    auto interval = wilson_95(count.with, count.people);
    return {.group = count.group,
            .showing = Showing::Shown,
            .people = count.people,
            .with = count.with,
            .share = int((2000 * count.with + count.people) / (2 * count.people)),
            .low = interval.low,
            .high = interval.high};
}

Rate rate_where_enough(const GroupCount& count, int shown_from) {
    if (count.people == 0) return {.group = count.group};
    if (count.people < shown_from) return {.group = count.group, .showing = Showing::TooFew};
    return rate_of(count);
}

/// Where one group alone is hidden, the whole less the others would tell it: the smallest of those
/// that are shown is hidden too.
void hide_beside(std::vector<Rate>& rates) {
    if (std::ranges::count(rates, Showing::TooFew, &Rate::showing) != 1) return;
    Rate* smallest = nullptr;
    for (auto& each : rates)
        if (each.showing == Showing::Shown && (!smallest || *each.people < *smallest->people))
            smallest = &each;
    if (smallest) *smallest = {.group = smallest->group, .showing = Showing::Beside};
}

std::vector<FieldError> faults_of(const FairFacts& facts) {
    std::vector<FieldError> faults;
    if (facts.shown_from < 1)
        faults.push_back({"shown_from", "too_small", "The limit must be at least 1"});
    for (const auto& each : facts.groups)
        if (each.people < 0 || each.with < 0 || each.people < each.with)
            faults.push_back({"groups",
                              "not_a_count",
                              "There cannot be more with than people in a group: " + each.group});
    return faults;
}

}  // namespace

Result<FairRuling> fair_rates(const FairFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    FairRuling out;
    GroupCount whole{.group = "Everybody"};
    for (const auto& each : facts.groups) {
        whole.people += each.people;
        whole.with += each.with;
        out.groups.push_back(rate_where_enough(each, facts.shown_from));
    }
    out.everybody = rate_where_enough(whole, facts.shown_from);
    hide_beside(out.groups);
    out.because = {
        {"Each share stands with its 95% interval: in 95 of 100 counts like this one the share "
         "that lies behind it would be within",
         wilson},
        {fmt::format("A group of fewer than {} is not shown, nor the smallest of the others where "
                     "that group alone would be missing",
                     facts.shown_from),
         law::own_rule}};
    return out;
}

void register_rules() {
    law::register_rule("fair-rates",
                       "Shares of groups, side by side",
                       "The share of each group with its 95% interval; what could tell of a person "
                       "is not shown. A difference is not a cause.",
                       {wilson, law::own_rule},
                       &fair_rates);
}

}  // namespace noms::outcomes
