#include "areas/assessments/loading.hpp"

#include <algorithm>

namespace noms::assessments {
namespace {

bool is_for_life(const std::string& disposal) {
    return disposal == "LIFE_MAND" || disposal == "LIFE_DISC" || disposal == "IPP" ||
           disposal == "DPP";
}

/// Runs on `day` as far as is known: an end that nobody can tell has not come.
bool runs(const sentences::Sentence& sentence, const std::vector<sentences::Run>& all, Date day) {
    if (day < sentence.imposed_on) return false;
    auto ends = sentences::ending_of(sentences::run_of(sentence), all);
    return !ends.until || day < *ends.until;
}

RunningSentence running(const sentences::Sentence& sentence, const TierRows& rows) {
    RunningSentence out{.custodial = sentences::is_custody(sentence.disposal),
                        .for_life = is_for_life(sentence.disposal),
                        .imposed_on = sentence.imposed_on};
    for (const auto& each : rows.required)
        if (each.sentence == sentence.id)
            out.requirements.push_back({each.kind, each.reduces_reoffending});
    return out;
}

}  // namespace

std::optional<Sex> sex_of(const offenders::Offender& who) {
    if (who.sex == offenders::Sex::NotKnown) return std::nullopt;
    return who.sex == offenders::Sex::Male ? Sex::M : Sex::F;
}

RecordFacts record_facts(db::Connection& db, const offenders::Offender& who, Date day) {
    std::span one(&who.id.number, 1);
    RecordFacts facts{.birth_date = who.birth_date};
    auto passed = sentences::sentences_of(db, one);
    auto offences = sentences::offences_of(db, one);
    for (const auto& hearing : sentences::appearances_of(db, one)) {
        Occasion occasion{.on = hearing.heard_on};
        bool sentenced = false;
        for (const auto& each : passed) {
            if (each.appearance != hearing.id || sentences::never_stood(each)) continue;
            sentenced = true;
            occasion.custodial |= sentences::is_custody(each.disposal);
            auto offence = std::ranges::find(offences, each.offence, &sentences::Offence::id);
            if (offence != offences.end()) occasion.offences.push_back(offence->code);
        }
        if (sentenced && occasion.on <= day) facts.occasions.push_back(std::move(occasion));
    }
    std::ranges::stable_sort(facts.occasions, {}, &Occasion::on);
    return facts;
}

TierRows tier_rows(db::Connection& db, std::span<const std::int64_t> offenders, Date day) {
    TierRows rows{.sentences = sentences::sentences_of(db, offenders)};
    for (auto& each : sentences::requirements_of(db, offenders))
        rows.required.push_back({each.sentence, std::move(each.kind), each.reduces_reoffending});
    rows.places = movements::place_of(db, offenders, movements::end_of(day));
    return rows;
}

TierRecord tier_record(const TierRows& rows, const offenders::Offender& who, Date day) {
    TierRecord record{.sex = sex_of(who)};
    auto place = std::ranges::find(rows.places, who.id, &movements::Movement::offender);
    if (place != rows.places.end())
        record.in_community = place->place == movements::Place::Community;
    std::vector<sentences::Run> all;
    for (const auto& each : rows.sentences)
        if (each.offender == who.id) all.push_back(sentences::run_of(each));
    for (const auto& each : rows.sentences)
        if (each.offender == who.id && runs(each, all, day))
            record.sentences.push_back(running(each, rows));
    return record;
}

}  // namespace noms::assessments
