#include "areas/access/password.hpp"

#include <array>
#include <semaphore>
#include <stdexcept>

#include <fmt/format.h>
#include <sodium.h>

namespace noms::access {
namespace {

constexpr unsigned long long passes = 2;
constexpr size_t memory_bytes = 19 * 1024 * 1024;
constexpr size_t token_bytes = 32;

std::counting_semaphore<2>& turn() {
    static std::counting_semaphore<2> places{2};
    return places;
}

struct Turn {
    Turn() { turn().acquire(); }
    ~Turn() { turn().release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

void start_sodium() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

std::string letters_of(const unsigned char* bytes,
                       size_t size,
                       int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING) {
    std::string out(sodium_base64_encoded_len(size, variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes, size, variant);
    out.pop_back();
    return out;
}

std::string digest_of(std::string_view text, std::string_view purpose) {
    std::array<unsigned char, crypto_generichash_BYTES> out{};
    crypto_generichash(out.data(),
                       out.size(),
                       reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()),
                       purpose.size());
    return letters_of(out.data(), out.size());
}

}  // namespace

std::string password_hash(std::string_view password) {
    start_sodium();
    Turn mine;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (crypto_pwhash_str_alg(out.data(),
                              password.data(),
                              password.size(),
                              passes,
                              memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory to hash a password");
    return out.data();
}

std::string demonstration_hash(std::string_view password, std::string_view name) {
    start_sodium();
    Turn mine;
    std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
    crypto_generichash(salt.data(),
                       salt.size(),
                       reinterpret_cast<const unsigned char*>(name.data()),
                       name.size(),
                       nullptr,
                       0);
    std::array<unsigned char, 32> hash{};
    if (crypto_pwhash(hash.data(),
                      hash.size(),
                      password.data(),
                      password.size(),
                      salt.data(),
                      passes,
                      memory_bytes,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("no memory to hash a password");
    constexpr int plain = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}",
                       memory_bytes / 1024,
                       passes,
                       letters_of(salt.data(), salt.size(), plain),
                       letters_of(hash.data(), hash.size(), plain));
}

bool password_fits(std::string_view password, const std::string& hash) {
    start_sodium();
    static const std::string nobodys = password_hash(new_token());
    Turn mine;
    const auto& against = hash.empty() ? nobodys : hash;
    bool fits = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

std::string new_token() {
    start_sodium();
    std::array<unsigned char, token_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return letters_of(bytes.data(), bytes.size());
}

// The purposes key the hash, so that neither digest can stand for the other.
std::string token_digest(std::string_view token) {
    return digest_of(token, "noms session or token");
}

std::string csrf_of(std::string_view token) {
    return digest_of(token, "noms csrf of a session");
}

std::string new_password() {
    start_sodium();
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string out;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 4 == 0) out += '-';
        out += letters[randombytes_uniform(unsigned(letters.size()))];
    }
    return out;
}

}  // namespace noms::access
