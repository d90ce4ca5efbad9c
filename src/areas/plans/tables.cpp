#include "areas/plans/facts.hpp"

namespace noms::plans {

const record::Table<PlannedStep> planned_steps{"plan_step", "id"};
const record::Table<Signing> signings{"plan_signing", "id"};

}  // namespace noms::plans
