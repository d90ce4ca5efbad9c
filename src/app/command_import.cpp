#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/management/import.hpp"
#include "areas/movements/import.hpp"
#include "areas/offenders/import.hpp"
#include "areas/sentences/import.hpp"
#include "kit/base/progress.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string file{};
    std::string kind = "records";
    bool json = false;
};
Given given;

/// Sentences or movements, one a row; the report names every refused line.
int import_rows(db::Database& database, std::istream& rows) {
    record::Command command{.id = new_id<record::CommandTag>(),
                            .actor_name = "command line",
                            .day = today(database),
                            .at = now()};
    auto report = given.kind == "sentences"
                      ? sentences::import_sentences(database, rows, command, {})
                      : movements::import_movements(database, rows, command);
    if (!report) return say(report.error());
    std::fputs(
        given.json ? (json::write(*report) + "\n").c_str() : extract::in_lines(*report).c_str(),
        stdout);
    return report->refused == 0 ? 0 : 1;
}

/// Allocations, one a row; the report names everybody to whom the rule gave a manager.
int import_allocations(db::Database& database, std::istream& rows) {
    auto report = management::import_allocations(database, rows, today(database), "command line");
    if (!report) return say(report.error());
    std::fputs(
        given.json ? (json::write(*report) + "\n").c_str() : management::in_lines(*report).c_str(),
        stdout);
    return report->rows.refused == 0 ? 0 : 1;
}

int import() {
    std::ifstream extract(given.file, std::ios::binary);
    if (!extract) {
        std::fprintf(stderr, "noms: %s cannot be read\n", given.file.c_str());
        return 2;
    }
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    if (given.kind == "allocations") return import_allocations(**database, extract);
    if (given.kind != "records") return import_rows(**database, extract);
    auto day = today(**database);
    auto bytes = std::int64_t(std::filesystem::file_size(given.file));
    auto issues_file = given.file + ".issues.csv";
    std::ofstream issues(issues_file);
    Progress progress("Importing " + given.file, "bytes", bytes);
    offenders::ImportOptions options{
        .file = std::filesystem::path(given.file).filename(),
        .day = day,
        .actor_name = "command line",
        .holder_of =
            (*database)->read([&](db::Connection& db) { return offenders::holders_on(db, day); }),
        .progress = [&](const offenders::ImportProgress& done) { progress.at(done.bytes); },
        .issues = &issues};
    auto report = offenders::import_extract(**database, extract, options);
    if (!report) return say(report.error());
    std::fputs(
        given.json ? (json::write(*report) + "\n").c_str() : offenders::in_lines(*report).c_str(),
        stdout);
    if (report->refused > 0 || !report->warnings.empty())
        std::fprintf(stderr, "Each line that was refused or doubted: %s\n", issues_file.c_str());
    return report->refused == 0 ? 0 : 1;
}

}  // namespace

Command import_command() {
    return {.name = "import",
            .words = "Take an extract of prison and probation records in (docs/import.md)",
            .options = {{.name = "file",
                         .words = "The extract, CSV",
                         .target = &given.file,
                         .required = true},
                        database_option(given.url),
                        {.name = "--kind",
                         .words = "What each row is",
                         .target = &given.kind,
                         .shows_default = true,
                         .among = {"records", "sentences", "movements", "allocations"}},
                        {.name = "--json", .words = "The report as JSON", .target = &given.json}},
            .work = &import};
}

}  // namespace noms::app
