#include "areas/workload/loading.hpp"

#include <algorithm>
#include <set>

#include "areas/access/access.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/movements/movements.hpp"
#include "areas/reports/reports.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/workload/store.hpp"

namespace noms::workload {
namespace {

constexpr int days_a_report_counts = 30;

using Numbers = std::vector<std::int64_t>;

/// As the weights call it; none for somebody elsewhere, or where nobody knows.
std::optional<CaseSetting> weighed_as(management::CaseSetting setting) {
    switch (setting) {
        case management::CaseSetting::Custody: return CaseSetting::Custody;
        case management::CaseSetting::Licence: return CaseSetting::Licence;
        case management::CaseSetting::Order: return CaseSetting::Community;
        case management::CaseSetting::Elsewhere:
        case management::CaseSetting::NotKnown: break;
    }
    return std::nullopt;
}

/// What is asked of the officers themselves, by account.
struct OfFacts {
    std::map<std::int64_t, std::vector<std::int64_t>> cases{};
    std::map<std::int64_t, std::vector<Reduction>> reductions{};
    std::map<std::int64_t, LoadFacts> reports{};
    std::map<std::int64_t, std::string> names{};
    std::map<std::int64_t, std::string> units{};
    Numbers offenders{};
};

OfFacts facts_among(db::Connection& db,
                    const std::vector<management::Officer>& officers,
                    Date day) {
    OfFacts out;
    Numbers accounts;
    std::set<std::int64_t> units;
    for (const auto& officer : officers) {
        accounts.push_back(officer.account.number);
        if (officer.unit) units.insert(officer.unit->number);
    }
    for (const auto& each : management::cases_among(db, accounts, day)) {
        out.cases[each.manager->number].push_back(each.offender.number);
        out.offenders.push_back(each.offender.number);
    }
    for (auto& each : store::reductions_among(db, accounts))
        out.reductions[each.account.number].push_back(std::move(each));
    for (const auto& each : reports::delivered_among(
             db, accounts, plus_days(day, 1 - days_a_report_counts), plus_days(day, 1))) {
        auto& facts = out.reports[each.writer.number];
        if (each.kind == reports::Kind::StandardDelivery)
            facts.standard_reports = int(each.reports);
        if (each.kind == reports::Kind::FastDelivery) facts.fast_reports = int(each.reports);
    }
    for (const auto& account : access::accounts_among(db, accounts))
        out.names[account.id.number] = account.shown_name;
    for (const auto& unit :
         organisation::bodies_listed(db, Numbers(units.begin(), units.end()), day))
        out.units[unit.id.number] = unit.name;
    return out;
}

}  // namespace

std::map<std::int64_t, CaseFacts> weighed_among(db::Connection& db,
                                                std::span<const std::int64_t> offenders,
                                                Date day) {
    std::map<std::int64_t, CaseFacts> out;
    if (offenders.empty()) return out;
    auto people = offenders::offenders_among(db, offenders);
    for (const auto& each : assessments::assessed_among(db, people, day)) {
        auto& facts = out[each.offender.number];
        facts.tier = each.tier.holds();
        facts.could_be = each.tier.could_be;
    }
    auto running = management::running_among(db, offenders, day);
    std::map<std::int64_t, movements::Movement> places;
    for (auto& each : movements::place_of(db, offenders, movements::end_of(day)))
        places[each.offender.number] = std::move(each);
    for (auto& [offender, facts] : out) {
        auto at = places.find(offender);
        facts.setting = weighed_as(
            management::setting_of(at == places.end() ? nullptr : &at->second, running[offender]));
    }
    return out;
}

std::vector<TakenAway> taken_away(const std::vector<Reduction>& all) {
    std::vector<TakenAway> out;
    for (const auto& each : all)
        out.push_back({each.minutes_a_week, each.from_day, each.until_day});
    return out;
}

std::vector<OfficerLoad> loads_of(db::Connection& db,
                                  const std::vector<management::Officer>& officers,
                                  Date day) {
    if (officers.empty()) return {};
    auto known = facts_among(db, officers, day);
    auto weighed = weighed_among(db, known.offenders, day);
    std::vector<OfficerLoad> out;
    for (const auto& officer : officers) {
        auto account = officer.account.number;
        OfficerLoad one{.officer = officer,
                        .name = known.names[account],
                        .unit = officer.unit ? known.units[officer.unit->number] : "",
                        .reductions = known.reductions[account]};
        auto facts = known.reports[account];
        facts.day = day;
        facts.contracted_hours = officer.weekly_hours;
        facts.reduction_minutes = minutes_on(taken_away(one.reductions), day);
        for (auto offender : known.cases[account]) facts.cases.push_back(weighed[offender]);
        one.load = load_of(facts).value();  // every count here is one that the rule takes
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace noms::workload
