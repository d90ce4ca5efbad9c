#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace noms {

/// Figures that were counted a moment ago. Counting takes a twentieth of the time at most: what
/// took 300 ms is shown again for 6 s. One counts anew; whoever comes meanwhile is shown what there
/// is, or waits where there is nothing yet. Thread safe.
template <class Value>
class Remembered {
public:
    /// What `key` has, or what `count` gives. When that throws, nothing is remembered.
    template <class Count>
    Value get(const std::string& key, Count&& count) {
        if (auto kept = kept_or_turn(key)) return *std::move(kept);
        Turn turn{*this, key};
        auto began = Clock::now();
        Value value = count();
        turn.counted(value, Clock::now() - began);
        return value;
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr int share = 20;
    static constexpr size_t keys_max = 200;  // ten regions on the days that somebody asks for

    struct Kept {
        std::optional<Value> value{};
        Clock::time_point until{};
        bool counting = false;
    };

    /// The right to count, given back however it ends.
    struct Turn {
        Remembered& of;
        const std::string& key;

        void counted(const Value& value, Clock::duration took) {
            std::lock_guard lock(of.mutex_);
            auto& kept = of.kept_[key];
            kept.value = value;
            kept.until = Clock::now() + share * took;
        }
        ~Turn() {
            std::lock_guard lock(of.mutex_);
            of.kept_[key].counting = false;
            of.over_.notify_all();
        }
    };

    /// Nothing: it is this caller's turn to count.
    std::optional<Value> kept_or_turn(const std::string& key) {
        std::unique_lock lock(mutex_);
        over_.wait(lock, [&] { return kept_[key].value || !kept_[key].counting; });
        auto now = Clock::now();
        if (kept_.size() > keys_max)
            std::erase_if(kept_, [&](const auto& each) {
                return !each.second.counting && each.second.until < now && each.first != key;
            });
        auto& kept = kept_[key];
        if (kept.value && (kept.counting || now < kept.until)) return kept.value;
        kept.counting = true;
        return std::nullopt;
    }

    std::mutex mutex_{};
    std::condition_variable over_{};
    std::map<std::string, Kept> kept_{};
};

}  // namespace noms
