#include "kit/web/metrics.hpp"

#include <array>

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace noms::web {

struct Metrics::Families {
    prometheus::Registry registry{};
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("noms_requests_total")
            .Help("Answered requests by route, method and class of status.")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("noms_request_seconds")
            .Help("How long a request ran in its handler, by route.")
            .Register(registry);
};

namespace {

struct Reading {
    std::string_view name;
    std::string_view kind;
    std::string_view help;
    std::int64_t value;
};

void put(std::string& out, const Reading& reading) {
    out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n",
                       reading.name,
                       reading.help,
                       reading.kind,
                       reading.value);
}

/// A method is whatever the client writes; only known ones become labels.
std::string label_of_method(std::string_view method) {
    for (std::string_view known : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
        if (method == known) return std::string(known);
    return "other";
}

}  // namespace

Metrics::Metrics() : families_(std::make_unique<Families>()) {}
Metrics::~Metrics() = default;

void Metrics::answered(std::string_view method,
                       std::string_view route,
                       int status,
                       double seconds) {
    static const prometheus::Histogram::BucketBoundaries bounds{
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    std::string pattern{route.empty() ? "none" : route};
    families_->requests
        .Add({{"route", pattern},
              {"method", label_of_method(method)},
              {"status", fmt::format("{}xx", status / 100)}})
        .Increment();
    families_->seconds.Add({{"route", pattern}}, bounds).Observe(seconds);
}

std::string Metrics::text(const ServerStats& server, const db::Stats& database) const {
    auto out = prometheus::TextSerializer().Serialize(families_->registry.Collect());
    auto number = [](size_t value) { return static_cast<std::int64_t>(value); };
    for (const auto& reading : std::array{
             Reading{"noms_connections", "gauge", "Open connections.", number(server.connections)},
             Reading{"noms_requests_waiting",
                     "gauge",
                     "Requests in the queue.",
                     number(server.waiting)},
             Reading{"noms_requests_running",
                     "gauge",
                     "Requests in a handler.",
                     number(server.running)},
             Reading{"noms_connections_refused_total",
                     "counter",
                     "Connections over the limit.",
                     server.connections_refused},
             Reading{"noms_requests_shed_total",
                     "counter",
                     "Requests answered 503, the queue full.",
                     server.requests_shed},
             Reading{
                 "noms_db_statements_total", "counter", "SQL statements run.", database.statements},
             Reading{
                 "noms_db_transactions_total", "counter", "Transactions.", database.transactions},
             Reading{
                 "noms_db_retries_total", "counter", "Transactions run again.", database.retries},
             Reading{"noms_db_reconnects_total",
                     "counter",
                     "Connections made anew.",
                     database.reconnects},
             Reading{"noms_db_group_commits_total",
                     "counter",
                     "Commits of several commands at once.",
                     database.group_commits}})
        put(out, reading);
    return out;
}

}  // namespace noms::web
