#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/release_dates/engine/calculation.hpp"
#include "areas/release_dates/engine/stream.hpp"

/// Bookings for tests, in few words.
namespace noms::release_dates::testing {

inline Day day(std::string_view iso) {
    return Day(parse_date(iso).value());
}

/// A standard sentence for an offence a year before it, alone and of no special kind.
inline Part standard(std::string_view sentenced_on, const Term& term) {
    Part part{.sentenced_on = day(sentenced_on), .custody = term};
    part.offence_on = plus_years(part.sentenced_on, -1);
    return part;
}
inline Part of_type(SentenceType type, std::string_view sentenced_on, const Term& term) {
    auto part = standard(sentenced_on, term);
    part.type = type;
    return part;
}
inline Part extended(std::string_view sentenced_on, const Term& custody, const Term& licence) {
    auto part = of_type(SentenceType::ExtendedDeterminate, sentenced_on, custody);
    part.extension = licence;
    return part;
}
/// The second follows on the first.
inline std::vector<Part> chain(Part first, Part second) {
    first.identifier = "first";
    second.consecutive_to = "first";
    return {first, second};
}

inline Booking booking(std::vector<Part> parts, std::string_view born = "1980-01-01") {
    return {.born = day(born), .parts = std::move(parts)};
}
inline Adjustment adjustment(AdjustmentType type, std::string_view from, int days) {
    return {.type = type, .applies_from = day(from), .days = days};
}
inline Adjustment absence(std::string_view from, std::string_view to) {
    return {.type = AdjustmentType::UnlawfullyAtLarge,
            .applies_from = day(from),
            .days = day(to) - day(from) + 1,
            .from = day(from),
            .to = day(to)};
}
inline Movement out(std::string_view on, MovementReason reason) {
    return {.on = day(on), .is_release = true, .reason = reason};
}

inline Calculation calculated(const Booking& facts, std::string_view profile = "sds-50") {
    return calculate(facts, *law_of(profile), law::Calendar::england_and_wales());
}
/// A date of the booking as text; empty when it has none.
inline std::string date(const Calculation& done, DateType type) {
    const auto found = done.booking.dates[type];
    return found ? to_text(Date(*found)) : "";
}
inline std::string date(const Booking& facts, DateType type, std::string_view profile = "sds-50") {
    return date(calculated(facts, profile), type);
}

}  // namespace noms::release_dates::testing
