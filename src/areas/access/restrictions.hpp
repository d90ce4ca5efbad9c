#pragma once

#include <vector>

#include "areas/access/access.hpp"
#include "kit/web/api.hpp"

namespace noms::access {

/// Of these events, those the actor may be told of on `day`: about nobody in particular, or about
/// an offender in scope and not restricted to others; never of the victim partition.
std::vector<record::Event> events_for(db::Connection&,
                                      const web::Actor&,
                                      std::vector<record::Event>,
                                      Date day);

/// Adds /offenders/{offender}/restriction: who may know of a record, and why.
void serve_restrictions(web::Api&);

}  // namespace noms::access
