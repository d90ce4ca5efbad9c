#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/offenders/import.hpp"
#include "areas/offenders/joining.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/offenders/overrides.hpp"
#include "areas/offenders/store.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/db/testing.hpp"

/// What the store tests of this area stand on: a database with records taken in.
namespace noms::offenders::testing {

inline const std::string heading =
    "record_id,source,prison_number,crn,pnc,cro,first_name,middle_name,last_name,alias_first,"
    "alias_last,dob,alias_dob,sex,ethnicity,address,postcodes,sentence_dates\n";

/// Joins the other to the one as a reader of the queue does.
inline Result<void> join(record::Changes& changes,
                         db::Connection& db,
                         OffenderId one,
                         OffenderId other) {
    auto left = store::offender(db, one).value(), right = store::offender(db, other).value();
    return carry_out(changes, db, left, right, {.said = Said::Same, .reason = "told"});
}
/// Undoes the newest join of the offender that stands.
inline Result<OffenderId> undo_join(record::Changes& changes, db::Connection& db, OffenderId one) {
    auto links = store::links_of(db, std::span(&one.number, 1)).get();
    std::erase_if(links, [](const Link& link) { return link.state == LinkState::Undone; });
    auto back = TRY(undo_link(changes, db, store::offender(db, one).value(), links.at(0)));
    keep_apart_after_undo(changes, db, one, back, "told wrongly");
    return back;
}

class WithRecords : public db::testing::OnEveryEngine {
protected:
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        auto steps = record::migrations();
        for (const auto& more : {organisation::migrations(), access::migrations(), migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        ASSERT_TRUE(db::migrate(*database, steps));
    }
    void import(const std::string& rows) {
        std::istringstream in(heading + rows);
        ASSERT_TRUE(
            import_extract(*database, in, {.file = "e.csv", .day = day, .actor_name = "import"}));
    }
    static web::Actor actor(std::string scope_kind, std::int64_t body = 0) {
        return {.account = {5},
                .name = "tester",
                .permissions = {"offenders.read", "offenders.change", "offenders.link"},
                .scope_kind = std::move(scope_kind),
                .scope_body = body};
    }
    /// Runs a handler as a command on the path's parts, as the answerer does.
    template <class Work>
    auto command(std::map<std::string, std::string, std::less<>> parts,
                 const web::Actor& by,
                 Work work) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = by.account,
                                     .actor_name = by.name,
                                     .day = day,
                                     .at = at});
            web::Request request;
            web::Context context{.request = request,
                                 .actor = by,
                                 .today = day,
                                 .now = at,
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    /// Every offender, joined ones as well.
    std::vector<std::int64_t> ids() {
        static constexpr db::Query all{"test/all_ids", "select id from offender order by id"};
        std::vector<std::int64_t> out;
        database->with_reader([&](db::Connection& db) {
            db.read(all, {}, [&](const db::Row& row) {
                db::take(describe::type_of<std::int64_t>(), &out.emplace_back(), row.cell(0));
            });
        });
        return out;
    }
    Date day = *parse_date("2006-04-03");
    Instant at = std::chrono::sys_days(day) + std::chrono::hours(10);
};

}  // namespace noms::offenders::testing
