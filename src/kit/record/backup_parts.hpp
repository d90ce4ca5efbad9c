#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kit/db/database.hpp"

/// What a backup and a restoration have in common: the tables of a database as its own catalogue
/// tells them, and the digest of lines.
namespace noms::record {

enum class ColumnKind { Number, Flag, Real, Day, Text };

struct StoredColumn {
    std::string name{};
    ColumnKind kind = ColumnKind::Text;
    int key_place = 0;  // from 1 in the primary key; 0 outside it
};

struct StoredTable {
    std::string name{};
    std::vector<StoredColumn> columns{};
    bool refers_to_itself = false;  // a row may name a row that comes after it

    std::vector<std::string_view> names() const;
};

/// Every table but the engine's own and the list of migrations, parents before those that refer to
/// them.
std::vector<StoredTable> stored_tables(db::Connection&);

/// How a backup of this layout begins.
inline constexpr std::string_view backup_format = "backup 1";
/// How many rows cross to or from the database at once.
inline constexpr int backup_rows_at_once = 5000;

/// BLAKE2b-256 over lines, each with its end.
class LineDigest {
public:
    LineDigest();
    ~LineDigest();
    void add(std::string_view line);
    /// In hex; to be called once.
    std::string text();

private:
    struct State;
    std::unique_ptr<State> state_;

    void add_bytes(std::string_view);
};

/// One cell as a kind that both engines take.
db::Value value_of(ColumnKind, const db::Cell&);

}  // namespace noms::record
