#pragma once

#include <span>
#include <string>
#include <string_view>

#include "kit/base/date.hpp"
#include "kit/web/message.hpp"

/// The parts of HTTP/1.1 that need no socket.
namespace noms::web {

/// "Not Found" for 404.
std::string_view reason_of(int status);
/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(Instant);

/// Splits and decodes a request's target into `path` and `query`; false when it is malformed: bad
/// escapes, bytes that are not UTF-8, control characters, no leading slash.
bool read_target(std::string_view target, Request&);

/// Whether this is an address or a network: "10.0.0.7", "10.0.0.0/8", "fd00::/8".
bool is_network(std::string_view);
/// Takes address and scheme from X-Forwarded-For and -Proto when the request comes from one of the
/// trusted addresses or networks; else these headers are dropped.
void read_forwarded(std::span<const std::string> trusted, Request&);

/// "::ffff:10.0.0.1" is the IPv4 client "10.0.0.1".
std::string plain_address(std::string_view);

/// Status line and headers up to the empty line. Headers that would break out of their line are
/// left out.
std::string head_of(const Reply&, std::string_view request_id, bool keep_alive, Instant now);

}  // namespace noms::web
