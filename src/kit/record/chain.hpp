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
void unseed_salts();

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

/// What may be erased of an event.
struct Payload {
    EventId event{};
    std::string salt{};
    std::string changes{};
};
DESCRIBE(Payload, event, salt, changes)

/// That an event waits for its place in the chain.
struct Unsealed {
    EventId event{};
};
DESCRIBE(Unsealed, event)

/// An event's place in the chain.
struct Seal {
    std::int64_t position = 0;
    EventId event{};
    std::string chain{};
    std::string sealed_at{};
};
DESCRIBE(Seal, position, event, chain, sealed_at)

/// A table of the log itself: written like any other, and told by no event.
template <class T>
struct LogTable {
    std::string_view name{};
    std::string_view key{};
    TableFacts facts() const { return {name, key, &describe::type_of<T>()}; }
};
inline constexpr LogTable<Header> event_table{"event", "id"};
inline constexpr LogTable<Payload> payload_table{"event_payload", "event"};
inline constexpr LogTable<Unsealed> unsealed_table{"event_unsealed", "event"};
inline constexpr LogTable<Seal> seal_table{"event_seal", "position"};

/// Seals what waits as if each event had been sealed at the instant of its command: the same
/// demonstration, the same bytes.
void seal_as_recorded(db::Database&);

/// The link of the event at `position`, given the link before it.
std::string chain_link(std::string_view before, std::int64_t position, const Header&);

}  // namespace noms::record
