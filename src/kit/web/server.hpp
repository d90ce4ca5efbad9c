#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kit/web/message.hpp"

namespace noms::web {

/// How the server listens and what it allows; the limits keep one client from hurting the others.
struct ServerOptions {
    std::string listen = "127.0.0.1:8080";  // port 0 takes a free one
    int workers = 4;                        // threads that run handlers
    int io_threads = 1;
    size_t queue_max = 1024;  // requests waiting for a worker; beyond it 503 with Retry-After
    size_t header_bytes_max = 16 * 1024;
    size_t body_bytes_max = 8 * 1024 * 1024;
    int header_seconds_max = 10;
    int body_seconds_max = 30;
    int write_seconds_max = 30;
    int idle_seconds_max = 75;
    size_t connections_max = 10'000;
    size_t connections_per_address_max = 10'000;
    int drain_seconds_max = 10;
    std::string certificate_file{};  // PEM chain; with key_file, TLS
    std::string key_file{};
    std::vector<std::string> trusted_proxies{};  // addresses whose X-Forwarded-For/-Proto count
};

/// What the server is doing, for /metrics.
struct ServerStats {
    size_t connections = 0;
    size_t waiting = 0;  // requests in the queue
    size_t running = 0;  // requests in a handler
    std::int64_t connections_refused = 0;
    std::int64_t requests_shed = 0;  // answered 503 because the queue was full
};

/// An asynchronous HTTP/1.1 server (Boost.Beast, callback sessions, one source file) that hands
/// whole requests to synchronous handlers on a bounded pool of workers. gzip where the client takes
/// it.
class Server {
public:
    using Handler = std::function<Reply(const Request&)>;

    Server(ServerOptions, Handler);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds, and serves on threads of its own until stop(). Throws std::runtime_error when the
    /// address cannot be had or the certificate cannot be read.
    void start();
    /// Takes no new connections, lets running requests end, closes the rest. Any thread but a
    /// handler's; start()'s threads are joined when it returns.
    void stop();
    unsigned short port() const;
    ServerStats stats() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace noms::web
