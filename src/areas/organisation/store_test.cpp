#include "areas/organisation/store.hpp"

#include <map>
#include <set>

#include "areas/organisation/testing.hpp"

namespace noms::organisation {
namespace {

class Organisation : public Loaded {};
ON_EVERY_ENGINE(Organisation);

TEST_P(Organisation, HasTenRegionsAndFortyTwoAreas) {
    read([](db::Connection& db) {
        EXPECT_EQ(bodies(db, Kind::Region, day("2006-04-03")).size(), 10U);
        EXPECT_EQ(bodies(db, Kind::Area, day("2006-04-03")).size(), 42U);
        EXPECT_EQ(every_prison(db).size(), 156U);
        EXPECT_EQ(bodies(db, Kind::Court, day("2006-04-03")).size(), 360U);
    });
}

TEST_P(Organisation, PlacesEveryAreaInExactlyOneRegionOnEveryFirstOfAMonth) {
    read([](db::Connection& db) {
        for (Date at = day("2001-04-01"); at <= day("2026-12-01"); at = plus_months(at, 1)) {
            std::set<Id<Body>> regions;
            for (const auto& region : bodies(db, Kind::Region, at)) regions.insert(region.id);
            std::map<Id<Body>, int> times;
            for (const auto& place : places_of_kind(db, Kind::Area, at))
                times[place.body] += regions.contains(place.parent) ? 1 : 100;
            ASSERT_EQ(times.size(), 42U) << to_text(at);
            for (auto [area, count] : times) ASSERT_EQ(count, 1) << to_text(at);
        }
    });
}

TEST_P(Organisation, LoadsNothingASecondTime) {
    EXPECT_EQ(write(&load), 0);
    auto events =
        database->read([](db::Connection& db) { return db::one<std::int64_t>(db, count_events); });
    EXPECT_EQ(events, loaded);
}

TEST_P(Organisation, AnswersByCodeWithTheNameAndRegionOfTheDay) {
    read([](db::Connection& db) {
        auto teesside = body_by_code(db, Kind::Area, "17", day("2006-04-03"));
        ASSERT_TRUE(teesside);
        EXPECT_EQ(teesside->name, "Teesside");
        EXPECT_EQ(region_of_area(db, teesside->id, day("2006-04-03"))->code, "NE");
        EXPECT_FALSE(region_of_area(db, teesside->id, day("2001-03-31")));
        EXPECT_FALSE(body_by_code(db, Kind::Area, "no", day("2006-04-03")));
        EXPECT_EQ(body(db, teesside->id, day("1990-01-01"))->name, "Teesside");
    });
}

TEST_P(Organisation, FindsEverythingBelowARegion) {
    read([](db::Connection& db) {
        auto north_east = body_by_code(db, Kind::Region, "NE", day("2006-04-03")).value();
        auto teesside = body_by_code(db, Kind::Area, "17", day("2006-04-03")).value();
        auto below = bodies_below(db, north_east.id, day("2006-04-03"));
        std::set<Id<Body>> all(below.begin(), below.end());
        EXPECT_EQ(all.size(), below.size());
        EXPECT_TRUE(all.contains(teesside.id));
        for (const auto& court : bodies_under(db, teesside.id, Kind::Court, day("2006-04-03")))
            EXPECT_TRUE(all.contains(court.id)) << court.name;
        auto leeds = body_by_code(db, Kind::Prison, "LEI", day("2006-04-03")).value();
        EXPECT_FALSE(all.contains(leeds.id));
    });
}

TEST_P(Organisation, ListsBodiesByKeyInOneQuery) {
    read([](db::Connection& db) {
        std::vector<std::int64_t> ids{1};
        for (const auto& area : bodies(db, Kind::Area, day("2006-04-03")))
            ids.push_back(area.id.number);
        auto before = db.statements();
        EXPECT_EQ(bodies_listed(db, ids, day("2006-04-03")).size(), 42U);
        EXPECT_EQ(db.statements() - before, 1);
        EXPECT_TRUE(bodies_listed(db, {}, day("2006-04-03")).empty());
    });
}

TEST_P(Organisation, AnswersToTheMinistryOfJusticeFromMay2007) {
    read([](db::Connection& db) {
        auto noms = body_by_code(db, Kind::Service, "NOMS", day("2006-04-03")).value();
        EXPECT_FALSE(parent_of(db, noms.id, day("2004-05-31")));
        EXPECT_EQ(parent_of(db, noms.id, day("2007-05-08"))->code, "HO");
        EXPECT_EQ(parent_of(db, noms.id, day("2007-05-09"))->code, "MOJ");
    });
}

TEST_P(Organisation, HasAPostForEveryRegionHeldOrVacantOnEveryDay) {
    read([](db::Connection& db) {
        std::map<Id<Post>, Manner> manner;
        for (const auto& holding : holdings_on_day(db, day("2004-06-01")))
            manner[holding.post] = holding.manner;
        int vacant = 0;
        for (const auto& post : posts_on_day(db, day("2004-06-01")))
            vacant += post.code.starts_with("ROM-") && manner.at(post.id) == Manner::Vacant ? 1 : 0;
        EXPECT_EQ(vacant, 10);
        EXPECT_EQ(lines_on_day(db, day("2004-05-31")).size(), 3U);
        EXPECT_EQ(seats_on_day(db, day("2004-06-01")).size(), 3U);
    });
}

TEST_P(Organisation, InventsUnitsAndTeamsOnce) {
    auto added = write(&load_invented_units);
    EXPECT_GT(added, 42 * 4);
    EXPECT_EQ(write(&load_invented_units), 0);
    read([](db::Connection& db) {
        auto bedfordshire = body_by_code(db, Kind::Area, "12", day("2006-04-03")).value();
        auto units = bodies_under(db, bedfordshire.id, Kind::LocalUnit, day("2006-04-03"));
        ASSERT_FALSE(units.empty());
        EXPECT_EQ(units[0].name, "Bedford local delivery unit");
        EXPECT_EQ(units[0].certainty, Certainty::Invented);
        EXPECT_EQ(bodies_under(db, units[0].id, Kind::Team, day("2006-04-03")).size(), 3U);
    });
}

}  // namespace
}  // namespace noms::organisation
