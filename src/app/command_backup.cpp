#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include <sys/stat.h>
#include <zlib.h>

#include "app/areas.hpp"
#include "app/commands.hpp"
#include "app/say.hpp"
#include "kit/base/progress.hpp"
#include "kit/record/backup.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string file{};
};
Given given;

struct CloseFile {
    void operator()(gzFile_s* file) const { gzclose(file); }
};
using Zipped = std::unique_ptr<gzFile_s, CloseFile>;

int unusable(const std::string& file) {
    std::fprintf(stderr, "noms: %s: %s\n", file.c_str(), std::strerror(errno));
    return 2;
}

void print(const record::BackupTally& tally, const char* done) {
    std::int64_t rows = 0;
    for (const auto& table : tally.tables) rows += table.rows;
    std::printf("%zu tables with %lld rows %s; digest %s\n",
                tally.tables.size(),
                static_cast<long long>(rows),
                done,
                tally.digest.c_str());
}

/// Written beside its name and given it when it is whole, so that no half of one is taken for a
/// backup. Only its owner may read it.
int backup() {
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    record::seal(**database);
    auto part = given.file + ".part";
    auto mask = umask(S_IRWXG | S_IRWXO);
    Zipped out(gzopen(part.c_str(), "wbx1"));
    umask(mask);
    if (!out) return unusable(part);
    bool whole = true;
    auto write = [&](std::string_view text) {
        whole = whole && gzwrite(out.get(), text.data(), unsigned(text.size())) == int(text.size());
    };
    Progress progress("Backing up", "rows", 0);
    auto tally = record::backup(
        **database,
        [&](std::string_view line) {
            write(line);
            write("\n");
        },
        [&](std::int64_t rows) { progress.at(rows); });
    whole = gzclose(out.release()) == Z_OK && whole;
    if (!whole) {
        std::filesystem::remove(part);
        std::fprintf(stderr, "noms: %s could not be written\n", given.file.c_str());
        return 1;
    }
    std::filesystem::rename(part, given.file);
    print(tally, "kept");
    return 0;
}

std::optional<std::string> line_of(gzFile_s* file) {
    std::string line;
    char piece[1 << 16];
    while (gzgets(file, piece, sizeof piece)) {
        line += piece;
        if (line.ends_with('\n')) {
            line.pop_back();
            return line;
        }
    }
    return std::nullopt;
}

int restore() {
    Zipped in(gzopen(given.file.c_str(), "rb"));
    if (!in) return unusable(given.file);
    auto database = db::open(given.url);
    Progress progress("Restoring", "rows", 0);
    auto tally = record::restore(
        *database,
        [&] { return line_of(in.get()); },
        migrations(),
        [&](std::int64_t rows) { progress.at(rows); });
    if (!tally) return say(tally.error());
    print(*tally, "restored, and the chain of events is whole");
    return 0;
}

}  // namespace

Command backup_command() {
    return {.name = "backup",
            .words = "Keep a whole database in one file, while the service runs",
            .options = {database_option(given.url),
                        {.name = "--to",
                         .words = "Where the backup goes, zipped",
                         .target = &given.file,
                         .required = true}},
            .work = &backup};
}

Command restore_command() {
    return {.name = "restore",
            .words = "Fill an empty database, of either engine, from a backup",
            .options = {database_option(given.url),
                        {.name = "--from",
                         .words = "A file that `noms backup` wrote",
                         .target = &given.file,
                         .required = true}},
            .work = &restore};
}

}  // namespace noms::app
