#include "kit/web/site.hpp"

#include <chrono>
#include <exception>
#include <optional>

#include "kit/record/sql.gen.hpp"
#include "kit/web/log.hpp"

namespace noms::web {

namespace {

Reply plain(int status, std::string words, std::string route) {
    return {.status = status,
            .type = "text/plain; charset=utf-8",
            .body = std::move(words),
            .headers = {{"cache-control", "no-store"}},
            .route = std::move(route)};
}

Reply ready(const Site& site, const Request& request) {
    int schema = 0;
    try {
        site.service.database.with_reader(
            [&](db::Connection& db) { schema = db::one<int>(db, record::sql::newest_migration); });
    } catch (const std::exception& broken) {
        log::warn(request.id, broken.what());
        return plain(503, "The database does not answer, or has no schema.\n", "/ready");
    }
    if (schema != site.newest_migration)
        return plain(503, "The database has the schema of another release.\n", "/ready");
    return plain(200, "ready\n", "/ready");
}

Reply metrics(const Site& site, const Request& request) {
    bool is_here = request.address.starts_with("127.") || request.address == "::1";
    if (!is_here && !site.metrics_for_all) return plain(404, "Not found.\n", "/metrics");
    auto reply = plain(200,
                       site.metrics.text(site.server ? site.server() : ServerStats{},
                                         site.service.database.stats()),
                       "/metrics");
    reply.type = "text/plain; version=0.0.4; charset=utf-8";
    return reply;
}

std::optional<Reply> operations(const Site& site, const Request& request) {
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    if (request.path == "/health") return plain(200, "up\n", "/health");
    if (request.path == "/ready") return ready(site, request);
    if (request.path == "/metrics") return metrics(site, request);
    return std::nullopt;
}

Reply answered(const Site& site, const Request& request) {
    if (auto reply = operations(site, request)) return std::move(*reply);
    if (auto reply = static_files().serve(request)) return std::move(*reply);
    return answer(site.service, request);
}

}  // namespace

Reply serve(const Site& site, const Request& request) {
    auto began = std::chrono::steady_clock::now();
    auto reply = answered(site, request);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    site.metrics.answered(request.method, reply.route, reply.status, took.count());
    log::access({.request = request.id,
                 .method = request.method,
                 .route = reply.route,
                 .status = reply.status,
                 .milliseconds = took.count() * 1000,
                 .bytes = reply.body.size(),
                 .account = reply.account});
    return reply;
}

}  // namespace noms::web
