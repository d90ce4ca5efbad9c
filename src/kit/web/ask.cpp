#include <algorithm>
#include <iterator>

#include "kit/web/sent.hpp"

namespace noms::web {

namespace {

Reply ask_page(const Asked& asked, const form::Values& form) {
    std::optional<Result<page::Page>> page;
    Aftermath after;
    asked.service.database.with_snapshot([&](db::Connection& db) {
        auto context = asked.context(db);
        page.emplace(asked.route->ask(context, form));
        after = aftermath_of(std::move(context));
    });
    if (!*page) return problem(asked, page->error());
    auto reply = page_reply(asked, **page, 200);
    std::ranges::move(after.headers, std::back_inserter(reply.headers));
    return when_logged(asked, after, std::move(reply));
}

Reply ask_json(const Asked& asked) {
    std::optional<Result<std::string>> body;
    Aftermath after;
    asked.service.database.with_snapshot([&](db::Connection& db) {
        auto context = asked.context(db);
        body.emplace(asked.route->run(context, asked.request.body, nullptr));
        after = aftermath_of(std::move(context));
    });
    if (!*body) return problem(asked, body->error());
    Reply reply{.type = "application/json",
                .body = std::move(**body),
                .headers = {{"cache-control", "no-store"}, {"x-content-type-options", "nosniff"}}};
    return when_logged(asked, after, std::move(reply));
}

}  // namespace

Reply answer_ask(const Asked& asked) {
    auto sent = sent_in(asked);
    if (!sent) return problem(asked, sent.error());
    if (auto own = check_same_site(asked, *sent); !own) return problem(asked, own.error());
    if (sent->form && asked.route->ask) return ask_page(asked, *sent->form);
    if (!sent->form && asked.route->run) return ask_json(asked);
    return problem(asked, 415, {Error::Kind::Refused, "This address takes another kind of body."});
}

Reply answer_direct(const Asked& asked) {
    auto sent = sent_in(asked);
    if (!sent) return problem(asked, sent.error());
    if (!sent->form)
        return problem(asked, 415, {Error::Kind::Refused, "This address takes a form."});
    if (auto own = check_same_site(asked, *sent); !own) return problem(asked, own.error());
    return asked.route->direct({.request = asked.request,
                                .actor = asked.actor(),
                                .form = *sent->form,
                                .parts = asked.parts,
                                .today = asked.today,
                                .now = asked.at,
                                .database = asked.service.database,
                                .framed = [&](const page::Page& page, int status) {
                                    return page_reply(asked, page, status);
                                }});
}

}  // namespace noms::web
