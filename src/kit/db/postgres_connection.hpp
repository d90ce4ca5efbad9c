#pragma once

#include <deque>
#include <memory>

#include "kit/db/engines.hpp"
#include "kit/db/statements.hpp"

struct pg_conn;
struct pg_result;

namespace noms::db {

/// One connection to PostgreSQL, in pipeline mode: statements are sent in a row and their outcomes
/// read together, so that a command costs few round trips. Used by one thread at a time.
class PostgresConnection : public Connection {
public:
    /// Tries for `options.connect_seconds_max`, then throws Broken.
    PostgresConnection(const std::string& url, const Options&, Counters&);

    Engine engine() const override { return Engine::Postgres; }
    void read(const Query&, std::span<const Value>, const RowReader&) override;
    void read_later(const Query&, std::span<const Value>, RowReader) override;
    void write(const Query&, std::span<const Value>) override;
    void flush() override;
    void copy(std::string_view table,
              std::span<const std::string_view> columns,
              std::span<const std::vector<Value>> rows) override;
    void script(std::string_view sql) override;
    std::int64_t statements() const override { return statements_; }

    /// Opens a transaction together with the first statement.
    void begin(const char* how);
    /// Sends what is held back and the commit. Broken when the outcome is not known for certain.
    void commit();
    /// Ends a transaction that only read, without waiting for the server to say so: `alive` reads
    /// that before the next use. A round trip less for every page.
    void leave_snapshot();
    /// Leaves the connection outside any transaction, or lost.
    void rollback() noexcept;
    /// False when the server has hung up since the last use.
    bool alive();
    void reconnect();

private:
    struct Close {
        void operator()(pg_conn*) const;
    };
    struct Clear {
        void operator()(pg_result*) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;

    struct Kept {
        std::string query{};
        std::string text{};
        std::string server_name{};
        bool prepared = false;
    };
    /// What was sent and whose outcome has not been read.
    struct Pending {
        enum class Kind { Prepare, Statement, Begin, Commit, Rollback } kind = Kind::Statement;
        Kept* kept = nullptr;
        RowReader reader{};
    };

    bool connect_once();
    void set_up();
    Kept& kept(const Query&);
    void send(const Query&, std::span<const Value>, RowReader = {});
    void send_plain(Pending::Kind, const char* sql);
    void sent(int ok, Pending);
    void sync();
    void read_outcomes();
    bool read_left_unread() noexcept;
    void outcome(const Pending&, std::exception_ptr& failed);
    void conclude(const Pending&, const Answer&) const;
    void confirm_commit(const Answer&) const;
    void leave_pipeline();
    void run_plain(const std::string& sql, int expected);
    void copy_rows(std::span<const std::vector<Value>> rows);
    [[noreturn]] void lost();

    static void heed(void* connection, const pg_result* notice);

    std::string url_;
    Counters& counters_;
    std::unique_ptr<pg_conn, Close> handle_;
    ByName<Kept> kept_;
    std::deque<Pending> pending_;
    std::vector<std::string> warnings_;
    bool committing_ = false;
    bool left_unread_ = false;
    std::int64_t statements_ = 0;
    std::int64_t prepared_ = 0;
};

}  // namespace noms::db
