#pragma once

#include <string>

#include "areas/access/access.hpp"
#include "kit/base/result.hpp"

/// Adding, disabling and resetting accounts: what `noms user` and the administrator's pages do.
namespace noms::access {

/// The account can no longer sign in; its sessions and tokens end now. Refused while offenders are
/// on its caseload: nobody may be left without a manager.
Result<Account> disable_account(record::Changes&, db::Connection&, const Account&);
Result<Account> enable_account(record::Changes&, db::Connection&, const Account&);
/// A new password; every session ends.
Result<Handover> reset_password(record::Changes&, db::Connection&, const Account&);

/// What the holder of an account types to choose a password of their own.
struct PasswordChange {
    std::string current{};
    std::string chosen{};
    std::string repeated{};
};
DESCRIBE(PasswordChange, current, chosen, repeated)

/// Refused fields are named: a password that is the old one, is weak, or was typed in two ways.
Result<void> check_change(std::string_view name, const PasswordChange&);
/// The password that its holder chose, as its hash; every other session of the account ends, and
/// the one whose token has this digest goes on.
Result<Account> keep_own_password(record::Changes&,
                                  db::Connection&,
                                  const Account&,
                                  std::string hash,
                                  std::string_view token_digest);

/// The account of that name; not_found names it.
Result<Account> account_named(db::Connection&, std::string_view name);

/// A bearer token for the machine that has this account, shown once. `permissions` must be among
/// those of the account's role.
Result<std::string> add_token(record::Changes&,
                              db::Connection&,
                              const Account&,
                              std::string label,
                              const std::vector<std::string>& permissions,
                              int days);

}  // namespace noms::access
