#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/areas.hpp"
#include "app/commands.hpp"

namespace noms::app {
namespace {

CLI::Option* added(CLI::App& command, const Option& option) {
    std::string name(option.name);
    std::string words(option.words);
    return std::visit(
        [&](auto* target) -> CLI::Option* {
            if constexpr (std::is_same_v<decltype(target), bool*>)
                return command.add_flag(name, *target, words);
            else
                return command.add_option(name, *target, words);
        },
        option.target);
}

void add(CLI::App& command, const Option& option) {
    auto* done = added(command, option);
    done->required(option.required);
    if (option.shows_default) done->capture_default_str();
    if (option.separator) done->delimiter(option.separator);
    if (!option.among.empty()) done->check(CLI::IsMember(option.among));
    if (option.most) done->check(CLI::Range(option.least, option.most));
    if (option.fault_of) done->check(option.fault_of);
}

void add(CLI::App& program, const Command& command, Work& chosen) {
    auto* added = program.add_subcommand(std::string(command.name), std::string(command.words));
    for (const auto& option : command.options) add(*added, option);
    for (const auto& part : command.parts) add(*added, part, chosen);
    if (!command.parts.empty()) added->require_subcommand(1);
    if (command.work) added->callback([&chosen, work = command.work] { chosen = work; });
}

}  // namespace

Option database_option(std::string& url) {
    return {.name = "--database",
            .words = "sqlite:PATH or a PostgreSQL connection string",
            .target = &url,
            .required = true};
}

int run_command_line(const std::vector<Command>& commands, int count, char** words) {
    CLI::App program(
        "noms: the National Offender Management Service. One record for each offender,\n"
        "one named offender manager, one plan.");
    program.require_subcommand(1);
    program.set_help_all_flag("--help-all", "Help of every command");
    Work chosen = nullptr;
    for (const auto& command : commands) add(program, command, chosen);
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

}  // namespace noms::app
