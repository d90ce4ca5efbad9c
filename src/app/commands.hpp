#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The command line as data: what there is to be said to each command and where it goes. Only
/// command_line.cpp knows who reads the words (CLI11).
namespace noms::app {

/// Where the value of an option goes; its kind follows from it. A flag takes no value.
using Target = std::variant<std::string*,
                            std::vector<std::string>*,
                            int*,
                            unsigned*,
                            std::int64_t*,
                            std::uint64_t*,
                            bool*>;

struct Option {
    std::string_view name{};  // "--database"; without dashes it is told by its place
    std::string_view words{};
    Target target{};
    bool required = false;
    bool shows_default = false;
    char separator = 0;                // of several values in one word
    std::vector<std::string> among{};  // the only words it takes, when there are any
    std::int64_t least = 0;            // numbers: the bounds, when `most` is given
    std::int64_t most = 0;
    std::function<std::string(const std::string&)> fault_of = {};  // "" when the value is right
};

/// Gives the exit status: 0 done, 1 the data was refused, 2 wrong use.
using Work = int (*)();

struct Command {
    std::string_view name{};
    std::string_view words{};
    std::vector<Option> options{};
    Work work = nullptr;           // nothing for a command of parts
    std::vector<Command> parts{};  // "noms audit seal"
};

/// "--database", which nearly every command takes.
Option database_option(std::string& url);

/// Reads the words of the command line, runs the command they choose, and gives its exit status.
int run_command_line(const std::vector<Command>&, int count, char** words);

Command migrate_command();
Command serve_command();
Command demo_command();
Command import_command();
Command link_command();
Command rules_command();
Command ogrs3_command();
Command user_command();
Command audit_command();
Command backup_command();
Command restore_command();
Command doctor_command();
Command routes_command();
Command release_dates_command();
Command remind_command();

}  // namespace noms::app
