#pragma once

#include "areas/access/access.hpp"

/// The queries of `access`, named. No decisions.
namespace noms::access {

struct Password {
    record::AccountId account{};
    std::string hash{};
    Instant set_at{};
    bool must_change = false;
};
DESCRIBE(Password, account, hash, set_at, must_change)

/// A sign-in of one browser, as its owner is shown it.
struct Session {
    Instant begun_at{};
    Instant ends_at{};
    std::string address{};
    std::string browser{};
};
DESCRIBE(Session, begun_at, ends_at, address, browser)

/// Who a session belongs to.
struct SessionAccount {
    Account account{};
    bool must_change_password = false;
};

/// A bearer token for a machine: what it may do is a part of what its account may do.
struct Token {
    std::string token_digest{};
    record::AccountId account{};
    std::string label{};
    std::string permissions{};  // separated by blanks
    Instant added_at{};
    Instant ends_at{};
};

/// Who a token speaks for.
struct TokenAccount {
    Account account{};
    std::string permissions{};
};

/// Accounts by name, from the one after `after`.
std::vector<Account> accounts_page(db::Connection&, std::string_view after, int limit);
std::int64_t count_demonstration_accounts(db::Connection&);

/// How many offenders that scope holds without an end.
std::int64_t count_open_holds(db::Connection&, std::string_view scope_kind, std::int64_t body);

std::optional<Password> password_of(db::Connection&, record::AccountId);
void set_password(db::Connection&, const Password&);

void add_session(db::Connection&, std::string_view token_digest, record::AccountId, const Session&);
std::optional<SessionAccount> session_account(db::Connection&,
                                              std::string_view token_digest,
                                              Instant at);
std::vector<Session> sessions_of(db::Connection&, record::AccountId, Instant at);
void end_session(db::Connection&, std::string_view token_digest);
void end_sessions_of(db::Connection&, record::AccountId);
/// All but the session of that token.
void end_other_sessions_of(db::Connection&, record::AccountId, std::string_view token_digest);
void end_old_sessions(db::Connection&, Instant at);

void add_token(db::Connection&, const Token&);
std::optional<TokenAccount> token_account(db::Connection&,
                                          std::string_view token_digest,
                                          Instant at);
void revoke_tokens_of(db::Connection&, record::AccountId, Instant at);

}  // namespace noms::access
