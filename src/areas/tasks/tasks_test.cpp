#include "areas/tasks/tasks.hpp"

#include <gtest/gtest.h>

#include "areas/organisation/organisation.hpp"
#include "areas/tasks/handlers.hpp"
#include "areas/tasks/views.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"

namespace noms::tasks {
namespace {

struct WorkingDayCase {
    const char* from;
    int count;
    const char* due;
};
// Counted by hand; Good Friday and Easter Monday of 2006 were 14 and 17 April.
constexpr WorkingDayCase working_day_cases[] = {{"2006-04-03", 5, "2006-04-10"},
                                                {"2006-04-07", 1, "2006-04-10"},
                                                {"2006-04-13", 1, "2006-04-18"},
                                                {"2006-04-12", 3, "2006-04-19"}};

TEST(WorkingDays, PassOverWeekendsAndBankHolidays) {
    for (const auto& [from, count, due] : working_day_cases)
        EXPECT_EQ(to_text(working_days_after(day(from), count)), due) << from;
}

struct WhenCase {
    const char* due_on;
    When when;
    const char* words;
};
// The service day is Wednesday 5 April 2006.
constexpr WhenCase when_cases[] = {{"2006-04-03", When::Overdue, "2 days late"},
                                   {"2006-04-04", When::Overdue, "1 day late"},
                                   {"2006-04-05", When::Today, "today"},
                                   {"2006-04-09", When::Week, "Sun 9 Apr 2006"},
                                   {"2006-04-10", When::Later, "Mon 10 Apr 2006"}};

TEST(Due, IsOverdueTodayThisWeekOrLater) {
    for (const auto& [due_on, when, words] : when_cases) {
        Task task{.due_on = day(due_on)};
        EXPECT_EQ(when_due(task, day("2006-04-05")), when) << due_on;
        EXPECT_EQ(due_in_words(task.due_on, day("2006-04-05")), words);
    }
}

class Tasks : public db::testing::OnEveryEngine {
protected:
    Date today = day("2006-04-05");
    record::AccountId priya = new_id<record::AccountTag>(), sam = new_id<record::AccountTag>();
    static constexpr std::int64_t area = 34;

    template <class Work>
    auto command(std::map<std::string, std::string, std::less<>> parts, Work work) {
        web::Actor actor{
            .account = priya, .name = "priya.raman", .scope_kind = "area", .scope_body = area};
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = priya,
                                     .actor_name = actor.name,
                                     .day = today,
                                     .at = now()});
            web::Request request;
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = today,
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        std::vector<db::Migration> steps;
        for (const auto& more : {record::migrations(),
                                 organisation::migrations(),
                                 access::migrations(),
                                 offenders::migrations(),
                                 migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        ASSERT_TRUE(db::migrate(*database, steps));
        ASSERT_TRUE(command({}, [&](web::Context& context) -> Result<bool> {
            for (const auto& [id, name] :
                 {std::pair(priya, "priya.raman"), std::pair(sam, "sam.cole")}) {
                context.changes->about({"account", id.number}, "test.account");
                context.changes->add(
                    access::accounts,
                    access::Account{.id = id, .name = name, .shown_name = name, .added_on = today});
            }
            return true;
        }));
    }
    TaskId ask(std::string source, const char* due_on, std::optional<record::AccountId> account) {
        Task task{.kind = "test",
                  .what = source,
                  .counted_from = day("2006-04-01"),
                  .due_on = day(due_on),
                  .rule = "5 working days",
                  .account = account,
                  .source = source};
        if (!account) {
            task.list_kind = "area";
            task.list_body = area;
        }
        return *command({}, [&](web::Context& context) -> Result<TaskId> {
            context.changes->about({"test", 1}, "test.asked");
            return open(*context.changes, context.db, task);
        });
    }
    std::vector<std::string> own(record::AccountId account, After after = {}, int limit = 10) {
        return database->read([&](db::Connection& db) {
            std::vector<std::string> out;
            for (const auto& task : due_among(db, account, after, limit)) out.push_back(task.what);
            return out;
        });
    }
    std::vector<std::string> shared() {
        return database->read([&](db::Connection& db) {
            std::vector<std::string> out;
            for (const auto& task : listed(db, "area", area, {}, 10)) out.push_back(task.what);
            return out;
        });
    }
};
ON_EVERY_ENGINE(Tasks);

using Whats = std::vector<std::string>;

TEST_P(Tasks, AreAskedForOnceHoweverOften) {
    auto first = ask("plan/1", "2006-04-10", priya);
    EXPECT_EQ(ask("plan/1", "2006-04-20", sam), first);
    EXPECT_EQ(own(priya), Whats{"plan/1"});
    EXPECT_EQ(own(sam), Whats{});
}

TEST_P(Tasks, StandLongestDueFirstAndByPage) {
    ask("c", "2006-04-20", priya);
    auto a = ask("a", "2006-04-04", priya);
    ask("b", "2006-04-05", priya);
    EXPECT_EQ(own(priya), (Whats{"a", "b", "c"}));
    EXPECT_EQ(own(priya, {day("2006-04-04"), a}, 1), Whats{"b"});
    auto counts = database->read(
        [&](db::Connection& db) { return counts_of(db, priya, today).get().front(); });
    EXPECT_EQ(counts.overdue, 1);
    EXPECT_EQ(counts.today, 1);
    EXPECT_EQ(counts.week, 0);
    EXPECT_EQ(counts.later, 1);
}

TEST_P(Tasks, AreTakenFromTheListOfTheScopeAndDone) {
    auto id = to_text(ask("plan/2", "2006-04-10", std::nullopt));
    EXPECT_EQ(shared(), Whats{"plan/2"});
    ASSERT_TRUE(command({{"task", id}}, [](web::Context& context) { return take(context, {}); }));
    EXPECT_EQ(shared(), Whats{});
    EXPECT_EQ(own(priya), Whats{"plan/2"});
    auto done = [](web::Context& context) { return finish(context, {.note = "Written"}); };
    ASSERT_TRUE(command({{"task", id}}, done));
    EXPECT_EQ(own(priya), Whats{});
    EXPECT_EQ(command({{"task", id}}, done).error().kind, Error::Kind::Conflict);
}

TEST_P(Tasks, AreHandedOverWithAReasonAndThenSomebodyElses) {
    auto id = to_text(ask("plan/3", "2006-04-10", priya));
    auto hand = [&](HandOver given) {
        return command({{"task", id}},
                       [given](web::Context& context) { return hand_over_task(context, given); });
    };
    EXPECT_EQ(hand({.to = "sam.cole"}).error().fields.front().field, "reason");
    EXPECT_EQ(hand({.to = "no.body", .reason = "r"}).error().fields.front().field, "to");
    ASSERT_TRUE(hand({.to = "Sam.Cole ", .reason = "On leave"}));
    EXPECT_EQ(own(sam), Whats{"plan/3"});
    EXPECT_EQ(hand({.to = "priya.raman", .reason = "r"}).error().kind, Error::Kind::NotFound);
}

TEST_P(Tasks, HaveAnOwnerAndAState) {
    ask("plan/4", "2006-04-10", priya);
    ask("plan/5", "2006-04-10", std::nullopt);
    database->with_reader([&](db::Connection& db) {
        for (const auto& check : checks())
            EXPECT_TRUE(check.faults(db, today).empty()) << check.name;
    });
}

}  // namespace
}  // namespace noms::tasks
