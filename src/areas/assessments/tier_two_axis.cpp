#include "areas/assessments/tier_two_axis.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "areas/assessments/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

const law::Provision two_axis_scheme{"hmpps-tier @affac98a, recomputed [T]",
                                     "https://github.com/ministryofjustice/hmpps-tier"};

/// A row of data/tier_points.csv.
struct Points {
    std::string item{};
    std::string code{};
    int points = 0;
    std::string source{};
};
DESCRIBE(Points, item, code, points, source)

std::optional<int> points_of(std::string_view item, std::string_view code) {
    static const auto all = rows::read<Points>(data::tier_points);
    for (const auto& row : all)
        if (row.item == item && row.code == code) return row.points;
    return std::nullopt;
}

/// Collects points with their reasons.
struct Sum {
    int points = 0;
    std::vector<law::Ground> because{};

    void add(int more, std::string why) {
        points += more;
        because.push_back({fmt::format("{}: {} points", why, more), two_axis_scheme});
    }
};

/// Newest first, without the historic ones.
std::vector<Registration> in_order(std::vector<Registration> registrations) {
    std::erase_if(registrations, [](const auto& each) { return each.type == "HREG"; });
    std::ranges::stable_sort(registrations, std::greater(), &Registration::registered_on);
    return registrations;
}

bool is_registered(const std::vector<Registration>& registrations, std::string_view type) {
    return std::ranges::count(registrations, type, &Registration::type) > 0;
}

int rsr_points(double rsr) {
    // A decimal limit: 6.995 is more than 3.00 and less than 7.00. The anchor gives it nought.
    if (rsr > 99.99) return 0;
    return rsr >= 7 ? 20 : rsr >= 3 ? 10 : 0;
}

/// Of RSR and the risk of serious harm only the larger counts.
void add_larger_risk(Sum& sum, const TierTwoAxisFacts& facts, const auto& registrations) {
    int rsr = rsr_points(facts.rsr.value_or(0));
    int rosh = 0;
    std::string registered = "none registered";
    for (const auto& each : registrations)
        if (auto points = points_of("rosh", each.type)) {
            rosh = *points;
            registered = each.type;
            break;
        }
    auto rsr_text = facts.rsr ? fmt::format("{}", *facts.rsr) : std::string("not known");
    if (rsr >= rosh)
        sum.add(rsr,
                fmt::format("RSR {} counts; risk of serious harm {}, {} points, is no more",
                            rsr_text,
                            registered,
                            rosh));
    else
        sum.add(rosh,
                fmt::format("Risk of serious harm {} counts; RSR {}, {} points, is less",
                            registered,
                            rsr_text,
                            rsr));
}

void add_mappa(Sum& sum, const auto& registrations) {
    for (const auto& each : registrations) {
        if (each.type != "MAPP") continue;
        // A newer registration whose level is not one of these is passed over, as the anchor does.
        if (auto points = points_of("mappa", each.level.value_or("")))
            return sum.add(*points, "MAPPA level " + *each.level);
    }
}

void add_complexity(Sum& sum, const auto& registrations) {
    std::set<std::string> seen;
    for (const auto& each : registrations)
        if (auto points = points_of("complexity", each.type);
            points && seen.insert(each.type).second)
            sum.add(*points, "Registered " + each.type);
}

bool is_enforcement(const std::string& code) {
    static const std::set<std::string> codes{"BRE01",
                                             "BRE02",
                                             "BRE03",
                                             "BRE04",
                                             "BRE05",
                                             "BRE06",
                                             "BRE07",
                                             "BRE08",
                                             "BRE10",
                                             "BRE13",
                                             "BRE14",
                                             "BRE16",
                                             "REC01",
                                             "REC02"};
    return codes.contains(code);
}

/// On a conviction that runs, or ended less than a year before `day`.
bool breached_or_recalled(const TierTwoAxisFacts& facts) {
    auto counts = [&](const TierConviction& conviction) {
        bool recent =
            !conviction.terminated_on || plus_months(facts.day, -12) <= *conviction.terminated_on;
        return recent && std::ranges::any_of(conviction.enforcement, is_enforcement);
    };
    return std::ranges::any_of(facts.convictions, counts);
}

void add_for_women(Sum& sum, const TierTwoAxisFacts& facts) {
    if (facts.sex != Sex::F) return;
    if (facts.assessment) {
        const auto& answers = *facts.assessment;
        if (answers.parenting_responsibility == true)
            sum.add(2, "A woman with children to bring up");
        if (answers.impulsivity.value_or(0) > 0 || answers.temper_control.value_or(0) > 0)
            sum.add(2, "A woman, impulsive or of uncontrolled temper");
    }
    if (breached_or_recalled(facts)) sum.add(2, "A woman, in breach or recalled within a year");
}

Sum protect(const TierTwoAxisFacts& facts) {
    Sum sum;
    auto registrations = in_order(facts.registrations);
    add_larger_risk(sum, facts, registrations);
    add_mappa(sum, registrations);
    add_complexity(sum, registrations);
    add_for_women(sum, facts);
    return sum;
}

char protect_level(int points) {
    return points >= 150 ? 'A' : points >= 20 ? 'B' : points >= 10 ? 'C' : 'D';
}

/// Custody, or a requirement that does more than restrict and is not unpaid work.
bool has_mandate(const std::vector<TierConviction>& convictions) {
    auto changes = [](const TierRequirement& requirement) {
        return !requirement.restrictive && requirement.main_category != "W" &&
               requirement.main_category != "W1";
    };
    return std::ranges::any_of(convictions, [&](const TierConviction& conviction) {
        bool custodial = conviction.sentence_type == "SC" || conviction.sentence_type == "NC";
        return !conviction.terminated_on &&
               (custodial || std::ranges::any_of(conviction.requirements, changes));
    });
}

