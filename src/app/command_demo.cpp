#include <cstdio>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/demonstration/demonstration.hpp"
#include "kit/db/size.hpp"
#include "kit/describe/json.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string day = "2006-04-03";
    demonstration::Options options{};
    bool json = false;
};
Given given;

void print(const demonstration::Made& made, const std::vector<db::TableSize>& sizes) {
    std::printf("%-22s %-16s %s\n", "role", "name", "password");
    for (const auto& sign : made.sign_ins)
        std::printf(
            "%-22s %-16s %s\n", sign.role.c_str(), sign.name.c_str(), sign.password.c_str());
    std::printf("\n%-34s %12s\n", "on the service day", "people");
    for (const auto& [what, count] : made.tallies)
        std::printf("%-34s %12lld\n", what.c_str(), static_cast<long long>(count));
    std::printf("\n%-34s %12s %10s\n", "table, with its indexes", "rows", "MB");
    db::TableSize whole{.name = "all"};
    auto line = [](const db::TableSize& size) {
        constexpr double megabyte = 1e6;
        std::printf("%-34s %12lld %10.1f\n",
                    size.name.c_str(),
                    static_cast<long long>(size.rows),
                    double(size.bytes) / megabyte);
    };
    for (const auto& size : sizes) {
        line(size);
        whole.rows += size.rows;
        whole.bytes += size.bytes;
    }
    line(whole);
}

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
    auto made = demonstration::make(**database, given.options);
    if (!made) return say(made.error());
    if (given.json)
        std::printf("%s\n", json::write(made->sign_ins).c_str());
    else
        print(*made, db::sizes(**database));
    return 0;
}

}  // namespace

Command demo_command() {
    return {.name = "demo",
            .words = "Make a demonstration service of invented people in an empty database",
            .options = {{.name = "--offenders",
                         .words = "How many people",
                         .target = &given.options.offenders,
                         .shows_default = true,
                         .least = 0,
                         .most = 300'000},
                        {.name = "--seed",
                         .words = "The same seed gives the same people",
                         .target = &given.options.seed,
                         .shows_default = true},
                        database_option(given.url),
                        {.name = "--day",
                         .words = "The service day it is kept at",
                         .target = &given.day,
                         .shows_default = true},
                        {.name = "--json", .words = "The sign-ins as JSON", .target = &given.json}},
            .work = &demo};
}

}  // namespace noms::app
