#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

#include "kit/base/result.hpp"

/// `noms ogrs3 < IN.csv > OUT.csv`: OGRS3 for as many cases as there are.
namespace noms::assessments {

struct Ogrs3Report {
    std::int64_t scored = 0;
    std::int64_t refused = 0;
};

/// Reads `id,sex,age_at_conviction,age_at_follow_up_start,age_at_first_sanction,
/// previous_sanctions,offence_group` (in any order, others passed over) and writes
/// `id,one_year,two_year` with nine decimals, in the order of the lines, on all cores. A bad line
/// gets its id with no score, and a line on `errors` that names the line and each bad field.
/// Refused when the heading lacks a column. `progress` is told how many were read.
Result<Ogrs3Report> ogrs3_stream(std::istream& in,
                                 std::ostream& out,
                                 std::ostream& errors,
                                 const std::function<void(std::int64_t)>& progress);

}  // namespace noms::assessments
