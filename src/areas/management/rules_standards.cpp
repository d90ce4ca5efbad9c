#include "areas/management/rules_standards.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/management/data.gen.hpp"
#include "areas/management/law.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::management {
namespace {

enum class Unit { WorkingDays, Days, Weeks };
DESCRIBE_ENUM(Unit, WorkingDays, Days, Weeks)
enum class TierBand { Any, Other, High };
DESCRIBE_ENUM(TierBand, Any, Other, High)

/// A row of data/standard.csv. `setting` is a StandardSetting, or Custody for both of custody.
struct Given {
    std::string edition{};
    std::string kind{};
    std::string setting{};
    TierBand tier = TierBand::Any;
    std::string what{};
    int count = 0;
    Unit unit = Unit::WorkingDays;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Given, edition, kind, setting, tier, what, count, unit, source, certainty)

const std::vector<Given>& given_standards() {
    static const auto all = rows::read<Given>(data::standard);
    return all;
}

/// A row of data/review.csv; months or weeks.
struct GivenReview {
    std::string edition{};
    int months = 0;
    int weeks = 0;
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(GivenReview, edition, months, weeks, words, source, certainty)

const law::Dated<std::string>& editions() {
    static const auto all = law::texts(law_text::national_standards);
    return all;
}

/// The edition of that day; before the first, the first stands in.
law::Dated<std::string>::Period edition_on(Date day) {
    return editions().on(day).value_or(editions().periods.front());
}

/// A licence is supervised as an order is, where the edition has no figure of its own for it.
bool fits(const Given& row, StandardSetting setting) {
    auto name = describe::choice_text(setting);
    bool custody = name.starts_with("Custody");
    return row.setting == name || (custody && row.setting == "Custody") ||
           (setting == StandardSetting::Licence && row.setting == "Community");
}

bool fits(TierBand band, const std::optional<int>& tier) {
    if (band == TierBand::Any) return true;
    return (band == TierBand::High) == (tier.value_or(1) == 4);
}

/// Whether a figure of its own for licences stands before this one for orders.
bool is_passed_over(const Given& row, const StandardFacts& facts, const std::string& edition) {
    if (facts.setting != StandardSetting::Licence || row.setting != "Community") return false;
    for (const auto& other : given_standards())
        if (other.edition == edition && other.kind == row.kind && other.setting == "Licence")
            return true;
    return false;
}

Result<Date> due(const Given& row, Date from) {
    switch (row.unit) {
        case Unit::WorkingDays:
            return law::Calendar::england_and_wales().plus_working_days(from, row.count);
        case Unit::Days: return plus_days(from, row.count);
        case Unit::Weeks: return plus_days(from, 7 * row.count);
    }
    return refused("There is no such unit.");
}

std::string in_words(const Given& row) {
    static constexpr const char* one[] = {"working day", "day", "week"};
    return fmt::format("{} {}{}", row.count, one[int(row.unit)], row.count == 1 ? "" : "s");
}

}  // namespace

Standard review_after(Date day) {
    static const auto all = rows::read<GivenReview>(data::review);
    const auto edition = edition_on(day);
    auto row = std::ranges::find(all, edition.value, &GivenReview::edition);
    return {.kind = "assessment_review",
            .what = "Review the assessment",
            .due_on = plus_days(plus_months(day, row->months), 7 * row->weeks),
            .rule = row->words,
            .cite = edition.source.cite + ": " + row->source,
            .certainty = row->certainty};
}

Result<StandardRuling> first_standards(const StandardFacts& facts) {
    StandardRuling ruling;
    const auto& earliest = editions().periods.front();
    auto edition = edition_on(facts.day);
    ruling.edition = edition.value;
    ruling.because.push_back(
        {facts.day < earliest.from
             ? "The edition of that day is not held: " + edition.value + " stands in"
             : "The edition of " + edition.value + " applies",
         edition.source});
    if (!facts.tier)
        ruling.because.push_back(
            {"The tier is not known: the figures of tiers 1 to 3 stand", edition.source});
    for (const auto& row : given_standards()) {
        if (row.edition != edition.value || !fits(row, facts.setting)) continue;
        if (!fits(row.tier, facts.tier) || is_passed_over(row, facts, edition.value)) continue;
        ruling.standards.push_back({.kind = row.kind,
                                    .what = row.what,
                                    .due_on = TRY(due(row, facts.day)),
                                    .rule = in_words(row),
                                    .cite = edition.source.cite + ": " + row.source,
                                    .certainty = row.certainty});
    }
    return ruling;
}

}  // namespace noms::management
