#include "kit/web/server.hpp"

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "kit/web/log.hpp"
#include "kit/web/session.hpp"

namespace noms::web {

struct Server::State {
    Host host;  // outlives the sessions, which the io context may hold to its end
    asio::io_context io{};
    ssl::context tls{ssl::context::tls_server};
    tcp::acceptor acceptor{asio::make_strand(io)};
    asio::steady_timer sweeper{io};
    asio::steady_timer pause{acceptor.get_executor()};
    std::vector<std::thread> threads{};
    std::mutex stopping{};
    unsigned short port = 0;

    State(ServerOptions options, Handler handler) : host(std::move(options), std::move(handler)) {}

    bool with_tls() const { return !host.options.certificate_file.empty(); }
    void load_certificate();
    void listen();
    void run();
    void sweep();
    void accept();
    void accepted(tcp::socket socket);
    void stop();
};

void Server::State::load_certificate() {
    tls.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 |
                    ssl::context::no_sslv3 | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 |
                    ssl::context::no_compression);
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_RENEGOTIATION);
    tls.use_certificate_chain_file(host.options.certificate_file);
    const auto& key =
        host.options.key_file.empty() ? host.options.certificate_file : host.options.key_file;
    tls.use_private_key_file(key, ssl::context::pem);
}

void Server::State::listen() {
    const auto& listen = host.options.listen;
    auto colon = listen.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error("ADDRESS:PORT expected: " + listen);
    auto name = listen.substr(0, colon);
    if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
    tcp::resolver resolver(io);
    auto found = resolver.resolve(name, listen.substr(colon + 1), tcp::resolver::passive);
    tcp::endpoint at = *found.begin();
    acceptor.open(at.protocol());
    acceptor.set_option(tcp::acceptor::reuse_address(true));
    acceptor.bind(at);
    acceptor.listen(asio::socket_base::max_listen_connections);
    port = acceptor.local_endpoint().port();
}

void Server::State::run() {
    while (true) {
        try {
            io.run();
            return;
        } catch (const std::exception& broken) {
            log::error("", broken.what());
        }
    }
}

void Server::State::sweep() {
    sweeper.expires_after(std::chrono::milliseconds(500));
    sweeper.async_wait([this](error_code stopped) {
        if (stopped) return;
        auto now = Connection::Clock::now();
        host.connections.each([now](Connection& connection) {
            if (connection.is_late(now)) connection.expire();
        });
        sweep();
    });
}

void Server::State::accept() {
    acceptor.async_accept(asio::make_strand(io), [this](error_code failed, tcp::socket socket) {
        if (host.draining) return;
        if (!failed) {
            accept();
            return accepted(std::move(socket));
        }
        // Out of file descriptors, most likely: others will close.
        log::warn("", "cannot accept a connection: " + failed.message());
        pause.expires_after(std::chrono::milliseconds(100));
        pause.async_wait([this](error_code) { accept(); });
    });
}

void Server::State::accepted(tcp::socket socket) {
    error_code failed;
    auto peer = socket.remote_endpoint(failed);
    if (failed) return;
    auto address = plain_address(peer.address().to_string());
    if (!host.connections.enter(address)) {
        auto busy = host.outgoing({.id = host.request_id()}, plain_reply(503), false);
        socket.non_blocking(true, failed);
        if (!with_tls()) socket.write_some(asio::buffer(busy.head + busy.body), failed);
        return;
    }
    auto begin = [&](auto session) {
        host.connections.add(session);
        session->begin();
    };
    if (with_tls())
        begin(std::make_shared<Session<ssl::stream<tcp::socket>>>(
            host, ssl::stream<tcp::socket>(std::move(socket), tls), address));
    else
        begin(std::make_shared<Session<tcp::socket>>(host, std::move(socket), address));
}

void Server::State::stop() {
    std::lock_guard one_at_a_time(stopping);
    if (threads.empty()) return;
    host.draining = true;
    asio::post(acceptor.get_executor(), [this] {
        error_code ignored;
        acceptor.close(ignored);
    });
    host.connections.each([](Connection& connection) { connection.drain(); });
    host.connections.wait_until_empty(std::chrono::seconds(host.options.drain_seconds_max));
    host.connections.each([](Connection& connection) { connection.cut(); });
    host.workers->stop();
    io.stop();
    for (auto& thread : threads) thread.join();
    threads.clear();
}

Server::Server(ServerOptions options, Handler handler)
    : state_(std::make_unique<State>(std::move(options), std::move(handler))) {}

Server::~Server() {
    stop();
}

void Server::start() {
    if (state_->with_tls()) state_->load_certificate();
    state_->listen();
    state_->host.workers.emplace(state_->host.options.workers, state_->host.options.queue_max);
    state_->sweep();
    state_->accept();
    for (int i = 0; i < state_->host.options.io_threads; ++i)
        state_->threads.emplace_back([state = state_.get()] { state->run(); });
}

void Server::stop() {
    state_->stop();
}

unsigned short Server::port() const {
    return state_->port;
}

ServerStats Server::stats() const {
    const auto& host = state_->host;
    return {.connections = host.connections.count(),
            .waiting = host.workers ? host.workers->waiting() : 0,
            .running = host.workers ? host.workers->running() : 0,
            .connections_refused = host.connections.refused(),
            .requests_shed = host.shed};
}

}  // namespace noms::web
