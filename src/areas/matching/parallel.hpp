#pragma once

#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace noms::matching {

/// Calls `work` with each number below `count`, on that many threads; this thread is one of them.
/// `work` must write to places of its own, so that the number of threads changes nothing.
template <class Work>
void in_parallel(size_t count, unsigned threads, Work&& work) {
    std::atomic<size_t> next = 0;
    std::atomic_flag failed;
    std::exception_ptr failure;
    auto run = [&] {
        try {
            for (size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            if (!failed.test_and_set()) failure = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads && i < count; ++i) others.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace noms::matching
