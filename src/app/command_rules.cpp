#include <cstdio>
#include <iostream>

#include "app/commands.hpp"
#include "kit/law/run.hpp"

namespace noms::app {
namespace {

std::string name;

int rules() {
    if (name.empty()) {
        law::list_rule_sets(std::cout);
        return 0;
    }
    const auto* rule = law::rule_set(name);
    if (!rule) {
        std::fprintf(
            stderr, "noms: there is no rule set %s; `noms rules` lists them\n", name.c_str());
        return 2;
    }
    return law::run(*rule, std::cin, std::cout) == 0 ? 0 : 1;
}

}  // namespace

Command rules_command() {
    return {.name = "rules",
            .words =
                "List every rule set with its law and schemas, or run one: facts as NDJSON "
                "in, rulings out",
            .options = {{.name = "name",
                         .words = "The rule set to run on the standard input",
                         .target = &name}},
            .work = &rules};
}

}  // namespace noms::app
