#include "areas/management/facts.hpp"

namespace noms::management {

const record::Table<Officer> officers{"management_officer", "account,from_day"};
const record::Table<Duty> duties{"management_duty", "area,from_day"};
const record::Table<Allocation> allocations{"management_allocation", "offender,from_day"};
const record::Table<Support> supports{"management_support", "offender,role,from_day"};
const record::Table<Objective> objectives{"plan_objective", "id"};

}  // namespace noms::management
