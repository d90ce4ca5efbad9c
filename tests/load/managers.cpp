// managers PORT TOKENS PLAN OUTCOMES: plays a plan of pages and commands, each at its own time, and
// writes what came of each. scripts/bench-managers drives it.
//
// TOKENS: the bearer token of a manager a line; each has one kept connection. PLAN: MANAGER<tab>
// DUE_MS<tab>METHOD<tab>PATH<tab>KEY<tab>BODY a line, MANAGER being the number of a line of TOKENS
// from nought, KEY an idempotency key or nothing. The loop is open: nothing waits for an answer but
// what the same manager is to do next, and the time of each counts from when it was due, so that
// what queues up is seen. OUTCOMES has for each line of PLAN
// STATUS<tab>LATE_MS<tab>TOOK_MS<tab>REPLY: how long this program itself was late in sending, the
// time from due to answered, and of a page its size.
#include <algorithm>
#include <chrono>
#include <deque>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
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
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Options {
    unsigned short port = 0;
    std::string tokens{};
    std::string plan{};
    std::string outcomes{};
    int grace = 60;  // seconds after the last is due
};

/// One line of the plan, and what came of it; a status of 0 is no answer.
struct Planned {
    size_t manager = 0;
    Milliseconds due{};
    std::string method{};
    std::string path{};
    std::string key{};
    std::string body{};
    int status = 0;
    double late_ms = 0;
    double took_ms = 0;
    std::string reply{};
};

/// What all managers share; one thread runs them.
struct Run {
    Options options{};
    asio::io_context io{1};
    tcp::endpoint server{};
    std::deque<Planned> plan{};
    size_t connected_again = 0;
    Clock::time_point begun{};
};

class Officer : public std::enable_shared_from_this<Officer> {
public:
    Officer(Run& run, std::string token)
        : run_(run), socket_(run.io), timer_(run.io), token_(std::move(token)) {}

    std::vector<Planned*> todo{};  // by when it is due

    void connect(std::function<void()> then) {
        socket_.async_connect(run_.server, [self = shared_from_this(), then](error_code failed) {
            if (failed)
                std::cerr << "managers: no connection: " << failed.message() << "\n";
            else
                self->socket_.set_option(tcp::no_delay(true));
            then();
        });
    }
    void wait() {
        if (next_ == todo.size()) return;
        timer_.expires_at(due());
        timer_.async_wait([self = shared_from_this()](error_code) { self->send(); });
    }

private:
    Run& run_;
    tcp::socket socket_;
    asio::steady_timer timer_;
    std::string token_;
    size_t next_ = 0;
    bool tried_again_ = false;
    Clock::time_point free_since_{};
    std::string bytes_{};
    beast::flat_buffer buffer_{};
    std::optional<http::response_parser<http::string_body>> answer_{};

    Planned& now() { return *todo[next_]; }
    Clock::time_point due() {
        return run_.begun + std::chrono::duration_cast<Clock::duration>(now().due);
    }
    void send() {
        now().late_ms = Milliseconds(Clock::now() - std::max(due(), free_since_)).count();
        bool is_page = now().method == "GET";
        load::Request request{.method = now().method,
                              .path = now().path,
                              .body = now().body,
                              .accept = is_page ? "text/html" : "application/json",
                              .headers = {"Authorization: Bearer " + token_}};
        if (!now().key.empty()) request.headers.push_back("Idempotency-Key: " + now().key);
        bytes_ = load::bytes_of(request, run_.options.port);
        write();
    }
    void write() {
        asio::async_write(
            socket_, asio::buffer(bytes_), [self = shared_from_this()](error_code failed, size_t) {
                failed ? self->lost(failed) : self->listen();
            });
    }
    void listen() {
        answer_.emplace().body_limit(64 * 1024 * 1024);
        http::async_read(
            socket_, buffer_, *answer_, [self = shared_from_this()](error_code failed, size_t) {
                failed ? self->lost(failed) : self->heard();
            });
    }
    /// The same once more over another connection, with the same key; then it has failed.
    void lost(error_code failed) {
        ++run_.connected_again;
        socket_ = tcp::socket(run_.io);
        buffer_.clear();
        if (tried_again_) {
            now().reply = failed.message();
            return connect([self = shared_from_this()] { self->go_on(); });
        }
        tried_again_ = true;
        connect([self = shared_from_this()] { self->write(); });
    }
    void heard() {
        auto& message = answer_->get();
        now().status = int(message.result_int());
        now().took_ms = Milliseconds(Clock::now() - due()).count();
        bool is_page = now().method == "GET";
        now().reply = is_page ? std::to_string(message.body().size()) : std::move(message.body());
        go_on();
    }
    void go_on() {
        tried_again_ = false;
        free_since_ = Clock::now();
        ++next_;
        wait();
    }
};

