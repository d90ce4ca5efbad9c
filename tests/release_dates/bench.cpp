// How fast release dates are calculated: bookings a second on one core and on all, with JSON in and
// out, and how long one takes. `bench_release_dates BOOKINGS.ndjson [REPEAT]`.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "areas/release_dates/engine/json.hpp"
#include "areas/release_dates/engine/stream.hpp"

namespace noms::release_dates {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> lines_of(const char* file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
    return lines;
}

/// A line with "input" is a vector as it is kept: its input with its id is what the command takes.
std::string as_given(const std::string& line) {
    const auto input = line.find("\"input\":{");
    const auto expected = line.rfind(",\"expected\":");
    if (input == std::string::npos || expected == std::string::npos) return line;
    const auto id = line.substr(0, line.find(',') + 1);
    const auto inside = input + 9;
    return id + line.substr(inside, expected - inside);
}

/// Bookings a second through the stream, as `noms release-dates` runs it: by the clock, and by the
/// processor's time, which other work on the machine changes little.
struct Rate {
    double by_clock = 0;
    double by_processor = 0;
};

Rate stream_rate(const std::string& text, size_t bookings, unsigned cores) {
    std::istringstream in(text);
    std::ostringstream out;
    const auto start = Clock::now();
    const auto busy = std::clock();
    calculate_lines(in, out, {.calendar = &calendar_of_vectors(), .cores = cores});
    const double processor_seconds = double(std::clock() - busy) / CLOCKS_PER_SEC;
    return {.by_clock = double(bookings) / seconds_since(start),
            .by_processor = double(bookings) / processor_seconds};
}

/// Microseconds that single bookings take, JSON in and out, in order.
std::vector<double> single_times(const std::vector<std::string>& lines) {
    std::vector<double> times;
    std::string out;
    for (int round = 0; round < 10; ++round)
        for (const auto& line : lines) {
            const auto start = Clock::now();
            const auto given = read_booking(line);
            if (!given) continue;
            out.clear();
            const auto& law = *law_of(given->profile);
            write_calculation(out, *given, calculate(given->booking, law, calendar_of_vectors()));
            times.push_back(1e6 * seconds_since(start));
        }
    std::ranges::sort(times);
    return times;
}

int bench(const char* file, int repeat) {
    auto lines = lines_of(file);
    if (lines.empty()) {
        std::fprintf(stderr, "%s has no bookings\n", file);
        return 2;
    }
    for (auto& line : lines) line = as_given(line);
    std::string text;
    for (int i = 0; i < repeat; ++i)
        for (const auto& line : lines) text += line + '\n';
    const size_t bookings = lines.size() * size_t(repeat);
    const auto times = single_times(lines);
    const auto one = stream_rate(text, bookings, 1);
    const auto all = stream_rate(text, bookings, 0);
    std::printf(
        "{\"bookings\":%zu,\"a_second_on_one_core\":%.0f,\"a_second_on_%u_cores\":%.0f,"
        "\"a_second_of_processor\":%.0f,"
        "\"microseconds_p50\":%.1f,\"microseconds_p99\":%.1f,\"microseconds_most\":%.1f}\n",
        bookings,
        one.by_clock,
        std::thread::hardware_concurrency(),
        all.by_clock,
        one.by_processor,
        times[times.size() / 2],
        times[times.size() * 99 / 100],
        times.back());
    return 0;
}

}  // namespace
}  // namespace noms::release_dates

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "bench_release_dates BOOKINGS.ndjson [REPEAT]\n");
        return 2;
    }
    return noms::release_dates::bench(words[1], count > 2 ? std::max(1, std::atoi(words[2])) : 50);
}
