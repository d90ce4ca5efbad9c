#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "kit/web/connections.hpp"
#include "kit/web/server.hpp"
#include "kit/web/workers.hpp"

namespace noms::web {

/// A reply in bytes.
struct Outgoing {
    std::string head{};
    std::string body{};
    bool keep_alive = false;
    std::function<void(std::function<void(bool)>)> when{};  // as a Reply has it
};

/// The server's own reply, in a few plain words: 400, 408, 413, 431, 500 and 503.
Reply plain_reply(int status);

/// What a server's sessions share; it knows nothing of sockets.
struct Host {
    ServerOptions options;
    Server::Handler handler;
    Connections connections;
    std::optional<Workers> workers{};
    std::atomic<bool> draining = false;
    std::atomic<std::int64_t> shed = 0;
    std::atomic<std::uint64_t> next_request = 0;

    Host(ServerOptions, Server::Handler);

    /// A number of no meaning, different for each request.
    std::string request_id();
    Outgoing outgoing(const Request&, Reply, bool keep_alive);
    /// Runs the handler; what it throws is a 500 without its words.
    Outgoing answer(const Request&, bool keep_alive);
    /// Instead of a reply that may not leave: a 500.
    Outgoing kept_back(const Request&);
};

}  // namespace noms::web
