#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/offenders.hpp"

/// Finding a person by any number, name, alias or birth date, typed in any order.
namespace noms::offenders {

/// What somebody typed, taken apart.
struct SearchTerms {
    std::string number_key{};           // the first number, as `search_key` has it
    std::vector<std::string> advice{};  // what is wrong with a number, in words
    std::vector<std::string> near{};    // right numbers that it may have been meant for
    std::optional<Date> born{};
    std::vector<std::string> words{};  // folded, at most four, the longest first
    bool empty() const { return number_key.empty() && !born && words.empty(); }
};
SearchTerms terms_of(std::string_view typed, Date day);

/// One offender found, and how many there are in all.
struct Found {
    OffenderId id{};
    std::int64_t whole = 0;
};
DESCRIBE(Found, id, whole)

/// Only offenders that the actor may know of on `day`; the count is of those alone.
std::vector<Found> search(db::Connection&,
                          const web::Actor&,
                          Date day,
                          const SearchTerms&,
                          int limit,
                          std::int64_t offset);

/// What narrows the list of offenders; it may stand in an address, since it names nobody.
struct ListFilter {
    std::string letter{};  // of the surname
    std::string sex{};
    std::string held_by{};  // a body's id
    std::string after{};    // the offender after whom the page begins
    std::int64_t seen = 0;  // how many stand before it
};
DESCRIBE(ListFilter, letter, sex, held_by, after, seen)

/// Offenders in the actor's scope, by name, from after `filter.after` on. Invalid when the filter
/// is not one.
Result<std::vector<Offender>> list_offenders(
    db::Connection&, const web::Actor&, Date day, const ListFilter&, int limit);
/// How many the filter leaves, on all pages: as slow as there are offenders.
Result<std::int64_t> count_offenders(db::Connection&,
                                     const web::Actor&,
                                     Date day,
                                     const ListFilter&);

/// Why a search found this offender: "alias Marcus Odel", "PNC 2000/0418206W".
std::string why_found(const SearchTerms&,
                      const std::vector<Name>&,
                      const std::vector<BirthDate>&,
                      const std::vector<Identifier>&);

}  // namespace noms::offenders
