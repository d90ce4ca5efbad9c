#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "kit/db/database.hpp"

namespace noms::db {

/// Connections lent to one borrower at a time, made when first needed. Thread safe.
template <class Lent>
class Pool {
    struct GiveBack {
        Pool* pool;
        void operator()(Lent* lent) const { pool->give_back(lent); }
    };

public:
    /// Gives itself back when it goes out of scope.
    using Lease = std::unique_ptr<Lent, GiveBack>;

    Pool(int most, std::function<std::unique_ptr<Lent>()> make)
        : most_(most), make_(std::move(make)) {}

    /// Throws Broken when none becomes free in half a minute: somebody holds one while asking for
    /// another, or the pool is far too small.
    Lease take() {
        std::unique_lock lock(mutex_);
        bool can = freed_.wait_for(
            lock, std::chrono::seconds(30), [&] { return !idle_.empty() || made_ < most_; });
        if (!can) throw Broken("No connection to the database became free in 30 seconds.");
        if (!idle_.empty()) {
            auto lent = std::move(idle_.back());  // the one used last is the warmest
            idle_.pop_back();
            return Lease(lent.release(), GiveBack{this});
        }
        ++made_;
        lock.unlock();
        return Lease(make_or_forget().release(), GiveBack{this});
    }

private:
    std::unique_ptr<Lent> make_or_forget() {
        try {
            return make_();
        } catch (...) {
            std::lock_guard lock(mutex_);
            --made_;
            freed_.notify_one();
            throw;
        }
    }
    void give_back(Lent* lent) {
        std::lock_guard lock(mutex_);
        idle_.emplace_back(lent);
        freed_.notify_one();
    }

    int most_;
    std::function<std::unique_ptr<Lent>()> make_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Lent>> idle_;
    int made_ = 0;
};

}  // namespace noms::db
