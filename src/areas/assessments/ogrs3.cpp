#include "areas/assessments/ogrs3.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "areas/assessments/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

constexpr int youngest = 10;
constexpr int oldest = 120;
// The published cases with 51 to 79 sanctions match only so: docs/law-questions.md.
constexpr int sanctions_that_count = 50;

struct AgeTerm {
    Sex sex = Sex::M;
    int youngest = 0;
    int oldest = 0;
    double full = 0;
    double four_places = 0;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(AgeTerm, sex, youngest, oldest, full, four_places, source, certainty)

struct OtherTerm {
    std::string term{};
    double full = 0;
    double four_places = 0;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(OtherTerm, term, full, four_places, source, certainty)

double chosen(const auto& row, Terms terms) {
    return terms == Terms::Full ? row.full : row.four_places;
}

/// All terms but those of the groups, laid out for a million cases a second.
struct Table {
    std::array<std::array<double, oldest + 1>, 2> age{};
    double one_year = 0;
    double two_year = 0;
    double copas_rate = 0;
    double first_sanction = 0;
    double repeat = 0;
};

double term_of(const std::vector<OtherTerm>& rows, std::string_view name, Terms terms) {
    return chosen(*std::ranges::find(rows, name, &OtherTerm::term), terms);
}

Table table_of(Terms terms) {
    Table table;
    for (const auto& row : rows::read<AgeTerm>(data::ogrs3_age))
        for (int age = row.youngest; age <= row.oldest; ++age)
            table.age[size_t(row.sex)][size_t(age)] = chosen(row, terms);
    const auto others = rows::read<OtherTerm>(data::ogrs3_term);
    table.one_year = term_of(others, "one_year", terms);
    table.two_year = term_of(others, "two_year", terms);
    table.copas_rate = term_of(others, "copas_rate", terms);
    table.first_sanction = term_of(others, "first_sanction", terms);
    table.repeat = term_of(others, "repeat", terms);
    return table;
}

const Table& table(Terms terms) {
    static const Table full = table_of(Terms::Full);
    static const Table four_places = table_of(Terms::FourPlaces);
    return terms == Terms::Full ? full : four_places;
}

/// The parts of the sum that the two years share.
struct Parts {
    double age = 0;
    double offence = 0;
    double status = 0;
    double copas = 0;
    double sum() const { return age + offence + status + copas; }
};

Parts parts_of(const Ogrs3Case& given, Terms terms) {
    const auto& of = table(terms);
    int sanctions = 1 + std::min(given.previous_sanctions, sanctions_that_count);
    int years = 10 + given.age_at_conviction - given.age_at_first_sanction;
    return {.age = of.age[size_t(given.sex)][size_t(given.age_at_follow_up_start)],
            .offence = chosen(*given.offence_group, terms),
            .status = given.previous_sanctions == 0 ? of.first_sanction : of.repeat,
            .copas = of.copas_rate * std::log(double(sanctions) / years)};
}

void check_age(std::vector<FieldError>& out, std::string field, int age) {
    if (age < youngest)
        out.push_back({std::move(field), "too_young", fmt::format("must be {} or more", youngest)});
    else if (age > oldest)
        out.push_back({std::move(field), "too_old", fmt::format("must be {} or less", oldest)});
}

std::vector<std::string> not_known(const Ogrs3Facts& facts) {
    std::vector<std::string> out;
    if (!facts.sex) out.emplace_back("sex");
    if (!facts.age_at_conviction) out.emplace_back("age_at_conviction");
    if (!facts.age_at_follow_up_start) out.emplace_back("age_at_follow_up_start");
    if (!facts.age_at_first_sanction) out.emplace_back("age_at_first_sanction");
    if (!facts.previous_sanctions) out.emplace_back("previous_sanctions");
    if (!facts.offence_group) out.emplace_back("offence_group");
    return out;
}

law::Ground ground(std::string text) {
    return {std::move(text), calculators()};
}

void explain(Score& ruling, const Ogrs3Case& given, const Parts& parts) {
    ruling.because = {
        ground(fmt::format("{} at the start of the follow-up, {}: {:+.5f}",
                           given.age_at_follow_up_start,
                           given.sex == Sex::M ? "male" : "female",
                           parts.age)),
        ground(fmt::format("{}: {:+.5f}", given.offence_group->name, parts.offence)),
        ground(
            fmt::format("{}: {:+.5f}",
                        given.previous_sanctions == 0 ? "The first sanction" : "Sanctioned before",
                        parts.status)),
        ground(fmt::format("{} sanctions with this one in a career of {} years, and ten: {:+.5f}",
                           1 + std::min(given.previous_sanctions, sanctions_that_count),
                           given.age_at_conviction - given.age_at_first_sanction,
                           parts.copas)),
        ground("OGRS2 was in use before March 2008. Its terms were never published: this score is "
               "OGRS3's.")};
    if (given.previous_sanctions > sanctions_that_count)
        ruling.because.push_back(ground(fmt::format(
            "{} previous sanctions count as {}", given.previous_sanctions, sanctions_that_count)));
    if (given.age_at_follow_up_start < given.age_at_conviction)
        ruling.because.push_back(
            ground("The follow-up begins before the conviction: look at the ages again."));
}

}  // namespace

const std::vector<OffenceGroup>& offence_groups() {
    static const auto all = rows::read<OffenceGroup>(data::ogrs3_group);
    return all;
}

const OffenceGroup* offence_group(std::string_view code_or_name) {
    for (const auto& group : offence_groups())
        if (group.code == code_or_name || group.calculator_name == code_or_name) return &group;
    return nullptr;
}

std::vector<FieldError> faults_of(const Ogrs3Case& given) {
    std::vector<FieldError> out;
    check_age(out, "age_at_conviction", given.age_at_conviction);
    check_age(out, "age_at_follow_up_start", given.age_at_follow_up_start);
    if (given.age_at_first_sanction < 0)
        out.push_back({"age_at_first_sanction", "too_young", "must be 0 or more"});
    if (given.age_at_first_sanction > given.age_at_conviction)
        out.push_back(
            {"age_at_first_sanction", "after_conviction", "must not be after age_at_conviction"});
    if (given.previous_sanctions < 0)
        out.push_back({"previous_sanctions", "too_few", "must be 0 or more"});
    return out;
}

Probabilities ogrs3_score(const Ogrs3Case& given, Terms terms) {
    double sum = parts_of(given, terms).sum();
    const auto& of = table(terms);
    return {logistic(sum + of.one_year), logistic(sum + of.two_year)};
}

Result<Score> ogrs3(const Ogrs3Facts& facts) {
    Score ruling{.predictor = std::string(ogrs3_name), .not_known = not_known(facts)};
    const auto* group = facts.offence_group ? offence_group(*facts.offence_group) : nullptr;
    if (facts.offence_group && !group)
        return invalid({{"offence_group", "unknown_code", "must be a code of kind OGRS3_GROUP"}});
    if (!ruling.not_known.empty()) {
        ruling.because.push_back(ground(
            fmt::format("There is no score: not known {}", fmt::join(ruling.not_known, ", "))));
        return ruling;
    }
    const Ogrs3Case given{*facts.sex,
                          *facts.age_at_conviction,
                          *facts.age_at_follow_up_start,
                          *facts.age_at_first_sanction,
                          *facts.previous_sanctions,
                          group};
    if (auto faults = faults_of(given); !faults.empty()) return invalid(std::move(faults));
    const auto terms = facts.terms.value_or(Terms::Full);
    const auto score = ogrs3_score(given, terms);
    set_probabilities(ruling, score.one_year, score.two_year, {});
    explain(ruling, given, parts_of(given, terms));
    return ruling;
}

}  // namespace noms::assessments
