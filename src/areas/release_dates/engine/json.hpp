#pragma once

#include <string>
#include <string_view>

#include "areas/release_dates/engine/calculation.hpp"
#include "areas/release_dates/engine/explanation.hpp"
#include "kit/base/result.hpp"

/// A booking as a line of JSON and its dates as another (rule book, part 2).
namespace noms::release_dates {

/// A line that was read: whose it is, the booking, and the profile of law it asks for.
struct Given {
    std::string id{};
    std::string profile{};
    Booking booking{};
};

/// Reads one line; every bad field is named by its path. Members that are not known are passed
/// over. Refused: days outside 1900 to 2199, terms of more than 100 years, more than 50 sentences
/// or 200 adjustments, so that no sum can overflow.
Result<Given> read_booking(std::string_view line);

/// The id of a line that is refused, if it has one that can be read; else empty.
std::string id_of(std::string_view line);

/// Appends ,"because":{"CRD":[{"text","cite","link"},...],...}: the steps of each date.
void write_steps(std::string& out, const std::vector<ExplainedDate>&);

/// Appends {"id","dates","effectiveSentenceLength","error",...}.
void write_calculation(std::string& out, const Given&, const Calculation&);

}  // namespace noms::release_dates
