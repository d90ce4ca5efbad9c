#include "kit/record/ranks.hpp"

namespace noms::record {
namespace {

constexpr db::Query tables_of_sqlite{
    "record/tables_of_sqlite",
    "select name from sqlite_master where type = 'table' order by rowid"};
constexpr db::Query tables_of_postgres{
    "record/tables_of_postgres",
    "select cast(c.relname as text) as name from pg_class c "
    "join pg_namespace n on n.oid = c.relnamespace "
    "where n.nspname = current_schema() and c.relkind = 'r' order by c.oid"};

}  // namespace

Ranks ranks_in(db::Connection& db) {
    Ranks ranks;
    auto query = db.engine() == db::Engine::Sqlite ? tables_of_sqlite : tables_of_postgres;
    db.read(query, {}, [&](const db::Row& row) { ranks.emplace(row.cell(0).text, ranks.size()); });
    return ranks;
}

}  // namespace noms::record
