#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"

namespace noms::app {

void add_migrate(CLI::App& program, Chosen& chosen) {
    static std::string url;
    auto* command = program.add_subcommand("migrate", "Bring the schema up to this program");
    command->add_option("--database", url, "sqlite:PATH or a PostgreSQL connection string")
        ->required();
    command->callback([&chosen] {
        chosen = [] {
            auto applied = db::migrate(*db::open(url), migrations());
            if (!applied) return say(applied.error());
            std::printf("%d steps applied; the schema is up to date.\n", *applied);
            return 0;
        };
    });
}

}  // namespace noms::app
