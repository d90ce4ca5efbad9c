#include "areas/catalogue/facts.hpp"

namespace noms::catalogue {

const record::Table<Offering> offerings{"catalogue_offering", "id"};

}  // namespace noms::catalogue
