#pragma once

#include <vector>

#include "areas/access/door.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// The one place that names every area.
namespace noms::app {

/// The whole schema, each area's after those it may call.
std::vector<db::Migration> migrations();
/// What must hold over a whole database, by area: `noms doctor`.
std::vector<record::Check> checks();
/// Every rule set and law file, once, at start.
void register_law();
/// Every address of the service.
void serve_areas(web::Api&, access::Door&);
/// What stands around every page.
page::Frame frame();

}  // namespace noms::app
