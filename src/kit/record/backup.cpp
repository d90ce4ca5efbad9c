#include "kit/record/backup.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "kit/describe/json.hpp"
#include "kit/record/backup_parts.hpp"

namespace noms::record {
namespace {

namespace bj = boost::json;

constexpr db::Query applied_names{"record/applied_names",
                                  "select name from schema_migration order by number"};
constexpr db::Query fetch_rows{"record/fetch_rows", "fetch 5000 from backup_rows"};

/// Its rows in the order of their key; text by its bytes, whatever the database's own order is.
std::string select_of(const StoredTable& table) {
    std::vector<std::string> keys(table.columns.size());
    size_t parts = 0;
    for (const auto& column : table.columns) {
        if (column.key_place == 0) continue;
        bool text = column.kind == ColumnKind::Text;
        keys[size_t(column.key_place) - 1] =
            fmt::format("\"{}\"{}", column.name, text ? " collate \"C\"" : "");
        ++parts;
    }
    keys.resize(parts);
    return fmt::format("select \"{}\" from \"{}\"{}{}",
                       fmt::join(table.names(), "\", \""),
                       table.name,
                       keys.empty() ? "" : " order by ",
                       fmt::join(keys, ", "));
}

void read_rows(db::Connection& db, const std::string& select, const db::RowReader& each) {
    if (db.engine() == db::Engine::Sqlite) return db.read({select, select}, {}, each);
    db.script("declare backup_rows no scroll cursor for " + select);
    for (int got = backup_rows_at_once; got == backup_rows_at_once;) {
        got = 0;
        db.read(fetch_rows, {}, [&](const db::Row& row) {
            ++got;
            each(row);
        });
    }
    db.script("close backup_rows");
}

bj::value json_of(const db::Value& value) {
    return std::visit(
        [](const auto& held) -> bj::value {
            if constexpr (requires { held.size(); })
                return bj::value(bj::string_view(held));
            else
                return bj::value(held);
        },
        value);
}

std::string row_line(const StoredTable& table, const db::Row& row) {
    bj::array cells;
    for (size_t i = 0; i < table.columns.size(); ++i)
        cells.push_back(json_of(value_of(table.columns[i].kind, row.cell(int(i)))));
    return bj::serialize(cells);
}

/// Where the backup goes: what is written is counted and digested.
struct Out {
    const LineSink& sink;
    const RowsDone& rows_done;
    BackupTally tally{};
    LineDigest digest{};
    std::int64_t rows = 0;

    void line(const std::string& text) {
        digest.add(text);
        sink(text);
    }
};

void write_table(db::Connection& db, const StoredTable& table, Out& out) {
    auto names = table.names();
    bj::array columns(names.begin(), names.end());
    out.line(bj::serialize(bj::object{{"table", table.name}, {"columns", columns}}));
    auto before = out.rows;
    read_rows(db, select_of(table), [&](const db::Row& row) {
        out.line(row_line(table, row));
        if (++out.rows % backup_rows_at_once == 0 && out.rows_done) out.rows_done(out.rows);
    });
    out.tally.tables.push_back({table.name, out.rows - before});
}

BackupHead head_of(db::Connection& db) {
    BackupHead head{.made_at = to_text(now()), .chain = record::head(db)};
    db.read(applied_names, {}, [&](const db::Row& row) {
        head.migrations.emplace_back(row.cell(0).text);
    });
    return head;
}

}  // namespace

BackupTally backup(db::Database& database, const LineSink& sink, const RowsDone& rows_done) {
    Out out{.sink = sink, .rows_done = rows_done};
    database.with_snapshot([&](db::Connection& db) {
        sink(json::write(head_of(db)));
        for (const auto& table : stored_tables(db)) write_table(db, table, out);
    });
    out.tally.digest = out.digest.text();
    sink(bj::serialize(bj::object{{"end", out.tally.digest}}));
    return out.tally;
}

}  // namespace noms::record
