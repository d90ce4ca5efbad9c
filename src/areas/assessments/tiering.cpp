#include "areas/assessments/tiering.hpp"

#include <algorithm>

#include "areas/assessments/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

/// What the sentences that run say to the tiers of the model of 2006.
void add_sentences(Tier1To4Facts& facts, const TierRecord& record) {
    bool for_life = false, supervised = false, rehabilitative = false, treated = false;
    bool programme = false;
    size_t requirements = 0;
    for (const auto& sentence : record.sentences) {
        for_life |= sentence.for_life;
        requirements += sentence.requirements.size();
        for (const auto& [kind, reduces_reoffending] : sentence.requirements) {
            supervised |= kind == "REQ_SUP";
            programme |= kind == "REQ_PRG";
            treated |= kind == "REQ_DRR" || kind == "REQ_ATR" || kind == "REQ_MHT";
            rehabilitative |= reduces_reoffending;
        }
    }
    bool alone = record.sentences.size() == 1 && !record.sentences.front().custodial;
    facts.life_or_ipp_licence = for_life ? record.in_community : std::optional(false);
    facts.supervision_requirement = supervised;
    facts.accredited_programme = programme;
    facts.treatment_requirement = treated;
    facts.rehabilitative_requirement = rehabilitative;
    facts.single_punitive_requirement = alone && requirements == 1 && !rehabilitative;
}

Tier1To4Facts facts_1_to_4(const TierRecord& record,
                           const std::string& form,
                           const Answers& answers) {
    auto facts = fed<Tier1To4Facts>("tier", form, answers);
    const auto known = conclusions_of(form, answers, record.sex);
    if (known.needs.needs == known.needs.needs_at_most) facts.linked_needs = known.needs.needs;
    facts.reconviction_two_year_percent = reconviction_percent(known);
    add_sentences(facts, record);
    return facts;
}

void by_1_to_4(TierNow& now,
               const TierRecord& record,
               const std::string& form,
               const Answers& answers) {
    auto ruling = tier_1_to_4(facts_1_to_4(record, form, answers));
    if (!ruling) return;
    if (ruling->tier) now.tier = std::to_string(*ruling->tier);
    now.approach = ruling->approach;
    for (int tier : ruling->could_be) now.could_be.push_back(std::to_string(tier));
    now.what_would_change = ruling->what_would_change;
    now.because = ruling->because;
}

std::string code_of(Rosh rosh) {
    static constexpr const char* codes[] = {"RLRH", "RMRH", "RHRH", "RVHR"};
    return codes[size_t(rosh)];
}

void by_two_axes(TierNow& now,
                 Date day,
                 const TierRecord& record,
                 const Assessment* assessment,
                 const Answers& answers) {
    TierTwoAxisFacts facts{.day = day, .sex = record.sex.value_or(Sex::M)};
    if (assessment) {
        const auto& form = assessment->form;
        auto known = conclusions_of(form, answers, record.sex);
        facts.ogrs_two_year_percent = reconviction_percent(known);
        facts.assessment = fed<TierAssessment>("two_axis", form, answers);
        for (const auto& each : known.needs.sections)
            facts.assessment->needs.push_back({each.section, each.severity});
        auto given = fed<Tier1To4Facts>("tier", form, answers);
        auto since = *assessment->signed_on;
        if (given.rosh) facts.registrations.push_back({code_of(*given.rosh), {}, since});
        if (given.mappa_level.value_or(0) > 0)
            facts.registrations.push_back(
                {"MAPP", "M" + std::to_string(*given.mappa_level), since});
    }
    for (const auto& sentence : record.sentences) {
        TierConviction conviction{.sentence_type = sentence.custodial ? "SC" : "CO"};
        for (const auto& [kind, reduces_reoffending] : sentence.requirements)
            conviction.requirements.push_back(
                {kind == "REQ_UPW" ? "W" : kind, !reduces_reoffending && kind != "REQ_UPW"});
        facts.convictions.push_back(std::move(conviction));
    }
    auto ruling = tier_two_axis(facts);
    if (!ruling) return;
    now.tier = ruling->tier;
    now.not_known = ruling->not_known;
    if (!record.sex) now.not_known.emplace_back("sex");
    now.what_would_change = ruling->what_would_change;
    now.because = ruling->because;
}

/// Its two predictors are of a family whose terms nobody here has: without them there is no tier.
void by_a_to_g(TierNow& now, Date day, const TierRecord& record) {
    auto ruling = tier_a_to_g({.day = day, .supervised = !record.sentences.empty()});
    if (!ruling) return;
    now.tier = ruling->tier.value_or("");
    now.because = ruling->because;
    if (ruling->state == TierState::Missing)
        now.not_known = {"all_reoffending", "serious_reoffending"};
}

}  // namespace

const TierScheme* tier_scheme_on(Date day) {
    static const auto all = rows::read<TierScheme>(data::tier_scheme);
    const TierScheme* found = nullptr;
    for (const auto& each : all)
        if (each.from_day <= day) found = &each;
    return found;
}

TierNow tier_on(Date day,
                const TierRecord& record,
                const Assessment* assessment,
                const Answers& answers,
                const std::vector<TierOverride>& overrides) {
    TierNow now;
    const auto* scheme = tier_scheme_on(day);
    if (!scheme) return now;
    now.scheme = scheme->scheme;
    now.scheme_name = scheme->name;
    now.certainty = scheme->certainty;
    if (scheme->scheme == "tier-1-to-4")
        by_1_to_4(now, record, assessment ? assessment->form : "", answers);
    else if (scheme->scheme == "tier-two-axis")
        by_two_axes(now, day, record, assessment, answers);
    else
        by_a_to_g(now, day, record);
    for (const auto& each : overrides)
        if (each.scheme == now.scheme && each.holds_on(day) && !now.set_instead)
            now.set_instead = each;
    return now;
}

std::vector<std::string> tiers_in(std::string_view scheme) {
    if (scheme == "tier-1-to-4") return {"1", "2", "3", "4"};
    if (scheme == "tier-a-to-g") return {"A", "B", "C", "D", "E", "F", "G"};
    std::vector<std::string> out;
    for (char letter : {'A', 'B', 'C', 'D'})
        for (char figure : {'0', '1', '2', '3'}) out.push_back({letter, figure});
    return out;
}

}  // namespace noms::assessments
