#pragma once

#include <set>
#include <string>
#include <vector>

#include "areas/access/accounts.hpp"
#include "areas/access/store.hpp"
#include "kit/page/page.hpp"
#include "kit/record/reads.hpp"
#include "kit/web/api.hpp"

namespace noms::access {

/// GET /sign-in.
Result<page::Page> sign_in_page(web::Context&);
/// The same after a try that failed: the name is kept, the password never.
page::Page sign_in_again(const form::Values& given, const std::string& words);

/// GET /account/password.
Result<page::Page> show_own_password(web::Context&);
/// The form to choose a password; what was typed is never shown again.
page::Page own_password_page(const std::vector<FieldError>&);

struct AccountList {
    std::vector<Account> accounts{};
    std::int64_t whole = 0;
    std::string next_after{};  // empty at the end
};
page::Page accounts_page(const AccountList&);
page::Page add_account_page(const form::Values& given, const std::vector<FieldError>& errors);
page::Page account_page(const Account&, const std::vector<Session>&);
/// A password that was made, shown this once.
page::Page handover_page(const Handover&);
/// What went wrong where there is no form to show again.
page::Page failed_page(const std::string& what, const std::vector<FieldError>&);
page::Page own_account_page(const web::Actor&,
                            const Account&,
                            const std::vector<Session>&,
                            bool password_changed);

/// Offenders whose record is restricted to others: not even their number is shown.
using Hidden = std::set<std::int64_t>;
page::Page reads_page(const std::vector<record::ReadRow>&, const Hidden&, bool more);
page::Page events_page(const std::vector<record::Event>&,
                       const Hidden&,
                       std::int64_t after,
                       std::int64_t newest);

}  // namespace noms::access
