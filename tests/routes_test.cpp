// Every address of the service: none without a permission, none with one that no role has.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "app/accessibility.hpp"
#include "app/areas.hpp"
#include "areas/access/rules.hpp"
#include "kit/record/following.hpp"

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

/// What other areas do with an offender's rows, said when they are served.
using Joins = Routes;

TEST_F(Joins, BringEveryRowOfAnOffenderAlong) {
    std::set<std::string_view> follow;
    for (const auto& area : record::followings())
        for (const auto& table : area.tables) follow.insert(table.name);
    for (const auto& [name, table] : record::tables()) {
        bool of_joining = name.starts_with("offender") || name == "access_hold";
        bool of_an_offender =
            std::ranges::count(table.type->fields, "offender", &describe::Field::name) > 0;
        EXPECT_TRUE(of_joining || !of_an_offender || follow.contains(name)) << name;
    }
}

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
