#pragma once

#include <optional>

#include "areas/supervision/supervision.hpp"

/// The area's rows. No decisions.
namespace noms::supervision::store {

std::optional<Contact> contact(db::Connection&, ContactId);

}  // namespace noms::supervision::store
