#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "areas/legislation/facts.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// The register of Acts, bills, publications, options and powers by date, and the pages of the law
/// that the rules of all areas rest on.
namespace noms::legislation {

/// An item and where it stands on a day; no stage before its first.
struct Standing {
    Item item{};
    std::optional<ItemStage> stage{};
};
DESCRIBE(Standing, item, stage)

/// Every item with its stage on `day`, by code.
std::vector<Standing> standing_on(db::Connection&, Date day);
/// The Acts, provisions, instruments and codes in force on `day`, in whole or in part.
std::vector<Standing> in_force_on(db::Connection&, Date day);
/// How a power ("commission-anybody") stands on `day`; nothing before its first mention.
std::optional<PowerState> power_on(db::Connection&, std::string_view code, Date day);

/// Adds what the reference data holds and the database does not; gives how many items, powers and
/// options it added; 0 the second time.
int load(db::Connection&, record::Changes&);

/// This folder's schema, numbers 20 to 29.
std::vector<db::Migration> migrations();
/// Adds this area's addresses. /law and its rules are open to everybody.
void serve(web::Api&);

}  // namespace noms::legislation
