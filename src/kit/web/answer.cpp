#include <algorithm>
#include <exception>
#include <iterator>

#include "kit/web/answering.hpp"
#include "kit/web/log.hpp"

namespace noms::web {

namespace {

Reply with(Reply reply, std::string name, std::string value) {
    reply.headers.emplace_back(std::move(name), std::move(value));
    return reply;
}

/// Signed out where somebody must be signed in: a page leads to the sign-in, and from there back.
Reply sign_in_first(const Asked& asked) {
    if (asked.as_json)
        return with(problem(asked, 401, {Error::Kind::Forbidden, "You are not signed in."}),
                    "www-authenticate",
                    "Bearer");
    std::string back = asked.request.path;
    if (!asked.request.query.empty()) back += '?' + asked.request.query;
    std::string to = "/sign-in";
    if (asked.route->kind == Route::Kind::Page) to += "?to=" + form::encoded(back);
    return {.status = 303, .headers = {{"location", to}, {"cache-control", "no-store"}}};
}

Reply answer_page(const Asked& asked) {
    std::optional<Result<page::Page>> page;
    Aftermath after;
    asked.service.database.with_snapshot([&](db::Connection& db) {
        auto context = asked.context(db);
        page.emplace(asked.route->show(context));
        after = aftermath_of(std::move(context));
    });
    if (!*page) return problem(asked, page->error());
    auto reply = page_reply(asked, **page, 200);
    std::ranges::move(after.headers, std::back_inserter(reply.headers));
    return when_logged(asked, after, std::move(reply));
}

Reply answer_get(const Asked& asked) {
    std::optional<Result<std::string>> body;
    Aftermath after;
    asked.service.database.with_reader([&](db::Connection& db) {
        auto context = asked.context(db);
        body.emplace(asked.route->run(context, {}, nullptr));
        after = aftermath_of(std::move(context));
    });
    if (!*body) return problem(asked, body->error());
    Reply reply{.type = "application/json",
                .body = std::move(**body),
                .headers = {{"cache-control", "no-store"}, {"x-content-type-options", "nosniff"}}};
    std::ranges::move(after.headers, std::back_inserter(reply.headers));
    return when_logged(asked, after, std::move(reply));
}

Reply admitted(Asked& asked) {
    const auto& permission = asked.route->address.permission;
    auto* who = asked.who ? &*asked.who : nullptr;
    if (!who && permission != signed_out) return sign_in_first(asked);
    if (!allows(permission, who))
        return problem(asked, 403, {Error::Kind::Forbidden, "Your role does not allow this."});
    switch (asked.route->kind) {
        case Route::Kind::Page: return answer_page(asked);
        case Route::Kind::Get: return answer_get(asked);
        case Route::Kind::Command: return answer_command(asked);
        case Route::Kind::Ask: return answer_ask(asked);
        case Route::Kind::Direct: return answer_direct(asked);
    }
    return problem(asked, 500, {});
}

Reply routed(Asked& asked) {
    const auto& request = asked.request;
    bool known_path = false;
    asked.route = asked.service.api.find(request.method, request.path, asked.parts, known_path);
    asked.as_json = request.wants_json() || (asked.route && asked.route->kind == Route::Kind::Get);

    auto who = asked.service.who(request);
    if (!who) return with(problem(asked, 401, who.error()), "www-authenticate", "Bearer");
    asked.who = std::move(*who);

    if (asked.route) return admitted(asked);
    if (known_path)
        return with(
            problem(asked, 405, {Error::Kind::Refused, "This address does not take that method."}),
            "allow",
            asked.service.api.methods(request.path));
    return problem(asked, 404, {Error::Kind::NotFound, "There is nothing at this address."});
}

}  // namespace

const Actor& Asked::actor() const {
    static const Actor nobody{};
    return who ? *who : nobody;
}

Context Asked::context(db::Connection& db, record::Changes* changes) const {
    return {.request = request,
            .actor = actor(),
            .today = today,
            .now = at,
            .db = db,
            .database = service.database,
            .changes = changes,
            .parts = parts};
}

Aftermath aftermath_of(Context&& context) {
    return {std::move(context.looked_at),
            std::move(context.looked_at_kind),
            std::move(context.looked_at_reason),
            std::move(context.headers)};
}

Reply when_logged(const Asked& asked, const Aftermath& after, Reply reply) {
    if (after.looked_at.empty() || !asked.service.reads) return reply;
    record::Read read{.at = asked.at,
                      .actor = asked.actor().account,
                      .actor_name = asked.actor().name,
                      .subject_kind = after.looked_at_kind,
                      .subjects = after.looked_at,
                      .route = asked.route->address.path,
                      .reason = after.looked_at_reason,
                      .request = asked.request.id};
    reply.when = [reads = asked.service.reads, read = std::move(read)](auto then) {
        reads->log(read, std::move(then));
    };
    return reply;
}

bool allows(std::string_view permission, const Actor* who) {
    if (permission.empty()) return false;
    if (permission == signed_out) return true;
    return who && (permission == anybody_signed_in || who->may(permission));
}

Reply answer(const Service& service, const Request& request) {
    Asked asked{.service = service, .request = request, .today = service.today(), .at = now()};
    Reply reply;
    try {
        reply = routed(asked);
    } catch (const db::Again& busy) {
        log::warn(request.id, busy.what());
        reply = with(problem(asked, 503, {Error::Kind::Conflict, "Too much is happening at once."}),
                     "retry-after",
                     "1");
    } catch (const std::exception& broken) {
        log::error(request.id, broken.what());
        reply =
            problem(asked, 500, {Error::Kind::Refused, "Something went wrong with the service."});
    }
    if (asked.route) reply.route = asked.route->address.path;
    reply.account = asked.actor().account.number;
    return reply;
}

}  // namespace noms::web
