#include "areas/organisation/handlers.hpp"

#include <map>
#include <string>

#include "areas/organisation/testing.hpp"

namespace noms::organisation {
namespace {

class Commands : public Loaded {
protected:
    /// Runs a handler as the answerer does: one command, one transaction.
    template <class In>
    Result<Changed> send(Result<Changed> (*handler)(web::Context&, const In&),
                         std::map<std::string, std::string, std::less<>> parts,
                         const In& given) {
        web::Request request;
        web::Actor actor{.name = "tester"};
        return database->write([&](db::Connection& db) -> Result<Changed> {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "tester",
                                     .day = day("2006-04-03"),
                                     .at = now()});
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = day("2006-04-03"),
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            auto changed = TRY(handler(context, given));
            changes.finish();
            return changed;
        });
    }
    std::int64_t events() {
        return database->read(
            [](db::Connection& db) { return db::one<std::int64_t>(db, count_events); });
    }
    std::string region_of(std::string_view code, std::string_view on) {
        return database->read([&](db::Connection& db) {
            auto area = body_by_code(db, Kind::Area, code, day(on)).value();
            return region_of_area(db, area.id, day(on)).value().code;
        });
    }
};
ON_EVERY_ENGINE(Commands);

TEST_P(Commands, MoveAnAreaFromADayOnAndLeaveThePastAsItWas) {
    MoveArea move{.region = "EM", .from = day("2006-10-01"), .order = "Order 1 of 2006"};
    ASSERT_TRUE(send(&move_area, {{"area", "36"}}, move));
    EXPECT_EQ(region_of("36", "2006-09-30"), "EE");
    EXPECT_EQ(region_of("36", "2006-10-01"), "EM");
    EXPECT_EQ(events(), loaded + 1);
    read([](db::Connection& db) {
        auto area = shown_area(db, "36", day("2006-10-01")).value();
        ASSERT_EQ(area.places.size(), 2U);
        EXPECT_EQ(area.places[1].source, "Order 1 of 2006");
        EXPECT_EQ(area.places[1].certainty, Certainty::Entered);
        EXPECT_EQ(bodies(db, Kind::Area, day("2006-10-01")).size(), 42U);
    });
}

TEST_P(Commands, LeaveNothingBehindWhenRefused) {
    MoveArea move{.region = "XX", .from = day("2006-10-01"), .order = "Order"};
    EXPECT_EQ(send(&move_area, {{"area", "36"}}, move).error().fields.at(0).code, "no_such_region");
    move.region = "EM";
    EXPECT_EQ(send(&move_area, {{"area", "no"}}, move).error().kind, Error::Kind::NotFound);
    move.from = day("2001-04-01");
    EXPECT_EQ(send(&move_area, {{"area", "36"}}, move).error().kind, Error::Kind::Refused);
    EXPECT_EQ(events(), loaded);
}

TEST_P(Commands, MergeAreasAndStateHistoryOnEitherGeography) {
    MergeArea merge{.into = "44", .from = day("2006-10-01"), .order = "Order 2 of 2006"};
    ASSERT_TRUE(send(&merge_area, {{"area", "36"}}, merge));
    read([](db::Connection& db) {
        auto norfolk = body_by_code(db, Kind::Area, "36", day("2006-04-03")).value().id;
        auto suffolk = body_by_code(db, Kind::Area, "44", day("2006-04-03")).value().id;
        std::map<Id<Body>, int> population;
        int whole = 0;
        for (const auto& area : every_area(db)) {
            population[area.body] = area.population_thousands.value();
            whole += population[area.body];
        }
        for (auto on : {"2006-09-30", "2006-10-01"}) {
            std::map<Id<Body>, int> by_area;
            int sum = 0;
            for (const auto& counted : geography(db, day(on))) {
                by_area[counted.counts_for] += population[counted.area];
                sum += population[counted.area];
            }
            EXPECT_EQ(sum, whole) << on;
            bool merged = on == std::string_view("2006-10-01");
            EXPECT_EQ(by_area.size(), merged ? 41U : 42U);
            EXPECT_EQ(by_area[suffolk], population[suffolk] + (merged ? population[norfolk] : 0));
        }
    });
    merge = {.into = "36", .from = day("2007-10-01"), .order = "Order 3 of 2007"};
    ASSERT_TRUE(send(&merge_area, {{"area", "36"}}, merge));
    read([](db::Connection& db) { EXPECT_TRUE(mergers_on_day(db, day("2007-10-01")).empty()); });
}

