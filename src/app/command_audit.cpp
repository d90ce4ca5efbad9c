#include <cstdio>
#include <fstream>
#include <sstream>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"
#include "kit/record/compare.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string head_file{};
    std::string into{};
};
Given given;

int seal() {
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    record::seal(**database);
    auto head = (*database)->read([](db::Connection& db) { return record::head(db); });
    std::printf("%s\n", json::write(head).c_str());
    return 0;
}

int verify() {
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    std::optional<record::Head> known;
    if (!given.head_file.empty()) {
        std::stringstream text;
        if (!(text << std::ifstream(given.head_file).rdbuf())) {
            std::fprintf(stderr, "noms: %s cannot be read\n", given.head_file.c_str());
            return 2;
        }
        auto head = json::read<record::Head>(text.str());
        if (!head) return say(head.error());
        known = *head;
    }
    auto checked = record::verify(**database, known);
    if (!checked) return say(checked.error());
    std::printf("%lld events checked: the chain is whole.\n", static_cast<long long>(*checked));
    return 0;
}

int replay() {
    auto from = open_migrated(given.url);
    if (!from) return say(from.error());
    auto into = open_migrated(given.into);
    if (!into) return say(into.error());
    record::seal(**from);
    auto written = record::replay(**from, **into);
    if (!written) return say(written.error());
    std::printf("%lld changes replayed\n%-32s %12s %12s\n",
                static_cast<long long>(*written),
                "table",
                "rows",
                "differing");
    std::int64_t differing = 0;
    for (const auto& table : record::compare(**from, **into)) {
        std::printf("%-32s %12lld %12lld\n",
                    table.table.c_str(),
                    static_cast<long long>(table.rows),
                    static_cast<long long>(table.differing));
        differing += table.differing;
    }
    return differing == 0 ? 0 : 1;
}

}  // namespace

Command audit_command() {
    auto part = [](std::string_view name, std::string_view words, Work work) {
        return Command{
            .name = name, .words = words, .options = {database_option(given.url)}, .work = work};
    };
    auto verifying =
        part("verify", "Walk the chain and find what was changed, removed or cut off", &verify);
    verifying.options.push_back({.name = "--head",
                                 .words = "A head that `noms audit seal` printed before",
                                 .target = &given.head_file});
    auto replaying = part(
        "replay", "Replay the event log into an empty database and compare every row", &replay);
    replaying.options.push_back(
        {.name = "--into", .words = "The empty database", .target = &given.into, .required = true});
    return {.name = "audit",
            .words = "The event log: seal it, verify it, replay it",
            .parts = {part("seal",
                           "Seal what is unsealed and print the head of the chain, to keep "
                           "elsewhere",
                           &seal),
                      verifying,
                      replaying}};
}

}  // namespace noms::app
