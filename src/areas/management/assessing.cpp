#include "areas/management/assessing.hpp"

#include "areas/management/data.gen.hpp"
#include "areas/management/rules_standards.hpp"
#include "areas/management/store.hpp"
#include "kit/describe/rows.hpp"

/// What managing a case has to do with assessments: who may countersign, and the clocks that a
/// signature starts and stops.
namespace noms::management {
namespace {

constexpr std::string_view review_kind = "assessment_review";

/// The row of data/countersign.csv: how long a second signature may take.
struct CountersignStandard {
    int working_days = 0;
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(CountersignStandard, working_days, rule, cite, certainty)

/// One for each first signature: sent back and signed again, the second is asked for again.
std::string countersign_source(const assessments::Assessment& assessment, int version) {
    return "assessment/" + to_text(assessment.id) + "/countersign/" + std::to_string(version);
}

/// Asks the officer on duty for the area, or its list where nobody is, for the second signature.
void ask_for_second(record::Changes& changes,
                    db::Connection& db,
                    const assessments::Assessment& assessment) {
    auto manager = manager_of(db, assessment.offender, changes.command().day);
    if (!manager || !manager->area) return;
    static const auto standard = rows::read<CountersignStandard>(data::countersign).at(0);
    tasks::Task task{
        .offender = assessment.offender,
        .kind = "assessment_countersign",
        .what = "Look at the assessment and countersign it",
        .counted_from = *assessment.signed_on,
        .due_on = tasks::working_days_after(*assessment.signed_on, standard.working_days),
        .rule = standard.rule,
        .cite = standard.cite,
        .certainty = standard.certainty,
        .list_kind = "area",
        .list_body = manager->area->number,
        .source = countersign_source(assessment, assessment.version)};
    auto duties = store::duties_on(db, std::span(&manager->area->number, 1), task.counted_from);
    if (!duties.empty() && duties.front().account && duties.front().account != assessment.signer) {
        task.account = duties.front().account;
        task.list_kind.clear();
        task.list_body = 0;
    }
    tasks::open(changes, db, task);
}

void close_reviews(record::Changes& changes,
                   db::Connection& db,
                   const assessments::Assessment& assessment) {
    for (const auto& task : tasks::open_about(db, std::span(&assessment.offender.number, 1)))
        if (task.kind == review_kind)
            tasks::close(changes, task, tasks::TaskState::Done, "Assessed again");
}

/// The next assessment, for the manager of the day, as National Standards have it.
void open_review(record::Changes& changes,
                 db::Connection& db,
                 const assessments::Assessment& assessment) {
    auto manager = manager_of(db, assessment.offender, changes.command().day);
    if (!manager) return;
    auto review = review_after(*assessment.signed_on);
    tasks::open(changes,
                db,
                {.offender = assessment.offender,
                 .kind = std::string(review_kind),
                 .what = "Review the assessment",
                 .counted_from = *assessment.signed_on,
                 .due_on = review.due_on,
                 .rule = review.rule + " from the assessment before",
                 .cite = review.cite,
                 .certainty = review.certainty,
                 .account = manager->manager,
                 .source = "assessment/" + to_text(assessment.id) + "/review"});
}

}  // namespace

bool is_senior(db::Connection& db, record::AccountId account, Date day) {
    auto officer = officer_on(db, account, day);
    return officer && officer->grade >= Grade::SeniorOfficer;
}

void assessment_signed(record::Changes& changes,
                       db::Connection& db,
                       const assessments::Assessment& assessment) {
    if (assessment.state == assessments::AssessmentState::Signed) {
        ask_for_second(changes, db, assessment);
        return;
    }
    bool is_locked = assessment.state == assessments::AssessmentState::Locked;
    tasks::close_asked(changes,
                       db,
                       countersign_source(assessment, assessment.version - 1),
                       tasks::TaskState::Done,
                       is_locked ? "Countersigned" : "Sent back");
    if (!is_locked) return;
    close_reviews(changes, db, assessment);
    open_review(changes, db, assessment);
}

void hear_of_assessments() {
    assessments::ask_seniority(&is_senior);
    assessments::after_signing(&assessment_signed);
}

}  // namespace noms::management
