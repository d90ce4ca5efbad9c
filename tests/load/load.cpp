// load PORT REQUESTS.tsv: sends HTTP requests over kept connections, one after the other on each,
// and prints one JSON line of what came back. scripts/bench-service drives it.
//
// REQUESTS.tsv: METHOD<tab>PATH[<tab>BODY] a line, taken in turn by whichever connection is free.
// While it measures it can also hold connections that say nothing, and some that drip a byte a
// second.
#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <fstream>
#include <iostream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "sending.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

struct Options {
    unsigned short port = 0;
    std::string requests{};
    std::vector<std::string> headers{};  // "Name: value"
    std::string fault{};                 // a body that holds this is a failure
    size_t connections = 1;
    size_t idle = 0;
    size_t slow = 0;
    double seconds = 3;
    bool again = false;  // from the first request, after the last
};

/// What all connections share; one thread runs them.
struct Run {
    Options options{};
    asio::io_context io{1};
    tcp::endpoint server{};
    std::vector<std::string> requests{};  // as bytes
    size_t next = 0;
    Clock::time_point begun{};
    Clock::time_point until{};
    Clock::time_point last_heard{};
    std::vector<double> milliseconds{};
    size_t failed = 0;
    std::string first_failure{};

    const std::string* take() {
        if (next == requests.size() && options.again) next = 0;
        bool over = Clock::now() >= until || next == requests.size();
        return over ? nullptr : &requests[next++];
    }
    void fail(const std::string& why) {
        if (failed++ == 0) first_failure = why.substr(0, 300);
    }
};

/// A connection that asks, waits for the answer, and asks again.
class Asker : public std::enable_shared_from_this<Asker> {
public:
    explicit Asker(Run& run) : run_(run), socket_(run.io) {}

    void begin() {
        socket_.async_connect(run_.server, [self = shared_from_this()](error_code failed) {
            if (failed) return self->run_.fail(failed.message());
            self->socket_.set_option(tcp::no_delay(true));
            self->ask();
        });
    }

private:
    Run& run_;
    tcp::socket socket_;
    beast::flat_buffer buffer_{};
    std::optional<http::response_parser<http::string_body>> answer_{};
    Clock::time_point sent_{};

    void ask() {
        const auto* request = run_.take();
        if (!request) return;
        sent_ = Clock::now();
        asio::async_write(socket_,
                          asio::buffer(*request),
                          [self = shared_from_this()](error_code failed, size_t) {
                              if (failed) return self->run_.fail(failed.message());
                              self->listen();
                          });
    }
    void listen() {
        answer_.emplace().body_limit(64 * 1024 * 1024);
        http::async_read(
            socket_, buffer_, *answer_, [self = shared_from_this()](error_code failed, size_t) {
                if (failed) return self->run_.fail(failed.message());
                self->heard();
            });
    }
    void heard() {
        run_.last_heard = Clock::now();
        std::chrono::duration<double, std::milli> took = run_.last_heard - sent_;
        run_.milliseconds.push_back(took.count());
        const auto& message = answer_->get();
        const auto& fault = run_.options.fault;
        bool faulty = !fault.empty() && message.body().find(fault) != std::string::npos;
        if (message.result_int() >= 300 || faulty)
            run_.fail(fmt::format("{} {}", message.result_int(), message.body()));
        ask();
    }
};

/// A client that sends a byte of a request a second, or one request and then nothing.
class Dawdler : public std::enable_shared_from_this<Dawdler> {
public:
    Dawdler(Run& run, bool drips) : run_(run), drips_(drips), socket_(run.io), timer_(run.io) {}

    void begin() {
        socket_.async_connect(run_.server, [self = shared_from_this()](error_code failed) {
            if (failed) return self->run_.fail(failed.message());
            self->drips_ ? self->drip() : self->ask_once();
        });
    }

private:
    static constexpr std::string_view request = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    Run& run_;
    bool drips_;
    tcp::socket socket_;
    asio::steady_timer timer_;
    size_t sent_ = 0;
    std::array<char, 1024> heard_{};

    void ask_once() {
        asio::async_write(
            socket_, asio::buffer(request), [self = shared_from_this()](error_code, size_t) {
                self->socket_.async_read_some(asio::buffer(self->heard_),
                                              [self](error_code, size_t) {});
            });
    }
    void drip() {
        if (Clock::now() >= run_.until || sent_ == request.size()) return;
        asio::async_write(socket_,
                          asio::buffer(&request[sent_++], 1),
                          [self = shared_from_this()](error_code failed, size_t) {
                              if (failed) return;  // the server has had enough of us
                              self->timer_.expires_after(std::chrono::seconds(1));
                              self->timer_.async_wait([self](error_code) { self->drip(); });
                          });
    }
};

std::string bytes_of(const std::string& line, const Options& options) {
    auto parts = load::parts_of(line, 3);
    parts.resize(3);
    return load::bytes_of(
        {.method = parts[0], .path = parts[1], .body = parts[2], .headers = options.headers},
        options.port);
}

void print_outcome(Run& run, double seconds) {
    std::ranges::sort(run.milliseconds);
    const auto& sorted = run.milliseconds;
    fmt::print(R"({{"answers":{},"a_second":{:.1f},"p50_ms":{:.3f},"p99_ms":{:.3f},"failed":{}}})"
               "\n",
               sorted.size(),
               double(sorted.size()) / seconds,
               load::at_share(sorted, 0.5),
               load::at_share(sorted, 0.99),
               run.failed);
    if (run.failed > 0) std::cerr << "load: first failure: " << run.first_failure << "\n";
}

template <class Client, class... Given>
std::vector<std::shared_ptr<Client>> begin(size_t count, Run& run, Given... given) {
    std::vector<std::shared_ptr<Client>> clients;
    for (size_t i = 0; i < count; ++i) {
        clients.push_back(std::make_shared<Client>(run, given...));
        clients.back()->begin();
    }
    return clients;
}

int measure(const Options& options) {
    Run run{.options = options};
    run.server = {asio::ip::make_address("127.0.0.1"), options.port};
    std::ifstream file(options.requests);
    for (std::string line; std::getline(file, line);)
        run.requests.push_back(bytes_of(line, options));
    // The others are there before the clock starts.
    run.until = Clock::time_point::max();
    auto idle = begin<Dawdler>(options.idle, run, false);
    auto slow = begin<Dawdler>(options.slow, run, true);
    if (options.idle + options.slow > 0) run.io.run_for(std::chrono::milliseconds(1500));
    run.io.restart();
    run.begun = Clock::now();
    run.until = run.begun + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(options.seconds));
    begin<Asker>(options.connections, run);
    run.io.run();
    std::chrono::duration<double> took = run.last_heard - run.begun;
    print_outcome(run, took.count());
    return run.failed == 0 && !run.milliseconds.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    CLI::App program("Sends HTTP requests and says how fast they were answered");
    Options options;
    program.add_option("port", options.port)->required();
    program.add_option("requests", options.requests)->required()->check(CLI::ExistingFile);
    program.add_option("--header", options.headers, "Name: value");
    program.add_option("--fault", options.fault, "A body that holds this is a failure");
    program.add_option("--connections", options.connections);
    program.add_option("--idle", options.idle, "Connections that say nothing");
    program.add_option("--slow", options.slow, "Connections that send a byte a second");
    program.add_option("--seconds", options.seconds);
    program.add_flag("--again", options.again, "Begin with the first request after the last");
    CLI11_PARSE(program, count, arguments);
    return measure(options);
}
