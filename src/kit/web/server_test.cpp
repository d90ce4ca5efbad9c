#include "kit/web/server.hpp"

#include <atomic>
#include <future>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "kit/web/test_client.hpp"
#include "kit/web/wire.hpp"

namespace noms::web {
namespace {

/// Says back what was asked; /gate waits until it is opened, /held until it may leave, /throw
/// fails.
struct Echo {
    std::promise<void> gate{};
    std::shared_future<void> opened = gate.get_future().share();
    std::atomic<int> at_the_gate = 0;
    std::promise<std::function<void(bool)>> held{};  // lets the reply to /held leave

    Reply operator()(const Request& request) {
        if (request.path == "/throw") throw std::runtime_error("the secret of the house");
        if (request.path == "/gate") {
            ++at_the_gate;
            opened.wait();
        }
        if (request.path == "/held")
            return {.body = "what was shown",
                    .when = [this](auto may) { held.set_value(std::move(may)); }};
        if (request.path == "/long") return {.body = std::string(100'000, 'x')};
        return {.body = request.method + ' ' + request.path + '?' + request.query + ' ' +
                        request.address + (request.secure ? " secure " : " ") + request.body};
    }
    void wait_for(int count) const {
        while (at_the_gate < count) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
};

struct Running {
    Echo echo{};
    Server server;

    explicit Running(ServerOptions options = {})
        : server(with_any_port(std::move(options)),
                 [this](const Request& request) { return echo(request); }) {
        server.start();
    }
    static ServerOptions with_any_port(ServerOptions options) {
        options.listen = "127.0.0.1:0";
        return options;
    }
    RawClient client() const { return RawClient(server.port()); }
};

TEST(Server, AnswersManyRequestsOnOneConnection) {
    Running running;
    auto client = running.client();
    for (int i = 0; i < 3; ++i) {
        auto reply = client.get("/a%20b?q=%41").reply();
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, "GET /a b?q=%41 127.0.0.1 ");
        EXPECT_EQ(reply.header("connection"), "keep-alive");
        EXPECT_EQ(reply.header("x-request-id").size(), 13);
        EXPECT_EQ(reply.header("server"), "");
    }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
    Running running;
    auto client = running.client();
    client.send(
        "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: "
        "3\r\n\r\nabc"
        "GET /3 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.reply().body, "GET /1? 127.0.0.1 ");
    EXPECT_EQ(client.reply().body, "POST /2? 127.0.0.1 abc");
    EXPECT_EQ(client.reply().body, "GET /3? 127.0.0.1 ");
}

TEST(Server, ClosesWhenTheClientAsksForIt) {
    Running running;
    auto client = running.client();
    EXPECT_EQ(client.get("/", "Connection: close\r\n").reply().header("connection"), "close");
    EXPECT_TRUE(client.is_closed_within(5));
    auto old = running.client();
    EXPECT_EQ(old.send("GET / HTTP/1.0\r\n\r\n").reply().header("connection"), "close");
}

TEST(Server, GivesHeadTheLengthWithoutTheBody) {
    Running running;
    auto client = running.client();
    auto reply = client.send("HEAD /long HTTP/1.1\r\nHost: a\r\n\r\n").reply(false);
    EXPECT_EQ(reply.header("content-length"), "100000");
    EXPECT_EQ(client.get("/after").reply().body, "GET /after? 127.0.0.1 ");
}

TEST(Server, CompressesWhatIsLongForThoseWhoTakeIt) {
    Running running;
    auto client = running.client();
    auto reply = client.get("/long", "Accept-Encoding: br, gzip\r\n").reply();
    EXPECT_EQ(reply.header("content-encoding"), "gzip");
    EXPECT_LT(reply.body.size(), 2000);
    EXPECT_EQ(client.get("/long", "Accept-Encoding: gzip;q=0\r\n").reply().body.size(), 100'000);
    EXPECT_EQ(client.get("/short", "Accept-Encoding: gzip\r\n").reply().header("content-encoding"),
              "");
}

TEST(Server, RefusesWhatIsNoRequest) {
    Running running;
    for (std::string_view garbage : {"\x16\x03\x01\x02\r\n\r\n",
                                     "GET\r\n\r\n",
                                     "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
                                     "GET / HTTP/1.1\r\n\r\n",
                                     "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                                     "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                                     "GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                                     "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "
                                     "3\r\nTransfer-Encoding: chunked\r\n\r\n"}) {
        auto client = running.client();
        EXPECT_EQ(client.send(garbage).reply().status, 400) << garbage;
        EXPECT_TRUE(client.is_closed_within(5)) << garbage;
    }
}

TEST(Server, RefusesHeadersThatAreTooLarge) {
    Running running({.header_bytes_max = 4096});
    auto client = running.client();
    EXPECT_EQ(client.get("/", "X: " + std::string(5000, 'x') + "\r\n").reply().status, 431);
    EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, RefusesABodyThatIsTooLarge) {
    Running running({.body_bytes_max = 1000});
    auto told = running.client();
    told.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n");
    EXPECT_EQ(told.reply().status, 413);
    auto chunked = running.client();
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                 std::string(2000, 'x') + "\r\n0\r\n\r\n");
    EXPECT_EQ(chunked.reply().status, 413);
    auto fits = running.client();
    fits.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n" +
              std::string(1000, 'x'));
    EXPECT_EQ(fits.reply().status, 200);
}

TEST(Server, SaysGoOnToAClientThatAsksFirst) {
    Running running;
    auto client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.reply().status, 100);
    EXPECT_EQ(client.send("hi").reply().body, "POST /? 127.0.0.1 hi");
}

TEST(Server, CutsAClientThatDripsItsHeader) {
    Running running({.header_seconds_max = 1});
    auto client = running.client();
    client.send("GET / HTTP/1.1\r\n");
    std::jthread drip([&](std::stop_token enough) {
        while (!enough.stop_requested()) {
            client.send("X");
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    });
    EXPECT_EQ(client.reply().status, 408);
    drip.request_stop();
    drip.join();
    EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, CutsAClientThatDripsItsBody) {
    Running running({.body_seconds_max = 1});
    auto client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc");
    EXPECT_EQ(client.reply().status, 408);
    EXPECT_TRUE(client.is_closed_within(5));
}

TEST(Server, ClosesConnectionsThatStayIdle) {
    Running running({.idle_seconds_max = 1});
    auto client = running.client();
    EXPECT_EQ(client.get("/").reply().status, 200);
    EXPECT_TRUE(client.is_closed_within(10));
}

TEST(Server, ServesOthersWhileManyAreSlowOrIdle) {
    Running running;
    std::vector<RawClient> slow;
    for (int i = 0; i < 200; ++i) slow.push_back(running.client());
    for (auto& client : slow) client.send("GET / HTTP/1.1\r\nX");
    std::vector<RawClient> idle;
    for (int i = 0; i < 500; ++i) idle.push_back(running.client());
    for (int i = 0; i < 20; ++i) EXPECT_EQ(running.client().get("/").reply().status, 200);
    for (auto& client : idle) EXPECT_EQ(client.get("/").reply().status, 200);
}

TEST(Server, TakesNoMoreConnectionsThanItMay) {
    Running running({.connections_max = 2});
    auto one = running.client();
    auto two = running.client();
    EXPECT_EQ(one.get("/").reply().status, 200);
    EXPECT_EQ(two.get("/").reply().status, 200);
    auto three = running.client();
    auto busy = three.reply();
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.header("retry-after"), "1");
    EXPECT_EQ(running.server.stats().connections_refused, 1);
}

TEST(Server, SaysBusyWhenTheQueueIsFull) {
    Running running({.workers = 1, .queue_max = 1});
    auto held = running.client();
    held.get("/gate");
    running.echo.wait_for(1);
    auto waiting = running.client();
    waiting.get("/next");
    while (running.server.stats().waiting < 1)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));

