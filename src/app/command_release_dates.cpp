#include <iostream>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/release_dates/engine/stream.hpp"
#include "areas/release_dates/recalculation.hpp"
#include "kit/page/content.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string calendar = "england-and-wales";
    bool explain = false;
    unsigned cores = 0;
    std::string url{};
    bool all = false;
    bool save = false;
    std::string law = std::string(release_dates::service_profile);
};
Given given;

int release_dates_of_lines() {
    std::ios::sync_with_stdio(false);
    release_dates::StreamOptions options{.explain = given.explain, .cores = given.cores};
    if (given.calendar == "vectors") options.calendar = &release_dates::calendar_of_vectors();
    return release_dates::calculate_lines(std::cin, std::cout, options) == 0 ? 0 : 1;
}

/// The lines of moved dates go to the standard output; what they come to is for people.
void print(const release_dates::Recalculated& found) {
    auto line = [](std::int64_t number, const char* what) {
        fmt::print(stderr, "{:>12}  {}\n", page::with_commas(number), what);
    };
    line(found.people, "people who were sentenced");
    line(found.in_custody, "under a custodial sentence that runs");
    line(found.not_calculable, "of these cannot be worked out");
    line(found.never_stored, "worked out, with nothing stored to compare with");
    line(found.same, "with the dates last stored");
    line(found.moved, "whose dates moved");
    line(found.saved, "calculations saved for approval");
    for (const auto& [type, counts] : found.by_type)
        fmt::print(stderr,
                   "{:>12}  {}: {} earlier (at most {} days), {} later (at most {} days), {} come "
                   "or gone\n",
                   "",
                   release_dates::date_kind(type).name,
                   counts.earlier,
                   counts.most_earlier,
                   counts.later,
                   counts.most_later,
                   counts.come_or_gone);
}

int release_dates_of_everybody() {
    if (!release_dates::law_of(given.law)) {
        fmt::print(stderr, "noms: there is no law {}\n", given.law);
        return 2;
    }
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    std::ios::sync_with_stdio(false);
    print(release_dates::recalculate_all(
        **database,
        {.day = today(**database), .law = given.law, .save = given.save, .cores = given.cores},
        std::cout));
    return 0;
}

/// Everybody in a database, or the lines that are handed in.
int release_dates_asked() {
    if (given.all && !given.url.empty()) return release_dates_of_everybody();
    if (!given.all && given.url.empty() && !given.save) return release_dates_of_lines();
    fmt::print(stderr, "noms: --database and --all go together, and --save only with them\n");
    return 2;
}

}  // namespace

Command release_dates_command() {
    auto database = database_option(given.url);
    database.required = false;
    return {.name = "release-dates",
            .words =
                "Calculate release dates: bookings as NDJSON in, every date out; or everybody "
                "in a database",
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
                         .target = &given.cores},
                        database,
                        {.name = "--all",
                         .words = "Work out everybody in the database again: a line of JSON for "
                                  "each date that is not the one last stored",
                         .target = &given.all},
                        {.name = "--law",
                         .words = "With --all: a profile of law",
                         .target = &given.law,
                         .shows_default = true},
                        {.name = "--save",
                         .words = "With --all: store what moved or is new, for approval",
                         .target = &given.save}},
            .work = &release_dates_asked};
}

}  // namespace noms::app
