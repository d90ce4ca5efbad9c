#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/tier.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored of assessments: the answers, who gave them, who signed. Scores, needs and tiers
/// are computed.
namespace noms::assessments {

/// Open: being answered. Signed: waits for a second person. Locked: nothing changes any more.
enum class AssessmentState { Open, Signed, Locked };
DESCRIBE_ENUM(AssessmentState, Open, Signed, Locked)

/// One assessment of one person on one form. `sent_back` says why a second person wanted more.
struct Assessment {
    Id<Assessment> id{};
    offenders::OffenderId offender{};
    int version = 1;
    std::string form{};  // of data/form_version.csv
    AssessmentState state = AssessmentState::Open;
    std::optional<Id<Assessment>> copied_from{};
    Date started_on{};
    std::string started_by{};
    std::optional<Date> signed_on{};
    std::optional<record::AccountId> signer{};
    std::string signed_by{};
    std::optional<Date> countersigned_on{};
    std::optional<record::AccountId> countersigner{};
    std::string countersigned_by{};
    std::string sent_back{};
};
DESCRIBE(Assessment,
         id,
         offender,
         version,
         form,
         state,
         copied_from,
         started_on,
         started_by,
         signed_on,
         signer,
         signed_by,
         countersigned_on,
         countersigner,
         countersigned_by,
         sent_back)
using AssessmentId = Id<Assessment>;

/// How often a section was saved, and who did so last: what a second person's form is held against.
struct SavedSection {
    AssessmentId assessment{};
    std::string section{};
    int version = 1;
    Date saved_on{};
    std::string saved_by{};
};
DESCRIBE(SavedSection, assessment, section, version, saved_on, saved_by)

/// Typed by somebody, filled in from the record, or copied from the assessment before.
enum class CameFrom { Typed, Record, Previous };
DESCRIBE_ENUM(CameFrom, Typed, Record, Previous)

/// One answer: a choice of data/form_choice.csv, a number or words; empty when it was taken away
/// again. Not answered is never a nought.
struct GivenAnswer {
    AssessmentId assessment{};
    std::string question{};
    std::string answer{};
    CameFrom came_from = CameFrom::Typed;
    Date answered_on{};
    std::string answered_by{};
};
DESCRIBE(GivenAnswer, assessment, question, answer, came_from, answered_on, answered_by)

/// Another tier than the rules give, over [from, until): signed, with its reason and its end.
/// `instead_of` is what the rules gave when it was signed.
struct TierOverride {
    Id<TierOverride> id{};
    offenders::OffenderId offender{};
    std::string scheme{};
    std::string tier{};
    std::string instead_of{};
    std::string reason{};
    Date from_day{};
    Date until_day{};
    std::string set_by{};
    std::optional<Date> ended_on{};
    std::string ended_by{};
    std::string end_reason{};

    bool holds_on(Date day) const {
        return from_day <= day && day < until_day && (!ended_on || day < *ended_on);
    }
};
DESCRIBE(TierOverride,
         id,
         offender,
         scheme,
         tier,
         instead_of,
         reason,
         from_day,
         until_day,
         set_by,
         ended_on,
         ended_by,
         end_reason)

extern const record::Table<Assessment> assessments;
extern const record::Table<SavedSection> saved_sections;
extern const record::Table<GivenAnswer> given_answers;
extern const record::Table<TierOverride> tier_overrides;

}  // namespace noms::assessments