std::deque<Planned> read_plan(const std::string& file) {
    std::deque<Planned> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        auto parts = load::parts_of(line, 6);
        parts.resize(6);
        out.push_back({.manager = std::stoul(std::string(parts[0])),
                       .due = Milliseconds(std::stod(std::string(parts[1]))),
                       .method = std::string(parts[2]),
                       .path = std::string(parts[3]),
                       .key = std::string(parts[4]),
                       .body = std::string(parts[5])});
    }
    return out;
}

std::vector<std::shared_ptr<Officer>> managers_of(Run& run) {
    std::vector<std::shared_ptr<Officer>> out;
    std::ifstream in(run.options.tokens);
    for (std::string token; std::getline(in, token);)
        out.push_back(std::make_shared<Officer>(run, token));
    for (auto& each : run.plan) out.at(each.manager)->todo.push_back(&each);
    for (auto& each : out) std::ranges::stable_sort(each->todo, {}, &Planned::due);
    return out;
}

/// Everybody is connected before the clock starts.
void connect_all(Run& run, const std::vector<std::shared_ptr<Officer>>& managers) {
    for (const auto& each : managers) each->connect([] {});
    run.io.run();
    run.io.restart();
}

std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

void write_outcomes(const Run& run) {
    std::ofstream out(run.options.outcomes);
    for (const auto& each : run.plan)
        out << fmt::format("{}\t{:.3f}\t{:.3f}\t{}\n",
                           each.status,
                           each.late_ms,
                           each.took_ms,
                           on_one_line(each.reply));
}

int play(const Options& options) {
    Run run{.options = options};
    run.server = {asio::ip::make_address("127.0.0.1"), options.port};
    run.plan = read_plan(options.plan);
    auto managers = managers_of(run);
    connect_all(run, managers);
    Milliseconds last{};
    for (const auto& each : run.plan) last = std::max(last, each.due);
    run.begun = Clock::now();
    for (const auto& each : managers) each->wait();
    run.io.run_until(run.begun + std::chrono::duration_cast<Clock::duration>(last) +
                     std::chrono::seconds(options.grace));
    write_outcomes(run);
    auto unanswered = std::ranges::count(run.plan, 0, &Planned::status);
    fmt::print(R"({{"planned":{},"unanswered":{},"connected_again":{},"seconds":{:.1f}}})"
               "\n",
               run.plan.size(),
               unanswered,
               run.connected_again,
               std::chrono::duration<double>(Clock::now() - run.begun).count());
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    CLI::App program("Plays a plan of pages and commands, each at its own time");
    Options options;
    program.add_option("port", options.port)->required();
    program.add_option("tokens", options.tokens)->required()->check(CLI::ExistingFile);
    program.add_option("plan", options.plan)->required()->check(CLI::ExistingFile);
    program.add_option("outcomes", options.outcomes)->required();
    program.add_option("--grace", options.grace, "Seconds that it waits after the last is due");
    CLI11_PARSE(program, count, arguments);
    return play(options);
}
