#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "kit/db/sqlite_connection.hpp"

namespace noms::db {

/// The one thread that writes to a SQLite file. What is queued when it comes round is committed
/// together, so that many callers share one wait for the disk.
class SqliteWriter {
public:
    using Work = std::function<bool(Connection&)>;

    SqliteWriter(const std::string& path, SqliteConnection::Purpose, Counters&);
    ~SqliteWriter();
    SqliteWriter(const SqliteWriter&) = delete;
    SqliteWriter& operator=(const SqliteWriter&) = delete;

    /// Returns when `work` is committed or rolled back; throws what it threw. `work` may run twice
    /// when the commit of its group failed.
    void run(const Work& work);

private:
    struct Job {
        const Work& work;
        std::exception_ptr thrown{};
        bool done = false;
    };

    void serve();
    std::vector<Job*> next_group();
    void run_group(const std::vector<Job*>&);
    bool begin(const std::vector<Job*>&);
    bool commit_together(const std::vector<Job*>&);
    bool run_in_savepoint(Job&);
    void run_alone(Job&);

    SqliteConnection connection_;
    Counters& counters_;
    std::mutex mutex_;
    std::condition_variable queued_;
    std::condition_variable finished_;
    std::deque<Job*> queue_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace noms::db
