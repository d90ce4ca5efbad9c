#pragma once

#include "areas/management/management.hpp"

namespace noms::management {

/// Tells whoever asked by `when_a_case_leaves`, before anything follows the new manager.
void tell_it_leaves(
    record::Changes&, db::Connection&, offenders::OffenderId, record::AccountId manager, Date day);

}  // namespace noms::management
