#include "areas/movements/movements.hpp"

namespace noms::movements {

const record::Table<Warrant> warrants{"movement_warrant", "id"};
const record::Table<Movement> movements{"movement", "offender,at"};

}  // namespace noms::movements
