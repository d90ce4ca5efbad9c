#include <random>
#include <thread>

#include "kit/db/pool.hpp"
#include "kit/db/postgres_connection.hpp"

namespace noms::db {
namespace {

constexpr int attempts_max = 20;

/// In the end long enough for a commit that waits for a slow disk: until it is done, whoever met it
/// meets it again. All pauses together are 0.8 s by the middle.
int longest_pause_ms(int attempt) {
    if (attempt <= 10) return attempt;
    return std::min(10 << (attempt - 10), 250);
}

/// Longer after each attempt, and by chance, so that the two that met do not meet again.
void pause_before_again(int attempt) {
    static thread_local std::minstd_rand chance{std::random_device{}()};
    std::uniform_int_distribution<int> some(0, 1000 * longest_pause_ms(attempt));
    std::this_thread::sleep_for(std::chrono::microseconds(some(chance)));
}

class PostgresDatabase : public Database {
public:
    PostgresDatabase(const std::string& url, const Options& options)
        : url_(url), options_(options), pool_(options.readers, [this] { return connect(); }) {
        pool_.take();  // so that a wrong url is told at once
    }

    Engine engine() const override { return Engine::Postgres; }
    const std::string& url() const override { return url_; }
    Stats stats() const override { return counters_.now(); }

    void with_reader(const std::function<void(Connection&)>& work) override {
        auto connection = take();
        try {
            work(*connection);
            connection->flush();
        } catch (...) {
            connection->rollback();
            throw;
        }
    }
    void with_snapshot(const std::function<void(Connection&)>& work) override {
        auto connection = take();
        try {
            connection->begin("begin isolation level repeatable read, read only");
            work(*connection);
            connection->leave_snapshot();
            ++counters_.transactions;
        } catch (...) {
            connection->rollback();
            throw;
        }
    }
    void with_writer(const std::function<bool(Connection&)>& work) override {
        for (int attempt = 1;; ++attempt) {
            try {
                return run_once("begin isolation level serializable", work);
            } catch (const Again&) {
                if (attempt == attempts_max) throw;
            }
            ++counters_.retries;
            pause_before_again(attempt);
        }
    }
    void alone(const std::function<void(Connection&)>& work) override {
        auto connection = connect();
        work(*connection);
        connection->flush();
    }

private:
    std::unique_ptr<PostgresConnection> connect() {
        return std::make_unique<PostgresConnection>(url_, options_, counters_);
    }
    Pool<PostgresConnection>::Lease take() {
        auto connection = pool_.take();
        if (!connection->alive()) connection->reconnect();
        return connection;
    }
    void run_once(const char* begin, const std::function<bool(Connection&)>& work) {
        auto connection = take();
        try {
            connection->begin(begin);
            if (work(*connection))
                connection->commit();
            else
                connection->rollback();
            ++counters_.transactions;
        } catch (...) {
            connection->rollback();
            throw;
        }
    }

    std::string url_;
    Options options_;
    Counters counters_;
    Pool<PostgresConnection> pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& url, const Options& options) {
    return std::make_unique<PostgresDatabase>(url, options);
}

}  // namespace noms::db