void add_needs(Sum& sum, const TierAssessment& assessment) {
    for (const auto& [section, severity] : assessment.needs) {
        auto weight = points_of("need", std::to_string(section)).value_or(0);
        int points = weight * int(severity.value_or(Severity::None));
        if (points > 0) sum.add(points, fmt::format("A need in section {}", section));
    }
}

struct Change {
    int level = 0;
    Sum sum{};
};

Change change(const TierTwoAxisFacts& facts) {
    Change out;
    if (!has_mandate(facts.convictions)) {
        out.sum.add(0, "No open sentence is a mandate for change");
        return out;
    }
    if (!facts.assessment) {
        out.sum.add(0, "There is no assessment: level 2 until there is one");
        out.level = 2;
        return out;
    }
    add_needs(out.sum, *facts.assessment);
    int ogrs = facts.ogrs_two_year_percent.value_or(0);
    out.sum.add(ogrs / 10, fmt::format("OGRS {}, by tens", ogrs));
    if (is_registered(in_order(facts.registrations), "IIOM")) out.sum.add(2, "Registered IIOM");
    out.level = out.sum.points >= 20 ? 3 : out.sum.points >= 10 ? 2 : 1;
    return out;
}

std::string two_axis_text(const TierTwoAxisFacts& facts) {
    return fmt::format("{}{}{}",
                       protect_level(protect(facts).points),
                       change(facts).level,
                       is_registered(in_order(facts.registrations), "PRC") ? "S" : "");
}

using Variations = std::vector<Variation<TierTwoAxisFacts>>;

/// One registration in the place of all of its kind.
void vary_registration(Variations& out,
                       const std::string& fact,
                       std::string_view item,
                       const std::string& code) {
    out.push_back(
        {fact, code, [item, code](TierTwoAxisFacts& facts) {
             bool mappa = item == "mappa";
             std::erase_if(facts.registrations, [&](const Registration& each) {
                 return mappa ? each.type == "MAPP" : points_of(item, each.type).has_value();
             });
             if (code != "none")
                 facts.registrations.push_back({mappa ? "MAPP" : code,
                                                mappa ? std::optional(code) : std::nullopt,
                                                facts.day});
         }});
}

Variations two_axis_variations() {
    using Facts = TierTwoAxisFacts;
    Variations out;
    vary(out,
         "rsr",
         &Facts::rsr,
         std::vector<std::pair<std::string, double>>{
             {"less than 3.00", 0}, {"3.00 to 6.99", 3}, {"7.00 or more", 7}});
    vary(out,
         "ogrs_two_year_percent",
         &Facts::ogrs_two_year_percent,
         std::vector<std::pair<std::string, int>>{
             {"0", 0}, {"25", 25}, {"50", 50}, {"75", 75}, {"90", 90}});
    for (const auto* code : {"none", "RMRH", "RHRH", "RVHR"})
        vary_registration(out, "registered risk of serious harm", "rosh", code);
    for (const auto* code : {"none", "M1", "M2"})
        vary_registration(out, "MAPPA level", "mappa", code);
    out.push_back({"mandate for change", "none open", [](Facts& f) { f.convictions.clear(); }});
    out.push_back({"mandate for change", "custody", [](Facts& f) {
                       f.convictions.push_back({.sentence_type = "SC"});
                   }});
    out.push_back({"assessment", "without a need", [](Facts& f) {
                       f.assessment.emplace(f.assessment.value_or(TierAssessment{})).needs.clear();
                   }});
    return out;
}

std::vector<std::string> not_known(const TierTwoAxisFacts& facts) {
    std::vector<std::string> out;
    if (!facts.rsr) out.emplace_back("rsr");
    if (!facts.ogrs_two_year_percent) out.emplace_back("ogrs_two_year_percent");
    if (!facts.assessment) out.emplace_back("assessment");
    return out;
}

std::vector<FieldError> faults_of(const TierTwoAxisFacts& facts) {
    std::vector<FieldError> out;
    if (facts.rsr && *facts.rsr < 0) out.push_back({"rsr", "out_of_range", "must be 0 or more"});
    if (int ogrs = facts.ogrs_two_year_percent.value_or(0); ogrs < 0 || ogrs > 100)
        out.push_back({"ogrs_two_year_percent", "out_of_range", "must be between 0 and 100"});
    if (!facts.assessment) return out;
    for (size_t i = 0; i < facts.assessment->needs.size(); ++i)
        if (!points_of("need", std::to_string(facts.assessment->needs[i].section)))
            out.push_back({fmt::format("assessment.needs.{}.section", i),
                           "unknown_code",
                           "must be a section with a need, 3 to 12"});
    return out;
}

}  // namespace

Result<TierTwoAxisRuling> tier_two_axis(const TierTwoAxisFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    auto protection = protect(facts);
    auto changing = change(facts);
    TierTwoAxisRuling ruling{.tier = two_axis_text(facts),
                             .protect_level = std::string(1, protect_level(protection.points)),
                             .protect_points = protection.points,
                             .change_level = changing.level,
                             .change_points = changing.sum.points,
                             .not_known = not_known(facts),
                             .because = std::move(protection.because)};
    std::ranges::move(changing.sum.because, std::back_inserter(ruling.because));
    if (ruling.tier.ends_with('S'))
        ruling.because.push_back(
            {"Registered PRC: unsupervised after two thirds", two_axis_scheme});
    ruling.what_would_change =
        what_would_change(facts, ruling.tier, two_axis_variations(), &two_axis_text);
    return ruling;
}

}  // namespace noms::assessments
