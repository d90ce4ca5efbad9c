#include "areas/cover/facts.hpp"

namespace noms::cover {

const record::Table<Absence> absences{"cover_absence", "id"};
const record::Table<CaseCover> case_covers{"cover_case", "id"};

}  // namespace noms::cover
