#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kit/base/date.hpp"

namespace noms {

/// A key that cannot be mixed up with the key of something else. 64 bits, ordered by the time it
/// was made; `bigint` in both engines, 13 letters of base32 on pages and in JSON. 0 is no key.
template <class Owner>
struct Id {
    std::int64_t number = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return number != 0; }
};

/// A number greater than every one this process gave before, led by the milliseconds since 2000.
std::int64_t new_id_number();
/// From now on ids count up from `start`, and no clock is asked: same seed, same bytes.
void seed_ids(Instant start);
/// Ids are led by the clock again.
void unseed_ids();

/// 13 letters of Crockford's base32, lower case, sorting as the numbers do.
std::string id_text(std::int64_t number);
/// The number that `text` writes, in either case; nothing when it is not one.
std::optional<std::int64_t> parse_id_text(std::string_view text);

template <class Owner>
Id<Owner> new_id() {
    return {new_id_number()};
}
template <class Owner>
std::string to_text(Id<Owner> id) {
    return id_text(id.number);
}

}  // namespace noms
