#include "areas/access/door.hpp"

#include <algorithm>

#include "areas/access/accounts.hpp"
#include "areas/access/pages.hpp"
#include "areas/access/password.hpp"
#include "areas/access/rules.hpp"
#include "areas/access/store.hpp"
#include "kit/base/text.hpp"

namespace noms::access {
namespace {

using std::chrono::steady_clock;

// The prefix makes a browser insist on TLS and on our host alone; over plain loopback it cannot.
constexpr std::string_view secure_cookie = "__Host-noms";
constexpr std::string_view plain_cookie = "noms";
constexpr size_t browser_length_max = 200;
constexpr size_t counted_max = 100'000;

std::string_view cookie_name(const web::Request& request) {
    return request.secure ? secure_cookie : plain_cookie;
}

std::string cookie(const web::Request& request, std::string_view token, std::chrono::seconds age) {
    std::string text(cookie_name(request));
    text += "=" + std::string(token) +
            "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(age.count());
    if (request.secure) text += "; Secure";
    return text;
}

web::Reply led_to(std::string where) {
    return {.status = 303,
            .headers = {{"location", std::move(where)}, {"cache-control", "no-store"}}};
}

/// Only a path of our own: never another site, never a path that a browser reads as one.
std::string safe_path(std::string_view to) {
    bool ours = to.starts_with('/') && !to.starts_with("//") &&
                to.find('\\') == std::string::npos && to.find_first_of("\r\n") == std::string::npos;
    return ours ? std::string(to) : "/";
}

}  // namespace

Door::Door(db::Database& database, DoorOptions options) : database_(database), options_(options) {}

web::Actor actor_of(const Account& account) {
    return {.account = account.id,
            .name = account.name,
            .shown = account.shown_name + ", " + role_in_words(account.role),
            .permissions = permissions_of(account.role),
            .scope_kind = account.scope_kind,
            .scope_body = account.scope_body};
}

// -- who ------------------------------------------------------------------------------------------

Result<std::optional<web::Actor>> Door::who(const web::Request& request) {
    auto authorization = request.header("authorization");
    if (authorization.starts_with("Bearer "))
        return std::optional(TRY(token_actor(trimmed(authorization.substr(7)))));
    return session_actor(request.cookie(cookie_name(request)));
}

std::optional<web::Actor> Door::session_actor(std::string_view token) {
    if (token.empty()) return std::nullopt;
    auto digest = token_digest(token);
    if (auto known = believed(digest)) return known;
    auto found =
        database_.read([&](db::Connection& db) { return session_account(db, digest, now()); });
    if (!found || (found->account.demonstration && !options_.demonstration_allowed))
        return std::nullopt;
    auto actor = actor_of(found->account);
    actor.csrf = csrf_of(token);
    // Somebody else knows a password that was handed over: it opens nothing but its own change.
    if (found->must_change_password) actor.permissions.clear();
    believe(digest, actor);
    return actor;
}

Result<web::Actor> Door::token_actor(std::string_view token) {
    auto digest = token_digest(token);
    if (auto known = believed(digest)) return *known;
    auto found =
        database_.read([&](db::Connection& db) { return token_account(db, digest, now()); });
    if (!found) return forbidden("The token is unknown, ended or revoked.");
    auto actor = actor_of(found->account);
    actor.by_token = true;
    auto granted = split(found->permissions, ' ');
    std::erase_if(actor.permissions, [&](const std::string& permission) {
        return std::ranges::find(granted, permission) == granted.end();
    });
    believe(digest, actor);
    return actor;
}

std::optional<web::Actor> Door::believed(const std::string& digest) {
    std::scoped_lock lock(guard_);
    auto found = believed_.find(digest);
    if (found == believed_.end() || found->second.until < steady_clock::now()) return std::nullopt;
    return found->second.actor;
}

void Door::believe(const std::string& digest, const web::Actor& actor) {
    std::scoped_lock lock(guard_);
    if (believed_.size() > counted_max) believed_.clear();
    believed_[digest] = {actor, steady_clock::now() + options_.kept_for};
}

void Door::forget_all() {
    std::scoped_lock lock(guard_);
    believed_.clear();
}

// -- signing in and out ---------------------------------------------------------------------------

void Door::serve(web::Api& api) {
    api.page({"/sign-in", std::string(web::signed_out), "Sign in"}, &sign_in_page);
    api.direct({"/sign-in", std::string(web::signed_out), "Sign in"},
               [this](const web::Direct& direct) { return sign_in(direct); });
    api.page({"/account/password", std::string(web::anybody_signed_in), "Change your password"},
             &show_own_password);
    api.direct({"/account/password", std::string(web::anybody_signed_in), "Change your password"},
               [this](const web::Direct& direct) { return change_password(direct); });
    api.direct({"/sign-out", std::string(web::anybody_signed_in), "Sign out"},
               [this](const web::Direct& direct) { return sign_out(direct); });
    api.direct(
        {"/sign-out-everywhere", std::string(web::anybody_signed_in), "Sign out of every browser"},
        [this](const web::Direct& direct) { return sign_out_everywhere(direct); });
}

web::Reply Door::sign_in(const web::Direct& direct) {
    auto name = lower(trimmed(form::value_of(direct.form, "name")));
    auto again = [&](std::string words, int status) {
        return direct.framed(sign_in_again(direct.form, words), status);
    };
    if (name.empty() || form::value_of(direct.form, "password").empty())
        return again("Enter your name and your password", 422);
    if (auto seconds = seconds_to_wait(name, direct.request.address); seconds > 0) {
        auto reply = again("There were too many wrong tries. Try again in " +
                               std::to_string(seconds) + (seconds == 1 ? " second" : " seconds"),
                           429);
        reply.headers.emplace_back("retry-after", std::to_string(seconds));
        return reply;
    }
    auto account = account_for(name, form::value_of(direct.form, "password"));
    if (!account) {
        count_failure("name " + name);
        count_failure("address " + direct.request.address);
        return again("The name or the password is wrong", 422);
    }
    forget_failures("name " + name);
    return begin_session(direct, *account);
}

web::Reply Door::change_password(const web::Direct& direct) {
    auto again = [&](const Error& error) {
        auto fields = error.fields;
        if (fields.empty()) fields.push_back({"current", "refused", error.message});
        return direct.framed(own_password_page(fields).failed(), 422);
    };
    auto given = form::read<PasswordChange>(direct.form);
    if (!given) return again(given.error());
    auto key = "name " + direct.actor.name;
    if (seconds_to_wait(direct.actor.name, direct.request.address) > 0)
        return again(refused("There were too many wrong tries. Wait, then try again.").error());
    auto account = account_for(direct.actor.name, given->current);
    if (!account) {
        count_failure(key);
        return again(invalid({{"current", "wrong", "This is not your password"}}).error());
    }
    if (auto fit = check_change(account->name, *given); !fit) return again(fit.error());
    auto hash = password_hash(given->chosen);
    auto token = token_digest(direct.request.cookie(cookie_name(direct.request)));
    auto kept = direct.written([&](record::Changes& changes, db::Connection& db) {
        return keep_own_password(changes, db, *account, hash, token);
    });
    if (!kept) return again(kept.error());
    forget_failures(key);
    forget_all();
    return led_to("/account?password=changed");
}

std::optional<Account> Door::account_for(const std::string& name, std::string_view typed) {
    auto [account, password] = database_.read([&](db::Connection& db) {
        auto account = account_by_name(db, name);
        auto password = account ? password_of(db, account->id) : std::nullopt;
        return std::pair(account, password);
    });
    bool fits = password_fits(typed, password ? password->hash : std::string());
    if (!account || !fits || account->state != State::Active) return std::nullopt;
    if (account->demonstration && !options_.demonstration_allowed) return std::nullopt;
    return account;
}

web::Reply Door::begin_session(const web::Direct& direct, const Account& account) {
    auto token = new_token();
    Session session{
        .begun_at = direct.now,
        .ends_at = direct.now + options_.session_length,
        .address = direct.request.address,
        .browser = std::string(direct.request.header("user-agent").substr(0, browser_length_max))};
    bool must_change = database_.read([&](db::Connection& db) {
        auto password = password_of(db, account.id);
        return password && password->must_change;
    });
    database_.write([&](db::Connection& db) -> Result<bool> {
        end_old_sessions(db, direct.now);
        // A browser that signs in again leaves its old session behind.
        if (auto old = direct.request.cookie(cookie_name(direct.request)); !old.empty())
            end_session(db, token_digest(old));
        add_session(db, token_digest(token), account.id, session);
        return true;
    });
    auto reply =
        led_to(must_change ? "/account/password" : safe_path(form::value_of(direct.form, "to")));
    reply.headers.emplace_back("set-cookie",
                               cookie(direct.request, token, options_.session_length));
    return reply;
}

web::Reply Door::sign_out(const web::Direct& direct) {
    auto token = direct.request.cookie(cookie_name(direct.request));
    database_.write([&](db::Connection& db) -> Result<bool> {
        end_session(db, token_digest(token));
        return true;
    });
    forget_all();
    auto reply = led_to("/sign-in?out=yes");
    reply.headers.emplace_back("set-cookie", cookie(direct.request, "", std::chrono::seconds(0)));
    return reply;
}

web::Reply Door::sign_out_everywhere(const web::Direct& direct) {
    database_.write([&](db::Connection& db) -> Result<bool> {
        end_sessions_of(db, direct.actor.account);
        return true;
    });
    forget_all();
    auto reply = led_to("/sign-in?out=everywhere");
    reply.headers.emplace_back("set-cookie", cookie(direct.request, "", std::chrono::seconds(0)));
    return reply;
}

// -- back-off -------------------------------------------------------------------------------------

std::int64_t Door::seconds_to_wait(const std::string& name, const std::string& address) {
    std::scoped_lock lock(guard_);
    auto wait = steady_clock::duration::zero();
    for (const auto& key : {"name " + name, "address " + address})
        if (auto found = failures_.find(key); found != failures_.end())
            wait = std::max(wait, found->second.refused_until - steady_clock::now());
    return std::chrono::ceil<std::chrono::seconds>(wait).count();
}

void Door::count_failure(const std::string& key) {
    std::scoped_lock lock(guard_);
    if (failures_.size() > counted_max) failures_.clear();
    auto& failures = failures_[key];
    auto at = steady_clock::now();
    if (at - failures.last > std::chrono::hours(1)) failures.in_a_row = 0;
    failures.last = at;
    // Many people may share an address, so it is given more tries than a name.
    constexpr int tries_of_an_address = 30;
    int counted = ++failures.in_a_row;
    if (key.starts_with("address ")) counted -= tries_of_an_address;
    failures.refused_until = at + pause_after(counted);
}

void Door::forget_failures(const std::string& key) {
    std::scoped_lock lock(guard_);
    failures_.erase(key);
}

}  // namespace noms::access
