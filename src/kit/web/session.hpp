#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "kit/base/text.hpp"
#include "kit/web/host.hpp"
#include "kit/web/wire.hpp"

/// Beast and Asio: server.cpp alone includes this file.
namespace noms::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using tcp = asio::ip::tcp;
using boost::system::error_code;

inline const tcp::socket& socket_of(const tcp::socket& socket) {
    return socket;
}
inline const tcp::socket& socket_of(const ssl::stream<tcp::socket>& stream) {
    return stream.next_layer();
}
template <class Stream>
tcp::socket& socket_of(Stream& stream) {
    return const_cast<tcp::socket&>(socket_of(std::as_const(stream)));
}

/// One connection from its first byte to its last. All of it runs on the connection's strand, but
/// for the handler, which runs on a worker while nothing is read or written.
template <class Stream>
class Session : public Connection, public std::enable_shared_from_this<Session<Stream>> {
    static constexpr bool is_tls = !std::is_same_v<Stream, tcp::socket>;
    enum class Phase { Handshake, Idle, Reading, Running, Writing, Closing };
    static constexpr int linger_seconds_max = 2;

    Host& host_;
    Stream stream_;
    std::string address_;
    Phase phase_ = Phase::Handshake;
    bool late_ = false;
    bool last_ = false;  // of this connection's replies
    size_t lingered_ = 0;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    Outgoing out_;

public:
    Session(Host& host, Stream stream, std::string address)
        : host_(host), stream_(std::move(stream)), address_(std::move(address)) {}
    ~Session() override {
        host_.connections.remove(this);
        host_.connections.left(address_);
    }

    void begin() {
        on_strand([](Session& me) {
            error_code ignored;
            socket_of(me.stream_).set_option(tcp::no_delay(true), ignored);
            me.due_in(me.host_.options.header_seconds_max);
            if constexpr (is_tls)
                me.stream_.async_handshake(ssl::stream_base::server,
                                           me.then([](Session& me) { me.await_first_byte(); }));
            else
                me.await_first_byte();
        });
    }
    void expire() override {
        on_strand([](Session& me) {
            if (!me.is_late(Clock::now())) return;
            if (me.phase_ != Phase::Reading || me.late_) return me.close();
            me.late_ = true;
            me.due_in(1);  // should the cancelled read go on all the same
            error_code ignored;
            socket_of(me.stream_).cancel(ignored);
        });
    }
    void drain() override {
        on_strand([](Session& me) {
            me.last_ = true;
            if (me.phase_ == Phase::Idle || me.phase_ == Phase::Handshake) me.close();
        });
    }
    void cut() override {
        on_strand([](Session& me) { me.close(); });
    }

private:
    template <class Work>
    void on_strand(Work work) {
        asio::post(
            stream_.get_executor(),
            [self = this->shared_from_this(), work = std::move(work)]() mutable { work(*self); });
    }
    /// A completion handler that goes on when all went well, and else closes.
    template <class Next>
    auto then(Next next) {
        return [self = this->shared_from_this(), next](error_code failed, auto...) {
            if (failed) return self->close();
            next(*self);
        };
    }

    void close() {
        phase_ = Phase::Closing;
        error_code ignored;
        socket_of(stream_).close(ignored);
    }

    void await_request() {
        if (last_ || host_.draining) return close_gently();
        due_in(host_.options.idle_seconds_max);
        await_first_byte();
    }
    void await_first_byte() {
        phase_ = Phase::Idle;
        late_ = false;
        parser_.reset();
        out_ = {};
        if (buffer_.size() > 0) return read_header();  // pipelined
        buffer_.shrink_to_fit();
        stream_.async_read_some(buffer_.prepare(512),
                                [self = this->shared_from_this()](error_code failed, size_t bytes) {
                                    if (failed) return self->close();
                                    self->buffer_.commit(bytes);
                                    self->read_header();
                                });
    }