TEST_P(Commands, FillAndEmptyAPost) {
    HoldPost held{.from = day("2006-04-03"), .manner = Manner::Acting, .holder = "Ada Invented"};
    ASSERT_TRUE(send(&hold_post, {{"post", "ROM-NW"}}, held));
    held = {.from = day("2006-06-01"), .manner = Manner::Vacant};
    ASSERT_TRUE(send(&hold_post, {{"post", "ROM-NW"}}, held));
    EXPECT_FALSE(send(&hold_post, {{"post", "ROM-NW"}}, held));
    EXPECT_EQ(events(), loaded + 2);
    read([](db::Connection& db) {
        auto region = shown_region(db, "NW", day("2006-05-31")).value();
        EXPECT_EQ(region.manager.value().holder, "Ada Invented");
        EXPECT_EQ(region.manager.value().manner, Manner::Acting);
        EXPECT_EQ(shown_chain(db, day("2006-05-31")).vacant, 0);
        EXPECT_EQ(shown_chain(db, day("2006-06-01")).vacant, 1);
        EXPECT_EQ(shown_post(db, "ROM-NW").value().holdings.size(), 4U);
    });
}

TEST_P(Commands, AreNotWrittenOverByALaterLoad) {
    MoveArea move{.region = "EM", .from = day("2006-10-01"), .order = "Order 1 of 2006"};
    ASSERT_TRUE(send(&move_area, {{"area", "36"}}, move));
    EXPECT_EQ(write(&load), 0);
    EXPECT_EQ(region_of("36", "2006-10-01"), "EM");
}

class Shown : public Loaded {};
ON_EVERY_ENGINE(Shown);

TEST_P(Shown, RunsTheChainFromTheSecretaryOfStateToTenRegions) {
    read([](db::Connection& db) {
        auto chain = shown_chain(db, day("2004-06-01"));
        std::vector<std::string> upwards{"ROM-NW"};
        while (!upwards.back().empty())
            for (const auto& post : chain.posts)
                if (post.code == upwards.back()) {
                    upwards.push_back(post.reports_to);
                    break;
                }
        EXPECT_EQ(upwards, (std::vector<std::string>{"ROM-NW", "NOM", "CE", "MCS", "HS", ""}));
        EXPECT_EQ(chain.vacant, 12);
        EXPECT_EQ(chain.posts.size(), 17U);
    });
}

TEST_P(Shown, NamesTheHoldersOfTheFoundingDocumentsOnTheirDaysOnly) {
    read([](db::Connection& db) {
        auto holder = [&](std::string_view on) {
            for (const auto& post : shown_chain(db, day(on)).posts)
                if (post.code == "CE") return post.holder;
            return std::string("no such post");
        };
        EXPECT_EQ(holder("2004-06-01"), "Martin Narey");
        EXPECT_EQ(holder("2006-04-03"), "");
        EXPECT_EQ(holder("2004-01-05"), "no such post");
    });
}

TEST_P(Shown, ComparesEveryAreaWithPoliceAndCourts) {
    read([](db::Connection& db) {
        int one_force = 0;
        int other_courts = 0;
        auto before = db.statements();
        auto boundaries = shown_boundaries(db, day("2006-04-03"));
        EXPECT_LE(db.statements() - before, 12);
        ASSERT_EQ(boundaries.size(), 42U);
        for (const auto& row : boundaries) {
            one_force += row.boundary.police == Fit::Same ? 1 : 0;
            other_courts += row.boundary.courts_of_other_forces;
            EXPECT_EQ(row.boundary.police == Fit::Several, row.name == "London") << row.name;
        }
        EXPECT_EQ(one_force, 41);
        EXPECT_EQ(other_courts, 8);
    });
}

TEST_P(Shown, ListsPrisonsOfTheDayByRegion) {
    read([](db::Connection& db) {
        auto all = shown_prisons(db, "", day("2006-04-03"));
        size_t sum = 0;
        for (const auto& region : bodies(db, Kind::Region, day("2006-04-03")))
            sum += shown_prisons(db, region.code, day("2006-04-03")).size();
        EXPECT_EQ(sum, all.size());
        EXPECT_LT(all.size(), 156U);
        auto leeds = shown_prison(db, "LEI", day("2006-04-03")).value();
        EXPECT_EQ(leeds.region, "YH");
        EXPECT_FALSE(shown_prison(db, "NONE", day("2006-04-03")));
    });
}

}  // namespace
}  // namespace noms::organisation
