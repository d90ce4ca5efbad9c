#include "areas/assessments/tier_a_to_g.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace noms::assessments {
namespace {

const law::Provision a_to_g_scheme{"hmpps-tier @affac98a, its published cases read [S]",
                                   "https://github.com/ministryofjustice/hmpps-tier"};

constexpr char lowest = 'G';

constexpr std::array<double, 5> all_limits{90, 75, 50, 25, 15};
constexpr std::array<double, 4> serious_limits{6.9, 3.0, 1.0, 0.5};
// A row for each limit of the serious predictor, a column for each of the other; the last is below.
constexpr std::array<std::string_view, 5> grid{"AABBBB", "ABCCCC", "BCDEEE", "CDEEFF", "DDEFFG"};

/// Which of the limits, falling, the score reaches first; their number when none.
size_t place(double score, const auto& limits) {
    auto found = std::ranges::find_if(limits, [&](double limit) { return score >= limit; });
    return size_t(found - limits.begin());
}

/// 'A' is higher than 'G'.
char higher(char one, char other) {
    return std::min(one, other);
}
bool is_lower(char one, char other) {
    return one > other;
}

/// A step of the scheme, with what it gives; `lowest` when it says nothing.
struct TierStep {
    int number = 0;
    char tier = lowest;
    std::string why{};
};

TierStep by_predictors(const TierAToGFacts& facts) {
    auto row = place(*facts.serious_reoffending, serious_limits);
    auto column = place(*facts.all_reoffending, all_limits);
    return {1,
            grid[row][column],
            fmt::format("All reoffending {} and serious reoffending {}",
                        *facts.all_reoffending,
                        *facts.serious_reoffending)};
}

/// Two pairs of limits: without risk reduction, and below them with it.
char by_medium_contact(double score) {
    return score >= 3.36 ? 'C' : score >= 2.11 ? 'D' : score >= 1.12 ? 'C' : 'D';
}

TierStep by_contact_sexual(const TierAToGFacts& facts) {
    if (facts.contact_sexual.value_or(0) <= 0 || !facts.contact_sexual_band) return {.number = 2};
    TierStep step{2, lowest, fmt::format("Contact sexual predictor {}", *facts.contact_sexual)};
    switch (*facts.contact_sexual_band) {
        case Band::VeryHigh: step.tier = 'A'; break;
        case Band::High: step.tier = 'B'; break;
        case Band::Medium: step.tier = by_medium_contact(*facts.contact_sexual); break;
        case Band::Low: step.tier = 'E'; break;
    }
    return step;
}

bool has_mappa(const TierAToGFacts& facts) {
    return facts.mappa_category.value_or(0) > 0;
}

TierStep by_harm(const TierAToGFacts& facts) {
    auto harm = facts.rosh ? in_words(*facts.rosh) : std::string("not known");
    TierStep step{3,
                  lowest,
                  fmt::format("Risk of serious harm {}, {} a MAPPA category",
                              harm,
                              has_mappa(facts) ? "with" : "without")};
    bool very_high = facts.rosh == Rosh::VeryHigh;
    bool high = facts.rosh == Rosh::High;
    if (has_mappa(facts))
        step.tier = very_high ? 'A' : high ? 'C' : facts.rosh == Rosh::Medium ? 'D' : 'E';
    else if (very_high || high)
        step.tier = very_high ? 'C' : 'D';
    return step;
}

TierStep by_life_licence(const TierAToGFacts& facts) {
    if (!facts.life_or_ipp || !facts.released_on || facts.day < *facts.released_on)
        return {.number = 4};
    bool within_one = plus_months(facts.day, -12) <= *facts.released_on;
    bool within_five = plus_months(facts.day, -60) <= *facts.released_on;
    return {4,
            within_one    ? 'B'
            : within_five ? 'D'
                          : 'E',
            "Life or public protection, released on " + noms::in_words(*facts.released_on)};
}

TierStep by_registration(const TierAToGFacts& facts) {
    TierStep step{.number = 5};
    auto raise = [&](bool given, char tier, const char* why) {
        if (!given) return;
        step.tier = higher(step.tier, tier);
        step.why += (step.why.empty() ? "" : ", ") + std::string(why);
    };
    raise(facts.domestic_abuse, 'E', "Domestic abuse");
    raise(facts.stalking, 'F', "Stalking");
    raise(facts.child_protection, 'F', "Child protection");
    raise(facts.ever_sexual_offence, 'E', "A sexual offence at some time");
    return step;
}

std::array<TierStep, 5> steps_of(const TierAToGFacts& facts) {
    return {by_predictors(facts),
            by_contact_sexual(facts),
            by_harm(facts),
            by_life_licence(facts),
            by_registration(facts)};
}

/// The highest of the steps, some left out.
char best(const std::array<TierStep, 5>& steps,
          bool with_predictors = true,
          bool with_harm = true) {
    char tier = lowest;
    for (const auto& step : steps)
        if ((step.number != 1 || with_predictors) && (step.number != 3 || with_harm))
            tier = higher(tier, step.tier);
    return tier;
}

/// Whether dynamic predictors could raise the tier.
bool predictors_are_provisional(const TierAToGFacts& facts, const std::array<TierStep, 5>& steps) {
    auto others = best(steps, false);
    if (facts.all_reoffending_static && facts.serious_reoffending_static)
        return is_lower(others, 'A');
    if (facts.all_reoffending_static)
        return is_lower(others, grid[place(*facts.serious_reoffending, serious_limits)][0]);
    if (facts.serious_reoffending_static)
        return is_lower(others, grid[0][place(*facts.all_reoffending, all_limits)]);
    return false;
}

/// Whether the risk of serious harm, once known, could.
bool harm_is_provisional(const TierAToGFacts& facts, const std::array<TierStep, 5>& steps) {
    if (facts.rosh) return false;
    bool dynamic = !facts.all_reoffending_static && !facts.serious_reoffending_static;
    return is_lower(best(steps, dynamic, false), has_mappa(facts) ? 'A' : 'C');
}

TierState state_of(const TierAToGFacts& facts) {
    if (!facts.supervised) return TierState::NotSupervised;
    if (!facts.all_reoffending || !facts.serious_reoffending) return TierState::Missing;
    return TierState::Tiered;
}

std::string a_to_g_text(const TierAToGFacts& facts) {
    if (state_of(facts) != TierState::Tiered) return {};
    return std::string(1, best(steps_of(facts)));
}

std::vector<Variation<TierAToGFacts>> a_to_g_variations() {
    using Facts = TierAToGFacts;
    using Scores = std::vector<std::pair<std::string, double>>;
    using Flags = std::vector<std::pair<std::string, bool>>;
    std::vector<Variation<Facts>> out;
    vary(out,
         "all_reoffending",
         &Facts::all_reoffending,
         Scores{{"less than 15", 0}, {"15", 15}, {"25", 25}, {"50", 50}, {"75", 75}, {"90", 90}});
    vary(out,
         "serious_reoffending",
         &Facts::serious_reoffending,
         Scores{{"less than 0.5", 0}, {"0.5", 0.5}, {"1.0", 1}, {"3.0", 3}, {"6.9", 6.9}});
    vary(out, "rosh", &Facts::rosh);
    vary(out,
         "mappa_category",
         &Facts::mappa_category,
         std::vector<std::pair<std::string, int>>{{"none", 0}, {"any", 1}});
    for (auto [fact, member] : {std::pair{"domestic_abuse", &Facts::domestic_abuse},
                                {"stalking", &Facts::stalking},
                                {"child_protection", &Facts::child_protection},
                                {"ever_sexual_offence", &Facts::ever_sexual_offence}})
        vary(out, fact, member, Flags{{"yes", true}, {"no", false}});
    return out;
}

std::vector<FieldError> faults_of(const TierAToGFacts& facts) {
    std::vector<FieldError> out;
    auto check = [&](const char* field, const std::optional<double>& score) {
        if (score && (*score < 0 || *score > 100))
            out.push_back({field, "out_of_range", "must be between 0 and 100"});
    };
    check("all_reoffending", facts.all_reoffending);
    check("serious_reoffending", facts.serious_reoffending);
    check("contact_sexual", facts.contact_sexual);
    if (facts.contact_sexual_band == Band::Medium && facts.contact_sexual.value_or(0) > 0 &&
        *facts.contact_sexual < 0.60)
        out.push_back(
            {"contact_sexual", "out_of_range", "must be 0.60 or more in the medium band"});
    if (int category = facts.mappa_category.value_or(0); category < 0 || category > 4)
        out.push_back({"mappa_category", "out_of_range", "must be between 0 and 4"});
    return out;
}

}  // namespace

