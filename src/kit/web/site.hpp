#pragma once

#include <functional>

#include "kit/web/api.hpp"
#include "kit/web/metrics.hpp"
#include "kit/web/server.hpp"
#include "kit/web/static_files.hpp"

namespace noms::web {

/// Everything that stands behind one listening address.
struct Site {
    const Service& service;
    Metrics& metrics;
    int newest_migration = 0;               // the number this binary's schema ends with
    std::function<ServerStats()> server{};  // empty in tests without a server
    bool metrics_for_all = false;           // else only for the machine itself
};

/// Answers a request, in this order: the operator's addresses /health (the process is up), /ready
/// (the database answers and has this binary's schema) and /metrics; the static files; the api.
/// Each is measured, and logged by the pattern of its route.
Reply serve(const Site&, const Request&);

}  // namespace noms::web
