#include <algorithm>
#include <atomic>
#include <map>
#include <random>
#include <thread>

#include <fmt/format.h>

#include "areas/management/testing.hpp"
#include "areas/supervision/handlers.hpp"
#include "areas/supervision/releasing.hpp"
#include "kit/record/compare.hpp"

/// Random commands by several clients at once: one manager, one place, no gap, nothing found by the
/// checks, and a replay that gives every row.
namespace noms::supervision {
namespace {

constexpr int clients = 4;
constexpr int commands_each = 60;
/// A client goes on until every kind of command has succeeded once, but no further than this.
constexpr int commands_most = 1000;
constexpr int people = 8;

using Parts = std::map<std::string, std::string, std::less<>>;

class Interleaving : public management::Region {
protected:
    std::vector<record::AccountId> officers;
    std::vector<offenders::OffenderId> everybody;
    std::atomic<int> days{0};
    std::atomic<int> minutes{0};
    std::map<std::string, std::atomic<int>> done;

    std::vector<db::Migration> more_migrations() override { return migrations(); }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        for (const auto* area : {&manchester, &merseyside})
            for (int number = 0; number < 3; ++number)
                officers.push_back(
                    add_officer("officer." + area->code + std::to_string(number), *area));
        acting = officers[0];
        put_on_duty(officers[0], manchester);
        put_on_duty(officers[3], merseyside);
        add_officer("the.head", region, management::Grade::Head);
        for (int number = 0; number < people; ++number)
            everybody.push_back(add_offender(number % 2 ? manchester : merseyside));
        for (auto kind : {"sentence",
                          "reallocate",
                          "hand over",
                          "leave",
                          "appoint",
                          "receive",
                          "transfer",
                          "release",
                          "end",
                          "book"})
            done[kind] = 0;
    }
    bool some_never_done() const {
        return std::ranges::any_of(done, [](const auto& kind) { return kind.second == 0; });
    }
    Date day_now() { return plus_days(today, days); }
    std::string time_now() {
        int minute = ++minutes % (24 * 60);
        return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
    }
    template <class Work>
    void run(const char* kind, Parts parts, Work work) {
        auto answer = command_on(day_now(), std::move(parts), work);
        if (answer) ++done.at(kind);
    }

    void sentence_somebody(offenders::OffenderId who, bool prison_term) {
        run("sentence", {{"offender", to_text(who)}}, [&](web::Context& context) {
            context.parts["appearance"] =
                to_text(add_appearance(*context.changes, who, context.today));
            return management::pass_sentence(
                context, prison_term ? management::prison_term() : management::community_order());
        });
    }
    void reallocate_somebody(offenders::OffenderId who, record::AccountId to) {
        run("reallocate", {{"offender", to_text(who)}}, [&](web::Context& context) {
            auto now = management::manager_of(context.db, who, context.today);
            return management::reallocate(
                context,
                {.seen = now ? *now->manager : record::AccountId{}, .manager = to, .reason = "r"});
        });
    }
    void hand_over(record::AccountId from, record::AccountId to) {
        run("hand over", {{"account", to_text(from)}}, [&](web::Context& context) {
            return management::hand_over_cases(context, {.to = to, .reason = "r"});
        });
    }
    void leave(record::AccountId who) {
        run("leave", {{"account", to_text(who)}}, [&](web::Context& context) {
            return management::leave(context, {.until_day = context.today});
        });
    }
    void appoint(record::AccountId who, const organisation::Body& area) {
        run("appoint", {}, [&](web::Context& context) {
            return management::appoint(context,
                                       {.name = access::account_by_id(context.db, who)->name,
                                        .area = area.id,
                                        .from_day = context.today});
        });
    }
    void move(const char* kind,
              offenders::OffenderId who,
              movements::Move move,
              const organisation::Body& to) {
        run(kind, {}, [&](web::Context& context) -> Result<movements::Movement> {
            context.changes->about({"offender", who.number}, "test.moved");
            auto at = *parse_instant(to_text(context.today) + "T" + time_now() + ":00.000000Z");
            return movements::move(*context.changes,
                                   context.db,
                                   {.offender = who,
                                    .at = at,
                                    .time_known = true,
                                    .move = move,
                                    .prison = to.id,
                                    .override_reason = "test",
                                    .recorded_by = "tester"});
        });
    }
    void release_somebody(offenders::OffenderId who) {
        run("release", {{"offender", to_text(who)}}, [&](web::Context& context) {
            return release(context, {.moved_on = context.today, .moved_at = time_now()});
        });
    }
    void end_something(offenders::OffenderId who, std::mt19937& random) {
        run("end",
            {{"offender", to_text(who)}},
            [&](web::Context& context) -> Result<sentences::Sentence> {
                auto all = sentences::sentences_of(context.db, std::span(&who.number, 1));
                if (all.empty()) return refused("nothing to end");
                context.parts["sentence"] = to_text(all[random() % all.size()].id);
                auto on = random() % 3 ? context.today : plus_days(context.today, -2);
                return management::end_sentence(
                    context, {.ended_on = on, .reason = sentences::EndReason::Revoked});
            });
    }
    void book_somebody(offenders::OffenderId who) {
        run("book", {{"offender", to_text(who)}}, [&](web::Context& context) {
            return book(context,
                        {.kind = "PA",
                         .setting = Setting::Custody,
                         .on_day = plus_days(context.today, 5),
                         .at_time = "10:00",
                         .place = "A wing"});
        });
    }

