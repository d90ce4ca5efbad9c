#include "areas/release_dates/engine/release_laws.hpp"

#include <algorithm>
#include <array>

#include "areas/release_dates/engine/day_counts.hpp"
#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

/// Changes of the release point in the order in which they are looked at.
constexpr std::array changes{ReleaseLaw::Sds40, ReleaseLaw::Sds40Further, ReleaseLaw::Progression};

/// Nothing for a law that the profile does not have.
std::optional<Day> commencement(ReleaseLaw law, const Law& figures) {
    switch (law) {
        case ReleaseLaw::Sds40: return figures.sds_40.commences;
        case ReleaseLaw::Sds40Further: return figures.further.commences;
        case ReleaseLaw::Progression:
            return figures.progression ? std::optional(figures.progression->commences)
                                       : std::nullopt;
        case ReleaseLaw::Standing: break;
    }
    return std::nullopt;
}

bool progression_covers(const Part& part, const ReleaseChange& progression) {
    const bool would_be_sds_plus_today = part.is_sds_plus_offence_and_length && !part.is_sds_plus;
    return is_standard(part) && !part.is_section_250 && !part.recall && !would_be_sds_plus_today &&
           !part.exclusions.any_of(progression.excluded);
}

/// The latest law in force on `day` that passes the test.
template <class Test>
ReleaseLaw latest_law(const Law& figures, Day day, Test&& reaches) {
    auto found = ReleaseLaw::Standing;
    std::optional<Day> since;
    for (auto law : changes) {
        auto commences = commencement(law, figures);
        if (!commences || *commences > day || (since && *commences < *since) || !reaches(law))
            continue;
        found = law;
        since = commences;
    }
    return found;
}

/// Under the progression model short sentences for old offences have a licence too (8.1).
void take(Sentence& sentence, const LawTaken& law, const Law& figures) {
    sentence.law = law;
    const bool without_licence =
        !sentence.offence_on || *sentence.offence_on < figures.licence_under_12_months;
    if (law.name != ReleaseLaw::Progression || !sentence.is_shorter_than(12) || !without_licence)
        return;
    sentence.identified.swap(DateType::SED, DateType::SLED);
    sentence.identified.swap(DateType::ARD, DateType::CRD);
}

}  // namespace

bool covers(ReleaseLaw law, const Part& part, const Law& figures) {
    switch (law) {
        case ReleaseLaw::Standing: return is_standard(part);
        case ReleaseLaw::Sds40:
            return is_plain_standard(part) && !part.exclusions.any_of(figures.sds_40.excluded);
        case ReleaseLaw::Sds40Further:
            return is_plain_standard(part) && part.exclusions.any_of(figures.further.offences);
        case ReleaseLaw::Progression: break;
    }
    return figures.progression && progression_covers(part, *figures.progression);
}

Fraction share_under(ReleaseLaw law, const Part& part, const Law& figures) {
    switch (law) {
        case ReleaseLaw::Sds40: return figures.sds_40.standard;
        case ReleaseLaw::Sds40Further: return figures.further.share;
        case ReleaseLaw::Progression:
            return part.is_sds_plus ? *figures.progression->sds_plus
                                    : figures.progression->standard;
        case ReleaseLaw::Standing: break;
    }
    return standing_share(part, figures);
}

bool covers_any(ReleaseLaw law, const Sentence& sentence, const Case& facts) {
    return std::ranges::any_of(sentence.parts,
                               [&](int i) { return covers(law, facts.part(i), facts.law); });
}

void take_share(int part, Case& facts, Day day) {
    const auto& passed = facts.part(part);
    if (!is_standard(passed)) return;
    const auto law = latest_law(
        facts.law, day, [&](ReleaseLaw each) { return covers(each, passed, facts.law); });
    facts.share[size_t(part)] = share_under(law, passed, facts.law);
}

void take_law_in_force(Sentence& sentence, const Case& facts, Day day) {
    const auto law = latest_law(
        facts.law, day, [&](ReleaseLaw each) { return covers_any(each, sentence, facts); });
    take(sentence, {.name = law}, facts.law);
}

void change_law(Sentence& sentence, Case& facts, const LawTaken& law) {
    for (int i : sentence.parts)
        if (covers(law.name, facts.part(i), facts.law))
            facts.share[size_t(i)] = share_under(law.name, facts.part(i), facts.law);
    count_days(sentence, facts);
    take(sentence, law, facts.law);
}

}  // namespace noms::release_dates
