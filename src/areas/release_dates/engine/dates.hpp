#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "areas/release_dates/engine/day.hpp"

/// The dates that a calculation gives.
namespace noms::release_dates {

/// Known by the service's letters, which also stand in every result.
enum class DateType {
    SLED,   // sentence and licence expire
    SED,    // sentence expires
    LED,    // licence expires, before the sentence does
    CRD,    // conditional release
    ARD,    // automatic release, without licence
    PRRD,   // release after recall
    PED,    // eligible for parole
    HDCED,  // eligible for home detention curfew
    TUSED,  // supervision after the sentence ends
    ERSED,  // eligible for early removal from the country
    MTD,    // middle of a detention and training order
    ETD,    // earliest transfer to the community
    LTD,    // latest transfer
    ESED    // expiry without any adjustment
};
inline constexpr std::array<std::string_view, 14> date_type_names{"SLED",
                                                                  "SED",
                                                                  "LED",
                                                                  "CRD",
                                                                  "ARD",
                                                                  "PRRD",
                                                                  "PED",
                                                                  "HDCED",
                                                                  "TUSED",
                                                                  "ERSED",
                                                                  "MTD",
                                                                  "ETD",
                                                                  "LTD",
                                                                  "ESED"};
inline std::string_view name_of(DateType type) {
    return date_type_names[size_t(type)];
}

/// Which dates a sentence has.
class DateTypes {
public:
    constexpr DateTypes() = default;
    template <class... Type>
    constexpr explicit DateTypes(Type... types) {
        (add(types), ...);
    }
    constexpr bool has(DateType type) const { return (bits_ >> unsigned(type)) & 1U; }
    constexpr void add(DateType type) { bits_ |= 1U << unsigned(type); }
    constexpr void drop(DateType type) { bits_ &= ~(1U << unsigned(type)); }
    /// `to` in the place of `from`, where that is among them.
    constexpr void swap(DateType from, DateType to) {
        if (!has(from)) return;
        drop(from);
        add(to);
    }
    bool operator==(const DateTypes&) const = default;

private:
    unsigned bits_ = 0;
};

/// A date of each type, or none.
class Dates {
public:
    std::optional<Day>& operator[](DateType type) { return days_[size_t(type)]; }
    const std::optional<Day>& operator[](DateType type) const { return days_[size_t(type)]; }
    bool has(DateType type) const { return days_[size_t(type)].has_value(); }
    bool operator==(const Dates&) const = default;

private:
    std::array<std::optional<Day>, date_type_names.size()> days_{};
};

/// The later of two days that may be missing.
inline std::optional<Day> later(std::optional<Day> a, std::optional<Day> b) {
    if (!a || !b) return a ? a : b;
    return *a < *b ? b : a;
}

}  // namespace noms::release_dates
