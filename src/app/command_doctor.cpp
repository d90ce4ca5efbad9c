#include <cstdio>

#include <fmt/format.h>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"
#include "kit/base/progress.hpp"
#include "kit/page/content.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    bool json = false;
};
Given given;

/// What every check found, and whether the chain of events is whole.
struct Findings {
    std::vector<record::Finding> checks{};
    std::int64_t faults = 0;
    std::int64_t events_in_chain = 0;
    std::string chain_fault{};  // empty: the chain is whole
};
DESCRIBE(Findings, checks, faults, events_in_chain, chain_fault)

Findings examine_all(db::Database& database) {
    Findings out;
    auto day = today(database);
    auto all = checks();
    Progress progress("Examining", "checks", std::int64_t(all.size()));
    database.with_snapshot([&](db::Connection& db) {
        for (const auto& check : all) {
            out.checks.push_back(record::examine(db, check, day));
            out.faults += out.checks.back().faults;
            progress.at(std::int64_t(out.checks.size()));
        }
    });
    if (auto verified = record::verify(database, {}))
        out.events_in_chain = *verified;
    else
        out.chain_fault = verified.error().message;
    return out;
}

void print(const Findings& found) {
    fmt::print("{:>12} {:>10}  {}\n", "rows", "faults", "what must hold");
    for (const auto& check : found.checks) {
        fmt::print("{:>12} {:>10}  {}\n",
                   page::with_commas(check.rows),
                   page::with_commas(check.faults),
                   check.holds);
        for (const auto& fault : check.first)
            fmt::print("{:>24}  {} {}\n", "", fault.subject, fault.words);
    }
    auto chain = found.chain_fault.empty() ? "the chain of events is whole" : found.chain_fault;
    fmt::print("{:>12} {:>10}  {}\n",
               page::with_commas(found.events_in_chain),
               found.chain_fault.empty() ? 0 : 1,
               chain);
    fmt::print("{} checks, {} faults.\n",
               found.checks.size() + 1,
               page::with_commas(found.faults + (found.chain_fault.empty() ? 0 : 1)));
}

int doctor() {
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto found = examine_all(**database);
    if (given.json)
        fmt::print("{}\n", json::write(found));
    else
        print(found);
    return found.faults == 0 && found.chain_fault.empty() ? 0 : 1;
}

}  // namespace

Command doctor_command() {
    return {
        .name = "doctor",
        .words = "Check every invariant over a whole database; exit status 1 when one is broken",
        .options = {database_option(given.url),
                    {.name = "--json", .words = "The findings as JSON", .target = &given.json}},
        .work = &doctor};
}

}  // namespace noms::app
