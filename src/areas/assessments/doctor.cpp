#include <map>

#include "areas/assessments/assessments.hpp"
#include "areas/assessments/sql.gen.hpp"
#include "areas/assessments/store.hpp"

/// What must hold over all assessments.
namespace noms::assessments {
namespace {

constexpr int assessments_at_once = 200;

/// Every answer is one that its form has, and nothing that must be answered is missing where
/// somebody signed.
std::vector<record::Fault> against_their_form(db::Connection& db, Date) {
    std::vector<record::Fault> out;
    AssessmentId last{};
    for (;;) {
        auto batch = store::assessments_after(db, last, assessments_at_once);
        if (batch.empty()) return out;
        last = batch.back().id;
        std::vector<std::int64_t> ids;
        for (const auto& each : batch) ids.push_back(each.id.number);
        std::map<AssessmentId, Answers> answers;
        for (auto& each : store::answers_among(db, ids))
            if (!each.answer.empty())
                answers[each.assessment][each.question] = std::move(each.answer);
        for (const auto& each : batch) {
            auto fault = [&](std::string words) {
                out.push_back({"assessment " + to_text(each.id), std::move(words)});
            };
            for (const auto& [code, answer] : answers[each.id]) {
                const auto* question = question_of(each.form, code);
                if (!question || fault_of(*question, answer))
                    fault("has an answer that its form does not have: " + code);
            }
            bool is_signed = each.state != AssessmentState::Open;
            if (is_signed && !missing_in(each.form, answers[each.id]).empty())
                fault("was signed although an answer is missing");
        }
    }
}

}  // namespace

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds, std::string over = "assessment") {
        return record::check_of(query, std::move(holds), std::move(over));
    };
    return {check(sql::doctor_signed_without_signer, "what is signed has its signer"),
            check(sql::doctor_countersigned_by_signer, "a second signature is a second person's"),
            check(sql::doctor_copied_from_another, "a copy is of the same person's assessment"),
            check(sql::doctor_two_open, "one assessment at a time is being made of a person"),
            check(sql::doctor_override_without_reason,
                  "a tier set by hand has its reason, its name and its end",
                  "assessment_tier_override"),
            {.name = "assessments/doctor_form",
             .holds = "every answer is one of the form, and none is missing where somebody signed",
             .over = "assessment_answer",
             .faults = &against_their_form}};
}

}  // namespace noms::assessments
