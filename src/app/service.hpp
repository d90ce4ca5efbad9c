#pragma once

#include <memory>
#include <string>

#include "kit/db/database.hpp"
#include "kit/web/server.hpp"

namespace noms::app {

struct ServiceOptions {
    web::ServerOptions server{};
    std::string database{};
    int readers = 4;
    std::optional<Date> day{};
    std::string spool{};   // the folder of the log of reads; empty: beside an SQLite database
    std::string assets{};  // the folder of styles and scripts
    std::string log = "-";
};

/// The whole service: database, areas, door, log of reads, sealer and server, in that order, and
/// stopped in the other.
class Service {
public:
    /// Throws when the database cannot be brought up to date or the address cannot be had.
    explicit Service(ServiceOptions);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    void start();
    void stop();
    unsigned short port() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace noms::app
