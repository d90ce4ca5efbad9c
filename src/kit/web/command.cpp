#include <algorithm>
#include <iterator>

#include "kit/record/sql.gen.hpp"
#include "kit/web/answered.hpp"
#include "kit/web/answering.hpp"
#include "kit/web/sent.hpp"

namespace noms::web {

namespace {

/// An answer given before to the same account under the same idempotency key.
struct Remembered {
    std::string body_digest{};
    int status = 0;
    std::string answer{};
};
DESCRIBE(Remembered, body_digest, status, answer)

struct Done {
    std::string body{};
    Aftermath after{};
};

/// What was answered to this command before, if it came with a key that was used.
std::optional<Result<Done>> answered_before(const Asked& asked, const Sent& sent) {
    if (sent.key.empty()) return std::nullopt;
    auto before = asked.service.database.read([&](db::Connection& db) {
        return db::first<Remembered>(
            db, record::sql::command_answer_by_key, asked.actor().account, sent.key);
    });
    if (!before) return std::nullopt;
    if (before->body_digest == sent.digest) return Done{.body = before->answer};
    return invalid(
        {{"idempotency", "used_before", "This key was used before with something else."}});
}

Result<Done> run_in(db::Connection& db, const Asked& asked, const Sent& sent) {
    namespace sql = record::sql;
    const auto& actor = asked.actor();
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
Result<Done> run_now(const Asked& asked, const Sent& sent) {
    auto work = [&](db::Connection& db) { return run_in(db, asked, sent); };
    try {
        return asked.service.database.write(work);
    } catch (const db::Violated&) {
        if (auto before = answered_before(asked, sent)) return *std::move(before);
        return asked.service.database.write(work);
    }
}

/// The key is looked up outside of the transaction: looked up within, on PostgreSQL it would stand
/// against every other command whose key belongs on the same page of the index: SERIALIZABLE locks
/// what was looked for and not found by the page (PostgreSQL's manual, 13.2.3). Sent twice at once,
/// the second is refused, by the key's row or by what the first changed, and is then given the
/// first one's answer.
Result<Done> run(const Asked& asked, const Sent& sent) {
    if (auto before = answered_before(asked, sent)) return *std::move(before);
    auto done = run_now(asked, sent);
    if (done) return done;
    auto before = answered_before(asked, sent);
    return before ? *std::move(before) : done;
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
    (*page)->failed();
    return when_logged(asked, after, page_reply(asked, **page, status_of(error.kind)));
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
    return when_logged(asked, done->after, std::move(reply));
}

void forget_answers(db::Database& database, Instant before) {
    database.write([&](db::Connection& db) -> Result<bool> {
        db::run(db, record::sql::forget_command_answers, before);
        return true;
    });
}

}  // namespace noms::web
