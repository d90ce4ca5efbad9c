#pragma once

#include <string>
#include <vector>

#include "areas/access/access.hpp"
#include "kit/db/database.hpp"

namespace noms::app {

struct DemonstrationOptions {
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

/// Fills an empty, migrated database with the reference data, one account a role and an invented
/// extract. Refused when the database holds accounts already: a demonstration never mixes with
/// work.
Result<std::vector<SignIn>> make_demonstration(db::Database&, const DemonstrationOptions&);

}  // namespace noms::app
