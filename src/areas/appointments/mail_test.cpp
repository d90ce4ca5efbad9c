// Messages handed to a small server of mail that speaks RFC 5321 over loopback.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/appointments/sending.hpp"

namespace noms::appointments {
namespace {

/// What the server does with a message.
enum class Mood { Takes, RefusesAddress, RefusesMessage, HangsUpAfterMessage };

/// A server of mail on a free port of this machine; takes one client after the other.
class SmtpServer {
public:
    explicit SmtpServer(Mood mood) : mood_(mood), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in at{.sin_family = AF_INET};
        at.sin_addr.s_addr = htonl(INADDR_ANY);
        socklen_t size = sizeof at;
        EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&at), size), 0);
        EXPECT_EQ(::listen(socket_, 4), 0);
        EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&at), &size), 0);
        port_ = ntohs(at.sin_port);
        thread_ = std::jthread([this] { serve(); });
    }
    ~SmtpServer() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    std::string url(const std::string& host = "127.0.0.1") const {
        return fmt::format("smtp://{}:{}", host, port_);
    }
    /// To be read when the server is gone or the client is done.
    std::vector<std::string> said{};      // the commands of clients
    std::vector<std::string> messages{};  // as they came, with CRLF

private:
    Mood mood_;
    int socket_;
    int port_ = 0;
    std::jthread thread_;

    void serve() {
        for (;;) {
            int client = ::accept(socket_, nullptr, nullptr);
            if (client < 0) return;
            talk(client);
            ::close(client);
        }
    }
    static void answer(int client, const std::string& line) {
        auto text = line + "\r\n";
        EXPECT_EQ(::send(client, text.data(), text.size(), MSG_NOSIGNAL), ssize_t(text.size()));
    }
    static bool next_line(int client, std::string& line) {
        line.clear();
        for (char c = 0; ::recv(client, &c, 1, 0) == 1;) {
            if (c == '\n') return true;
            if (c != '\r') line += c;
        }
        return false;
    }
    void talk(int client) {
        answer(client, "220 localhost ready");
        for (std::string line; next_line(client, line);) {
            said.push_back(line);
            if (line.starts_with("EHLO")) {
                answer(client, "250-localhost\r\n250 AUTH PLAIN");
            } else if (line.starts_with("AUTH")) {
                answer(client, "334 ");
                if (!next_line(client, line)) return;
                said.push_back(line);
                answer(client, "235 welcome");
            } else if (line.starts_with("RCPT") && mood_ == Mood::RefusesAddress) {
                answer(client, "550 no such mailbox");
            } else if (line == "DATA") {
                answer(client, "354 go on");
                if (!take(client)) return;
            } else if (line == "QUIT") {
                answer(client, "221 bye");
                return;
            } else {
                answer(client, "250 ok");
            }
        }
    }
    bool take(int client) {
        std::string message;
        for (std::string line; next_line(client, line) && line != ".";)
            message += (line.starts_with("..") ? line.substr(1) : line) + "\r\n";
        messages.push_back(message);
        if (mood_ == Mood::HangsUpAfterMessage) return false;
        answer(client, mood_ == Mood::RefusesMessage ? "554 not wanted" : "250 taken");
        return true;
    }
};

Letter letter() {
    return {.key = "00x1",
            .from = "appointments@example.org",
            .to = "marcus@example.com",
            .text = "Subject: Your appointment\r\n\r\nYou have an appointment.\r\n.hidden dot\r\n"};
}

Delivered sent_to(const std::string& url) {
    auto sender = by_mail({.url = url, .seconds = 10});
    EXPECT_TRUE(sender);
    return (*sender)->send(letter());
}

TEST(Mail, IsTakenAsItWasWritten) {
    SmtpServer server(Mood::Takes);
    auto delivered = sent_to(server.url());
    EXPECT_EQ(delivered.is, Delivery::Sent) << delivered.why;
    ASSERT_EQ(server.messages.size(), 1u);
    EXPECT_EQ(server.messages.front(), letter().text);
    auto said = [&](std::string_view words) {
        return std::ranges::any_of(server.said,
                                   [&](const auto& line) { return line.starts_with(words); });
    };
    EXPECT_TRUE(said("MAIL FROM:<appointments@example.org>"));
    EXPECT_TRUE(said("RCPT TO:<marcus@example.com>"));
}

TEST(Mail, IsSignedInForWithThePassword) {
    SmtpServer server(Mood::Takes);
    auto sender = by_mail({.url = server.url(), .user = "appointments", .password = "secret"});
    ASSERT_TRUE(sender);
    EXPECT_EQ((*sender)->send(letter()).is, Delivery::Sent);
    // A nought before each of the two, in base64 (RFC 4616).
    EXPECT_EQ(std::ranges::count(server.said, "AGFwcG9pbnRtZW50cwBzZWNyZXQ="), 1);
}

TEST(Mail, ThatIsRefusedHasFailedAndDoesNotSayToWhom) {
    for (auto mood : {Mood::RefusesAddress, Mood::RefusesMessage}) {
        SmtpServer server(mood);
        auto delivered = sent_to(server.url());
        EXPECT_EQ(delivered.is, Delivery::Failed);
        EXPECT_NE(delivered.why, "");
        EXPECT_EQ(delivered.why.find("marcus"), std::string::npos) << delivered.why;
    }
}

TEST(Mail, ThatGotNoAnswerMayHaveBeenTaken) {
    SmtpServer server(Mood::HangsUpAfterMessage);
    EXPECT_EQ(sent_to(server.url()).is, Delivery::NotKnown);
}

TEST(Mail, HasFailedWhereNobodyListens) {
    std::string url;
    {
        SmtpServer server(Mood::Takes);
        url = server.url();
    }
    EXPECT_EQ(sent_to(url).is, Delivery::Failed);
}

/// 0.0.0.0 leads to this machine, but is not written as an address of its own.
TEST(Mail, LeavesThisMachineOnlyOverTls) {
    SmtpServer server(Mood::Takes);
    auto delivered = sent_to(server.url("0.0.0.0"));
    EXPECT_EQ(delivered.is, Delivery::Failed) << delivered.why;
    EXPECT_TRUE(server.messages.empty());
    for (const auto& line : server.said) EXPECT_FALSE(line.starts_with("MAIL")) << line;
}

TEST(Mail, HasAServerThatIsOne) {
    for (const char* url : {"http://localhost", "localhost:25x:", "smtp://me:secret@localhost"})
        EXPECT_FALSE(by_mail({.url = url})) << url;
    for (const char* url : {"smtp://localhost:25", "smtps://127.0.0.2", "smtp://[::1]:2525"})
        EXPECT_TRUE(is_loopback(url).value()) << url;
    EXPECT_FALSE(is_loopback("smtp://mail.example.org").value());
}

TEST(Folder, HasEachMessageOnceAndWhole) {
    auto folder = std::filesystem::temp_directory_path() / fmt::format("noms-mail-{}", ::getpid());
    auto sender = into_folder(folder.string());
    ASSERT_TRUE(sender);
    EXPECT_EQ((*sender)->has_sent("00x1"), false);
    EXPECT_EQ((*sender)->send(letter()).is, Delivery::Sent);
    EXPECT_EQ((*sender)->has_sent("00x1"), true);
    std::ifstream file(folder / "00x1.eml", std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(text, letter().text);
    std::filesystem::remove_all(folder);
    EXPECT_EQ((*sender)->send(letter()).is, Delivery::Failed);
}

}  // namespace
}  // namespace noms::appointments
