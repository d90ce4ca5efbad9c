#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"

/// What the pages and their JSON twins show, loaded.
namespace noms::assessments {

/// One section of an assessment and where it stands.
struct SectionLine {
    std::string code{};
    std::string title{};
    Part part = Part::Needs;
    int answered = 0;
    int questions = 0;
    int missing = 0;  // that must be answered and are not
    int version = 0;  // 0: never saved
    std::string saved_by{};
    std::optional<Date> saved_on{};
    bool wanted = true;  // the full analysis is only where the screening calls for it
};
DESCRIBE(SectionLine,
         code,
         title,
         part,
         answered,
         questions,
         missing,
         version,
         saved_by,
         saved_on,
         wanted)

struct AssessmentView {
    Assessment assessment{};
    int edition = 0;
    std::vector<SectionLine> sections{};
    std::vector<MissingAnswer> missing{};
    Conclusions conclusions{};
    CountersignatureRuling countersignature{};
    std::vector<GivenAnswer> answers{};
};
DESCRIBE(
    AssessmentView, assessment, edition, sections, missing, conclusions, countersignature, answers)
AssessmentView view_of(db::Connection&, const Whole&, const offenders::Offender&);

/// Whether a second person must sign this one, held against the one before.
CountersignatureRuling countersignature_of(db::Connection&, const Whole&, std::optional<Sex>);
/// What differs from the assessment before; empty where there is none.
struct Compared {
    std::optional<Assessment> before{};
    std::vector<Difference> differences{};
};
DESCRIBE(Compared, before, differences)
Compared compared(db::Connection&, const Whole&);

/// The assessments of one offender, a page of them, and what is known now.
struct AssessmentsView {
    offenders::OffenderId offender{};
    AssessedNow now{};
    std::vector<Assessment> assessments{};
    bool more = false;
    std::vector<TierOverride> overrides{};
};
DESCRIBE(AssessmentsView, offender, now, assessments, more, overrides)
inline constexpr int assessments_a_page = 20;
AssessmentsView list_of(db::Connection&,
                        const offenders::Offender&,
                        std::optional<AssessmentId> before,
                        Date day);

}  // namespace noms::assessments
