#include "kit/web/workers.hpp"

#include <exception>
#include <utility>

#include "kit/web/log.hpp"

namespace noms::web {

Workers::Workers(int count, size_t queue_max) : queue_max_(queue_max) {
    for (int i = 0; i < count; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    stop();
}

bool Workers::take(Work work) {
    {
        std::lock_guard lock(mutex_);
        if (stopped_ || queue_.size() >= queue_max_) return false;
        queue_.push_back(std::move(work));
    }
    more_.notify_one();
    return true;
}

void Workers::stop() {
    std::deque<Work> dropped;
    {
        std::lock_guard lock(mutex_);
        stopped_ = true;
        dropped.swap(queue_);
    }
    more_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

size_t Workers::waiting() const {
    std::lock_guard lock(mutex_);
    return queue_.size();
}

size_t Workers::running() const {
    std::lock_guard lock(mutex_);
    return running_;
}

void Workers::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        more_.wait(lock, [this] { return stopped_ || !queue_.empty(); });
        if (stopped_) return;
        {
            auto work = std::move(queue_.front());
            queue_.pop_front();
            ++running_;
            lock.unlock();
            try {
                work();
            } catch (const std::exception& broken) {
                log::error("", broken.what());
            }
        }
        lock.lock();
        --running_;
    }
}

}  // namespace noms::web
