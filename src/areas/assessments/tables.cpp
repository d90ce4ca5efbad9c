#include "areas/assessments/facts.hpp"

namespace noms::assessments {

const record::Table<Assessment> assessments{"assessment", "id"};
const record::Table<SavedSection> saved_sections{"assessment_section", "assessment,section"};
const record::Table<GivenAnswer> given_answers{"assessment_answer", "assessment,question"};
const record::Table<TierOverride> tier_overrides{"assessment_tier_override", "id"};

}  // namespace noms::assessments
