#include <cstdio>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"

namespace noms::app {
namespace {

std::string url;

int migrate() {
    auto applied = db::migrate(*db::open(url), migrations());
    if (!applied) return say(applied.error());
    std::printf("%d steps applied; the schema is up to date.\n", *applied);
    return 0;
}

}  // namespace

Command migrate_command() {
    return {.name = "migrate",
            .words = "Bring the schema up to this program",
            .options = {database_option(url)},
            .work = &migrate};
}

}  // namespace noms::app
