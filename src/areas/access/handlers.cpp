#include "areas/access/access.hpp"

#include <limits>

#include "areas/access/accounts.hpp"
#include "areas/access/pages.hpp"
#include "areas/access/restrictions.hpp"
#include "areas/access/store.hpp"
#include "kit/record/following.hpp"

namespace noms::access {
namespace {

constexpr int accounts_a_page = 50;
constexpr int reads_a_page = 100;
constexpr int events_a_page = 100;

/// Which state of an account the command was decided on.
struct OnVersion {
    int version = 0;
};
DESCRIBE(OnVersion, version)

struct After {
    std::optional<std::string> after{};
};
DESCRIBE(After, after)

struct AfterPosition {
    std::optional<std::int64_t> after{};
    std::optional<int> limit{};
};
DESCRIBE(AfterPosition, after, limit)

struct Before {
    std::optional<std::int64_t> before{};
};
DESCRIBE(Before, before)

// -- accounts -------------------------------------------------------------------------------------

Result<page::Page> list_accounts(web::Context& context) {
    auto query = TRY(context.query<After>());
    auto found = accounts_page(context.db, query.after.value_or(""), accounts_a_page + 1);
    AccountList list{.whole = count_accounts(context.db)};
    if (found.size() > accounts_a_page) {
        found.pop_back();
        list.next_after = found.back().name;
    }
    list.accounts = std::move(found);
    return accounts_page(list);
}

Result<page::Page> show_adding(web::Context&) {
    return add_account_page({}, {});
}

Result<Account> account_in_path(web::Context& context) {
    auto id = TRY(context.id<record::AccountTag>("account"));
    auto account = account_by_id(context.db, id);
    if (!account) return not_found("There is no such account.");
    return *account;
}

Result<page::Page> show_account(web::Context& context) {
    auto account = TRY(account_in_path(context));
    return account_page(account, sessions_of(context.db, account.id, context.now));
}

Result<page::Page> show_own_account(web::Context& context) {
    auto account = account_by_id(context.db, context.actor.account);
    if (!account) return not_found("There is no such account.");
    auto query = TRY(form::parse(context.request.query));
    return own_account_page(context.actor,
                            *account,
                            sessions_of(context.db, account->id, context.now),
                            form::value_of(query, "password") == "changed");
}

/// The account of the address, if it is still as the administrator saw it.
Result<Account> account_as_seen(web::Context& context, const OnVersion& seen) {
    auto account = TRY(account_in_path(context));
    if (account.version != seen.version)
        return conflict("Somebody else has changed this account since you opened it.");
    return account;
}

/// A command whose answer is a secret: shown once, and neither kept as an answer nor in an event.
template <class Work>
web::Reply hand_over(const web::Direct& direct,
                     Work&& work,
                     page::Page (*again)(const form::Values&, const std::vector<FieldError>&)) {
    auto made = direct.written(work);
    if (made) return direct.framed(handover_page(*made), 200);
    auto fields = made.error().fields;
    if (fields.empty()) fields.push_back({"", "refused", made.error().message});
    return direct.framed(again(direct.form, fields).failed(), 422);
}

web::Reply add(const web::Direct& direct) {
    auto work = [&](record::Changes& changes, db::Connection& db) -> Result<Handover> {
        return add_account(changes, db, TRY(form::read<NewAccount>(direct.form)));
    };
    return hand_over(direct, work, &add_account_page);
}

page::Page reset_failed(const form::Values&, const std::vector<FieldError>& errors) {
    return failed_page("The password was not changed", errors);
}

web::Reply reset(const web::Direct& direct) {
    auto work = [&](record::Changes& changes, db::Connection& db) -> Result<Handover> {
        auto seen = TRY(form::read<OnVersion>(direct.form));
        auto id = parse_id_text(direct.parts.at("account")).value_or(0);
        auto account = account_by_id(db, {id});
        if (!account) return not_found("There is no such account.");
        if (account->version != seen.version)
            return conflict("Somebody else has changed this account since you opened it.");
        return reset_password(changes, db, *account);
    };
    return hand_over(direct, work, &reset_failed);
}

Result<Account> disable(web::Context& context, const OnVersion& seen) {
    auto account = TRY(account_as_seen(context, seen));
    if (account.id == context.actor.account) return refused("You cannot disable your own account.");
    return disable_account(*context.changes, context.db, account);
}

Result<Account> enable(web::Context& context, const OnVersion& seen) {
    return enable_account(*context.changes, context.db, TRY(account_as_seen(context, seen)));
}

std::string to_account(const Account& account) {
    return "/accounts/" + to_text(account.id);
}

// -- the audit ------------------------------------------------------------------------------------

/// Of the offenders that these rows are about.
template <class Row>
Hidden hidden_in(web::Context& context, const std::vector<Row>& rows) {
    Hidden hidden;
    for (const auto& row : rows)
        if (row.subject_kind == "offender") hidden.insert(row.subject);
    std::vector<std::int64_t> all(hidden.begin(), hidden.end());
    for (auto open : unrestricted_among(context.db, context.actor, all, context.today))
        hidden.erase(open);
    return hidden;
}

Result<page::Page> show_reads(web::Context& context) {
    auto query = TRY(context.query<Before>());
    auto before = query.before.value_or(std::numeric_limits<std::int64_t>::max());
    auto found = record::reads_newest(context.db, before, reads_a_page);
    bool more = !found.empty() && !record::reads_newest(context.db, found.back().number, 1).empty();
    return reads_page(found, hidden_in(context, found), more);
}

Result<page::Page> show_events(web::Context& context) {
    auto query = TRY(context.query<AfterPosition>());
    auto after = query.after.value_or(0);
    auto found = record::events_after(context.db, after, events_a_page);
    return events_page(found, hidden_in(context, found), after, record::head(context.db).position);
}

// -- the feed -------------------------------------------------------------------------------------

struct Feed {
    std::int64_t next_after = 0;  // what to ask for next
    std::vector<record::Event> events{};
};
DESCRIBE(Feed, next_after, events)

Result<Feed> feed(web::Context& context, const AfterPosition& query) {
    int limit = query.limit.value_or(events_a_page);
    if (limit < 1 || limit > 1000)
        return invalid({{"limit", "out_of_range", "The limit must be 1 to 1,000"}});
    auto found = record::events_after(context.db, query.after.value_or(0), limit);
    Feed feed{.next_after = found.empty() ? query.after.value_or(0) : found.back().position};
    feed.events = events_for(context.db, context.actor, std::move(found), context.today);
    return feed;
}

}  // namespace

void serve(web::Api& api) {
    record::add_following(
        {.area = "access",
         .tables = {record::following(restrictions, &Restriction::offender),
                    record::following(restriction_readers, &RestrictionReader::offender)}});
    api.page({"/accounts", "accounts.manage", "All accounts"}, &list_accounts);
    api.page({"/accounts/add", "accounts.manage", "Add an account"}, &show_adding);
    api.page({"/accounts/{account}", "accounts.manage", "One account"}, &show_account);
    api.page({"/account", std::string(web::anybody_signed_in), "Your own account"},
             &show_own_account);
    api.direct({"/accounts", "accounts.manage", "Add an account"}, &add);
    api.direct({"/accounts/{account}/reset", "accounts.manage", "Make a new password"}, &reset);
    api.command<OnVersion, Account>(
        {"/accounts/{account}/disable", "accounts.manage", "Disable an account"},
        &disable,
        {.then = &to_account});
    api.command<OnVersion, Account>(
        {"/accounts/{account}/enable", "accounts.manage", "Enable an account"},
        &enable,
        {.then = &to_account});

    api.page({"/audit/reads", "audit.read", "Who looked at what"}, &show_reads);
    api.page({"/audit/events", "audit.read", "What was changed"}, &show_events);
    api.get({"/api/events", "events.read", "The feed of events, replayable from any position"},
            &feed);
    serve_restrictions(api);
}

}  // namespace noms::access
