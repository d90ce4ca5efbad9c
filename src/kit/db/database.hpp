#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// One small interface over SQLite and PostgreSQL 15. Why not a library: docs/dependencies.md.
namespace noms::db {

enum class Engine { Sqlite, Postgres };

/// What crosses to an engine. Dates and instants travel as ISO text, flags as true and false.
using Value = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string>;

/// A statement kept in its own .sql file; `name` is the file's, for logs and metrics, and is the
/// statement's key in each connection's cache. Parameters are $1 ... $n on both engines.
struct Query {
    std::string_view name;
    std::string_view text;
};

/// The engine failed, or its rows do not fit our structs. Nobody on the spot can act on it: the
/// request ends in a 500.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// The transaction met another one and may be run again from its start.
struct Again : Broken {
    using Broken::Broken;
};
/// A unique or foreign key refused the row; `constraint` names it: on SQLite the columns, e.g.
/// "account.name", or "foreign key"; on PostgreSQL the constraint.
struct Violated : Broken {
    Violated(const std::string& what, std::string constraint)
        : Broken(what), constraint(std::move(constraint)) {}
    std::string constraint;
};

/// One cell of the row the cursor stands on; the text lives until the cursor moves.
struct Cell {
    enum class Kind { Null, Number, Real, Text } kind = Kind::Null;
    std::int64_t number = 0;
    double real = 0;
    std::string_view text{};
};

/// The row that a reader is shown. PostgreSQL gives every cell as Text; `take` in rows.cpp knows.
class Row {
public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual std::string_view column(int at) const = 0;
    virtual Cell cell(int at) const = 0;
};
using RowReader = std::function<void(const Row&)>;

/// One connection, and on it at most one transaction.
class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;

    /// Runs a statement and shows each row to `reader`.
    virtual void read(const Query&, std::span<const Value>, const RowReader&) = 0;
    /// The same, but PostgreSQL may hold the statement back in its pipeline until the next read,
    /// `flush` or commit: several of these cost one round trip. `ask` is the safe way to it.
    virtual void read_later(const Query& query, std::span<const Value> values, RowReader reader) {
        read(query, values, reader);
    }
    /// Runs a statement whose rows nobody needs. PostgreSQL may hold it back in its pipeline until
    /// the next read, `flush` or commit; an error then comes from there.
    virtual void write(const Query&, std::span<const Value>) = 0;
    /// Sends what is held back and waits for its outcome.
    virtual void flush() = 0;
    /// Adds many rows to one table as fast as the engine can (COPY, or one kept insert).
    virtual void copy(std::string_view table,
                      std::span<const std::string_view> columns,
                      std::span<const std::vector<Value>> rows) = 0;
    /// Several statements at once, without parameters: migrations.
    virtual void script(std::string_view sql) = 0;
    /// How many statements this connection has run; a test counts those of a page.
    virtual std::int64_t statements() const = 0;
};

/// What a database is doing, for /metrics.
struct Stats {
    std::int64_t statements = 0;
    std::int64_t transactions = 0;
    std::int64_t retries = 0;
    std::int64_t reconnects = 0;
    std::int64_t group_commits = 0;
};

/// A database with its pool. Thread safe.
class Database {
public:
    virtual ~Database() = default;
    virtual Engine engine() const = 0;
    virtual const std::string& url() const = 0;

    /// Runs `work` on a reading connection; statements each see what is committed.
    virtual void with_reader(const std::function<void(Connection&)>& work) = 0;
    /// Runs `work` in a read-only transaction, so that all its statements see one state.
    virtual void with_snapshot(const std::function<void(Connection&)>& work) = 0;
    /// Runs `work` in one transaction, committed when it gives true and rolled back when it gives
    /// false or throws. PostgreSQL: SERIALIZABLE, run again from the start on Again (so `work` has
    /// no effect outside). SQLite: on the writer thread, in a savepoint, commits grouped.
    virtual void with_writer(const std::function<bool(Connection&)>& work) = 0;
    /// Runs `work` outside a transaction on a connection of its own (migrations, maintenance).
    virtual void alone(const std::function<void(Connection&)>& work) = 0;
    virtual Stats stats() const = 0;

    /// One command: the transaction is committed when `work` gives a value, rolled back when it
    /// gives an error.
    template <class Work>
    auto write(Work&& work) -> decltype(work(std::declval<Connection&>())) {
        std::optional<decltype(work(std::declval<Connection&>()))> answer;
        with_writer([&](Connection& connection) {
            answer.emplace(work(connection));
            return answer->has_value();
        });
        if (!answer) throw Broken("The work was never run.");
        return std::move(*answer);
    }
    template <class Work>
    auto read(Work&& work) -> decltype(work(std::declval<Connection&>())) {
        std::optional<decltype(work(std::declval<Connection&>()))> answer;
        with_reader([&](Connection& connection) { answer.emplace(work(connection)); });
        if (!answer) throw Broken("The work was never run.");
        return std::move(*answer);
    }
};

