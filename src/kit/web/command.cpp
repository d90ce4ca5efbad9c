#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>
#include <sodium.h>

#include "kit/record/sql.gen.hpp"
#include "kit/web/answering.hpp"

namespace noms::web {

namespace {

/// An answer given before to the same account under the same idempotency key.
struct Remembered {
    std::string body_digest{};
    int status = 0;
    std::string answer{};
};
DESCRIBE(Remembered, body_digest, status, answer)

/// What the client sent, looked at once, before the transaction.
struct Sent {
    std::optional<form::Values> form{};
    std::string key{};     // empty: none was sent
    std::string digest{};  // of the address and the body; what the key stands for
};

struct Done {
    std::string body{};
    Aftermath after{};
};

bool same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

/// "https://noms.example:8443" names the host that the request was sent to.
bool is_own_origin(std::string_view origin, std::string_view host) {
    auto scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == host;
}

/// Cross-site request forgery: a browser says where a form comes from, and our own pages know the
/// session's token. A bearer token is never sent by a browser on its own.
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

Result<Done> run_in(db::Connection& db, const Asked& asked, const Sent& sent) {
    namespace sql = record::sql;
    const auto& actor = asked.actor();
    if (!sent.key.empty()) {
        auto before =
            db::first<Remembered>(db, sql::command_answer_by_key, actor.account, sent.key);
        if (before && before->body_digest == sent.digest) return Done{.body = before->answer};
        if (before)
            return invalid(
                {{"idempotency", "used_before", "This key was used before with something else."}});
    }
    record::Changes changes(db,
                            {.id = new_id<record::CommandTag>(),
                             .actor = actor.account,
                             .actor_name = actor.name,
                             .day = asked.today,
                             .at = asked.at});
    auto context = asked.context(db, &changes);
    auto body =
        TRY(asked.route->run(context, asked.request.body, sent.form ? &*sent.form : nullptr));
    changes.finish();
    if (!sent.key.empty())
        db::run(db,
                sql::add_command_answer,
                actor.account,
                sent.key,
                asked.route->address.path,
                sent.digest,
                sent.form ? 303 : 201,
                body,
                asked.at);
    return Done{std::move(body), aftermath_of(std::move(context))};
}

/// A unique key that refuses the row means that somebody else was first since the handler looked:
/// run again, the handler sees their row and says so.
Result<Done> run(const Asked& asked, const Sent& sent) {
    auto work = [&](db::Connection& db) { return run_in(db, asked, sent); };
    try {
        return asked.service.database.write(work);
    } catch (const db::Violated&) {
        return asked.service.database.write(work);
    }
}

/// The form's page once more, with what was typed and what is wrong.
Reply show_again(const Asked& asked, const Sent& sent, const Error& error) {
    if (!sent.form || !asked.route->again) return problem(asked, error);
    std::optional<Result<page::Page>> page;
    Aftermath after;
    asked.service.database.with_snapshot([&](db::Connection& db) {
        auto context = asked.context(db);
        page.emplace(asked.route->again(context, *sent.form, error));
        after = aftermath_of(std::move(context));
    });
    if (!*page) return problem(asked, error);
    log_reads(asked, after);
    (*page)->failed();
    return page_reply(asked, **page, status_of(error.kind));
}

}  // namespace

Reply answer_command(const Asked& asked) {
    bool is_json = asked.request.header("content-type").starts_with("application/json");
    auto sent = sent_in(asked);
    if (!sent) return problem(asked, sent.error());
    bool is_form = sent->form && asked.route->then;
    if (!is_json && !is_form)
        return problem(asked, 415, {Error::Kind::Refused, "Send this as application/json."});
    if (auto own = check_same_site(asked, *sent); !own) return problem(asked, own.error());

    auto done = run(asked, *sent);
    if (!done) return show_again(asked, *sent, done.error());
    log_reads(asked, done->after);
    Reply reply{.status = 201,
                .type = "application/json",
                .headers = {{"cache-control", "no-store"}, {"x-content-type-options", "nosniff"}}};
    if (is_form) {
        reply.status = 303;
        reply.headers.emplace_back("location", asked.route->then(done->body));
    } else {
        reply.body = std::move(done->body);
    }
    std::ranges::move(done->after.headers, std::back_inserter(reply.headers));
    return reply;
}

}  // namespace noms::web
