#include "areas/outcomes/groups.hpp"

#include <algorithm>
#include <stdexcept>

#include "areas/outcomes/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::outcomes {
namespace {

constexpr const char* not_known = "Not known";

/// A row of data/ethnicity_group.csv.
struct EthnicityGroup {
    std::string code{};
    std::string group{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(EthnicityGroup, code, group, source, certainty)
/// A row of data/age_band.csv: up to the next one's age.
struct AgeBand {
    int from_age = 0;
    std::string name{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(AgeBand, from_age, name, source, certainty)
/// A row of data/limit.csv.
struct Limit {
    std::string name{};
    int value = 0;
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Limit, name, value, words, source, certainty)

const std::vector<EthnicityGroup>& ethnicity_groups() {
    static const auto all = rows::read<EthnicityGroup>(data::ethnicity_group);
    return all;
}

const std::vector<AgeBand>& age_bands() {
    static const auto all = rows::read<AgeBand>(data::age_band);
    return all;
}

std::vector<std::string> groups_of_ethnicity() {
    std::vector<std::string> out;
    for (const auto& each : ethnicity_groups())
        if (std::ranges::find(out, each.group) == out.end()) out.push_back(each.group);
    out.emplace_back(not_known);
    return out;
}

std::vector<std::string> groups_of_age() {
    std::vector<std::string> out;
    for (const auto& each : age_bands()) out.push_back(each.name);
    out.emplace_back(not_known);
    return out;
}

std::string ethnicity_group(const std::optional<std::string>& code) {
    auto found = std::ranges::find(ethnicity_groups(), code.value_or(""), &EthnicityGroup::code);
    return found == ethnicity_groups().end() ? not_known : found->group;
}

std::string sex_group(offenders::Sex sex) {
    if (sex == offenders::Sex::NotKnown) return not_known;
    return sex == offenders::Sex::Male ? "Men" : "Women";
}

std::string age_group(const std::optional<Date>& born, Date day) {
    if (!born || day < *born) return not_known;
    auto above = std::ranges::upper_bound(age_bands(), age_on(*born, day), {}, &AgeBand::from_age);
    return std::prev(above)->name;
}

}  // namespace

std::string in_words(Dimension by) {
    switch (by) {
        case Dimension::Ethnicity: return "ethnicity";
        case Dimension::Sex: return "sex";
        case Dimension::Age: return "age";
    }
    return {};
}

const std::vector<std::string>& groups_by(Dimension by) {
    static const std::vector<std::string> ethnicities = groups_of_ethnicity();
    static const std::vector<std::string> sexes{"Men", "Women", not_known};
    static const std::vector<std::string> ages = groups_of_age();
    if (by == Dimension::Ethnicity) return ethnicities;
    return by == Dimension::Sex ? sexes : ages;
}

std::string group_of(const offenders::Offender& who, Dimension by, Date day) {
    if (by == Dimension::Ethnicity) return ethnicity_group(who.ethnicity);
    return by == Dimension::Sex ? sex_group(who.sex) : age_group(who.birth_date, day);
}

int limit(std::string_view name) {
    static const auto all = rows::read<Limit>(data::limit);
    auto found = std::ranges::find(all, name, &Limit::name);
    if (found == all.end()) throw std::logic_error("no limit of that name: " + std::string(name));
    return found->value;
}

}  // namespace noms::outcomes
