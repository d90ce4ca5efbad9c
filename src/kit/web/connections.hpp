#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace noms::web {

/// One client's connection, as the rest of the server sees it.
class Connection {
public:
    using Clock = std::chrono::steady_clock;

    virtual ~Connection() = default;
    /// Its deadline has passed: it answers 408 or closes. Any thread, as all of these.
    virtual void expire() = 0;
    /// Closes now when idle, else after the reply under way.
    virtual void drain() = 0;
    /// Closes now.
    virtual void cut() = 0;

    bool is_late(Clock::time_point now) const { return now.time_since_epoch().count() > deadline_; }

protected:
    /// What the connection does now must be over in so many seconds.
    void due_in(int seconds) {
        deadline_ = (Clock::now() + std::chrono::seconds(seconds)).time_since_epoch().count();
    }
    void never_due() { deadline_ = Clock::time_point::max().time_since_epoch().count(); }

private:
    // One sweep over all deadlines twice a second costs less than a timer for each connection.
    std::atomic<Clock::rep> deadline_ = Clock::time_point::max().time_since_epoch().count();
};

/// Who is connected, how many from where.
class Connections {
public:
    Connections(size_t max, size_t per_address_max)
        : max_(max), per_address_max_(per_address_max) {}

    /// Counts a client in; false when there are too many. Each true is paired with a `left`.
    bool enter(const std::string& address);
    void left(const std::string& address);
    void add(const std::shared_ptr<Connection>&);
    void remove(Connection*);

    void each(const std::function<void(Connection&)>&);
    /// Waits until nobody is connected, so long at the most; whether that came to be.
    bool wait_until_empty(std::chrono::milliseconds);
    size_t count() const;
    std::int64_t refused() const { return refused_; }

private:
    size_t max_;
    size_t per_address_max_;
    mutable std::mutex mutex_;
    std::condition_variable fewer_;
    std::unordered_map<Connection*, std::weak_ptr<Connection>> all_;
    std::unordered_map<std::string, size_t> by_address_;
    size_t entered_ = 0;
    std::atomic<std::int64_t> refused_ = 0;
};

}  // namespace noms::web
