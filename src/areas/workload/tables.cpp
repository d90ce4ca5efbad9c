#include "areas/workload/facts.hpp"

namespace noms::workload {

const record::Table<Reduction> reductions{"workload_reduction", "id"};

}  // namespace noms::workload
