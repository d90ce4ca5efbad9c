#pragma once

#include <vector>

#include "areas/release_dates/engine/calculation.hpp"

/// Why each date is what it is (rule book, 18). Built only when somebody asks.
namespace noms::release_dates {

/// A date of the booking with the steps that led to it, each with its law.
struct ExplainedDate {
    DateType type = DateType::SLED;
    Day on{};
    std::vector<law::Ground> steps{};
};

/// Every date of a calculation that stands, in the order of DateType.
std::vector<ExplainedDate> explain(const Booking&, const Law&, const Calculation&);

}  // namespace noms::release_dates
