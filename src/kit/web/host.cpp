#include "kit/web/host.hpp"

#include <random>

#include "kit/base/id.hpp"
#include "kit/web/gzip.hpp"
#include "kit/web/log.hpp"
#include "kit/web/wire.hpp"

namespace noms::web {

namespace {

std::string_view words_of(int status) {
    switch (status) {
        case 400: return "This is not a request that can be understood.\n";
        case 408: return "The request took too long to arrive.\n";
        case 413: return "The request is too large.\n";
        case 431: return "The request's headers are too large.\n";
        case 503: return "The service is busy. Try again in a moment.\n";
        default: return "Something went wrong with the service.\n";
    }
}

}  // namespace

Reply plain_reply(int status) {
    Reply reply{.status = status, .type = "text/plain", .body = std::string(words_of(status))};
    if (status == 503) reply.headers.emplace_back("retry-after", "1");
    return reply;
}

Host::Host(ServerOptions given, Server::Handler handler)
    : options(std::move(given)),
      handler(std::move(handler)),
      connections(options.connections_max, options.connections_per_address_max) {
    std::random_device dice;
    next_request = (std::uint64_t{dice()} << 31) ^ dice();
}

std::string Host::request_id() {
    return id_text(static_cast<std::int64_t>(next_request++ & ~(1ull << 63)));
}

Outgoing Host::outgoing(const Request& request, Reply reply, bool keep_alive) {
    keep_alive = keep_alive && !draining;
    compress(request, reply);
    Outgoing out{.head = head_of(reply, request.id, keep_alive, now()),
                 .keep_alive = keep_alive,
                 .when = std::move(reply.when)};
    bool has_body = request.method != "HEAD" && reply.status != 204 && reply.status != 304;
    if (has_body) out.body = std::move(reply.body);
    return out;
}

Outgoing Host::answer(const Request& request, bool keep_alive) {
    try {
        return outgoing(request, handler(request), keep_alive);
    } catch (const std::exception& broken) {
        log::error(request.id, broken.what());
        return outgoing(request, plain_reply(500), false);
    }
}

Outgoing Host::kept_back(const Request& request) {
    log::error(request.id, "the reply was kept back: what it has to wait for cannot be done");
    return outgoing(request, plain_reply(500), false);
}

}  // namespace noms::web
