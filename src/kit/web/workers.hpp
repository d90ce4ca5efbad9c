#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace noms::web {

/// Threads that run handlers, behind a queue that is never longer than it may be.
class Workers {
public:
    using Work = std::move_only_function<void()>;

    Workers(int count, size_t queue_max);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Queues the work; false when the queue is full or the workers have stopped.
    bool take(Work);
    /// Lets running work end, drops what waits, joins the threads.
    void stop();
    size_t waiting() const;
    size_t running() const;

private:
    size_t queue_max_;
    mutable std::mutex mutex_;
    std::condition_variable more_;
    std::deque<Work> queue_;
    size_t running_ = 0;
    bool stopped_ = false;
    std::vector<std::thread> threads_;

    void run();
};

}  // namespace noms::web
