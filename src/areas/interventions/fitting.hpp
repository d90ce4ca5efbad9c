#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "areas/catalogue/catalogue.hpp"
#include "areas/interventions/facts.hpp"

/// What is known of a person for the rule of what fits, and every offering held against it.
namespace noms::interventions {

/// Here: the prison that holds them and the area that manages them. Region: every place of the
/// region of that area.
enum class Where { Here, Region };
DESCRIBE_ENUM(Where, Here, Region)

/// What the address may say.
struct FitQuery {
    std::optional<std::string> need{};
    std::optional<Where> where{};
};
DESCRIBE(FitQuery, need, where)

struct FitLine {
    catalogue::Offering offering{};
    std::string name{};
    std::string place{};
    catalogue::Fit fit{};
};
DESCRIBE(FitLine, offering, name, place, fit)

/// Every offering of these places, what fits first.
struct FitList {
    catalogue::PersonFacts person{};
    std::vector<FitLine> lines{};
};
DESCRIBE(FitList, person, lines)
FitList fits_of(db::Connection&, const offenders::Offender&, const FitQuery&, Date day);

/// How one offering fits, and what that was judged by.
struct Held {
    catalogue::PersonFacts person{};
    catalogue::Fit fit{};
};
Held held_against(db::Connection&,
                  const offenders::Offender&,
                  const catalogue::Offering&,
                  Date day);

}  // namespace noms::interventions
