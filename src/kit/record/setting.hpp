#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kit/db/database.hpp"

/// The few settings that belong to a database rather than to the program that serves it.
namespace noms::record {

std::optional<std::string> setting(db::Connection&, std::string_view name);
void set_setting(db::Connection&, std::string_view name, std::string_view value);

/// The service day the database is kept at, for demonstrations and tests; empty: the calendar's.
std::optional<Date> service_day(db::Database&);
void set_service_day(db::Database&, Date);

}  // namespace noms::record
