#include "kit/record/chain.hpp"

#include <array>
#include <atomic>
#include <stdexcept>

#include <fmt/format.h>
#include <sodium.h>

#include "kit/describe/json.hpp"

namespace noms::record {
namespace {

constexpr size_t digest_bytes = 32;
constexpr size_t salt_bytes = 16;

std::atomic<std::uint64_t> next_salt{0};
std::atomic<bool> salts_are_seeded{false};

template <size_t Bytes>
std::string hex(const std::array<unsigned char, Bytes>& bytes) {
    std::string out(Bytes * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
    out.pop_back();
    return out;
}

std::string digest_of(std::string_view text) {
    std::array<unsigned char, digest_bytes> out{};
    crypto_generichash(out.data(),
                       out.size(),
                       reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(),
                       nullptr,
                       0);
    return hex(out);
}

}  // namespace

std::string new_salt() {
    if (salts_are_seeded) return fmt::format("{:032x}", ++next_salt);
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
    std::array<unsigned char, salt_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

void seed_salts() {
    next_salt = 0;
    salts_are_seeded = true;
}

void unseed_salts() {
    salts_are_seeded = false;
}

std::string payload_digest(std::string_view salt, std::string_view changes) {
    return digest_of(fmt::format("{}\n{}", salt, changes));
}

std::string chain_link(std::string_view before, std::int64_t position, const Header& header) {
    return digest_of(fmt::format("{}\n{}\n{}", before, position, json::write(header)));
}

}  // namespace noms::record
