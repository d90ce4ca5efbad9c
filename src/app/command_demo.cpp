#include <cstdio>
#include <filesystem>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/demonstration/demonstration.hpp"
#include "kit/db/migrate.hpp"
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

/// Where it is made. A file that is not there yet is made under another name, so that one that was
/// stopped half-way is never taken for a whole one.
struct Place {
    std::string url{};
    std::string file{};
    std::string part{};  // empty: made in place
};

Place place_of(const std::string& url) {
    constexpr std::string_view sqlite = "sqlite:";
    if (!url.starts_with(sqlite) || url == "sqlite::memory:") return {.url = url};
    auto file = url.substr(sqlite.size());
    if (std::filesystem::exists(file)) return {.url = url};
    auto part = file + ".part";
    std::filesystem::remove(part);
    return {.url = std::string(sqlite) + part, .file = file, .part = part};
}

Result<bool> fill(const Place& place) {
    auto database = db::open(place.url, {.fills_new_file = !place.part.empty()});
    TRY(db::migrate(*database, migrations(), std::chrono::sys_days(given.options.day)));
    auto made = TRY(demonstration::make(*database, given.options));
    db::settle(*database);
    if (given.json)
        std::printf("%s\n", json::write(made.sign_ins).c_str());
    else
        print(made, db::sizes(*database));
    return true;
}

int demo() {
    auto day = parse_date(given.day);
    if (!day) {
        std::fprintf(
            stderr, "noms: --day must be a date like 2006-04-03, not %s\n", given.day.c_str());
        return 2;
    }
    given.options.day = *day;
    auto place = place_of(given.url);
    auto done = fill(place);
    if (!done) return say(done.error());
    if (!place.part.empty()) std::filesystem::rename(place.part, place.file);
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
