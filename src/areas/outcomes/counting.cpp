#include "areas/outcomes/counting.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "areas/assessments/assessments.hpp"
#include "areas/management/management.hpp"
#include "areas/outcomes/groups.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/base/remembered.hpp"

namespace noms::outcomes {
namespace {

using management::ManagedOver;
using organisation::Body;
using organisation::Kind;

constexpr size_t people_a_portion = 250;

/// How many of each group something was done to, by every dimension at once.
class Tally {
public:
    Tally(std::string code, std::string name) : code_(std::move(code)), name_(std::move(name)) {
        for (auto by : dimensions)
            for (const auto& group : groups_by(by)) counts_[size_t(by)].push_back({.group = group});
    }
    void add(const offenders::Offender& who, Date day, bool with) {
        for (auto by : dimensions) {
            auto group = group_of(who, by, day);
            auto& count = *std::ranges::find(counts_[size_t(by)], group, &GroupCount::group);
            count.people += 1;
            count.with += with ? 1 : 0;
        }
    }
    Result<Measure> measured() const {
        Measure out{.code = code_, .name = name_};
        for (auto by : dimensions)
            out.by.push_back({in_words(by),
                              TRY(fair_rates({.groups = counts_[size_t(by)],
                                              .shown_from = limit("shown_from")}))});
        return out;
    }

private:
    std::string code_;
    std::string name_;
    std::array<std::vector<GroupCount>, dimensions.size()> counts_{};
};

/// A tally for each tier of the scheme, and one for those whose tier nobody can say; then those of
/// enforcement.
struct Tallies {
    std::vector<std::string> tiers{};
    std::vector<Tally> by_tier{};
    Tally breach{"breach", "Breach begun"};
    Tally recall{"recall", "Recall asked for"};

    explicit Tallies(const assessments::TierScheme* scheme) {
        if (scheme) tiers = assessments::tiers_in(scheme->scheme);
        for (const auto& tier : tiers) by_tier.emplace_back("tier", "Tier " + tier);
        by_tier.emplace_back("tier", "Not known");
    }
    void add_tier(const offenders::Offender& who, Date day, const std::string& tier) {
        auto place = size_t(std::ranges::find(tiers, tier) - tiers.begin());
        for (size_t i = 0; i < by_tier.size(); ++i) by_tier[i].add(who, day, i == place);
    }
};

std::vector<std::int64_t> numbers_of(std::span<const ManagedOver> people, bool all) {
    std::vector<std::int64_t> out;
    for (const auto& each : people)
        if (all || each.on_last_day) out.push_back(each.offender.number);
    return out;
}

void count_tiers(Tallies& tallies,
                 db::Connection& db,
                 const std::vector<offenders::Offender>& people,
                 Date day) {
    auto assessed = assessments::assessed_among(db, people, day);
    for (size_t i = 0; i < people.size(); ++i)
        tallies.add_tier(people[i], day, assessed[i].tier.holds());
}

Result<void> count_enforcement(Tallies& tallies,
                               db::Connection& db,
                               const std::vector<offenders::Offender>& people,
                               const std::vector<std::int64_t>& numbers,
                               const Asked& asked) {
    auto all = TRY(supervision::enforced_over(db, numbers, {asked.from, plus_days(asked.last, 1)}));
    for (const auto& each : all) {
        const auto& who = *std::ranges::find(people, each.offender, &offenders::Offender::id);
        if (each.under_order) tallies.breach.add(who, asked.last, each.breach_begun);
        if (each.on_licence) tallies.recall.add(who, asked.last, each.recall_requested);
    }
    return {};
}

Result<void> count_portion(Tallies& tallies,
                           db::Connection& db,
                           std::span<const ManagedOver> portion,
                           const Asked& asked) {
    auto all = numbers_of(portion, true), now = numbers_of(portion, false);
    auto people = offenders::offenders_among(db, all);
    std::vector<offenders::Offender> managed_now;
    for (const auto& each : people)
        if (std::ranges::find(now, each.id.number) != now.end()) managed_now.push_back(each);
    count_tiers(tallies, db, managed_now, asked.last);
    return count_enforcement(tallies, db, people, all, asked);
}

/// The area that a local unit or a team belongs to.
std::optional<Body> area_above(db::Connection& db, Body body, Date day) {
    while (body.kind != Kind::Area) {
        auto above = organisation::parent_of(db, body.id, day);
        if (!above) return std::nullopt;
        body = *above;
    }
    return body;
}

std::vector<ManagedOver> managed_by_unit(db::Connection& db, const Asked& asked, int limit) {
    auto area = area_above(db, asked.body, asked.last);
    if (!area) return {};
    auto units = organisation::bodies_below(db, asked.body.id, asked.last);
    units.push_back(asked.body.id);
    std::vector<std::int64_t> accounts;
    for (const auto& each :
         management::officers_among(db, std::span(&area->id.number, 1), asked.last))
        if (each.unit && std::ranges::find(units, *each.unit) != units.end())
            accounts.push_back(each.account.number);
    return management::managed_by_accounts(db, accounts, asked.from, asked.last, limit);
}

std::vector<ManagedOver> managed_by(db::Connection& db, const Asked& asked, int limit) {
    bool has_areas = asked.body.kind == Kind::Region || asked.body.kind == Kind::Area;
    if (!has_areas) return managed_by_unit(db, asked, limit);
    std::vector<std::int64_t> areas{asked.body.id.number};
    if (asked.body.kind == Kind::Region)
        for (auto id : organisation::bodies_below(db, asked.body.id, asked.last))
            areas.push_back(id.number);
    return management::managed_in_areas(db, areas, asked.from, asked.last, limit);
}

Result<Fairness> counted(web::Context& context, const Asked& asked) {
    auto& db = context.db;
    const int people_max = limit("people_max");
    auto people = managed_by(db, asked, people_max + 1);
    if (people.size() > size_t(people_max))
        return refused("These are too many to be counted for one page. Choose an area.");
    const auto* scheme = assessments::tier_scheme_on(asked.last);
    Tallies tallies(scheme);
    std::span<const ManagedOver> left(people);
    while (!left.empty()) {
        auto portion = left.first(std::min(left.size(), people_a_portion));
        CHECK(count_portion(tallies, db, portion, asked));
        left = left.subspan(portion.size());
    }
    Fairness out{.body = asked.body.name,
                 .from = asked.from,
                 .last = asked.last,
                 .counted_at = context.now,
                 .people = std::int64_t(people.size()),
                 .on_last_day = std::ranges::count(people, true, &ManagedOver::on_last_day),
                 .tiered = scheme ? scheme->name : ""};
    for (const auto& each : tallies.by_tier) out.measures.push_back(TRY(each.measured()));
    out.measures.push_back(TRY(tallies.breach.measured()));
    out.measures.push_back(TRY(tallies.recall.measured()));
    return out;
}

}  // namespace

Result<Fairness> fairness_of(web::Context& context, const Asked& asked) {
    static Remembered<Result<Fairness>> remembered;
    auto key = fmt::format("{} {} {} {} {}",
                           fmt::ptr(&context.database),
                           context.database.url(),
                           asked.body.id.number,
                           to_text(asked.from),
                           to_text(asked.last));
    return remembered.get(key, [&] { return counted(context, asked); });
}

}  // namespace noms::outcomes