Result<TierAToGRuling> tier_a_to_g(const TierAToGFacts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    TierAToGRuling ruling{.state = state_of(facts)};
    if (ruling.state != TierState::Tiered) {
        ruling.because.push_back({ruling.state == TierState::NotSupervised
                                      ? "No event is active: there is nobody to supervise"
                                      : "A predictor is missing",
                                  a_to_g_scheme});
        return ruling;
    }
    const auto steps = steps_of(facts);
    ruling.tier = std::string(1, best(steps));
    for (const auto& step : steps)
        if (!step.why.empty())
            ruling.because.push_back(
                {fmt::format("Step {}, tier {}: {}", step.number, step.tier, step.why),
                 a_to_g_scheme});
    bool by_predictors = predictors_are_provisional(facts, steps);
    bool by_harm = harm_is_provisional(facts, steps);
    ruling.provisional = by_predictors || by_harm;
    if (by_predictors)
        ruling.because.push_back({"Provisional: dynamic predictors could raise it", a_to_g_scheme});
    if (by_harm)
        ruling.because.push_back(
            {"Provisional: the risk of serious harm, once known, could raise it", a_to_g_scheme});
    ruling.what_would_change =
        what_would_change(facts, *ruling.tier, a_to_g_variations(), &a_to_g_text);
    return ruling;
}

}  // namespace noms::assessments
