#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/record/record.hpp"

/// A whole database as lines of text that either engine can be restored from: a head, each table
/// with its rows in the order of their keys, an end with a digest. The same content gives the same
/// lines from either engine. A line is JSON: an object opens a table or ends the backup, an array
/// is a row.
namespace noms::record {

/// What stands before the tables.
struct BackupHead {
    std::string noms = "backup 1";
    std::string made_at{};
    std::vector<std::string> migrations{};  // by name, in the order of their numbers
    Head chain{};                           // to verify the restored event log against
};
DESCRIBE(BackupHead, noms, made_at, migrations, chain)

/// What was kept or restored.
struct BackupTally {
    struct Table {
        std::string name{};
        std::int64_t rows = 0;
    };
    std::vector<Table> tables{};
    std::string digest{};  // BLAKE2b-256 of the lines of the tables, in hex
};

/// Takes one line, without its end.
using LineSink = std::function<void(std::string_view)>;
/// Gives the next line; nothing at the end.
using LineSource = std::function<std::optional<std::string>()>;
/// Told the rows so far.
using RowsDone = std::function<void(std::int64_t)>;

/// Everything the database holds at one instant, while others go on writing.
BackupTally backup(db::Database&, const LineSink&, const RowsDone& = {});

/// Fills an empty database from a backup in one transaction, and checks its digest and the chain
/// of its events. `known` are this program's migrations: the schema is brought to the backup's own
/// state first and up to this program's after. Refused when the database is not empty, when the
/// backup is cut short or changed, or when it is newer than this program; nothing is then kept.
Result<BackupTally> restore(db::Database&,
                            const LineSource&,
                            std::vector<db::Migration> known,
                            const RowsDone& = {});

}  // namespace noms::record
