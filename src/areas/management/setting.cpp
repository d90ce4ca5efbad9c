#include <algorithm>

#include "areas/management/management.hpp"

namespace noms::management {

std::map<std::int64_t, Running> running_among(db::Connection& db, Numbers offenders, Date day) {
    std::map<std::int64_t, sentences::StandingFacts> all;
    for (const auto& row : sentences::sentences_of(db, offenders))
        all[row.offender.number].sentences.push_back(sentences::run_of(row));
    std::map<std::int64_t, Running> out;
    for (auto& [offender, facts] : all) {
        facts.day = day;
        auto standing = sentences::standing(facts);
        out[offender].managed = standing && standing->managed;
        out[offender].custody = std::ranges::any_of(facts.sentences, [&](const auto& run) {
            auto ends = sentences::ending_of(run, facts.sentences);
            return sentences::is_custody(run.disposal) && run.imposed_on <= day &&
                   !(ends.until && *ends.until <= day);
        });
    }
    return out;
}

CaseSetting setting_of(const movements::Movement* at, const Running& running) {
    using movements::Place;
    if (at && (at->place == Place::AtLarge || at->place == Place::Abroad))
        return CaseSetting::Elsewhere;
    if (at && at->prison && at->place != Place::Community) return CaseSetting::Custody;
    if (!running.managed || (running.custody && !at)) return CaseSetting::NotKnown;
    return running.custody ? CaseSetting::Licence : CaseSetting::Order;
}

}  // namespace noms::management
