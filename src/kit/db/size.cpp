#include "kit/db/size.hpp"

namespace noms::db {
namespace {

// A table's rows are the cells of its leaves, and of the pages above them where it is its key's
// tree.
constexpr Query sizes_on_sqlite{
    "db/sizes_on_sqlite",
    "select m.tbl_name as name, sum(case when m.type = 'table' and (s.pagetype = 'leaf' "
    "or (s.pagetype = 'internal' and m.sql like '%without rowid')) "
    "then s.ncell else 0 end) as rows, sum(s.pgsize) as bytes "
    "from dbstat s join sqlite_master m on m.name = s.name "
    "group by m.tbl_name order by bytes desc, name"};
constexpr Query sizes_on_postgres{
    "db/sizes_on_postgres",
    "select cast(c.relname as text) as name, cast(greatest(c.reltuples, 0) as bigint) as rows, "
    "pg_total_relation_size(c.oid) as bytes "
    "from pg_class c join pg_namespace n on n.oid = c.relnamespace "
    "where n.nspname = current_schema() and c.relkind = 'r' order by bytes desc, name"};

}  // namespace

void settle(Database& database) {
    if (database.engine() == Engine::Sqlite) return;
    database.alone([](Connection& db) { db.script("vacuum (analyze)"); });
}

std::vector<TableSize> sizes(Database& database) {
    bool sqlite = database.engine() == Engine::Sqlite;
    return database.read([&](Connection& db) {
        return all<TableSize>(db, sqlite ? sizes_on_sqlite : sizes_on_postgres);
    });
}

}  // namespace noms::db
