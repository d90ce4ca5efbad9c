// For scripts/fuzz: any bytes as a line of bookings. Made with clang's libFuzzer, not by CMake.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "areas/release_dates/engine/json.hpp"
#include "areas/release_dates/engine/stream.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace noms::release_dates;
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    const auto given = read_booking(line);
    if (!given) return 0;
    const auto& law = *law_of(given->profile);
    const auto done = calculate(given->booking, law, calendar_of_vectors());
    std::string out;
    write_calculation(out, *given, done);
    for (const auto& date : explain(given->booking, law, done))
        if (date.steps.empty()) std::abort();
    // What is calculated twice must be the same twice.
    const auto again = calculate(given->booking, law, calendar_of_vectors());
    if (again.error != done.error || !(again.booking.dates == done.booking.dates)) std::abort();
    return 0;
}
