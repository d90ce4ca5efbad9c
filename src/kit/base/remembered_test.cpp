#include "kit/base/remembered.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace noms {
namespace {

using namespace std::chrono_literals;

/// Takes long enough for what it gives to be shown for a second.
int slowly(int value) {
    std::this_thread::sleep_for(50ms);
    return value;
}

TEST(Remembered, ShowsAgainWhatTookLongToCount) {
    Remembered<int> remembered;
    EXPECT_EQ(remembered.get("North West", [] { return slowly(1); }), 1);
    EXPECT_EQ(remembered.get("North West", [] { return slowly(2); }), 1);
    EXPECT_EQ(remembered.get("London", [] { return slowly(3); }), 3);
}

TEST(Remembered, CountsAnewWhatIsOld) {
    Remembered<int> remembered;
    remembered.get("North West", [] { return 1; });
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(remembered.get("North West", [] { return 2; }), 2);
}

TEST(Remembered, ForgetsACountThatFailed) {
    Remembered<int> remembered;
    auto fails = []() -> int { throw std::runtime_error("no connection"); };
    EXPECT_THROW(remembered.get("North West", fails), std::runtime_error);
    EXPECT_EQ(remembered.get("North West", [] { return 2; }), 2);
}

TEST(Remembered, LetsOneCountForAllThatWait) {
    Remembered<int> remembered;
    std::atomic<int> counts = 0;
    auto ask = [&] {
        EXPECT_EQ(remembered.get("North West", [&] { return slowly(++counts); }), 1);
    };
    {
        std::jthread one(ask), two(ask), three(ask);
    }
    EXPECT_EQ(counts, 1);
}

}  // namespace
}  // namespace noms
