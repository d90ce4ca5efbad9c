#pragma once

#include <string>

#include "kit/db/database.hpp"

namespace noms::record {

/// A statement made from a description, kept for ever: the same text gives the same name, so that
/// each connection prepares it once. There are as many as tables and sets of changed columns.
db::Query made(std::string text);

}  // namespace noms::record
