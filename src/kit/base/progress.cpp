#include "kit/base/progress.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace noms {
namespace {

using std::chrono::steady_clock;

constexpr auto quiet_for = std::chrono::seconds(2);
constexpr auto terminal_pause = std::chrono::milliseconds(200);
constexpr auto piped_pause = std::chrono::seconds(5);
constexpr int bar_width = 30;

}  // namespace

Progress::Progress(std::string doing, std::string noun, std::int64_t whole)
    : doing_(std::move(doing)),
      noun_(std::move(noun)),
      whole_(whole),
      terminal_(isatty(STDERR_FILENO) == 1),
      began_(steady_clock::now()),
      next_(began_ + quiet_for) {}

Progress::~Progress() {
    if (!shown_) return;
    show();
    if (terminal_) std::fputc('\n', stderr);
}

void Progress::at(std::int64_t done) {
    done_ = done;
    if (steady_clock::now() < next_) return;
    next_ =
        steady_clock::now() + (terminal_ ? steady_clock::duration(terminal_pause) : piped_pause);
    shown_ = true;
    show();
}

void Progress::show() {
    auto seconds = std::chrono::duration<double>(steady_clock::now() - began_).count();
    auto text = fmt::format("{}: {} {} in {:.0f} s", doing_, done_, noun_, seconds);
    if (whole_ > 0) {
        int filled = int(done_ * bar_width / whole_);
        text = fmt::format("{} [{:#<{}}{:.<{}}] {} of {} {}, {:.0f} s",
                           doing_,
                           "",
                           filled,
                           "",
                           bar_width - filled,
                           done_,
                           whole_,
                           noun_,
                           seconds);
    }
    std::fputs((terminal_ ? "\r" + text : text + "\n").c_str(), stderr);
}

}  // namespace noms
