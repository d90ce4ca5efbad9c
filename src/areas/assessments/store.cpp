#include "areas/assessments/store.hpp"

#include <algorithm>
#include <limits>

#include "areas/assessments/sql.gen.hpp"

namespace noms::assessments::store {

std::optional<Assessment> assessment(db::Connection& db, AssessmentId id) {
    return db::first<Assessment>(db, sql::assessment_by_id, id);
}

std::vector<Assessment> assessments_of(db::Connection& db,
                                       offenders::OffenderId offender,
                                       std::optional<AssessmentId> before,
                                       int limit) {
    constexpr AssessmentId after_all{std::numeric_limits<std::int64_t>::max()};
    return db::all<Assessment>(
        db, sql::assessments_page, offender, before.value_or(after_all), limit);
}

std::vector<Whole> current_among(db::Connection& db, Numbers offenders, Date day) {
    if (offenders.empty()) return {};
    return ask_current(db, offenders, day).get();
}

db::Asked<Whole> ask_current(db::Connection& db, Numbers offenders, Date day) {
    db::Asked<Whole> asked(db);
    db::Filler assessment(describe::type_of<Assessment>(), sql::current_among);
    db::Filler answer(describe::type_of<GivenAnswer>(), sql::current_among);
    const std::vector<db::Value> values{db::json_list(offenders), db::bind(day)};
    db.read_later(sql::current_among,
                  values,
                  [rows = asked.arriving(), assessment, answer](const db::Row& row) mutable {
                      GivenAnswer given;
                      answer.fill(&given, row);
                      if (rows->empty() || rows->back().assessment.id != given.assessment)
                          assessment.fill(&rows->emplace_back().assessment, row);
                      rows->back().answers.push_back(std::move(given));
                  });
    return asked;
}

std::optional<Assessment> unlocked_of(db::Connection& db, offenders::OffenderId offender) {
    return db::first<Assessment>(db, sql::unlocked_of, offender);
}

Whole whole(db::Connection& db, const Assessment& assessment) {
    Whole out{.assessment = assessment,
              .sections = db::all<SavedSection>(db, sql::sections_of, assessment.id),
              .answers = answers_among(db, std::span(&assessment.id.number, 1))};
    std::ranges::sort(out.answers, {}, &GivenAnswer::question);
    return out;
}

std::vector<GivenAnswer> answers_among(db::Connection& db, Numbers assessments) {
    if (assessments.empty()) return {};
    return db::all<GivenAnswer>(db, sql::answers_among, db::json_list(assessments));
}

std::vector<TierOverride> overrides_among(db::Connection& db, Numbers offenders) {
    if (offenders.empty()) return {};
    return ask_overrides(db, offenders).get();
}

db::Asked<TierOverride> ask_overrides(db::Connection& db, Numbers offenders) {
    return db::ask<TierOverride>(db, sql::overrides_among, db::json_list(offenders));
}

std::vector<Assessment> assessments_after(db::Connection& db, AssessmentId after, int limit) {
    return db::all<Assessment>(db, sql::assessments_after, after, limit);
}

}  // namespace noms::assessments::store
