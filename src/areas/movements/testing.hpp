#pragma once

#include <random>

#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/movements/movements.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/db/testing.hpp"

/// Four people and three prisons in an empty database of each engine, for the tests of this area.
namespace noms::movements {

inline constexpr Date today{std::chrono::year(2006), std::chrono::April, std::chrono::day(3)};

inline std::vector<db::Migration> all_migrations() {
    auto steps = record::migrations();
    for (const auto& more :
         {organisation::migrations(), access::migrations(), offenders::migrations(), migrations()})
        steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

class Walk : public db::testing::OnEveryEngine {
protected:
    std::vector<offenders::OffenderId> people;
    std::vector<BodyId> prisons;
    BodyId court{};

    template <class Work>
    auto write(Work&& work) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "test",
                                     .day = today,
                                     .at = now()});
            auto done = work(changes, db);
            if (done) changes.finish();
            return done;
        });
    }
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        ASSERT_TRUE(write([&](record::Changes& changes, db::Connection& db) -> Result<int> {
            organisation::load(db, changes);
            for (int i = 0; i < 4; ++i) {
                people.push_back(new_id<offenders::OffenderTag>());
                changes.about({"offender", people.back().number}, "test.added");
                changes.add(offenders::offenders,
                            offenders::Offender{.id = people.back(),
                                                .surname = "Walker",
                                                .sort_key = "walker, " + std::to_string(i)});
            }
            return 0;
        }));
        database->with_reader([&](db::Connection& db) {
            for (auto code : {"LEI", "MDI", "LPI"})
                if (auto body =
                        organisation::body_by_code(db, organisation::Kind::Prison, code, today))
                    prisons.push_back(body->id);
            court = organisation::bodies(db, organisation::Kind::Court, today).front().id;
        });
        ASSERT_GE(prisons.size(), 2u);
    }
    Result<Movement> step(Movement row) {
        return write([&](record::Changes& changes, db::Connection& db) {
            changes.about({"offender", row.offender.number}, "test.moved");
            return move(changes, db, row);
        });
    }
    /// A step that may or may not be possible, shortly after or before `minute`.
    Movement any_step(std::mt19937& random, int minute) {
        auto pick = [&](size_t count) { return random() % count; };
        auto noon = std::chrono::sys_days(today) - std::chrono::days(300);
        Movement row{.offender = people[pick(people.size())],
                     .at = noon + std::chrono::minutes(30 * (minute + int(pick(5)))),
                     .time_known = true,
                     .move = static_cast<Move>(pick(static_cast<size_t>(Move::Release) + 1)),
                     .prison = prisons[pick(prisons.size())],
                     .override_reason = "test",
                     .recorded_by = "test"};
        if (row.move == Move::ToCourt) row.body = court;
        if (row.move == Move::Return) row.prison.reset();
        if (row.move == Move::Release) row.reason = "Conditional";
        return row;
    }
    /// Runs a handler as a command about one of them, as the answerer does.
    template <class Work>
    auto command(const Movement& row, Work work) {
        web::Actor actor{.name = "test", .scope_kind = "national"};
        return write([&](record::Changes& changes, db::Connection& db) {
            web::Request request;
            web::Context context{
                .request = request,
                .actor = actor,
                .today = today,
                .now = now(),
                .db = db,
                .database = *database,
                .changes = &changes,
                .parts = {{"offender", to_text(row.offender)}, {"movement", to_text(row.at)}}};
            return work(context);
        });
    }
    std::vector<record::Fault> faults() {
        std::vector<record::Fault> out;
        database->with_reader([&](db::Connection& db) {
            for (auto checks : {checks_of_walk(), offenders::checks(), record::checks()})
                for (const auto& check : checks)
                    for (auto& fault : check.faults(db, today)) out.push_back(std::move(fault));
        });
        return out;
    }
    static std::vector<record::Check> checks_of_walk() { return movements::checks(); }
};

}  // namespace noms::movements
