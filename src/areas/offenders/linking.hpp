#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/offenders.hpp"

/// Whether two records are one person's, as carefully as an import may decide it. Pure.
namespace noms::offenders {

/// What one record says about who somebody is.
struct Identity {
    struct Number {
        IdentifierKind kind = IdentifierKind::Other;
        std::string canonical{};
        std::int64_t match_key = 0;
    };
    RecordId record{};
    OffenderId offender{};
    std::vector<Number> numbers{};  // only those that are right
    std::vector<Date> birth_dates{};
    std::vector<std::string> surnames{};  // folded
    std::vector<std::string> first_names{};
    Sex sex = Sex::NotKnown;
};

/// Join: one person. Review: somebody should look. Apart: nothing says that they are one.
struct Comparison {
    enum class Is { Apart, Review, Join } is = Is::Apart;
    IdentifierKind ground = IdentifierKind::Other;  // the number they share
    std::string reason{};                           // of Review: a stable word
    std::string evidence{};                         // in words
};

/// Two records are joined when they share a right number, and a birth date (or the surname, where
/// the birth dates do not speak against it) agrees as well, and nothing contradicts it.
Comparison compare(const Identity&, const Identity&);

/// What contradicts that two records are one person's, as a stable word; empty when nothing does.
std::string contradiction(const Identity&, const Identity&);

/// A canonical identifier as a number: equal exactly when kind and value are.
std::int64_t match_key_of(IdentifierKind, std::string_view canonical);

/// Whether one day is the other with one digit mistyped, or its day and month exchanged.
bool nearly_same_day(Date, Date);

}  // namespace noms::offenders
