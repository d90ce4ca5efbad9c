#pragma once

#include <gtest/gtest.h>

#include "areas/organisation/store.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"

/// The organisation, loaded into an empty database of each engine: for this area's tests.
namespace noms::organisation {

inline constexpr db::Query count_events{"organisation/test_count_events",
                                        "select count(*) from event"};

class Loaded : public db::testing::OnEveryEngine {
protected:
    int loaded = 0;

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (IsSkipped()) return;
        auto steps = record::migrations();
        for (const auto& step : migrations()) steps.push_back(step);
        ASSERT_TRUE(db::migrate(*database, steps));
        loaded = write(&load);
    }

    /// Runs `work` as one command and gives what it gives.
    int write(int (*work)(db::Connection&, record::Changes&)) {
        return database
            ->write([&](db::Connection& db) -> Result<int> {
                record::Changes changes(db,
                                        {.id = new_id<record::CommandTag>(),
                                         .actor_name = "test",
                                         .day = day("2006-04-03"),
                                         .at = now()});
                int given = work(db, changes);
                changes.finish();
                return given;
            })
            .value();
    }
    template <class Work>
    void read(Work&& work) {
        database->with_reader([&](db::Connection& db) { work(db); });
    }
};

}  // namespace noms::organisation
