// For scripts/fuzz: any bytes as a line of bookings. Made with clang's libFuzzer, not by CMake.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "areas/release_dates/engine/json.hpp"
#include "areas/release_dates/engine/stream.hpp"

namespace noms::release_dates {
namespace {

void throw_at_engine(std::string_view line) {
    const auto given = read_booking(line);
    if (!given) return;
    const auto& law = *law_of(given->profile);
    const auto done = calculate(given->booking, law, calendar_of_vectors());
    std::string out;
    write_calculation(out, *given, done);
    for (const auto& date : explain(given->booking, law, done))
        if (date.steps.empty()) std::abort();
    // What is calculated twice must be the same twice.
    const auto again = calculate(given->booking, law, calendar_of_vectors());
    if (again.error != done.error || !(again.booking.dates == done.booking.dates)) std::abort();
}

}  // namespace
}  // namespace noms::release_dates

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // By the processor's time: libFuzzer's own limit counts the minutes in which it was stopped.
    constexpr std::clock_t longest = 2 * CLOCKS_PER_SEC;
    const auto busy = std::clock();
    noms::release_dates::throw_at_engine({reinterpret_cast<const char*>(data), size});
    if (std::clock() - busy > longest) std::abort();
    return 0;
}
