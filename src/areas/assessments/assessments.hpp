#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "areas/assessments/answering.hpp"
#include "areas/assessments/facts.hpp"
#include "areas/assessments/oasys_needs.hpp"
#include "areas/assessments/ogp.hpp"
#include "areas/assessments/ogrs3.hpp"
#include "areas/assessments/ogrs3_stream.hpp"
#include "areas/assessments/ovp.hpp"
#include "areas/assessments/tier_1_to_4.hpp"
#include "areas/assessments/tier_a_to_g.hpp"
#include "areas/assessments/tier_two_axis.hpp"
#include "areas/assessments/tiering.hpp"
#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// What is known of an offender's risk and needs: assessments, predictors, needs, tier. A score
/// advises and a named person decides.
namespace noms::assessments {

/// What is known of one offender on a day, from the newest assessment that somebody signed.
struct AssessedNow {
    offenders::OffenderId offender{};
    std::optional<Assessment> assessment{};  // none: not assessed
    std::optional<Rosh> rosh{};
    std::vector<std::string> needs{};
    std::vector<SectionNeed> sections{};        // each scored section, also where nobody can say
    std::optional<int> reconviction_percent{};  // OGRS3 over two years
    TierNow tier{};
};
DESCRIBE(AssessedNow, offender, assessment, rosh, needs, sections, reconviction_percent, tier)
/// For each of these offenders, in their order; five questions, however many they are.
std::vector<AssessedNow> assessed_among(db::Connection&,
                                        std::span<const offenders::Offender>,
                                        Date day);
AssessedNow assessed_of(db::Connection&, const offenders::Offender&, Date day);
/// The same for a page that has the sentences and the place already: two questions.
AssessedNow assessed_of(db::Connection&,
                        const offenders::Offender&,
                        Date day,
                        const sentences::SentencesInFull&,
                        const std::optional<movements::Movement>& place);
/// Both questions, asked beside other things.
struct AskedAssessed {
    db::Later<std::vector<Whole>> current{};
    db::Later<std::vector<TierOverride>> overrides{};
};
AskedAssessed ask_assessed(db::Connection&, offenders::OffenderId, Date day);
AssessedNow assessed_of(AskedAssessed,
                        const offenders::Offender&,
                        Date day,
                        const sentences::SentencesInFull&,
                        const std::optional<movements::Movement>& place);
/// The same with every answer of the current assessment, by question.
struct AssessedInFull {
    AssessedNow now{};
    Answers answers{};
};
AssessedInFull assessed_in_full(db::Connection&,
                                const offenders::Offender&,
                                Date day,
                                const sentences::SentencesInFull&,
                                const std::optional<movements::Movement>& place);
/// The same without the tier: one question.
AssessedNow risk_and_needs_of(db::Connection&, const offenders::Offender&, Date day);
/// The highest risk of serious harm in words, "not decided" without one.
std::string rosh_in_words(const std::optional<Rosh>&);
/// The same in its colour.
page::Html rosh_tag(const std::optional<Rosh>&);
/// "3, Change", "One of 2, 3: facts are missing that decide it".
std::string in_words(const TierNow&);

// -- what areas above this one bring in, called by their serve() ----------------------------------

/// Whether the account is a senior officer on a day, who may countersign.
using SeniorityRule = std::function<bool(db::Connection&, record::AccountId, Date)>;
void ask_seniority(SeniorityRule);
/// What is to be done in the same transaction when an assessment was signed, countersigned or sent
/// back.
using AfterSigning = std::function<void(record::Changes&, db::Connection&, const Assessment&)>;
void after_signing(AfterSigning);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers `ogrs3`, `ogp`, `ovp`, `oasys-needs`, `assessment-countersignature` and the three
/// schemes of tiers for `noms rules`.
void register_rules();
/// This area's schema, numbers 120 to 129.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::assessments
