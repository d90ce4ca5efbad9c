#include "areas/plans/sql.gen.hpp"
#include "areas/plans/store.hpp"

/// What must hold over all plans.
namespace noms::plans {
namespace {

constexpr int at_once = 500;

std::vector<record::Fault> review_days(db::Connection& db, Date) {
    std::vector<record::Fault> faults;
    for (SigningId after{};;) {
        auto some = store::signings_after(db, after, at_once);
        if (some.empty()) return faults;
        for (const auto& each : some)
            if (each.review_on != management::review_after(each.signed_on).due_on)
                faults.push_back({"plan_signing " + to_text(each.id),
                                  "is reviewed on another day than National Standards give"});
        after = some.back().id;
    }
}

}  // namespace

std::vector<record::Check> checks() {
    return {record::check_of(sql::doctor_plan_signing_words,
                             "a plan is signed in the offender's words, or says why not",
                             "plan_signing"),
            record::check_of(sql::doctor_plan_step_words,
                             "an objective that has a place has plain words",
                             "plan_step"),
            {.name = "plans/review_days",
             .holds = "a plan is reviewed by the day of National Standards",
             .over = "plan_signing",
             .faults = &review_days}};
}

}  // namespace noms::plans
