#include <iostream>

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

Command release_dates_command() {
    return {.name = "release-dates",
            .words = "Calculate release dates: bookings as NDJSON in, every date out",
            .options = {{.name = "--calendar",
                         .words = "Bank holidays; vectors: the two that the public vectors were "
                                  "made with",
                         .target = &given.calendar,
                         .among = {"england-and-wales", "vectors"}},
                        {.name = "--explain",
                         .words = "Add the steps that led to each date",
                         .target = &given.explain},
                        {.name = "--cores",
                         .words = "How many cores to use; all when it is not given",
                         .target = &given.cores}},
            .work = &release_dates_of_lines};
}

}  // namespace noms::app
