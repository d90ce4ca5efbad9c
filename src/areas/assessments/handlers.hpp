#pragma once

#include <string>

#include "areas/assessments/answering.hpp"
#include "areas/assessments/facts.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/web/api.hpp"

/// The commands on assessments and tiers.
namespace noms::assessments {

struct Start {
    bool copy_last = false;
};
DESCRIBE(Start, copy_last)

/// `seen` is the edition that was looked at.
struct Sign {
    int seen = 0;
};
DESCRIBE(Sign, seen)
struct Countersign {
    int seen = 0;
};
DESCRIBE(Countersign, seen)
struct SendBack {
    std::string reason{};
};
DESCRIBE(SendBack, reason)

struct SetTier {
    std::string tier{};
    std::string reason{};
    Date until_day{};
};
DESCRIBE(SetTier, tier, reason, until_day)
struct EndTier {
    std::string reason{};
};
DESCRIBE(EndTier, reason)

/// What a command touched; `next` is the section to go on with, empty for none.
struct Touched {
    offenders::OffenderId offender{};
    AssessmentId assessment{};
    std::string next{};
    int edition = 0;
};
DESCRIBE(Touched, offender, assessment, next, edition)

/// Begins an assessment, filled in from the record. A conflict while another is not yet locked.
Result<Touched> start(web::Context&, const Start&);
Result<Touched> save_section(web::Context&, const SaveSection&);
Result<Touched> sign(web::Context&, const Sign&);
Result<Touched> countersign(web::Context&, const Countersign&);
Result<Touched> send_back(web::Context&, const SendBack&);
/// Signs another tier than the rules give, until a day. It ends the one that was set before.
Result<TierOverride> set_tier(web::Context&, const SetTier&);
Result<TierOverride> end_tier(web::Context&, const EndTier&);

/// The assessment that the address names, of the offender it names; and its section.
Result<Assessment> assessment_in(web::Context&);
Result<FormSection> section_in(web::Context&, const Assessment&);

/// Whether the actor may answer: whoever leads the case, and staff of the prison that holds the
/// person.
bool may_answer(web::Context&, offenders::OffenderId);
/// Whether the actor leads the case: manages it on the day, or is a senior officer.
bool leads(web::Context&, offenders::OffenderId);
bool is_senior(db::Connection&, record::AccountId, Date day);

}  // namespace noms::assessments
