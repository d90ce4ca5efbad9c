#pragma once

#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"

/// The invented nation: people, sentences, moves, managers, plans, contacts and what is due,
/// written as the commands of two years would have written them.
namespace noms::demonstration {

struct Options {
    int offenders = 600;
    std::uint64_t seed = 5;
    Date day{};  // the service day it is kept at
};

/// One way in, for the list that `noms demo` and `scripts/run` print.
struct SignIn {
    std::string role{};
    std::string name{};
    std::string password{};
};
DESCRIBE(SignIn, role, name, password)

/// How many people are where on the service day.
struct Tally {
    std::string what{};
    std::int64_t count = 0;
};
DESCRIBE(Tally, what, count)

struct Made {
    std::vector<SignIn> sign_ins{};
    std::vector<Tally> tallies{};
};

/// Fills an empty, migrated database. The same number, seed and day give the same rows, events and
/// links of the chain; from 10,000 offenders on they live in the whole country, below that in the
/// North West. Refused when the database holds accounts already: a demonstration never mixes with
/// work.
Result<Made> make(db::Database&, const Options&);

}  // namespace noms::demonstration
