#include <algorithm>

#include "areas/management/management.hpp"

namespace noms::management {

std::map<std::int64_t, Running> running_among(db::Connection& db, Numbers offenders, Date day) {
    std::map<std::int64_t, Running> out;
    for (auto& [offender, runs] : sentences::runs_of(db, offenders)) {
        const sentences::StandingFacts facts{.day = day, .sentences = std::move(runs)};
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
