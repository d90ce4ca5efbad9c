#include "areas/challenges/facts.hpp"

namespace noms::challenges {

const record::Table<Challenge> challenges{"challenge", "id"};

}  // namespace noms::challenges
