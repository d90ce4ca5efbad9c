#include "areas/appointments/rules_minimum.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/appointments/data.gen.hpp"
#include "areas/appointments/rules.hpp"
#include "kit/describe/rows.hpp"

namespace noms::appointments {
namespace {

constexpr int tier_that_asks_most = 4;

/// A row of data/minimum.csv; without `until_week` it holds to the end.
struct Given {
    std::string edition{};
    int tier = 0;
    int from_week = 1;
    std::optional<int> until_week{};
    int contacts = 0;
    int per_weeks = 1;
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Given, edition, tier, from_week, until_week, contacts, per_weeks, words, source, certainty)

const std::vector<Given>& given_minimum() {
    static const auto all = rows::read<Given>(data::minimum);
    return all;
}

/// Of weeks in which supervision ends so many contacts are asked as fit, in whole numbers.
int asked_in(const Given& row, const ContactWeeks& weeks, const std::optional<Date>& until) {
    if (!until || weeks.until_day <= *until) return row.contacts;
    auto whole = days_between(weeks.from_day, weeks.until_day);
    return row.contacts * days_between(weeks.from_day, *until) / whole;
}

void count(const MinimumFacts& facts, ContactWeeks& weeks) {
    for (const auto& each : facts.contacts) {
        if (!Span{weeks.from_day, weeks.until_day}.covers(each.on_day)) continue;
        if (each.is == Met::Kept) ++weeks.kept;
        if (each.is == Met::Booked) ++weeks.booked;
        if (each.is == Met::Waiting) ++weeks.waiting;
    }
    weeks.missing = std::max(0, weeks.asked - weeks.kept - weeks.booked - weeks.waiting);
}

ContactWeeks weeks_of(const Given& row, int first_week, const MinimumFacts& facts) {
    ContactWeeks out{.from_day = plus_days(facts.since, 7 * (first_week - 1)),
                     .until_day = plus_days(facts.since, 7 * (first_week - 1 + row.per_weeks)),
                     .first_week = first_week,
                     .last_week = first_week + row.per_weeks - 1,
                     .rule = row.words,
                     .source = row.source,
                     .certainty = row.certainty};
    out.asked = asked_in(row, out, facts.until);
    count(facts, out);
    return out;
}

/// The weeks of one row that are not over on the day and begin by `last`.
void add_weeks(const Given& row, const MinimumFacts& facts, Date last, MinimumRuling& out) {
    for (int week = row.from_week; !row.until_week || week <= *row.until_week;
         week += row.per_weeks) {
        auto weeks = weeks_of(row, week, facts);
        if (last < weeks.from_day || (facts.until && *facts.until <= weeks.from_day)) return;
        if (weeks.until_day <= facts.day) continue;
        out.missing += weeks.missing;
        out.weeks.push_back(std::move(weeks));
    }
}

void say_tier(const MinimumFacts& facts, const law::Provision& standards, MinimumRuling& out) {
    if (!facts.tier)
        out.because.push_back({fmt::format("The tier is not known: the figures of tier {} stand, "
                                           "which asks for the most",
                                           tier_that_asks_most),
                               law::own_rule});
    else
        out.because.push_back({fmt::format("Tier {}", *facts.tier), standards});
}

}  // namespace

Result<MinimumRuling> minimum_contact(const MinimumFacts& facts) {
    if (facts.tier && (*facts.tier < 1 || *facts.tier > 4))
        return invalid({{"tier", "unknown_tier", "The tier must be 1 to 4"}});
    using management::StandardSetting;
    auto first = TRY(management::first_standards(
        {.day = facts.since,
         .setting = facts.on_licence ? StandardSetting::Licence : StandardSetting::Community,
         .tier = facts.tier}));
    MinimumRuling out{.edition = first.edition, .because = {first.because.front()}};
    const auto& standards = first.because.front().source;
    say_tier(facts, standards, out);
    auto tier = facts.tier.value_or(tier_that_asks_most);
    auto last = plus_days(facts.day, 7 * parameter("weeks_ahead"));
    bool has_figure = false;
    for (const auto& row : given_minimum()) {
        if (row.edition != out.edition || row.tier != tier) continue;
        has_figure = true;
        add_weeks(row, facts, last, out);
    }
    if (!has_figure)
        out.because.push_back({fmt::format("The edition of {} has no figure for tier {}: contact "
                                           "is as the requirement needs",
                                           out.edition,
                                           tier),
                               standards});
    out.because.push_back({fmt::format("Weeks are counted from {}, the day of the {}",
                                       noms::in_words(facts.since),
                                       facts.on_licence ? "release" : "order"),
                           standards});
    return out;
}

}  // namespace noms::appointments
