#include "areas/offenders/offenders.hpp"

#include "areas/offenders/sql.gen.hpp"

namespace noms::offenders {

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::offenders
