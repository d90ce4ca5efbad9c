#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/form.hpp"
#include "areas/assessments/oasys_needs.hpp"
#include "areas/assessments/score.hpp"
#include "areas/assessments/tier_1_to_4.hpp"
#include "areas/assessments/tier_two_axis.hpp"

/// What follows from the answers of an assessment: needs, predictors, the highest risk of serious
/// harm. The form says which answer feeds which fact of which rule set. Pure.
namespace noms::assessments {

/// Fills every fact of `object` that some answer feeds. A fact with several questions is their sum,
/// or of levels the highest; one whose answer is missing, or not known, stays empty.
void feed(const describe::Type&,
          void* object,
          std::string_view rule_set,
          std::string_view form,
          const Answers&);
template <class Facts>
Facts fed(std::string_view rule_set, std::string_view form, const Answers& answers) {
    Facts facts{};
    feed(describe::type_of<Facts>(), &facts, rule_set, form, answers);
    return facts;
}

/// A fact that went into a predictor, by its name: "previous_sanctions" "5".
struct PredictorInput {
    std::string fact{};
    std::string value{};
};
DESCRIBE(PredictorInput, fact, value)
struct Predicted {
    Score score{};
    std::vector<PredictorInput> inputs{};
    std::string fault{};  // why the rule refused the facts; empty: it did not
};
DESCRIBE(Predicted, score, inputs, fault)

/// All that is computed from one assessment.
struct Conclusions {
    NeedsRuling needs{};
    std::vector<Predicted> predictors{};  // OGRS3, OGP, OVP
    std::optional<Rosh> rosh{};           // the highest of all groups; null: not all are decided
};
DESCRIBE(Conclusions, needs, predictors, rosh)
/// `sex` as the record has it.
Conclusions conclusions_of(std::string_view form, const Answers&, std::optional<Sex> sex);

/// The titles of the sections in which there is a need for certain.
std::vector<std::string> need_titles(const NeedsRuling&);
/// The whole per cent of OGRS3 over two years, where it is known.
std::optional<int> reconviction_percent(const Conclusions&);

}  // namespace noms::assessments
