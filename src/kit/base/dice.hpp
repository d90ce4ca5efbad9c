#pragma once

#include <cstdint>
#include <random>

namespace noms {

/// Chances that come out the same on every machine, unlike the standard's distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    /// One of 0 ... sides - 1.
    int throw_one(int sides) { return int(engine_() % std::uint64_t(sides)); }
    /// One of `from` ... `to`, both of them included.
    int between(int from, int to) { return from + throw_one(to - from + 1); }
    bool in_100(int times) { return throw_one(100) < times; }
    bool in_1000(int times) { return throw_one(1000) < times; }
    template <class List>
    auto& pick(const List& list) {
        return list[size_t(throw_one(int(list.size())))];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace noms
