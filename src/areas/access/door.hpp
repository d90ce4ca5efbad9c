#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "areas/access/access.hpp"
#include "kit/web/api.hpp"

namespace noms::access {

struct DoorOptions {
    std::chrono::hours session_length{12};
    std::chrono::seconds kept_for{
        3};  // how long a session's account is believed without asking again
    bool demonstration_allowed = false;  // only when the service listens on loopback
};

/// Who comes in: sessions of browsers, bearer tokens of machines, signing in and out. Thread safe.
class Door {
public:
    explicit Door(db::Database& database, DoorOptions options = {});

    /// Nobody when signed out; forbidden when a bearer token is unknown, ended or revoked.
    Result<std::optional<web::Actor>> who(const web::Request&);

    /// Adds /sign-in, /sign-out, /sign-out-everywhere and /account/password.
    void serve(web::Api&);

private:
    struct Believed {
        web::Actor actor{};
        std::chrono::steady_clock::time_point until{};
    };
    struct Failures {
        int in_a_row = 0;
        std::chrono::steady_clock::time_point last{};
        std::chrono::steady_clock::time_point refused_until{};
    };
    db::Database& database_;
    DoorOptions options_;
    std::mutex guard_;
    std::map<std::string, Believed, std::less<>> believed_;  // by the token's digest
    std::map<std::string, Failures, std::less<>> failures_;  // by account's name, and by address

    std::optional<web::Actor> session_actor(std::string_view token);
    Result<web::Actor> token_actor(std::string_view token);
    std::optional<web::Actor> believed(const std::string& digest);
    void believe(const std::string& digest, const web::Actor&);
    void forget_all();

    web::Reply sign_in(const web::Direct&);
    web::Reply change_password(const web::Direct&);
    web::Reply sign_out(const web::Direct&);
    web::Reply sign_out_everywhere(const web::Direct&);
    /// The active account of that name, if this is its password.
    std::optional<Account> account_for(const std::string& name, std::string_view typed);
    web::Reply begin_session(const web::Direct&, const Account&);
    /// Seconds to wait before another try of this name or from this address; 0: go on.
    std::int64_t seconds_to_wait(const std::string& name, const std::string& address);
    void count_failure(const std::string& key);
    void forget_failures(const std::string& key);
};

/// The permissions, scope and words of an account, as handlers see them.
web::Actor actor_of(const Account&);

}  // namespace noms::access
