#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "kit/law/run.hpp"

namespace noms::app {

void add_rules(CLI::App& program, Chosen& chosen) {
    static std::string name;
    auto* command = program.add_subcommand("rules",
                                           "List every rule set with its law and schemas, or run "
                                           "one: facts as NDJSON in, rulings out");
    command->add_option("name", name, "The rule set to run on the standard input");
    command->callback([&chosen] {
        chosen = [] {
            if (name.empty()) {
                law::list_rule_sets(std::cout);
                return 0;
            }
            const auto* rule = law::rule_set(name);
            if (!rule) {
                std::fprintf(stderr,
                             "noms: there is no rule set %s; `noms rules` lists them\n",
                             name.c_str());
                return 2;
            }
            return law::run(*rule, std::cin, std::cout) == 0 ? 0 : 1;
        };
    });
}

}  // namespace noms::app
