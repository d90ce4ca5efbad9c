#include "kit/base/id.hpp"

#include <atomic>
#include <random>

namespace noms {
namespace {

constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int letters_long = 13;
// 41 bits of milliseconds last until 2069; 22 bits count within one, from a random start so that
// two processes seldom meet (the primary key refuses the pair that does).
constexpr int counter_bits = 22;

std::atomic<std::int64_t> last_given{0};
std::atomic<bool> seeded{false};

std::int64_t floor_of(Instant at) {
    using namespace std::chrono;
    auto since = floor<milliseconds>(at - sys_days(year(2000) / 1 / 1)).count();
    return since << counter_bits;
}

std::int64_t random_start() {
    static thread_local std::mt19937_64 chance{std::random_device{}()};
    return std::int64_t(chance() & ((1U << (counter_bits - 1)) - 1));
}

}  // namespace

std::int64_t new_id_number() {
    std::int64_t floor = seeded ? 0 : floor_of(now());
    std::int64_t last = last_given.load();
    for (;;) {
        bool same_millisecond = (last >> counter_bits) >= (floor >> counter_bits);
        std::int64_t next = same_millisecond ? last + 1 : floor + random_start();
        if (last_given.compare_exchange_weak(last, next)) return next;
    }
}

void seed_ids(Instant start) {
    last_given = floor_of(start);
    seeded = true;
}

void unseed_ids() {
    seeded = false;
}

std::string id_text(std::int64_t number) {
    std::string text(letters_long, '0');
    auto rest = std::uint64_t(number);
    for (int i = letters_long - 1; i >= 0; --i, rest >>= 5) text[size_t(i)] = letters[rest & 31];
    return text;
}

std::optional<std::int64_t> parse_id_text(std::string_view text) {
    if (text.size() != letters_long) return std::nullopt;
    std::uint64_t number = 0;
    for (char c : text) {
        char lower = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        auto at = letters.find(lower);
        if (at == std::string_view::npos || number >> 59) return std::nullopt;
        number = number << 5 | at;
    }
    if (number == 0 || number >> 63) return std::nullopt;
    return std::int64_t(number);
}

}  // namespace noms