    void read_header() {
        const auto& options = host_.options;
        phase_ = Phase::Reading;
        due_in(options.header_seconds_max);
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(options.header_bytes_max));
        parser_->body_limit(options.body_bytes_max);
        http::async_read_header(stream_,
                                buffer_,
                                *parser_,
                                [self = this->shared_from_this()](error_code failed, size_t) {
                                    if (failed) return self->failed_reading(failed);
                                    self->read_body();
                                });
    }

    void read_body() {
        if (parser_->is_done()) return have_request();
        due_in(host_.options.body_seconds_max);
        auto rest = [](Session& me) {
            http::async_read(me.stream_,
                             me.buffer_,
                             *me.parser_,
                             [self = me.shared_from_this()](error_code failed, size_t) {
                                 if (failed) return self->failed_reading(failed);
                                 self->have_request();
                             });
        };
        if (!beast::iequals(parser_->get()[http::field::expect], "100-continue"))
            return rest(*this);
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(stream_, asio::buffer(go_on), then(rest));
    }

    void failed_reading(error_code failed) {
        if (late_ && failed == asio::error::operation_aborted) return refuse(408);
        if (failed == http::error::header_limit || failed == http::error::buffer_overflow)
            return refuse(431);
        if (failed == http::error::body_limit) return refuse(413);
        bool is_gone =
            failed == http::error::end_of_stream || failed == http::error::partial_message;
        bool is_http = failed.category() == error_code(http::error::bad_method).category();
        if (is_http && !is_gone) return refuse(400);
        close();
    }

    void refuse(int status) {
        last_ = true;
        write(host_.outgoing({.id = host_.request_id()}, plain_reply(status), false));
    }

    void have_request() {
        auto message = parser_->release();
        Request request{.id = host_.request_id(),
                        .method = std::string(message.method_string()),
                        .body = std::move(message.body()),
                        .address = address_,
                        .secure = is_tls};
        size_t hosts = 0;
        for (const auto& field : message) {
            request.headers.emplace_back(lower(field.name_string()), field.value());
            hosts += request.headers.back().first == "host";
        }
        // RFC 9112, section 3.2: exactly one Host.
        if (hosts > 1 || (hosts == 0 && message.version() >= 11)) return refuse(400);
        if (!read_target(message.target(), request)) return refuse(400);
        read_forwarded(host_.options.trusted_proxies, request);
        run(std::move(request), message.keep_alive());
    }

    void run(Request request, bool keep_alive) {
        phase_ = Phase::Running;
        never_due();
        auto busy = host_.outgoing(request, plain_reply(503), keep_alive);
        bool taken = host_.workers->take(
            [self = this->shared_from_this(), request = std::move(request), keep_alive]() mutable {
                auto out = self->host_.answer(request, keep_alive);
                if (!out.when) return self->send(std::move(out));
                auto when = std::exchange(out.when, {});
                when([self, request = std::move(request), out = std::move(out)](bool may) mutable {
                    self->send(may ? std::move(out) : self->host_.kept_back(request));
                });
            });
        if (taken) return;
        ++host_.shed;
        write(std::move(busy));
    }
    /// From any thread.
    void send(Outgoing out) {
        on_strand([out = std::move(out)](Session& me) mutable { me.write(std::move(out)); });
    }

    void write(Outgoing out) {
        if (!socket_of(stream_).is_open()) return;
        phase_ = Phase::Writing;
        due_in(host_.options.write_seconds_max);
        out_ = std::move(out);
        last_ = last_ || !out_.keep_alive;
        auto next = then([](Session& me) { me.await_request(); });
        constexpr size_t small = 32 * 1024;  // one packet and one TLS record instead of two
        if (out_.body.size() > small)
            return asio::async_write(
                stream_, std::array{asio::buffer(out_.head), asio::buffer(out_.body)}, next);
        out_.head += out_.body;
        asio::async_write(stream_, asio::buffer(out_.head), next);
    }

    /// A socket closed with unread bytes in it is reset, and the client may lose our last reply: so
    /// what still comes is read away for a moment.
    void close_gently() {
        phase_ = Phase::Closing;
        due_in(linger_seconds_max);
        auto finish = [self = this->shared_from_this()](error_code = {}) {
            error_code ignored;
            socket_of(self->stream_).shutdown(tcp::socket::shutdown_send, ignored);
            self->read_away();
        };
        if constexpr (is_tls)
            stream_.async_shutdown(finish);
        else
            finish();
    }
    void read_away() {
        constexpr size_t enough = 256 * 1024;
        buffer_.clear();
        socket_of(stream_).async_read_some(
            buffer_.prepare(4096),
            [self = this->shared_from_this()](error_code failed, size_t bytes) {
                self->lingered_ += bytes;
                if (failed || self->lingered_ > enough) return self->close();
                self->read_away();
            });
    }
};

}  // namespace noms::web
