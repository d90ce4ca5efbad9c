#include "kit/base/digest.hpp"

#include <cstring>

#include <sodium.h>

namespace noms {

std::int64_t digest_of(std::string_view text) {
    unsigned char bytes[crypto_generichash_BYTES_MIN];
    crypto_generichash(bytes,
                       sizeof bytes,
                       reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(),
                       nullptr,
                       0);
    std::uint64_t number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return static_cast<std::int64_t>(number >> 1);
}

}  // namespace noms
