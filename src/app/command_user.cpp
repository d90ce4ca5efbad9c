#include <cstdio>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/access/accounts.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string name{};
    std::string shown_name{};
    std::string role{};
    std::string scope = "none";
    std::int64_t body = 0;
    std::string label{};
    std::vector<std::string> permissions{};
    int days = 90;
};
Given given;

int add() {
    auto role = describe::choice_of<access::Role>(given.role);
    if (!role) {
        std::fprintf(stderr, "noms: --role must be one of these:");
        for (auto choice : describe::type_of<access::Role>().choices)
            std::fprintf(stderr, " %s", std::string(choice).c_str());
        std::fputc('\n', stderr);
        return 2;
    }
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto added = command_line(**database, [&](record::Changes& changes, db::Connection& db) {
        return access::add_account(changes,
                                   db,
                                   {.name = given.name,
                                    .shown_name = given.shown_name,
                                    .role = *role,
                                    .scope_kind = given.scope,
                                    .scope_body = given.body});
    });
    if (!added) return say(added.error());
    std::printf("Account %s added. Its password, shown only now: %s\n",
                added->name.c_str(),
                added->password.c_str());
    return 0;
}

template <class Work>
int with_account(Work&& work) {
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto done = command_line(
        **database, [&](record::Changes& changes, db::Connection& db) -> Result<std::string> {
            return work(changes, db, TRY(access::account_named(db, given.name)));
        });
    if (!done) return say(done.error());
    std::printf("%s\n", done->c_str());
    return 0;
}

int disable() {
    return with_account([](record::Changes& changes,
                           db::Connection& db,
                           const access::Account& account) -> Result<std::string> {
        TRY(access::disable_account(changes, db, account));
        return "Account " + account.name + " is disabled; its sessions and tokens have ended.";
    });
}

int reset() {
    return with_account([](record::Changes& changes,
                           db::Connection& db,
                           const access::Account& account) -> Result<std::string> {
        auto made = TRY(access::reset_password(changes, db, account));
        return "The new password of " + made.name + ", shown only now: " + made.password;
    });
}

int token() {
    return with_account([](record::Changes& changes,
                           db::Connection& db,
                           const access::Account& account) -> Result<std::string> {
        auto made = TRY(
            access::add_token(changes, db, account, given.label, given.permissions, given.days));
        return "The token, shown only now: " + made;
    });
}

std::vector<Option> account_options() {
    return {{.name = "--shown-name",
             .words = "As pages show it",
             .target = &given.shown_name,
             .required = true},
            {.name = "--role",
             .words = "OffenderManager, PrisonStaff, ...",
             .target = &given.role,
             .required = true},
            {.name = "--scope",
             .words = "national, region, area, prison, team, caseload, contract or none",
             .target = &given.scope},
            {.name = "--body",
             .words = "The number of the region, area or prison",
             .target = &given.body}};
}

std::vector<Option> token_options() {
    return {{.name = "--label",
             .words = "What the token is for",
             .target = &given.label,
             .required = true},
            {.name = "--may",
             .words = "A permission; repeat for more",
             .target = &given.permissions,
             .required = true},
            {.name = "--days", .words = "How long it lasts, 1 to 366", .target = &given.days}};
}

}  // namespace

Command user_command() {
    auto part =
        [](std::string_view name, std::string_view words, Work work, std::vector<Option> more) {
            Command out{.name = name,
                        .words = words,
                        .options = {database_option(given.url),
                                    {.name = "name",
                                     .words = "The account's name",
                                     .target = &given.name,
                                     .required = true}},
                        .work = work};
            out.options.insert(out.options.end(), more.begin(), more.end());
            return out;
        };
    return {
        .name = "user",
        .words = "Accounts: add, disable, reset, token",
        .parts = {part("add", "Add an account; prints its password once", &add, account_options()),
                  part("disable",
                       "End an account's sessions and tokens, and let it in no more",
                       &disable,
                       {}),
                  part("reset", "Give an account a new password; prints it once", &reset, {}),
                  part("token",
                       "Make a bearer token for a machine; prints it once",
                       &token,
                       token_options())}};
}

}  // namespace noms::app
