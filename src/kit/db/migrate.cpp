#include "kit/db/migrate.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <sodium.h>

namespace noms::db {
namespace {

/// A migration as the database remembers it.
struct Applied {
    int number = 0;
    std::string name{};
    std::string digest{};
};
DESCRIBE(Applied, number, name, digest)

constexpr const char* make_table =
    "create table if not exists schema_migration ("
    " number integer not null primary key,"
    " name text not null,"
    " digest text not null,"
    " applied_at text not null)";

// SQLite has json_each; this gives PostgreSQL one for the lists of numbers that queries take as
// one parameter, so that `in (select value from json_each($1))` serves both.
constexpr const char* make_json_each =
    "create or replace function json_each(list text) returns table (value bigint)"
    " language sql immutable rows 50 as"
    " $$ select cast(item as bigint)"
    " from json_array_elements_text(cast(list as json)) as items (item) $$";

constexpr Query lock_migrations{
    "migrate/lock", "select pg_advisory_lock(hashtext('noms migrate ' || current_schema()))"};
constexpr Query applied_migrations{
    "migrate/applied", "select number, name, digest from schema_migration order by number"};
constexpr Query add_applied{
    "migrate/add",
    "insert into schema_migration (number, name, digest, applied_at) values ($1, $2, $3, $4)"};

std::string_view text_for(Engine engine, const Migration& migration) {
    bool other = engine == Engine::Postgres && !migration.sql_postgres.empty();
    return other ? migration.sql_postgres : migration.sql;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// SQLite keeps a table in the order of its key, and needs no index for it, only where the key's
/// type is spelt "integer" (it holds 64 bits all the same), or where a key of several columns, told
/// last, is followed by words of its own.
std::string as_run(Engine engine, std::string_view text) {
    std::string out(text);
    if (engine != Engine::Sqlite) return out;
    replace_all(out, "bigint not null primary key", "integer not null primary key");
    constexpr std::string_view several = "\n    primary key (";
    for (auto at = out.find(several); at != out.npos; at = out.find(several, at + 1)) {
        auto end = out.find(')', at) + 1;
        if (out.substr(end, 3) == "\n);") out.insert(end + 2, " without rowid");
    }
    return out;
}

std::string digest_of(std::string_view text) {
    unsigned char bytes[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(bytes, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

void sort_and_refuse_twins(std::vector<Migration>& migrations) {
    std::ranges::sort(migrations, {}, &Migration::number);
    auto twin = std::ranges::adjacent_find(migrations, {}, &Migration::number);
    if (twin != migrations.end())
        throw Broken(fmt::format("Two migrations are numbered {}: {} and {}",
                                 twin->number,
                                 twin->name,
                                 std::next(twin)->name));
}

/// Refused when what is applied is not a part of what this program knows.
Result<void> compare(Engine engine,
                     const std::vector<Applied>& applied,
                     const std::vector<Migration>& known) {
    for (const auto& each : applied) {
        auto same = std::ranges::find(known, each.number, &Migration::number);
        if (same == known.end())
            return refused(fmt::format(
                "The database is newer than this program, which does not know migration {} ({}).",
                each.number,
                each.name));
        if (each.digest != digest_of(text_for(engine, *same)))
            return refused(fmt::format(
                "Migration {} was applied with another text than this program has.", each.name));
    }
    return {};
}

void apply(Connection& connection, const Migration& migration, Instant at) {
    auto text = text_for(connection.engine(), migration);
    try {
        connection.script(as_run(connection.engine(), text));
    } catch (const Broken& broken) {
        throw Broken(fmt::format("migration {}: {}", migration.name, broken.what()));
    }
    run(connection, add_applied, migration.number, migration.name, digest_of(text), to_text(at));
}

/// Applies what is missing, each with its row in one transaction. SQLite's lock is the transaction
/// itself, so what is applied is read inside it.
Result<int> apply_missing(Connection& connection,
                          const std::vector<Migration>& migrations,
                          Instant at) {
    bool sqlite = connection.engine() == Engine::Sqlite;
    int count = 0;
    for (;;) {
        connection.script(sqlite ? "begin exclusive" : "begin");
        connection.script(make_table);
        auto applied = all<Applied>(connection, applied_migrations);
        auto compared = compare(connection.engine(), applied, migrations);
        auto missing = std::ranges::find_if(migrations, [&](const Migration& each) {
            return std::ranges::find(applied, each.number, &Applied::number) == applied.end();
        });
        if (compared && missing != migrations.end()) apply(connection, *missing, at);
        connection.flush();
        connection.script("commit");
        if (!compared) return std::unexpected(compared.error());
        if (missing == migrations.end()) return count;
        ++count;
    }
}

}  // namespace

Result<int> migrate(Database& database, std::vector<Migration> migrations) {
    return migrate(database, std::move(migrations), now());
}

Result<int> migrate(Database& database, std::vector<Migration> migrations, Instant at) {
    sort_and_refuse_twins(migrations);
    Result<int> count = 0;
    database.alone([&](Connection& connection) {
        if (connection.engine() == Engine::Postgres) {
            connection.read(lock_migrations, {}, [](const Row&) {});
            connection.script(make_json_each);
        }
        count = apply_missing(connection, migrations, at);
    });
    return count;
}

}  // namespace noms::db
