#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/release_dates/engine/facts.hpp"
#include "kit/law/law.hpp"

/// The dated figures of law/*.toml, read once and handed to every calculation.
namespace noms::release_dates {

using law::Fraction;
inline bool operator==(const Fraction& a, const Fraction& b) {
    return a.over * b.under == b.over * a.under;
}

/// A law that changed the release point of standard determinate sentences.
enum class ReleaseLaw { Standing, Sds40, Sds40Further, Progression };

/// Those who are reached on one day: with every sentence shorter than so many years, or no longer
/// than so many days; without a bound, all the rest.
struct Tranche {
    Day from{};
    std::optional<int> under_years{};
    std::optional<int> days_at_most{};
};

/// A change of the release point that comes in tranches.
struct ReleaseChange {
    Day commences{};
    Fraction standard{};
    std::optional<Fraction> sds_plus{};  // empty: these are not changed
    Exclusions excluded{};
    std::vector<Tranche> tranches{};
};

/// Offences put back to half after an earlier change.
struct FurtherExclusions {
    Day commences{};
    Fraction share{};
    Exclusions offences{};
};

struct Curfew {
    int half_below = 0;  // days in custody
    int longest = 0;     // days before release, less one
};
struct EarlyRemoval {
    Fraction share{};
    Term before_release{};
};

/// All the figures of one profile. Which one applies is for the rules to say, by dates.
struct Law {
    std::string profile{};
    std::string in_words{};  // "every law made up to October 2026"
    // Names of the tables, for saying where a share comes from.
    std::string earlier_release_table{};
    std::string further_release_table{};
    std::string progression_table{};

    Day act_of_2003{};            // offences from then on
    Day act_of_2003_sentences{};  // sentences from then on, whenever the offence was
    Day licence_under_12_months{};

    Fraction standard{};
    Fraction sds_plus{};
    ReleaseChange sds_40{};
    FurtherExclusions further{};
    std::optional<ReleaseChange> progression{};

    Fraction extended_automatic{};
    Fraction extended_parole{};
    Fraction extended_automatic_of_2003{};
    Fraction extended_parole_of_2003{};
    Fraction long_term_of_1991{};
    Fraction long_term_parole{};
    Fraction particular_concern_parole_before{};
    Fraction particular_concern_parole{};
    Day particular_concern_parole_from{};
    Fraction fine_default{};
    Day fine_in_full_from{};
    std::int64_t fine_in_full_pence = 0;
    Fraction detention_and_training{};
    int detention_and_training_months = 0;
    Day detention_and_training_remand{};

    Fraction licence_of_1991{};
    int supervision_months = 0;

    std::vector<Tranche> recall_56_tranches{};

    Curfew curfew_before{};
    Curfew curfew{};
    Day curfew_365_from{};
    Day curfew_repeal{};
    int curfew_least_custody = 0;
    int curfew_least_served = 0;
    int curfew_least_after_sentence = 0;

    EarlyRemoval early_removal_before{};
    EarlyRemoval early_removal{};
    Day early_removal_30_from{};
    Day early_removal_clock{};

    Day escape_days{};
    Day prevention_orders{};

    /// Every day on which the timeline must stop and look at the law, in order.
    std::vector<Day> days{};
};

/// Every profile of data/profile.csv, the service's first. The first call reads the tables and
/// throws law::Malformed when one is amiss.
const std::vector<Law>& laws();
/// The law of a profile; null when there is no such profile.
const Law* law_of(std::string_view profile);
/// The profile that a booking without one is calculated under.
inline constexpr std::string_view default_profile = "calculation-params";
/// The profile of the service: all the law that has been made.
inline constexpr std::string_view service_profile = "sds-progression-model-october";

/// The provision that a table of law/ gives for a day; its first when the day is before all.
law::Provision provision_in(std::string_view table, Day);

/// The mark's name in facts, "SEXUAL_T3"; nothing when there is none.
std::optional<Exclusion> exclusion_named(std::string_view);

}  // namespace noms::release_dates
