#include "areas/workload/rules_load.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "areas/workload/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::workload {
namespace {

/// A row of data/tier_counts_as.csv.
struct CountsAs {
    std::string tier{};
    std::string counts_as{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(CountsAs, tier, counts_as, source, certainty)

const std::vector<CountsAs>& all_counts_as() {
    static const auto all = rows::read<CountsAs>(data::tier_counts_as);
    return all;
}

const CountsAs* counts_as(const std::string& tier) {
    auto found = std::ranges::find(all_counts_as(), tier, &CountsAs::tier);
    return found == all_counts_as().end() ? nullptr : &*found;
}

/// The tiers with points that a case may count as; all of them where nobody can say.
std::vector<std::string> may_count_as(const CaseFacts& facts) {
    auto wanted = facts.tier.empty() ? facts.could_be : std::vector{facts.tier};
    std::vector<std::string> out;
    for (const auto& tier : wanted) {
        const auto* row = counts_as(tier);
        const auto& counted = row ? row->counts_as : tier;
        if (!points_of(counted, CaseSetting::Community)) return tiers_with_points();
        out.push_back(counted);
    }
    return out.empty() ? tiers_with_points() : out;
}

std::vector<CaseSetting> may_be_in(const CaseFacts& facts) {
    if (facts.setting) return {*facts.setting};
    return {CaseSetting::Community, CaseSetting::Custody, CaseSetting::Licence};
}

std::string in_words(const std::optional<CaseSetting>& setting) {
    if (!setting) return "Not known where";
    switch (*setting) {
        case CaseSetting::Community: return "In the community";
        case CaseSetting::Custody: return "In custody";
        case CaseSetting::Licence: return "On licence";
    }
    return {};
}

void add(Weight& sum, const Weight& more) {
    sum.least += more.least;
    sum.most += more.most;
}

void add_line(Load& load, const CaseFacts& facts, const Weight& weight) {
    auto setting = in_words(facts.setting);
    auto found = std::ranges::find_if(load.lines, [&](const LoadLine& line) {
        return line.tier == facts.tier && line.setting == setting;
    });
    if (found == load.lines.end())
        found = load.lines.insert(found, LoadLine{.tier = facts.tier, .setting = setting});
    ++found->cases;
    add(found->points, weight);
}

void say_why(Load& load) {
    const law::Provision own{.cite = "noms: an own parameter (data/tier_counts_as.csv)"};
    const law::Provision house{.cite = "noms: what is not known is never quietly nothing"};
    for (const auto& row : all_counts_as())
        if (std::ranges::find(load.lines, row.tier, &LoadLine::tier) != load.lines.end())
            load.because.push_back(
                {fmt::format("Tier {} weighs as much as {}", row.tier, row.counts_as), own});
    if (load.tier_not_known > 0)
        load.because.push_back({fmt::format("Of {} of {} cases the tier is not known: they count "
                                            "with the least and the most that they may weigh",
                                            load.tier_not_known,
                                            load.cases),
                                house});
    if (load.setting_not_known > 0)
        load.because.push_back(
            {fmt::format("Of {} of {} cases nobody can say whether they are in custody, on "
                         "licence or on an order: they count in the same way",
                         load.setting_not_known,
                         load.cases),
             house});
}

void set_capacity(Load& load) {
    load.capacity = capacity_percent(load.points.least, load.available_points);
    load.capacity_at_most = capacity_percent(load.points.most, load.available_points);
}

/// The cases as the rule of points counts them: those of which all is known.
std::vector<WeighedCases> known_cases(const std::vector<CaseFacts>& cases) {
    std::map<std::pair<std::string, CaseSetting>, int> counts;
    for (const auto& each : cases)
        if (auto tiers = may_count_as(each); tiers.size() == 1 && each.setting)
            ++counts[{tiers.front(), *each.setting}];
    std::vector<WeighedCases> out;
    for (const auto& [kind, count] : counts)
        out.push_back({.tier = kind.first, .setting = kind.second, .cases = count});
    return out;
}

}  // namespace

Weight weight_of(const CaseFacts& facts) {
    Weight weight{.least = std::numeric_limits<int>::max()};
    for (const auto& tier : may_count_as(facts))
        for (auto setting : may_be_in(facts)) {
            int points = points_of(tier, setting).value_or(0);
            weight.least = std::min(weight.least, points);
            weight.most = std::max(weight.most, points);
        }
    return weight;
}

Load Load::with(const Weight& more) const {
    Load out = *this;
    ++out.cases;
    add(out.points, more);
    set_capacity(out);
    return out;
}

Load Load::without(const Weight& less) const {
    Load out = *this;
    --out.cases;
    add(out.points, {-less.least, -less.most});
    set_capacity(out);
    return out;
}

Result<Load> load_of(const LoadFacts& facts) {
    auto ruling = TRY(workload_points({.day = facts.day,
                                       .cases = known_cases(facts.cases),
                                       .standard_reports = facts.standard_reports,
                                       .fast_reports = facts.fast_reports,
                                       .contracted_hours = facts.contracted_hours,
                                       .reduction_hours = facts.reduction_minutes / 60.0}));
    Load load{.cases = int(facts.cases.size()),
              .available_points = ruling.available_points,
              .because = ruling.because};
    load.points = {ruling.total_points, ruling.total_points};
    for (const auto& each : facts.cases) {
        auto weight = weight_of(each);
        add_line(load, each, weight);
        load.tier_not_known += each.tier.empty();
        load.setting_not_known += !each.setting;
        if (may_count_as(each).size() > 1 || !each.setting) add(load.points, weight);
    }
    std::ranges::sort(load.lines, std::ranges::greater{}, [](const LoadLine& line) {
        return std::pair(line.tier, line.setting);
    });
    set_capacity(load);
    say_why(load);
    return load;
}

std::string capacity_in_words(const Load& load) {
    if (load.available_points == 0)
        return load.points.most > 0 ? "More than there is room for" : "No hours, no cases";
    if (load.capacity == load.capacity_at_most) return load.capacity + " %";
    return fmt::format("{} to {} %", load.capacity, load.capacity_at_most);
}

std::string points_in_words(const Weight& points) {
    if (points.least == points.most) return with_commas(points.least) + " points";
    return fmt::format("{} to {} points", with_commas(points.least), with_commas(points.most));
}

std::int64_t fullness(const Load& load) {
    if (load.points.most == 0) return 0;
    if (load.available_points == 0) return std::numeric_limits<std::int64_t>::max();
    return std::int64_t(load.points.most) * 1000 / load.available_points;
}

}  // namespace noms::workload
