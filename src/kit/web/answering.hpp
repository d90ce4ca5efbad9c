#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kit/web/api.hpp"

/// What the files that answer a request share. Nothing outside this folder includes it.
namespace noms::web {

/// One request on its way through the answerer.
struct Asked {
    const Service& service;
    const Request& request;
    Date today{};
    Instant at{};
    const Route* route = nullptr;
    std::map<std::string, std::string, std::less<>> parts{};
    std::optional<Actor> who{};
    bool as_json = false;  // errors as problem+json, else as a page

    const Actor& actor() const;
    Context context(db::Connection&, record::Changes* = nullptr) const;
};

/// What a handler left behind beside its answer.
struct Aftermath {
    std::vector<std::int64_t> looked_at{};
    std::string looked_at_kind{};
    std::string looked_at_reason{};
    std::vector<std::pair<std::string, std::string>> headers{};
};
Aftermath aftermath_of(Context&&);
/// The reply, once it is on the disk whose records it shows: it does not leave before, nor when
/// that cannot be written.
Reply when_logged(const Asked&, const Aftermath&, Reply);

/// Whether the permission lets this asker in; `who` null: signed out.
bool allows(std::string_view permission, const Actor* who);

/// 422, 404, 403 or 409.
int status_of(Error::Kind);
/// The whole document in its frame, with the headers every page is sent with.
Reply page_reply(const Asked&, const page::Page&, int status);
/// An error as problem+json or as a page that says what happened, why, and what to do.
Reply problem(const Asked&, int status, const Error&);
Reply problem(const Asked&, const Error&);

/// A command: cross-site check, idempotency key, one transaction, the reply. Throws what the
/// database throws.
Reply answer_command(const Asked&);
/// A POST that only reads, as a page for a form and as JSON for JSON.
Reply answer_ask(const Asked&);
/// A form answered outside a transaction.
Reply answer_direct(const Asked&);

}  // namespace noms::web
