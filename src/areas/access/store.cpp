#include "areas/access/store.hpp"

#include <algorithm>

#include "areas/access/sql.gen.hpp"

namespace noms::access {

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

std::optional<Account> account_by_name(db::Connection& db, std::string_view name) {
    return db::first<Account>(db, sql::account_by_name, std::string(name));
}

std::optional<Account> account_by_id(db::Connection& db, record::AccountId id) {
    return db::first<Account>(db, sql::account_by_id, id);
}

std::vector<Account> accounts_among(db::Connection& db, std::span<const std::int64_t> accounts) {
    if (accounts.empty()) return {};
    return db::all<Account>(db, sql::accounts_among, db::json_list(accounts));
}

std::vector<Account> accounts_page(db::Connection& db, std::string_view after, int limit) {
    return db::all<Account>(db, sql::accounts_page, std::string(after), limit);
}

std::int64_t count_accounts(db::Connection& db) {
    return db::one<std::int64_t>(db, sql::count_accounts);
}

std::int64_t count_demonstration_accounts(db::Connection& db) {
    return db::one<std::int64_t>(db, sql::count_demonstration_accounts, true);
}

std::int64_t count_open_holds(db::Connection& db, std::string_view scope_kind, std::int64_t body) {
    return db::one<std::int64_t>(db, sql::count_open_holds, std::string(scope_kind), body);
}

std::optional<Password> password_of(db::Connection& db, record::AccountId account) {
    return db::first<Password>(db, sql::password_of, account);
}

void set_password(db::Connection& db, const Password& password) {
    db::run(db,
            sql::set_password,
            password.account,
            password.hash,
            password.set_at,
            password.must_change);
}

void add_session(db::Connection& db,
                 std::string_view token_digest,
                 record::AccountId account,
                 const Session& session) {
    db::run(db,
            sql::add_session,
            std::string(token_digest),
            account,
            session.begun_at,
            session.ends_at,
            session.address,
            session.browser);
}

/// An account and one more column, the last.
template <class Found, class Last>
static std::optional<Found> account_and(db::Connection& db,
                                        const db::Query& query,
                                        std::string_view token_digest,
                                        Instant at,
                                        Last Found::* last) {
    const std::vector<db::Value> values{std::string(token_digest), to_text(at)};
    std::optional<Found> found;
    db::Filler filler(describe::type_of<Account>(), query);
    db.read(query, values, [&](const db::Row& row) {
        filler.fill(&found.emplace().account, row);
        db::take(describe::type_of<Last>(), &((*found).*last), row.cell(row.columns() - 1));
    });
    return found;
}

std::optional<SessionAccount> session_account(db::Connection& db,
                                              std::string_view token_digest,
                                              Instant at) {
    return account_and(
        db, sql::session_account, token_digest, at, &SessionAccount::must_change_password);
}

std::vector<Session> sessions_of(db::Connection& db, record::AccountId account, Instant at) {
    return db::all<Session>(db, sql::sessions_of, account, at);
}

void end_session(db::Connection& db, std::string_view token_digest) {
    db::run(db, sql::end_session, std::string(token_digest));
}

void end_sessions_of(db::Connection& db, record::AccountId account) {
    db::run(db, sql::end_sessions_of, account);
}

void end_other_sessions_of(db::Connection& db,
                           record::AccountId account,
                           std::string_view token_digest) {
    db::run(db, sql::end_other_sessions_of, account, std::string(token_digest));
}

void end_old_sessions(db::Connection& db, Instant at) {
    db::run(db, sql::end_old_sessions, at);
}

void add_token(db::Connection& db, const Token& token) {
    db::run(db,
            sql::add_token,
            new_id_number(),
            token.token_digest,
            token.account,
            token.label,
            token.permissions,
            token.added_at,
            token.ends_at);
}

std::optional<TokenAccount> token_account(db::Connection& db,
                                          std::string_view token_digest,
                                          Instant at) {
    return account_and(db, sql::token_account, token_digest, at, &TokenAccount::permissions);
}

void revoke_tokens_of(db::Connection& db, record::AccountId account, Instant at) {
    db::run(db, sql::revoke_tokens_of, account, at);
}

// -- scopes and restrictions ----------------------------------------------------------------------

void open_hold(record::Changes& changes,
               std::int64_t offender,
               std::string_view scope_kind,
               std::int64_t body,
               Date from) {
    changes.add(holds,
                Hold{.offender = offender,
                     .scope_kind = std::string(scope_kind),
                     .body = body,
                     .from_day = from,
                     .until_day = {}});
}

void close_hold(record::Changes& changes, const Hold& open, Date until) {
    auto closed = open;
    closed.until_day = until;
    changes.change(holds, open, closed);
}

void hold_from(record::Changes& changes,
               db::Connection& db,
               std::int64_t offender,
               std::string_view scope_kind,
               std::int64_t body,
               Date day) {
    for (const auto& hold : holds_of(db, offender)) {
        if (hold.scope_kind != scope_kind || hold.body != body) continue;
        if (!hold.until_day) return;
        if (hold.from_day != day && hold.until_day != day) continue;
        auto open = hold;
        open.until_day.reset();
        return changes.change(holds, hold, open);
    }
    open_hold(changes, offender, scope_kind, body, day);
}

void release_from(record::Changes& changes,
                  db::Connection& db,
                  std::int64_t offender,
                  std::string_view scope_kind,
                  std::int64_t body,
                  Date day) {
    for (const auto& hold : holds_of(db, offender))
        if (hold.scope_kind == scope_kind && hold.body == body && !hold.until_day)
            return close_hold(changes, hold, std::max(day, hold.from_day));
}

std::vector<Hold> holds_of(db::Connection& db, std::int64_t offender) {
    return db::all<Hold>(db, sql::holds_of, offender);
}

db::Asked<Hold> holds_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    return db::ask<Hold>(db, sql::holds_among, db::json_list(offenders));
}

// `+h.body` keeps PostgreSQL from reading everybody that the area holds, thousands, to say it of
// sixty.
std::vector<std::int64_t> visible_among(db::Connection& db,
                                        const web::Actor& actor,
                                        std::span<const std::int64_t> offenders,
                                        Date day) {
    const std::vector<db::Value> values{db::json_list(offenders),
                                        actor.scope_kind,
                                        actor.scope_body,
                                        actor.account.number,
                                        to_text(day)};
    std::vector<std::int64_t> visible;
    db.read(sql::visible_among, values, [&](const db::Row& row) {
        db::take(describe::type_of<std::int64_t>(), &visible.emplace_back(), row.cell(0));
    });
    return visible;
}

std::vector<std::int64_t> unrestricted_among(db::Connection& db,
                                             const web::Actor& actor,
                                             std::span<const std::int64_t> offenders,
                                             Date day) {
    auto anywhere = actor;
    anywhere.scope_kind = "national";
    return visible_among(db, anywhere, offenders, day);
}

bool may_see(db::Connection& db, const web::Actor& actor, std::int64_t offender, Date day) {
    return !visible_among(db, actor, std::span(&offender, 1), day).empty();
}

std::optional<Restriction> restriction_of(db::Connection& db, std::int64_t offender, Date day) {
    return db::first<Restriction>(db, sql::restriction_of, offender, day);
}

}  // namespace noms::access
