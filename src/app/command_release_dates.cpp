#include <iostream>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "areas/release_dates/stream.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string calendar = "england-and-wales";
    bool explain = false;
    unsigned cores = 0;
};
Given given;

int release_dates_of_lines() {
    std::ios::sync_with_stdio(false);
    release_dates::StreamOptions options{.explain = given.explain, .cores = given.cores};
    if (given.calendar == "vectors") options.calendar = &release_dates::calendar_of_vectors();
    return release_dates::calculate_lines(std::cin, std::cout, options) == 0 ? 0 : 1;
}

}  // namespace

void add_release_dates(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand(
        "release-dates", "Calculate release dates: bookings as NDJSON in, every date out");
    command
        ->add_option("--calendar",
                     given.calendar,
                     "Bank holidays: england-and-wales, or vectors for the two that the public "
                     "vectors were made with")
        ->check(CLI::IsMember({"england-and-wales", "vectors"}));
    command->add_flag("--explain", given.explain, "Add the steps that led to each date");
    command->add_option("--cores", given.cores, "How many cores to use; all when it is not given");
    command->callback([&chosen] { chosen = &release_dates_of_lines; });
}

}  // namespace noms::app
