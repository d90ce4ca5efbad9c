#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/demonstration.hpp"
#include "app/say.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string day = "2006-04-03";
    DemonstrationOptions options{};
    bool json = false;
};
Given given;

int demo() {
    auto day = parse_date(given.day);
    if (!day) {
        std::fprintf(
            stderr, "noms: --day must be a date like 2006-04-03, not %s\n", given.day.c_str());
        return 2;
    }
    given.options.day = *day;
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto signs = make_demonstration(**database, given.options);
    if (!signs) return say(signs.error());
    if (given.json) {
        std::printf("%s\n", json::write(*signs).c_str());
        return 0;
    }
    std::printf("%-22s %-16s %s\n", "role", "name", "password");
    for (const auto& sign : *signs)
        std::printf(
            "%-22s %-16s %s\n", sign.role.c_str(), sign.name.c_str(), sign.password.c_str());
    return 0;
}

}  // namespace

void add_demo(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "demo", "Make a demonstration service of invented people in an empty database");
    command->add_option("--offenders", given.options.offenders, "How many people")
        ->check(CLI::Range(0, 300'000))
        ->capture_default_str();
    command->add_option("--seed", given.options.seed, "The same seed gives the same people")
        ->capture_default_str();
    command->add_option("--database", given.url, "sqlite:PATH or a PostgreSQL connection string")
        ->required();
    command->add_option("--day", given.day, "The service day it is kept at")->capture_default_str();
    command->add_flag("--json", given.json, "The sign-ins as JSON");
    command->callback([&chosen] { chosen = &demo; });
}

}  // namespace noms::app
