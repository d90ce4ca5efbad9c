#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "kit/db/database.hpp"

/// Databases for tests of any store: on SQLite always, on PostgreSQL where there is a server.
///
///     class OffenderStore : public db::testing::OnEveryEngine {};
///     ON_EVERY_ENGINE(OffenderStore);
///     TEST_P(OffenderStore, KeepsAName) { ... *database ... }
namespace noms::db::testing {

/// The connection string of a scratch server, as `scripts/postgres start --fast` prints it.
inline const char* scratch_server() {
    return std::getenv("NOMS_TEST_POSTGRES");
}

inline std::vector<std::string> engines() {
    return {"sqlite", "postgres"};
}

/// The schemas this program made; dropped when it ends.
class Schemas {
public:
    ~Schemas() {
        if (names_.empty()) return;
        try {
            open(scratch_server())->alone([&](Connection& connection) {
                for (const auto& name : names_)
                    connection.script(fmt::format("drop schema {} cascade", name));
            });
        } catch (const Broken& broken) {
            fmt::print(stderr, "Test schemas are left behind: {}\n", broken.what());
        }
    }
    /// Makes one and gives a connection string that works in it alone.
    std::string fresh() {
        std::string server = scratch_server();
        auto name = "test_" + id_text(new_id_number());
        open(server)->alone(
            [&](Connection& connection) { connection.script("create schema " + name); });
        names_.push_back(name);
        if (!server.starts_with("postgres"))
            return fmt::format("{} options='-c search_path={}'", server, name);
        char joint = server.find('?') == std::string::npos ? '?' : '&';
        return fmt::format("{}{}options=-c%20search_path%3D{}", server, joint, name);
    }

private:
    std::vector<std::string> names_;
};

/// An empty database of its own on "sqlite" or "postgres".
inline std::unique_ptr<Database> fresh(const std::string& engine, Options options = {}) {
    if (engine == "sqlite") return open("sqlite::memory:", options);
    static Schemas schemas;
    return open(schemas.fresh(), options);
}

/// A test that runs once an engine, each time on an empty database.
class OnEveryEngine : public ::testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        if (GetParam() == "postgres" && !scratch_server())
            GTEST_SKIP() << "NOMS_TEST_POSTGRES is not set: PostgreSQL is not tested";
        database = fresh(GetParam());
    }
    std::unique_ptr<Database> database;
};

}  // namespace noms::db::testing

#define ON_EVERY_ENGINE(Suite)                                                                   \
    INSTANTIATE_TEST_SUITE_P(                                                                    \
        Engine, Suite, ::testing::ValuesIn(noms::db::testing::engines()), [](const auto& each) { \
            return each.param;                                                                   \
        })
