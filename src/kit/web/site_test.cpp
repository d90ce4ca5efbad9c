#include "kit/web/site.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "kit/db/database.hpp"
#include "kit/web/log.hpp"

namespace noms::web {
namespace {

struct Answered {
    int count = 0;
};
DESCRIBE(Answered, count)

Result<Answered> count(Context&) {
    return Answered{1};
}

/// A site with one address, open to all, on an empty database.
struct Somewhere {
    Api api{};
    std::unique_ptr<db::Database> database = db::open("sqlite::memory:");
    Metrics metrics{};
    Service service{.api = api,
                    .database = *database,
                    .today = [] { return Date(std::chrono::year(2006) / 4 / 3); },
                    .who = [](const Request&) -> Result<std::optional<Actor>> {
                        return Actor{.account = {7}};
                    }};
    Site site{.service = service,
              .metrics = metrics,
              .newest_migration =
                  std::ranges::max(record::migrations(), {}, &db::Migration::number).number};

    Somewhere() { api.get<Answered>({"/api/offenders/{offender}", "signed_in", "One"}, count); }
    Reply ask(std::string path, std::string address = "127.0.0.1") {
        return serve(site,
                     {.id = "r1",
                      .method = "GET",
                      .path = std::move(path),
                      .query = "q=ann",
                      .address = std::move(address)});
    }
};

TEST(Site, IsUpBeforeItIsReady) {
    Somewhere here;
    EXPECT_EQ(here.ask("/health").status, 200);
    EXPECT_EQ(here.ask("/ready").status, 503);
    ASSERT_TRUE(db::migrate(*here.database, record::migrations()));
    EXPECT_EQ(here.ask("/ready").status, 200);
    ++here.site.newest_migration;
    EXPECT_EQ(here.ask("/ready").status, 503);
}

TEST(Site, CountsRequestsByThePatternOfTheirRoute) {
    Somewhere here;
    here.ask("/api/offenders/17");
    here.ask("/api/offenders/18");
    here.ask("/nowhere/at/all?ann");
    auto text = here.ask("/metrics").body;
    EXPECT_NE(
        text.find(
            R"(noms_requests_total{method="GET",route="/api/offenders/{offender}",status="2xx"} 2)"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find(R"(route="none",status="4xx"} 1)"), std::string::npos);
    EXPECT_NE(text.find("noms_request_seconds_bucket"), std::string::npos);
    EXPECT_NE(text.find("\nnoms_db_statements_total "), std::string::npos);
    EXPECT_EQ(text.find("nowhere"), std::string::npos);
}

TEST(Site, ShowsItsMetricsToItsOwnMachineOnly) {
    Somewhere here;
    EXPECT_EQ(here.ask("/metrics", "203.0.113.9").status, 404);
    EXPECT_EQ(here.ask("/metrics", "::1").status, 200);
    here.site.metrics_for_all = true;
    EXPECT_EQ(here.ask("/metrics", "203.0.113.9").status, 200);
}

TEST(AccessLog, HoldsTheRouteAndNeverThePath) {
    auto file = std::filesystem::temp_directory_path() / ("noms-log-" + id_text(new_id_number()));
    log::open(file.string());
    Somewhere here;
    here.ask("/api/offenders/17");
    log::warn("r2", "a \"quoted\"\nline");
    log::close();
    std::ifstream in(file);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_NE(text.find(R"("route":"/api/offenders/{offender}","status":200)"), std::string::npos)
        << text;
    EXPECT_NE(text.find(R"("account":")" + id_text(7)), std::string::npos) << text;
    EXPECT_NE(text.find(R"("words":"a \"quoted\"\nline")"), std::string::npos) << text;
    EXPECT_EQ(std::ranges::count(text, '\n'), 2);
    EXPECT_EQ(text.find("offenders/17"), std::string::npos) << text;
    EXPECT_EQ(text.find("ann"), std::string::npos);
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace noms::web
