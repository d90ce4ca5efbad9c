#include <algorithm>

#include "areas/challenges/handlers.hpp"
#include "areas/challenges/sql.gen.hpp"
#include "areas/challenges/store.hpp"

/// What must hold over all challenges.
namespace noms::challenges {
namespace {

constexpr int at_once = 500;

using Faults = std::vector<record::Fault>;

void look_at(db::Connection& db, const std::vector<Challenge>& some, Faults& faults) {
    std::vector<std::int64_t> people;
    for (const auto& each : some) people.push_back(each.offender.number);
    auto open = tasks::open_about(db, people);
    for (const auto& each : some) {
        auto asked = std::ranges::count_if(
            open, [&](const tasks::Task& task) { return is_about(task, each.id); });
        auto last = deadline({.received_on = each.received_on});
        if (asked != (each.answered_on ? 0 : 1))
            faults.push_back({"challenge " + to_text(each.id),
                              "waits without the one task that asks for its answer, or has it "
                              "after it"});
        if (!last || last->due_on != each.due_on)
            faults.push_back(
                {"challenge " + to_text(each.id), "has another last day than the rule gives"});
    }
}

Faults task_and_day(db::Connection& db, Date) {
    Faults faults;
    for (ChallengeId after{};;) {
        auto some = store::challenges_after(db, after, at_once);
        if (some.empty()) return faults;
        look_at(db, some, faults);
        after = some.back().id;
    }
}

}  // namespace

std::vector<record::Check> checks() {
    const std::string over = "challenge";
    return {
        record::check_of(sql::doctor_challenge_answer,
                         "an answer has its day, its outcome, its reasons and a name",
                         over),
        record::check_of(sql::doctor_challenge_order,
                         "a challenge is received before it is due or answered",
                         over),
        record::check_of(sql::doctor_challenge_subject, "a challenge says what it is about", over),
        {.name = "challenges/task_and_day",
         .holds = "a challenge waits with one task, until the day of the rule",
         .over = over,
         .faults = &task_and_day}};
}

}  // namespace noms::challenges
