#include "areas/workload/points.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "areas/workload/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::workload {
namespace {

const law::Provision tool{"wmt-worker @78f526bf and hmpps-workload @1e70153e [S]; capacity [T]",
                          "https://github.com/ministryofjustice/hmpps-workload"};

constexpr int standard_report_points = 138;
constexpr int fast_report_points = 65;
constexpr int nominal_target = 2176;
constexpr double default_week_hours = 37;
constexpr int days_a_contact_counts = 7;

/// Rows of data/tier_points.csv and data/contact_points.csv.
struct TierPoints {
    std::string tier{};
    int community = 0;
    int custody = 0;
    int licence = 0;
    int transition = 0;
    std::string source{};
};
DESCRIBE(TierPoints, tier, community, custody, licence, transition, source)
struct ContactPoints {
    std::string kind{};
    int low = 0;
    int medium = 0;
    int high = 0;
    std::string source{};
};
DESCRIBE(ContactPoints, kind, low, medium, high, source)

const std::vector<TierPoints>& all_tier_points() {
    static const auto all = rows::read<TierPoints>(data::tier_points);
    return all;
}

const TierPoints* points_of_tier(const std::string& tier) {
    const auto& all = all_tier_points();
    auto found = std::ranges::find(all, tier, &TierPoints::tier);
    return found == all.end() ? nullptr : &*found;
}

const ContactPoints* points_of_contact(const std::string& kind) {
    static const auto all = rows::read<ContactPoints>(data::contact_points);
    auto found = std::ranges::find(all, kind, &ContactPoints::kind);
    return found == all.end() ? nullptr : &*found;
}

int points_each(const TierPoints& row, const WeighedCases& count) {
    if (count.transition) return row.transition;
    switch (count.setting) {
        case CaseSetting::Community: return row.community;
        case CaseSetting::Custody: return row.custody;
        case CaseSetting::Licence: return row.licence;
    }
    return 0;
}

std::string in_words(CaseSetting setting) {
    static constexpr const char* words[] = {"in the community", "in custody", "on licence"};
    return words[int(setting)];
}

/// Of cases in transition those overdue or on warrant weigh nothing.
void add_cases(WorkloadRuling& ruling, const WeighedCases& count) {
    const auto* row = points_of_tier(count.tier);
    if (!row) {
        ruling.not_tiered += count.cases;
        return;
    }
    int inactive = count.transition ? count.overdue_termination + count.on_warrant : 0;
    int counted = count.cases - inactive;
    int points = counted * points_each(*row, count);
    ruling.total_points += points;
    ruling.because.push_back({fmt::format("{} of tier {} {}{}: {} points",
                                          counted,
                                          count.tier,
                                          in_words(count.setting),
                                          count.transition ? ", in transition" : "",
                                          points),
                              tool});
}

void add_reports(WorkloadRuling& ruling, const WorkloadFacts& facts) {
    int points =
        facts.standard_reports * standard_report_points + facts.fast_reports * fast_report_points;
    ruling.total_points += points;
    ruling.because.push_back({fmt::format("{} standard and {} fast reports in 30 days: {} points",
                                          facts.standard_reports,
                                          facts.fast_reports,
                                          points),
                              tool});
}

void add_contact(WorkloadRuling& ruling, const WeightedContact& contact, Date day) {
    int age = days_between(contact.on, day);
    if (age < 0 || age >= days_a_contact_counts) return;
    const auto& row = *points_of_contact(contact.kind);
    int points = contact.effort == Effort::Low      ? row.low
                 : contact.effort == Effort::Medium ? row.medium
                                                    : row.high;
    if (!contact.for_another) points = -points;
    ruling.total_points += points;
    ruling.because.push_back(
        {fmt::format("{} on {}, {}: {:+} points",
                     contact.kind,
                     noms::in_words(contact.on),
                     contact.for_another ? "done for another" : "done by another",
                     points),
         tool});
}

/// Whole hundredths, so that no sum is off by a hair.
long long hundredths(double hours) {
    return std::llround(hours * 100);
}

void add_available(WorkloadRuling& ruling, const WorkloadFacts& facts) {
    auto week = facts.default_hours.value_or(default_week_hours);
    auto left = std::max(
        0LL, hundredths(facts.contracted_hours.value_or(week)) - hundredths(facts.reduction_hours));
    if (hundredths(week) > 0)
        ruling.available_points = int(nominal_target * left / hundredths(week));
    ruling.because.push_back(
        {fmt::format("{} points are there: {} of a week, {} hours less {}, of {} hours",
                     ruling.available_points,
                     nominal_target,
                     facts.contracted_hours.value_or(week),
                     facts.reduction_hours,
                     week),
         tool});
}

std::vector<FieldError> faults_of(const WorkloadFacts& facts) {
    std::vector<FieldError> out;
    auto check = [&](std::string field, double value, double most) {
        if (value < 0 || value > most)
            out.push_back({std::move(field), "out_of_range", fmt::format("must be 0 to {}", most)});
    };
    for (size_t i = 0; i < facts.cases.size(); ++i) {
        const auto& count = facts.cases[i];
        check(fmt::format("cases.{}.cases", i), count.cases, 10'000);
        check(
            fmt::format("cases.{}.overdue_termination", i), count.overdue_termination, count.cases);
        check(fmt::format("cases.{}.on_warrant", i),
              count.on_warrant,
              count.cases - count.overdue_termination);
    }
    for (size_t i = 0; i < facts.contacts.size(); ++i)
        if (!points_of_contact(facts.contacts[i].kind))
            out.push_back({fmt::format("contacts.{}.kind", i), "unknown_code", "has no weight"});
    check("standard_reports", facts.standard_reports, 10'000);
    check("fast_reports", facts.fast_reports, 10'000);
    check("contracted_hours", facts.contracted_hours.value_or(0), 168);
    check("reduction_hours", facts.reduction_hours, 168);
    check("default_hours", facts.default_hours.value_or(0), 168);
    return out;
}

}  // namespace

std::optional<int> points_of(const std::string& tier, CaseSetting setting) {
    const auto* row = points_of_tier(tier);
    if (!row) return std::nullopt;
    return points_each(*row, {.tier = tier, .setting = setting});
}

std::vector<std::string> tiers_with_points() {
    std::vector<std::string> out;
    for (const auto& row : all_tier_points()) out.push_back(row.tier);
    return out;
}

std::string capacity_percent(int total, int available) {
    if (total <= 0 || available <= 0) return "0.0";
    long long thousandths = (2'000LL * total + available) / (2LL * available);
    return fmt::format("{}.{}", thousandths / 10, thousandths % 10);
}

Result<WorkloadRuling> workload_points(const WorkloadFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    WorkloadRuling ruling;
    for (const auto& count : facts.cases) add_cases(ruling, count);
    add_reports(ruling, facts);
    for (const auto& contact : facts.contacts) add_contact(ruling, contact, facts.day);
    add_available(ruling, facts);
    ruling.capacity_percent = capacity_percent(ruling.total_points, ruling.available_points);
    ruling.remaining_points = ruling.available_points - ruling.total_points;
    if (ruling.not_tiered > 0)
        ruling.because.push_back(
            {fmt::format("{} cases without a tier that has points weigh nothing",
                         ruling.not_tiered),
             tool});
    return ruling;
}

void register_workload_points() {
    law::register_rule<WorkloadFacts, WorkloadRuling>(
        "workload-points",
        "Workload points and capacity",
        "What a manager's cases, reports and contacts weigh, and how much the contracted hours "
        "leave room for.",
        {tool},
        &workload_points);
}

}  // namespace noms::workload
