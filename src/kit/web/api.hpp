#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/form.hpp"
#include "kit/describe/json.hpp"
#include "kit/page/html.hpp"
#include "kit/page/page.hpp"
#include "kit/record/reads.hpp"
#include "kit/record/record.hpp"
#include "kit/web/message.hpp"

namespace noms::web {

/// Who asks. What the words mean is the business of whoever makes Actors (the area `access`).
struct Actor {
    record::AccountId account{};
    std::string name{};   // "priya.raman"
    std::string shown{};  // "Priya Raman, offender manager"
    std::set<std::string, std::less<>> permissions{};
    std::string scope_kind{};     // "national", "region", "prison", "area", "caseload"; empty: none
    std::int64_t scope_body = 0;  // which region, prison, ...; 0 for national
    std::string csrf{};           // of this session; empty for a bearer token
    bool by_token = false;

    bool may(std::string_view permission) const { return permissions.contains(permission); }
};

/// What every handler is given.
struct Context {
    const Request& request;
    const Actor& actor;
    Date today{};
    Instant now{};
    db::Connection& db;
    db::Database& database;
    record::Changes* changes = nullptr;  // only in a command
    std::map<std::string, std::string, std::less<>> parts{};
    std::vector<std::int64_t>
        looked_at{};  // whose record this answer shows; logged before it leaves
    std::string looked_at_kind{};
    std::string
        looked_at_reason{};  // why, where the actor said so; empty: in the course of the role
    std::vector<std::pair<std::string, std::string>> headers{};  // more headers of the reply

    /// The part of the path that the route names {name}.
    std::string_view part(std::string_view name) const;
    /// The id that the part writes; not_found when it is none.
    template <class T>
    Result<Id<T>> id(std::string_view name) const {
        auto number = parse_id_text(part(name));
        if (!number) return not_found("There is no such record.");
        return Id<T>{*number};
    }
    /// The query of the address as a described struct.
    template <class T>
    Result<T> query() const {
        return form::read<T>(TRY(form::parse(request.query)));
    }
    /// Notes that this answer shows a person's record. Throws when it showed another kind before.
    void shows(std::string_view kind, std::int64_t id);
};

/// Of an answer that may be asked for any day: `?day=2006-04-03`.
struct OnDay {
    std::optional<Date> day{};

    Date or_today(const Context& context) const { return day.value_or(context.today); }
};
DESCRIBE(OnDay, day)

/// The day of `?day=`, or today; a day that is none is refused.
Result<Date> day_asked(const Context&);

/// Who may use an address. `signed_out` needs no sign-in; every other name is one of Actor's
/// permissions.
inline constexpr std::string_view signed_out = "signed_out";
inline constexpr std::string_view anybody_signed_in = "signed_in";

/// An address as its owner declares it.
struct Address {
    std::string path{};        // "/offenders/{offender}"
    std::string permission{};  // never empty
    std::string summary{};     // for OpenAPI and the map of addresses
};

/// What a direct handler is given: no transaction is open, so that slow work (hashing a password)
/// holds none. It opens its own.
struct Direct {
    const Request& request;
    const Actor& actor;
    const form::Values& form;
    const std::map<std::string, std::string, std::less<>>& parts;
    Date today{};
    Instant now{};
    db::Database& database;
    /// A page in its frame, for an answer that is not a redirect.
    std::function<Reply(const page::Page&, int status)> framed{};

    /// What `work(changes, db)` gives, in a transaction of its own with its event.
    template <class Work>
    auto written(Work&& work) const {
        using Given =
            decltype(work(std::declval<record::Changes&>(), std::declval<db::Connection&>()));
        return database.write([&](db::Connection& db) -> Given {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = actor.account,
                                     .actor_name = actor.name,
                                     .day = today,
                                     .at = now});
            auto made = work(changes, db);
            if (made) changes.finish();
            return made;
        });
    }
};

/// One address of the service, with the types that OpenAPI is written from.
struct Route {
    enum class Kind { Page, Get, Command, Ask, Direct };
    Kind kind = Kind::Get;
    std::string method{};
    Address address{};
    std::vector<std::string> segments{};
    const describe::Type* asks = nullptr;  // the query of the address
    const describe::Type* takes = nullptr;
    const describe::Type* gives = nullptr;
    /// Command: body (or form) in; Get, Page: ignores `form`. Gives the reply's body.
    std::function<Result<std::string>(Context&, const std::string& body, const form::Values* form)>
        run{};
    std::function<Result<page::Page>(Context&)> show{};
    /// Command by form: where to go next, and the page to show again with the errors.
    std::function<std::string(const std::string& body)> then{};
    std::function<Result<page::Page>(Context&, const form::Values&, const Error&)> again{};
    /// Ask: a page that answers a form.
    std::function<Result<page::Page>(Context&, const form::Values&)> ask{};
    std::function<Reply(const Direct&)> direct{};
};

