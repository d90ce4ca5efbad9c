#pragma once

#include "kit/base/result.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"

namespace noms::app {

/// Prints an error, each bad field on a line of its own; gives the exit status 1.
int say(const Error&);

/// Opens a database that is up to date; refused when it is not.
Result<std::unique_ptr<db::Database>> open_migrated(const std::string& url);

/// The service day: the database's when it keeps one, else the calendar's.
Date today(db::Database&);

/// One command given on this machine's command line: one transaction and its events.
template <class Work>
auto command_line(db::Database& database, Work&& work) {
    auto day = today(database);
    return database.write([&](db::Connection& db) {
        record::Changes changes(db,
                                {.id = new_id<record::CommandTag>(),
                                 .actor_name = "command line",
                                 .day = day,
                                 .at = now()});
        auto done = work(changes, db);
        if (done) changes.finish();
        return done;
    });
}

}  // namespace noms::app
