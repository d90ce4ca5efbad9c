// Every address of the service: none without a permission, none with one that no role has.
#include <gtest/gtest.h>

#include "app/accessibility.hpp"
#include "app/areas.hpp"
#include "areas/access/rules.hpp"

namespace noms::app {
namespace {

class Routes : public testing::Test {
protected:
    std::unique_ptr<db::Database> database = db::open("sqlite::memory:");
    access::Door door{*database};
    web::Api api;
    Routes() {
        serve_areas(api, door);
        serve_accessibility(api);
    }
};

TEST_F(Routes, NameAPermissionThatSomeRoleHas) {
    auto known = access::all_permissions();
    for (const auto& route : api.routes()) {
        const auto& permission = route.address.permission;
        bool is_open = permission == web::signed_out || permission == web::anybody_signed_in;
        EXPECT_TRUE(is_open || known.contains(permission))
            << route.address.path << " wants " << permission;
    }
    EXPECT_GT(api.routes().size(), 60u);
}

TEST_F(Routes, AreOpenToTheSignedOutOnlyWhereTheyMayBe) {
    const std::set<std::string> open{"/sign-in",
                                     "/law",
                                     "/law/rules/{name}",
                                     "/accessibility",
                                     "/api/law",
                                     "/api/law/rules",
                                     "/api/law/rules/{name}"};
    for (const auto& route : api.routes())
        if (route.address.permission == web::signed_out) {
            EXPECT_TRUE(open.contains(route.address.path)) << route.address.path;
        }
}

TEST(Migrations, RiseWithoutAGapInTheirOrder) {
    int last = 0;
    for (const auto& step : migrations()) {
        EXPECT_GT(step.number, last) << step.name;
        last = step.number;
    }
    auto database = db::open("sqlite::memory:");
    EXPECT_TRUE(db::migrate(*database, migrations()));
}

}  // namespace
}  // namespace noms::app
