#pragma once

#include <optional>
#include <string>

#include "kit/web/answering.hpp"

/// What a POST brings, and whether it comes from one of our own pages.
namespace noms::web {

/// What the client sent, looked at once, before the transaction.
struct Sent {
    std::optional<form::Values> form{};
    std::string key{};     // empty: none was sent
    std::string digest{};  // of the address and the body; what the key stands for
};

/// Parses the body where it is a form; an error names the field that is not UTF-8.
Result<Sent> sent_in(const Asked&);

/// Cross-site request forgery: a browser says where a form comes from, and our own pages know the
/// session's token. A bearer token is never sent by a browser on its own. Forbidden otherwise.
Result<void> check_same_site(const Asked&, const Sent&);

}  // namespace noms::web
