#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/offenders.hpp"

/// Which group of ethnicity, sex and age somebody belongs to. Not known is a group of its own.
/// Pure.
namespace noms::outcomes {

enum class Dimension { Ethnicity, Sex, Age };
inline constexpr std::array dimensions{Dimension::Ethnicity, Dimension::Sex, Dimension::Age};
/// "ethnicity".
std::string in_words(Dimension);
/// Every group of the dimension in the order of a page; the last one is "Not known".
const std::vector<std::string>& groups_by(Dimension);
/// The group of `who` on `day`.
std::string group_of(const offenders::Offender& who, Dimension, Date day);

/// A figure of data/limit.csv; throws std::logic_error where there is none of that name.
int limit(std::string_view name);

}  // namespace noms::outcomes
