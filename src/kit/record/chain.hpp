#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "kit/record/record.hpp"

/// The chain over the events: what is hashed, and how (BLAKE2b-256 of libsodium, in hex).
namespace noms::record {

/// The link before the first.
inline constexpr std::string_view chain_start =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// 128 random bits in hex, so that an erased payload cannot be guessed back from its digest. With
/// seeded salts they count up instead: the same demonstration, the same bytes.
std::string new_salt();
void seed_salts();

/// What the chain covers of a payload.
std::string payload_digest(std::string_view salt, std::string_view changes);

/// An event's header and its payload's digest: all that a link covers of it.
struct Header {
    EventId id{};
    CommandId command{};
    std::string kind{};
    std::string subject_kind{};
    std::int64_t subject = 0;
    std::string partition{};
    Date day{};
    std::string recorded_at{};
    AccountId actor{};
    std::string actor_name{};
    std::string digest{};
};
DESCRIBE(Header,
         id,
         command,
         kind,
         subject_kind,
         subject,
         partition,
         day,
         recorded_at,
         actor,
         actor_name,
         digest)

/// The link of the event at `position`, given the link before it.
std::string chain_link(std::string_view before, std::int64_t position, const Header&);

}  // namespace noms::record
