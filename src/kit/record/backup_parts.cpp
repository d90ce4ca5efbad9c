#include "kit/record/backup_parts.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sodium.h>

#include "kit/record/ranks.hpp"

namespace noms::record {
namespace {

constexpr db::Query columns_on_sqlite{
    "record/columns_on_sqlite",
    "select name, lower(type) as type, pk as key_place from pragma_table_info($1) order by cid"};
// An int2vector counts from 0.
constexpr db::Query columns_on_postgres{
    "record/columns_on_postgres",
    "select cast(a.attname as text) as name, format_type(a.atttypid, a.atttypmod) as type, "
    "coalesce(array_position(cast(i.indkey as smallint[]), a.attnum) + 1, 0) as key_place "
    "from pg_attribute a join pg_class c on c.oid = a.attrelid "
    "join pg_namespace n on n.oid = c.relnamespace "
    "left join pg_index i on i.indrelid = c.oid and i.indisprimary "
    "where n.nspname = current_schema() and c.relname = $1 and a.attnum > 0 "
    "and not a.attisdropped order by a.attnum"};

constexpr db::Query own_references_on_sqlite{
    "record/own_references_on_sqlite",
    "select count(*) from pragma_foreign_key_list($1) where \"table\" = $1"};
constexpr db::Query own_references_on_postgres{
    "record/own_references_on_postgres",
    "select count(*) from pg_constraint f join pg_class c on c.oid = f.conrelid "
    "join pg_namespace n on n.oid = c.relnamespace where f.contype = 'f' "
    "and f.confrelid = f.conrelid and n.nspname = current_schema() and c.relname = $1"};

struct CatalogueColumn {
    std::string name{};
    std::string type{};
    int key_place = 0;
};
DESCRIBE(CatalogueColumn, name, type, key_place)

ColumnKind kind_of(std::string_view type) {
    if (type == "bigint" || type == "integer") return ColumnKind::Number;
    if (type == "boolean") return ColumnKind::Flag;
    if (type == "double precision" || type == "real") return ColumnKind::Real;
    if (type == "date") return ColumnKind::Day;
    return ColumnKind::Text;
}

std::vector<StoredColumn> columns_of(db::Connection& db, const std::string& table) {
    bool sqlite = db.engine() == db::Engine::Sqlite;
    std::vector<StoredColumn> out;
    for (auto& column :
         db::all<CatalogueColumn>(db, sqlite ? columns_on_sqlite : columns_on_postgres, table))
        out.push_back({std::move(column.name), kind_of(column.type), column.key_place});
    return out;
}

bool refers_to_itself(db::Connection& db, const std::string& table) {
    bool sqlite = db.engine() == db::Engine::Sqlite;
    return db::one<std::int64_t>(
               db, sqlite ? own_references_on_sqlite : own_references_on_postgres, table) > 0;
}

}  // namespace

std::vector<std::string_view> StoredTable::names() const {
    std::vector<std::string_view> out;
    for (const auto& column : columns) out.push_back(column.name);
    return out;
}

struct LineDigest::State {
    crypto_generichash_state hash{};
};

LineDigest::LineDigest() : state_(std::make_unique<State>()) {
    crypto_generichash_init(&state_->hash, nullptr, 0, crypto_generichash_BYTES);
}
LineDigest::~LineDigest() = default;

void LineDigest::add(std::string_view line) {
    add_bytes(line);
    add_bytes("\n");
}

void LineDigest::add_bytes(std::string_view text) {
    crypto_generichash_update(
        &state_->hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

std::string LineDigest::text() {
    unsigned char bytes[crypto_generichash_BYTES];
    crypto_generichash_final(&state_->hash, bytes, sizeof bytes);
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

std::vector<StoredTable> stored_tables(db::Connection& db) {
    auto ranks = ranks_in(db);
    std::vector<std::pair<size_t, std::string>> names;
    for (const auto& [name, rank] : ranks)
        if (name != "schema_migration" && !name.starts_with("sqlite_"))
            names.emplace_back(rank, name);
    std::ranges::sort(names);
    std::vector<StoredTable> out;
    for (auto& [rank, name] : names)
        out.push_back({name, columns_of(db, name), refers_to_itself(db, name)});
    return out;
}

db::Value value_of(ColumnKind kind, const db::Cell& cell) {
    if (cell.kind == db::Cell::Kind::Null) return nullptr;
    db::Value value;
    auto taken = [&]<class T>(T held) {
        db::take(describe::type_of<T>(), &held, cell);
        value = std::move(held);
    };
    switch (kind) {
        case ColumnKind::Number: taken(std::int64_t{}); break;
        case ColumnKind::Flag: taken(bool{}); break;
        case ColumnKind::Real: taken(double{}); break;
        case ColumnKind::Day:
        case ColumnKind::Text: value = std::string(cell.text); break;
    }
    return value;
}

}  // namespace noms::record