    void one_command(std::mt19937& random) {
        auto who = everybody[random() % everybody.size()];
        auto officer = officers[random() % officers.size()];
        auto other = officers[random() % officers.size()];
        const auto& jail = random() % 2 ? prison : other_prison;
        if (random() % 12 == 0) ++days;
        switch (random() % 12) {
            case 0: return sentence_somebody(who, true);
            case 1: return sentence_somebody(who, false);
            case 2: return reallocate_somebody(who, officer);
            case 3: return hand_over(officer, other);
            case 4: return leave(officer);
            case 5: return appoint(officer, random() % 2 ? manchester : merseyside);
            case 6: return move("receive", who, movements::Move::Reception, jail);
            case 7: return move("transfer", who, movements::Move::Transfer, jail);
            case 8: return release_somebody(who);
            case 9:
            case 10: return end_something(who, random);
            default: return book_somebody(who);
        }
    }
    void client(unsigned seed) {
        std::mt19937 random(seed);
        for (int number = 0;
             number < commands_each || (some_never_done() && number < commands_most);
             ++number)
            try {
                one_command(random);
            } catch (const db::Again&) {
                // Others were always first: the caller is told, and nothing was written.
            }
    }
    /// On every day: whoever is under a sentence to be managed has a manager.
    void expect_no_gap(db::Connection& db) {
        std::vector<std::int64_t> all;
        for (auto who : everybody) all.push_back(who.number);
        int managed_days = 0;
        for (Date on = today; on <= day_now(); on = plus_days(on, 1)) {
            std::map<std::int64_t, int> managers;
            for (const auto& row : management::managers_among(db, all, on))
                ++managers[row.offender.number];
            for (const auto& each : sentences::under_sentence_among(db, all, on)) {
                if (!each.standing.managed) continue;
                ++managed_days;
                EXPECT_EQ(managers[each.offender.number], 1)
                    << to_text(each.offender) << " on " << to_text(on);
            }
        }
        EXPECT_GT(managed_days, 0);
    }
    void expect_nothing_found(db::Connection& db) {
        for (const auto& checks : {record::checks(),
                                   offenders::checks(),
                                   sentences::checks(),
                                   movements::checks(),
                                   tasks::checks(),
                                   management::checks(),
                                   supervision::checks()})
            EXPECT_EQ(management::faults_found(db, checks, day_now()), std::vector<std::string>{});
    }
    void expect_replay() {
        record::seal(*database);
        auto again = db::testing::fresh(GetParam());
        ASSERT_TRUE(db::migrate(*again, all_migrations()));
        ASSERT_TRUE(record::replay(*database, *again));
        for (const auto& table : record::compare(*database, *again))
            EXPECT_EQ(table.differing, 0) << table.table;
    }
};
ON_EVERY_ENGINE(Interleaving);

TEST_P(Interleaving, LeavesOneManagerOnePlaceAndNoGap) {
    std::vector<std::thread> threads;
    for (unsigned seed = 1; seed <= clients; ++seed)
        threads.emplace_back([this, seed] { client(seed); });
    for (auto& thread : threads) thread.join();
    for (const auto& [kind, count] : done) EXPECT_GT(count, 0) << "no " << kind << " succeeded";
    database->with_reader([&](db::Connection& db) {
        expect_no_gap(db);
        expect_nothing_found(db);
    });
    expect_replay();
}

}  // namespace
}  // namespace noms::supervision
