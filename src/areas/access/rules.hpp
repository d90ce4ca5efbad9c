#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "areas/access/access.hpp"
#include "kit/base/result.hpp"

namespace noms::access {

/// What a role may do. Administrators of accounts cannot read cases; the auditor reads logs, not
/// cases.
const std::set<std::string, std::less<>>& permissions_of(Role);
/// Every permission that some role has; a route that names another is a mistake (a test finds it).
std::set<std::string, std::less<>> all_permissions();
/// The role in plain words: "offender manager".
std::string role_in_words(Role);
/// The kinds of scope an account of this role may have.
std::vector<std::string_view> scopes_of(Role);

/// Lower case letters, digits, dots and hyphens, 3 to 60; every fault is named.
Result<void> check_name(std::string_view field, std::string_view name);
/// At least 12 characters, at most 200, and not the name itself.
Result<void> check_password(std::string_view field,
                            std::string_view name,
                            std::string_view password);
/// The account's role and scope belong together.
Result<void> check_scope(Role, std::string_view scope_kind, std::int64_t scope_body);

/// How long sign-in is refused after so many failures in a row: nothing for four, then doubling
/// from 2 seconds to 15 minutes.
std::chrono::seconds pause_after(int failures);

}  // namespace noms::access