struct Options {
    int readers = 4;               // connections kept for reading (SQLite) or for all (PostgreSQL)
    int connect_seconds_max = 10;  // how long to try for a first connection
    // SQLite: a new file that is thrown away when its filling stops half-way, so nothing is kept to
    // go back to and the disk is waited for once, at the end. PostgreSQL heeds it not.
    bool fills_new_file = false;
};

/// `url` is "sqlite:PATH", "sqlite::memory:" or a PostgreSQL connection string or URL.
/// Throws Broken when it cannot be opened.
std::unique_ptr<Database> open(const std::string& url, Options = {});

/// One step of the schema; numbers rise over the whole service and never change.
struct Migration {
    int number = 0;
    std::string_view name{};  // "offenders/005_create_offender"
    std::string_view sql{};
    std::string_view sql_postgres{};  // only where the one text cannot serve both
};
/// Brings the schema up to `migrations` under a lock, each in a transaction; gives how many were
/// applied. Refused when the database is newer than this binary, or when an applied one differs.
Result<int> migrate(Database&, std::vector<Migration> migrations);

// -- described structs ---------------------------------------------------------------------------

Value bind(const describe::Type&, const void* value);
/// Fills an object from a row by column name; throws Broken when a column is missing or unfit.
class Filler {
public:
    Filler(const describe::Type& type, const Query& query) : type_(type), query_(query) {}
    void fill(void* object, const Row&);

private:
    const describe::Type& type_;
    Query query_;
    std::vector<int> columns_;
};
/// Fills a single value (a count, a date) from the first column.
void take(const describe::Type&, void* at, const Cell&);
/// The same from any column, naming query and column when it does not fit.
void take(const describe::Type&, void* at, const Row&, int column, const Query&);

template <class T>
Value bind(const T& value) {
    return db::bind(describe::type_of<T>(), &value);  // not std::bind
}
inline Value bind(const Value& value) {
    return value;
}
inline Value bind(std::nullptr_t) {
    return nullptr;
}
inline Value bind(const char* text) {
    return std::string(text);
}
inline Value bind(std::string_view text) {
    return std::string(text);
}

/// Every row of `query`, each member taken from the column of its name.
template <class T, class... Parameters>
std::vector<T> all(Connection& db, const Query& query, const Parameters&... parameters) {
    std::vector<T> out;
    const std::vector<Value> values{db::bind(parameters)...};
    Filler filler(describe::type_of<T>(), query);
    db.read(query, values, [&](const Row& row) { filler.fill(&out.emplace_back(), row); });
    return out;
}
/// Rows that were asked for and may still be on their way.
template <class T>
class Asked {
public:
    explicit Asked(Connection& db) : db_(&db), rows_(std::make_shared<std::vector<T>>()) {}

    /// Waits for them, and for all that was asked beside them. To be called once.
    std::vector<T> get() {
        db_->flush();
        return std::move(*rows_);
    }
    const std::shared_ptr<std::vector<T>>& arriving() const { return rows_; }

private:
    Connection* db_;
    std::shared_ptr<std::vector<T>> rows_;  // shared with the reader, which may outlive us
};
/// Asks for the rows of `query` without waiting: what is asked together costs one round trip.
template <class T, class... Parameters>
Asked<T> ask(Connection& db, const Query& query, const Parameters&... parameters) {
    Asked<T> asked(db);
    const std::vector<Value> values{db::bind(parameters)...};
    db.read_later(query,
                  values,
                  [rows = asked.arriving(), filler = Filler(describe::type_of<T>(), query)](
                      const Row& row) mutable { filler.fill(&rows->emplace_back(), row); });
    return asked;
}
/// The first row of `query`, if it gives any.
template <class T, class... Parameters>
std::optional<T> first(Connection& db, const Query& query, const Parameters&... parameters) {
    auto found = all<T>(db, query, parameters...);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}
/// The first column of the only row: a count, a sum. Throws Broken when there is no row.
template <class T, class... Parameters>
T one(Connection& db, const Query& query, const Parameters&... parameters) {
    std::optional<T> out;
    const std::vector<Value> values{db::bind(parameters)...};
    db.read(query, values, [&](const Row& row) {
        take(describe::type_of<T>(), &out.emplace(), row, 0, query);
    });
    if (!out) throw Broken(std::string(query.name) + " gave no row");
    return std::move(*out);
}
/// Runs a statement whose rows nobody needs.
template <class... Parameters>
void run(Connection& db, const Query& query, const Parameters&... parameters) {
    const std::vector<Value> values{db::bind(parameters)...};
    db.write(query, values);
}

/// A list as one parameter: `in (select value from json_each($1))` serves both engines, since
/// `migrate` gives PostgreSQL a json_each of a text.
std::string json_list(std::span<const std::int64_t> numbers);

}  // namespace noms::db
