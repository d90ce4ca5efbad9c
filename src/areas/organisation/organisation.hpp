#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "areas/organisation/facts.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// The service and its bodies over time: who answers to whom, which area lies in which region,
/// which posts there are and who holds them. Any day can be asked.
namespace noms::organisation {

/// The body of that kind and code ("NW", "34", "LEI"), named as on `day`; nothing when there is
/// none.
std::optional<Body> body_by_code(db::Connection&, Kind, std::string_view code, Date day);
/// The body of that key; nothing when there is none.
std::optional<Body> body(db::Connection&, Id<Body>, Date day);
/// The bodies of that kind that exist on `day`, by code.
std::vector<Body> bodies(db::Connection&, Kind, Date day);
/// The bodies with these keys, by key, in one query; a key that is none is passed over.
std::vector<Body> bodies_listed(db::Connection&, std::span<const std::int64_t> ids, Date day);

/// The body that this one is placed under on `day`: an area's region, a court's area.
std::optional<Body> parent_of(db::Connection&, Id<Body>, Date day);
/// The region that an area (or a prison) lies in on `day`; nothing before its first day.
std::optional<Body> region_of_area(db::Connection&, Id<Body> area, Date day);
/// Every body below this one on `day`, at any depth, without itself: what a scope holds.
std::vector<Id<Body>> bodies_below(db::Connection&, Id<Body>, Date day);

/// Every area with the one it is run with on `day`, itself when it stands alone. Summing any figure
/// by `counts_for` gives the same total as by `area`.
std::vector<Counted> geography(db::Connection&, Date day);

/// What is known of every prison and every area besides its place.
std::vector<Prison> every_prison(db::Connection&);
std::vector<Area> every_area(db::Connection&);

/// Adds what the reference data holds and the database does not: bodies, places, prisons, posts and
/// their holders; one event a body and a post. Gives how many it added; 0 the second time.
int load(db::Connection&, record::Changes&);
/// Adds invented local delivery units and teams to every area, named after the towns of its courts.
int load_invented_units(db::Connection&, record::Changes&);

/// This folder's schema, numbers 10 to 19.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::organisation
