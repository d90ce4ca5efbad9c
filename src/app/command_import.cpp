#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/management/import.hpp"
#include "areas/movements/import.hpp"
#include "areas/offenders/import.hpp"
#include "kit/base/progress.hpp"
#include "kit/db/size.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string file{};
    std::string kind = "records";
    bool json = false;
};
Given given;
constexpr const char* actor_name = "command line";

/// What a report of that kind says, for a terminal or as JSON.
template <class Report>
void print(const Report& report, const std::string& lines) {
    std::fputs(given.json ? (json::write(report) + "\n").c_str() : lines.c_str(), stdout);
}

int import_movements(db::Database& database, std::istream& rows) {
    record::Command command{.id = new_id<record::CommandTag>(),
                            .actor_name = actor_name,
                            .day = today(database),
                            .at = now()};
    auto report = movements::import_movements(database, rows, command);
    if (!report) return say(report.error());
    print(*report, extract::in_lines(*report));
    return report->refused == 0 ? 0 : 1;
}

/// Sentences or allocations; the report names everybody to whom the rule gave a manager.
int import_managed(db::Database& database, std::istream& rows) {
    auto take =
        given.kind == "sentences" ? &management::import_sentences : &management::import_allocations;
    auto report = take(database, rows, today(database), actor_name);
    if (!report) return say(report.error());
    print(*report, management::in_lines(*report));
    return report->rows.refused == 0 ? 0 : 1;
}

int import_records(db::Database& database, std::istream& extract) {
    auto day = today(database);
    auto bytes = std::int64_t(std::filesystem::file_size(given.file));
    auto issues_file = given.file + ".issues.csv";
    std::ofstream issues(issues_file);
    Progress progress("Importing " + given.file, "bytes", bytes);
    offenders::ImportOptions options{
        .file = std::filesystem::path(given.file).filename(),
        .day = day,
        .actor_name = actor_name,
        .holder_of =
            database.read([&](db::Connection& db) { return offenders::holders_on(db, day); }),
        .progress = [&](const offenders::ImportProgress& done) { progress.at(done.bytes); },
        .issues = &issues};
    auto report = offenders::import_extract(database, extract, options);
    if (!report) return say(report.error());
    print(*report, offenders::in_lines(*report));
    if (report->refused > 0 || !report->warnings.empty())
        std::fprintf(stderr, "Each line that was refused or doubted: %s\n", issues_file.c_str());
    return report->refused == 0 ? 0 : 1;
}

int import() {
    std::ifstream extract(given.file, std::ios::binary);
    if (!extract) {
        std::fprintf(stderr, "noms: %s cannot be read\n", given.file.c_str());
        return 2;
    }
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto take = given.kind == "movements" ? &import_movements
                : given.kind == "records" ? &import_records
                                          : &import_managed;
    int status = take(**database, extract);
    db::settle(**database);
    return status;
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