/// After a form: where the browser goes, and the page that is shown again when the command fails.
template <class Out>
struct AfterForm {
    std::string (*then)(const Out&) = nullptr;
    Result<page::Page> (*again)(Context&, const form::Values&, const Error&) = nullptr;
};

/// The addresses of the service. Areas add theirs at start; the answerer below serves them.
class Api {
public:
    void page(Address, Result<page::Page> (*show)(Context&));

    template <class Out>
    void get(Address address, Result<Out> (*handler)(Context&)) {
        add(Route{.kind = Route::Kind::Get,
                  .method = "GET",
                  .address = std::move(address),
                  .gives = &describe::type_of<Out>(),
                  .run = [handler](Context& context, const std::string&, const form::Values*)
                      -> Result<std::string> { return json::write(TRY(handler(context))); }});
    }

    /// The same with what the query of the address may say; 422 names what is wrong in it.
    template <class Query, class Out>
    void get(Address address, Result<Out> (*handler)(Context&, const Query&)) {
        add(Route{.kind = Route::Kind::Get,
                  .method = "GET",
                  .address = std::move(address),
                  .asks = &describe::type_of<Query>(),
                  .gives = &describe::type_of<Out>(),
                  .run = [handler](Context& context, const std::string&, const form::Values*)
                      -> Result<std::string> {
                      return json::write(TRY(handler(context, TRY(context.query<Query>()))));
                  }});
    }

    /// POST as JSON (201 with Out) or as a form (303 to `then`). One transaction, one event a
    /// subject.
    template <class In, class Out>
    void command(Address address,
                 Result<Out> (*handler)(Context&, const In&),
                 AfterForm<Out> after = {}) {
        Route route{.kind = Route::Kind::Command,
                    .method = "POST",
                    .address = std::move(address),
                    .takes = &describe::type_of<In>(),
                    .gives = &describe::type_of<Out>()};
        route.run = [handler](Context& context,
                              const std::string& body,
                              const form::Values* values) -> Result<std::string> {
            In command = values ? TRY(form::read<In>(*values)) : TRY(json::read<In>(body));
            return json::write(TRY(handler(context, command)));
        };
        if (after.then)
            route.then = [then = after.then](const std::string& body) {
                return then(json::read<Out>(body).value());
            };
        route.again = after.again;
        add(std::move(route));
    }

    /// A POST that only reads: a search, whose words must not stand in an address. A form gets a
    /// page.
    void ask(Address, Result<page::Page> (*show)(Context&, const form::Values&));
    /// The same for machines: JSON in, JSON out, nothing written.
    template <class In, class Out>
    void ask(Address address, Result<Out> (*handler)(Context&, const In&)) {
        add(Route{.kind = Route::Kind::Ask,
                  .method = "POST",
                  .address = std::move(address),
                  .takes = &describe::type_of<In>(),
                  .gives = &describe::type_of<Out>(),
                  .run = [handler](Context& context, const std::string& body, const form::Values*)
                      -> Result<std::string> {
                      return json::write(TRY(handler(context, TRY(json::read<In>(body)))));
                  }});
    }
    /// A form that is answered outside a transaction, with a reply of the handler's own: signing
    /// in.
    void direct(Address, std::function<Reply(const Direct&)>);

    const std::vector<Route>& routes() const { return routes_; }
    /// The route for a path, its parts filled in; null when there is none. `known_path` says
    /// whether another method would do.
    const Route* find(std::string_view method,
                      std::string_view path,
                      std::map<std::string, std::string, std::less<>>& parts,
                      bool& known_path) const;
    /// The methods that a path takes, as the header Allow lists them: "GET, HEAD, POST".
    std::string methods(std::string_view path) const;
    /// OpenAPI 3.1 of every JSON address.
    std::string openapi() const;

private:
    // One segment of the addresses; the routes that end here, by method.
    struct Node {
        std::map<std::string, size_t, std::less<>> next{};
        std::optional<size_t> part{};
        std::map<std::string, size_t, std::less<>> routes{};
    };
    std::vector<Route> routes_;
    std::vector<Node> nodes_{1};

    /// Throws std::logic_error on a second route of that method and path, a path that does not
    /// start with a slash, and an empty permission: nothing is open by default.
    void add(Route);
    size_t child(size_t node, const std::string& segment);
    const Node* match(size_t node, std::span<const std::string_view> segments) const;
};

/// What the app hands to the answerer.
struct Service {
    const Api& api;
    db::Database& database;
    record::ReadLog* reads =
        nullptr;  // where reads of records are logged; null only in tests of pages
    std::function<Date()> today;
    /// Who a request comes from: nobody when signed out; an error when a token is bad.
    std::function<Result<std::optional<Actor>>(const Request&)> who;
    page::Frame frame{};  // the service's name, menu and so on
};

/// Answers one request: route, actor, permission, transaction, handler, event, reply. Thread safe.
Reply answer(const Service&, const Request&);

}  // namespace noms::web
