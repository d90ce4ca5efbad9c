#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kit/db/database.hpp"
#include "kit/web/server.hpp"

namespace noms::web {

/// Counts and times of answered requests, and the state of the server and the database, as
/// Prometheus reads them. Thread safe.
class Metrics {
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// One answered request. An empty route is counted as "none": paths are never a label.
    void answered(std::string_view method, std::string_view route, int status, double seconds);
    /// The text of /metrics.
    std::string text(const ServerStats&, const db::Stats&) const;

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace noms::web