    auto shed = running.client();
    auto reply = shed.get("/").reply();
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.header("retry-after"), "1");
    running.echo.gate.set_value();
    EXPECT_EQ(held.reply().status, 200);
    EXPECT_EQ(waiting.reply().status, 200);
    EXPECT_EQ(shed.get("/").reply().status, 200);
}

TEST(Server, LetsARunningRequestEndWhenItStops) {
    Running running;
    auto idle = running.client();
    EXPECT_EQ(idle.get("/").reply().status, 200);
    auto held = running.client();
    held.get("/gate");
    running.echo.wait_for(1);
    std::jthread stopping([&] { running.server.stop(); });
    EXPECT_TRUE(idle.is_closed_within(5));
    EXPECT_THROW(running.client(), std::runtime_error);
    running.echo.gate.set_value();
    auto reply = held.reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("connection"), "close");
}

TEST(Server, KeepsTheWordsOfAnExceptionToItself) {
    Running running;
    auto client = running.client();
    auto reply = client.get("/throw").reply();
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.body.find("secret"), std::string::npos);
}

TEST(Server, HoldsAReplyBackUntilItMayLeave) {
    Running running({.workers = 1});
    auto first = running.client();
    first.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    auto may = running.echo.held.get_future().get();
    auto second = running.client();
    EXPECT_EQ(second.get("/other").reply().body, "GET /other? 127.0.0.1 ")
        << "the worker goes on meanwhile";
    may(true);
    EXPECT_EQ(first.reply().body, "what was shown");
    EXPECT_EQ(first.get("/other").reply().status, 200);
}

TEST(Server, KeepsAReplyToItselfThatMayNotLeave) {
    Running running;
    auto client = running.client();
    client.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
    running.echo.held.get_future().get()(false);
    auto reply = client.reply();
    EXPECT_EQ(reply.status, 500);
    EXPECT_EQ(reply.body.find("what was shown"), std::string::npos);
}

TEST(Networks, AreAddressesWithAPrefixThatFits) {
    for (const char* right : {"10.0.0.7", "10.0.0.0/8", "fd00::/8", "::1", "0.0.0.0/0"})
        EXPECT_TRUE(is_network(right)) << right;
    for (const char* wrong : {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0/8", "::1/129"})
        EXPECT_FALSE(is_network(wrong)) << wrong;
}

TEST(Server, BelievesForwardedAddressesOnlyFromTrustedProxies) {
    constexpr auto forwarded =
        "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n";
    Running careful;
    EXPECT_EQ(careful.client().get("/", forwarded).reply().body, "GET /? 127.0.0.1 ");
    Running behind({.trusted_proxies = {"127.0.0.1"}});
    EXPECT_EQ(behind.client().get("/", forwarded).reply().body, "GET /? 198.51.100.7 secure ");
    Running behind_network({.trusted_proxies = {"127.0.0.0/8", "198.51.100.0/25"}});
    EXPECT_EQ(behind_network.client().get("/", forwarded).reply().body,
              "GET /? 203.0.113.9 secure ");
    Running beside_network({.trusted_proxies = {"127.0.0.0/8", "198.51.100.128/25"}});
    EXPECT_EQ(beside_network.client().get("/", forwarded).reply().body,
              "GET /? 198.51.100.7 secure ");
    Running behind_two({.trusted_proxies = {"127.0.0.1", "198.51.100.7"}});
    EXPECT_EQ(behind_two.client().get("/", forwarded).reply().body, "GET /? 203.0.113.9 secure ");
}

}  // namespace
}  // namespace noms::web
