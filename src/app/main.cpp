#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "app/areas.hpp"
#include "app/commands.hpp"

int main(int count, char** words) {
    using namespace noms::app;
    CLI::App program(
        "noms: the National Offender Management Service. One record for each offender,\n"
        "one named offender manager, one plan.");
    program.require_subcommand(1);
    program.set_help_all_flag("--help-all", "Help of every command");
    Chosen chosen;
    for (auto add : {add_migrate,
                     add_serve,
                     add_demo,
                     add_import,
                     add_link,
                     add_rules,
                     add_ogrs3,
                     add_user,
                     add_audit,
                     add_doctor,
                     add_routes,
                     add_release_dates})
        add(program, chosen);
    try {
        program.parse(count, words);
    } catch (const CLI::ParseError& wrong) {
        return program.exit(wrong) == 0 ? 0 : 2;
    }
    try {
        register_law();
        return chosen();
    } catch (const std::exception& broken) {
        std::fprintf(stderr, "noms: %s\n", broken.what());
        return 1;
    }
}
