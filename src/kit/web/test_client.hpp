#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "kit/base/text.hpp"

/// For tests: a client that writes the bytes it is told to and nothing else.
namespace noms::web {

struct RawReply {
    int status = 0;  // 0: the connection closed before a reply
    std::string head{};
    std::string body{};

    std::string header(std::string_view name) const {
        auto lines = lower(head);
        auto at = lines.find("\r\n" + std::string(name) + ": ");
        if (at == std::string::npos) return {};
        at += name.size() + 4;
        return head.substr(at, head.find("\r\n", at) - at);
    }
};

class RawClient {
public:
    explicit RawClient(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~RawClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    RawClient(RawClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), left_(std::move(other.left_)) {}
    RawClient& operator=(RawClient&&) = delete;

    int socket() const { return socket_; }
    RawClient& send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;  // the server closed; what it said is still to be read
            bytes.remove_prefix(static_cast<size_t>(sent));
        }
        return *this;
    }
    RawClient& get(std::string_view path, std::string_view more_headers = "") {
        return send("GET " + std::string(path) + " HTTP/1.1\r\nHost: noms\r\n" +
                    std::string(more_headers) + "\r\n");
    }
    /// The next reply; `with_body` is false for the reply to a HEAD.
    RawReply reply(bool with_body = true) {
        RawReply out;
        size_t end = std::string::npos;
        while ((end = left_.find("\r\n\r\n")) == std::string::npos)
            if (!more()) return out;
        out.head = left_.substr(0, end + 2);
        left_.erase(0, end + 4);
        out.status = std::atoi(out.head.substr(9, 3).c_str());
        size_t length =
            with_body ? std::strtoul(out.header("content-length").c_str(), nullptr, 10) : 0;
        while (left_.size() < length)
            if (!more()) return {};
        out.body = left_.substr(0, length);
        left_.erase(0, length);
        return out;
    }
    /// Whether the server closes within so many seconds.
    bool is_closed_within(int seconds) {
        auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        while (std::chrono::steady_clock::now() < until) {
            pollfd ready{socket_, POLLIN, 0};
            if (::poll(&ready, 1, 100) <= 0) continue;
            char bytes[4096];
            if (::recv(socket_, bytes, sizeof bytes, 0) <= 0) return true;
        }
        return false;
    }

private:
    static constexpr int patience_ms = 20'000;
    int socket_;
    std::string left_;

    bool more() {
        pollfd ready{socket_, POLLIN, 0};
        if (::poll(&ready, 1, patience_ms) <= 0) return false;
        char bytes[16384];
        auto got = ::recv(socket_, bytes, sizeof bytes, 0);
        if (got <= 0) return false;
        left_.append(bytes, static_cast<size_t>(got));
        return true;
    }
};

}  // namespace noms::web
