#include "areas/access/access.hpp"

namespace noms::access {

const record::Table<Account> accounts{"account", "id"};
const record::Table<Hold> holds{"access_hold", "offender,scope_kind,body,from_day"};
const record::Table<Restriction> restrictions{"access_restriction", "id"};
const record::Table<RestrictionReader> restriction_readers{"access_restriction_reader", "id"};

}  // namespace noms::access
