#pragma once

#include <memory>

#include "kit/db/engines.hpp"
#include "kit/db/statements.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace noms::db {

/// One connection to a SQLite file, with its kept statements. Used by one thread at a time.
class SqliteConnection : public Connection {
public:
    /// Fill: the only writer of a file that is thrown away when it stops half-way.
    enum class Purpose { Write, Read, Fill };

    /// Throws Broken when the file cannot be opened.
    SqliteConnection(const std::string& path, Purpose, Counters&);

    Engine engine() const override { return Engine::Sqlite; }
    void read(const Query&, std::span<const Value>, const RowReader&) override;
    void write(const Query&, std::span<const Value>) override;
    void flush() override {}  // nothing is held back
    void copy(std::string_view table,
              std::span<const std::string_view> columns,
              std::span<const std::vector<Value>> rows) override;
    void script(std::string_view sql) override;
    std::int64_t statements() const override { return statements_; }

    /// False once a commit, a rollback or the engine itself ended the transaction.
    bool in_transaction() const;
    /// Rolls back what is open, if anything is. When even that fails, the next begin says so.
    void abandon() noexcept;

private:
    struct Finalize {
        void operator()(sqlite3_stmt*) const;
    };
    struct Close {
        void operator()(sqlite3*) const;
    };
    struct Kept {
        std::string text{};
        std::unique_ptr<sqlite3_stmt, Finalize> statement{};
        std::vector<int> positions{};  // of $1 ... $n, which SQLite numbers as they first appear
    };

    Kept& kept(const Query&);
    Kept prepare(const Query&);
    void bind_all(const Kept&, const Query&, std::span<const Value>);
    void bind_one(const Kept&, const Query&, size_t at, const Value&);
    [[noreturn]] void fail(std::string_view what) const;

    std::unique_ptr<sqlite3, Close> handle_;
    ByName<Kept> kept_;  // after handle_, so that statements go first
    Counters& counters_;
    std::int64_t statements_ = 0;
};

}  // namespace noms::db
