#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kit/base/result.hpp"

/// How a message leaves: into a folder, or to a server of mail (RFC 5321).
namespace noms::appointments {

/// A whole message (RFC 5322). `key` is the same for the same message, whenever it is made.
struct Letter {
    std::string key{};
    std::string from{};
    std::string to{};
    std::string text{};
};

/// NotKnown: it was handed over, and no answer came.
enum class Delivery { Sent, Failed, NotKnown };
/// `why` says what went wrong, never to whom.
struct Delivered {
    Delivery is = Delivery::Sent;
    std::string why{};
};

class Sender {
public:
    virtual ~Sender() = default;
    virtual Delivered send(const Letter&) = 0;
    /// Whether a message of that key left in an earlier run; nothing where nobody can say.
    virtual std::optional<bool> has_sent(const std::string& key) = 0;
};

/// Writes each message as KEY.eml into a folder, whole or not at all. Refused where it is none.
Result<std::unique_ptr<Sender>> into_folder(const std::string& folder);

/// `url` is smtp://host:port or smtps://host:port. The password is never written anywhere.
struct MailServer {
    std::string url{};
    std::string user{};
    std::string password{};
    std::string authority{};  // a file of certificates; empty: the system's
    int seconds = 60;         // at the most for one message
};
/// Hands each message to a server. Off this machine only over TLS, with a certificate that holds.
/// Refused for an address that is none.
Result<std::unique_ptr<Sender>> by_mail(const MailServer&);
/// Whether such an address leads to this machine itself: 127.0.0.0/8, [::1] or localhost.
Result<bool> is_loopback(const std::string& url);

}  // namespace noms::appointments
