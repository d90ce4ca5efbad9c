#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// Criminogenic needs from the scored sections of OASys.
namespace noms::assessments {

/// San: the strengths and needs form, which has other thresholds.
enum class NeedsForm { Standard, San };
DESCRIBE_ENUM(NeedsForm, Standard, San)
enum class Severity { None, Standard, Severe };
DESCRIBE_ENUM(Severity, None, Standard, Severe)

/// "11.7" and its score: 0 none, 1 some, 2 significant; yes 2, no 0. Null: asked and not known.
struct ScoredAnswer {
    std::string question{};
    std::optional<int> score{};
};
DESCRIBE(ScoredAnswer, question, score)

/// What the assessor ticked for a section; one that is not listed has no tick.
struct NeedTicks {
    int section = 0;
    bool linked_to_harm = false;         // N.98, 4.96
    bool linked_to_reoffending = false;  // N.99, 4.98
    bool low_score_needs_attention = false;
};
DESCRIBE(NeedTicks, section, linked_to_harm, linked_to_reoffending, low_score_needs_attention)

/// A question that is not listed is not known.
struct NeedsFacts {
    std::optional<NeedsForm> form{};
    std::vector<ScoredAnswer> answers{};
    std::vector<NeedTicks> ticks{};
    std::optional<bool> children_at_risk{};     // R2.1
    std::optional<bool> children_of_concern{};  // R2.2
};
DESCRIBE(NeedsFacts, form, answers, ticks, children_at_risk, children_of_concern)

/// One section. `score` counts the answers that are known and is null when none is; `score_at_most`
/// takes the rest at their worst. `need` and `severity` are null where the rest could change them.
struct SectionNeed {
    int section = 0;
    std::string name{};
    std::optional<int> score{};
    int score_at_most = 0;
    int maximum = 0;
    std::optional<Severity> severity{};
    std::optional<bool> need{};
    std::vector<std::string> not_known{};
};
DESCRIBE(SectionNeed, section, name, score, score_at_most, maximum, severity, need, not_known)
struct NeedsRuling {
    std::vector<SectionNeed> sections{};
    int needs = 0;          // sections in which there is one for certain
    int needs_at_most = 0;  // with those that nobody can say
    std::optional<bool> child_safeguarding{};
    std::vector<std::string> not_scored{};  // questions that count in no section
    std::vector<law::Ground> because{};
};
DESCRIBE(NeedsRuling, sections, needs, needs_at_most, child_safeguarding, not_scored, because)

/// Section scores, severities and needs. Refused when a score is out of range or given twice.
Result<NeedsRuling> oasys_needs(const NeedsFacts&);

}  // namespace noms::assessments
