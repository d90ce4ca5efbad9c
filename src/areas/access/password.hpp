#pragma once

#include <string>
#include <string_view>

/// Secrets: passwords as argon2id, tokens as random bytes of which only a digest is kept.
namespace noms::access {

/// The argon2id hash of a password (19 MiB, 2 passes: OWASP's least). At most two are made at once,
/// since each takes memory and a core; others wait their turn.
std::string password_hash(std::string_view password);
/// The same with a salt that follows from `name`: for the accounts of a demonstration alone, whose
/// password everybody knows, so that the same seed gives the same bytes.
std::string demonstration_hash(std::string_view password, std::string_view name);
/// Whether the password gives the hash. Takes as long for an empty hash, so that an unknown name
/// cannot be told from a wrong password.
bool password_fits(std::string_view password, const std::string& hash);

/// 256 random bits in URL-safe letters.
std::string new_token();
/// What is kept of a token.
std::string token_digest(std::string_view token);
/// What a form of this session must send back; follows from the token, so nothing is stored.
std::string csrf_of(std::string_view token);
/// A password to hand over once: five groups of four letters and digits without lookalikes.
std::string new_password();

}  // namespace noms::access
