#include "areas/access/accounts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/access/password.hpp"
#include "areas/access/rules.hpp"
#include "areas/access/store.hpp"
#include "kit/base/text.hpp"

namespace noms::access {
namespace {

constexpr int token_days_max = 366;

record::Subject subject_of(record::AccountId account) {
    return {"account", account.number};
}

Result<Account> in_state(record::Changes& changes,
                         const Account& account,
                         State state,
                         std::string_view kind) {
    auto changed = account;
    changed.state = state;
    changed.version += 1;
    changes.about(subject_of(account.id), kind);
    changes.change(accounts, account, changed);
    return changed;
}

}  // namespace

Result<Account> account_named(db::Connection& db, std::string_view name) {
    auto account = account_by_name(db, lower(trimmed(name)));
    if (!account) return not_found("There is no account " + std::string(name) + ".");
    return *account;
}

Result<Handover> add_account(record::Changes& changes,
                             db::Connection& db,
                             const NewAccount& given,
                             std::string password,
                             bool demonstration) {
    auto name = lower(trimmed(given.name));
    auto body = given.scope_body.value_or(0);
    CHECK(check_name("name", name));
    CHECK(check_scope(given.role, given.scope_kind, body));
    if (password.empty()) password = new_password();
    CHECK(check_password("password", name, password));
    if (account_by_name(db, name))
        return invalid({{"name", "taken", "There is an account of this name already"}});

    Account account{.id = new_id<record::AccountTag>(),
                    .name = name,
                    .shown_name = std::string(trimmed(given.shown_name)),
                    .role = given.role,
                    .scope_kind = given.scope_kind,
                    .scope_body = body,
                    .demonstration = demonstration,
                    .added_on = changes.command().day};
    if (given.scope_kind == "caseload") account.scope_body = account.id.number;
    changes.about(subject_of(account.id), "access.account_added");
    changes.add(accounts, account);
    changes.flush();  // its password refers to it
    set_password(
        db,
        {.account = account.id,
         .hash = demonstration ? demonstration_hash(password, name) : password_hash(password),
         .set_at = changes.command().at,
         .must_change = !demonstration});
    return Handover{.account = account.id, .name = name, .password = password};
}

Result<Account> disable_account(record::Changes& changes,
                                db::Connection& db,
                                const Account& account) {
    if (account.state == State::Disabled) return refused("The account is disabled already.");
    if (auto cases = count_open_holds(db, "caseload", account.id.number); cases > 0)
        return refused(fmt::format(
            "The account has {} on its caseload: hand them over to another manager first.",
            cases == 1 ? "1 offender" : fmt::format("{} offenders", cases)));
    end_sessions_of(db, account.id);
    revoke_tokens_of(db, account.id, changes.command().at);
    return in_state(changes, account, State::Disabled, "access.account_disabled");
}

Result<Account> enable_account(record::Changes& changes, db::Connection&, const Account& account) {
    if (account.state == State::Active) return refused("The account is active already.");
    return in_state(changes, account, State::Active, "access.account_enabled");
}

Result<Handover> reset_password(record::Changes& changes,
                                db::Connection& db,
                                const Account& account) {
    auto password = new_password();
    end_sessions_of(db, account.id);
    set_password(db,
                 {.account = account.id,
                  .hash = password_hash(password),
                  .set_at = changes.command().at,
                  .must_change = true});
    // The version moves so that the record shows that a password was reset, and nothing of it.
    TRY(in_state(changes, account, account.state, "access.password_reset"));
    return Handover{.account = account.id, .name = account.name, .password = password};
}

Result<void> check_change(std::string_view name, const PasswordChange& given) {
    CHECK(check_password("chosen", name, given.chosen));
    if (given.chosen == given.current)
        return invalid({{"chosen", "same", "Choose a password other than the one you have now"}});
    if (given.chosen != given.repeated)
        return invalid({{"repeated", "differs", "The new password was typed in two ways"}});
    return {};
}

Result<Account> keep_own_password(record::Changes& changes,
                                  db::Connection& db,
                                  const Account& account,
                                  std::string hash,
                                  std::string_view token_digest) {
    end_other_sessions_of(db, account.id, token_digest);
    set_password(db,
                 {.account = account.id, .hash = std::move(hash), .set_at = changes.command().at});
    return in_state(changes, account, account.state, "access.password_changed");
}

Result<std::string> add_token(record::Changes& changes,
                              db::Connection& db,
                              const Account& account,
                              std::string label,
                              const std::vector<std::string>& permissions,
                              int days) {
    if (days < 1 || days > token_days_max)
        return invalid({{"days", "out_of_range", "A token lasts 1 to 366 days"}});
    std::string granted;
    for (const auto& permission : permissions) {
        if (!permissions_of(account.role).contains(permission))
            return invalid({{"permissions",
                             "not_of_role",
                             "The account's role does not have the permission " + permission}});
        granted += (granted.empty() ? "" : " ") + permission;
    }
    if (granted.empty()) return invalid({{"permissions", "missing", "Say what the token may do"}});
    auto token = new_token();
    add_token(db,
              Token{.token_digest = token_digest(token),
                    .account = account.id,
                    .label = std::move(label),
                    .permissions = granted,
                    .added_at = changes.command().at,
                    .ends_at = changes.command().at + std::chrono::days(days)});
    TRY(in_state(changes, account, account.state, "access.token_added"));
    return token;
}

}  // namespace noms::access
