#include "kit/db/sqlite_writer.hpp"

namespace noms::db {
namespace {

// Enough to hide the disk behind; few enough that nobody waits long for the others.
constexpr size_t group_max = 64;

}  // namespace

SqliteWriter::SqliteWriter(const std::string& path,
                           SqliteConnection::Purpose purpose,
                           Counters& counters)
    : connection_(path, purpose, counters), counters_(counters), thread_([this] { serve(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    queued_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const Work& work) {
    if (std::this_thread::get_id() == thread_.get_id())
        throw Broken("A transaction was begun inside a transaction.");
    Job job{work};
    {
        std::unique_lock lock(mutex_);
        queue_.push_back(&job);
        queued_.notify_one();
        finished_.wait(lock, [&] { return job.done; });
    }
    if (job.thrown) std::rethrow_exception(job.thrown);
}

void SqliteWriter::serve() {
    for (;;) {
        auto group = next_group();
        if (group.empty()) return;
        run_group(group);
    }
}

std::vector<SqliteWriter::Job*> SqliteWriter::next_group() {
    std::unique_lock lock(mutex_);
    queued_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
    auto count = std::ptrdiff_t(std::min(queue_.size(), group_max));
    std::vector<Job*> group(queue_.begin(), queue_.begin() + count);
    queue_.erase(queue_.begin(), queue_.begin() + count);
    return group;
}

/// A savepoint makes SQLite keep what was on each page a second time, and walk through all of it at
/// every statement: whoever comes alone, as imports do, goes without.
void SqliteWriter::run_group(const std::vector<Job*>& group) {
    bool alone = group.size() == 1;
    if (alone || (begin(group) && !commit_together(group)))
        for (Job* job : group) run_alone(*job);
    counters_.transactions += std::int64_t(group.size());
    std::lock_guard lock(mutex_);
    for (Job* job : group) job->done = true;  // from here on it is its caller's alone
    finished_.notify_all();
}

/// When another process keeps the file locked, nobody waits for it a second time.
bool SqliteWriter::begin(const std::vector<Job*>& group) {
    try {
        connection_.script("begin immediate");
        return true;
    } catch (...) {
        for (Job* job : group) job->thrown = std::current_exception();
        return false;
    }
}

bool SqliteWriter::commit_together(const std::vector<Job*>& group) {
    try {
        for (Job* job : group)
            if (!run_in_savepoint(*job)) return false;
        connection_.script("commit");
        ++counters_.group_commits;
        return true;
    } catch (const Broken&) {
        connection_.abandon();
        return false;
    }
}

/// False when the engine ended the transaction of the whole group (a full disk, say).
bool SqliteWriter::run_in_savepoint(Job& job) {
    connection_.script("savepoint job");
    bool keep = false;
    try {
        keep = job.work(connection_);
    } catch (...) {
        job.thrown = std::current_exception();
    }
    if (!connection_.in_transaction()) return false;
    connection_.script(keep ? "release job" : "rollback to job; release job");
    return true;
}

void SqliteWriter::run_alone(Job& job) {
    job.thrown = nullptr;
    try {
        connection_.script("begin immediate");
        connection_.script(job.work(connection_) ? "commit" : "rollback");
    } catch (...) {
        job.thrown = std::current_exception();
        connection_.abandon();
    }
}

}  // namespace noms::db
