#include <cstdio>

#include <CLI/CLI.hpp>

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

CLI::App* action(
    CLI::App* user, Chosen& chosen, const char* name, const char* words, int (*work)()) {
    auto* action = user->add_subcommand(name, words);
    action->add_option("name", given.name, "The account's name")->required();
    action->add_option("--database", given.url, "sqlite:PATH or a PostgreSQL connection string")
        ->required();
    action->callback([&chosen, work] { chosen = work; });
    return action;
}

}  // namespace

void add_user(CLI::App& program, Chosen& chosen) {
    auto* user = program.add_subcommand("user", "Accounts: add, disable, reset, token");
    user->require_subcommand(1);
    auto* adding = action(user, chosen, "add", "Add an account; prints its password once", &add);
    adding->add_option("--shown-name", given.shown_name, "As pages show it")->required();
    adding->add_option("--role", given.role, "OffenderManager, PrisonStaff, ...")->required();
    adding->add_option(
        "--scope", given.scope, "national, region, area, prison, team, caseload, contract or none");
    adding->add_option("--body", given.body, "The number of the region, area or prison");
    action(user,
           chosen,
           "disable",
           "End an account's sessions and tokens, and let it in no more",
           &disable);
    action(user, chosen, "reset", "Give an account a new password; prints it once", &reset);
    auto* tokens =
        action(user, chosen, "token", "Make a bearer token for a machine; prints it once", &token);
    tokens->add_option("--label", given.label, "What the token is for")->required();
    tokens->add_option("--may", given.permissions, "A permission; repeat for more")->required();
    tokens->add_option("--days", given.days, "How long it lasts, 1 to 366");
}

}  // namespace noms::app
