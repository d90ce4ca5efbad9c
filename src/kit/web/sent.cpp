#include "kit/web/sent.hpp"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

namespace noms::web {

namespace {

bool same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

/// "https://noms.example:8443" names the host that the request was sent to.
bool is_own_origin(std::string_view origin, std::string_view host) {
    auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == host;
}

std::string digest_of(const Asked& asked, const Sent& sent) {
    std::string text = asked.request.path + '\n';
    if (!sent.form) text += "json\n" + asked.request.body;
    // The token is of the session and the key of the page: neither is what was asked for.
    if (sent.form)
        for (const auto& [name, value] : *sent.form)
            if (name != "csrf" && name != "idempotency")
                text += form::encoded(name) + '=' + form::encoded(value) + '&';
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(),
                       hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(),
                       nullptr,
                       0);
    std::string hex;
    for (auto byte : hash) hex += fmt::format("{:02x}", byte);
    return hex;
}

}  // namespace

Result<Sent> sent_in(const Asked& asked) {
    const auto& request = asked.request;
    Sent sent;
    if (request.header("content-type").starts_with("application/x-www-form-urlencoded"))
        sent.form = TRY(form::parse(request.body));
    sent.key =
        sent.form ? form::value_of(*sent.form, "idempotency") : request.header("idempotency-key");
    if (sent.key.size() > 100)
        return invalid({{"idempotency", "too_long", "The key must have 100 characters or fewer."}});
    // Somebody signed out shares the account 0 with everybody else: nothing is remembered for them.
    if (!asked.who) sent.key.clear();
    sent.digest = digest_of(asked, sent);
    return sent;
}

Result<void> check_same_site(const Asked& asked, const Sent& sent) {
    const auto& request = asked.request;
    if (asked.actor().by_token) return {};
    auto site = request.header("sec-fetch-site");
    auto origin = request.header("origin");
    if (!site.empty() && site != "same-origin" && site != "none")
        return forbidden("This was sent from another site.");
    if (site.empty() && !origin.empty() && !is_own_origin(origin, request.header("host")))
        return forbidden("This was sent from another site.");
    if (!asked.who || asked.route->address.permission == signed_out) return {};

    auto token = sent.form ? form::value_of(*sent.form, "csrf") : request.header("x-csrf-token");
    if (asked.actor().csrf.empty() || !same(token, asked.actor().csrf))
        return forbidden(
            "The page was not one of your session. Open it again and send it once more.");
    return {};
}

}  // namespace noms::web
