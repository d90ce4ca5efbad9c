#include "areas/release_dates/engine/law_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include <fmt/format.h>

#include "areas/release_dates/data.gen.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "kit/base/csv.hpp"
#include "kit/base/text.hpp"

namespace noms::release_dates {
namespace {

constexpr std::array<std::pair<std::string_view, Exclusion>, 10> exclusion_names{{
    {"SEXUAL", Exclusion::Sexual},
    {"VIOLENT", Exclusion::Violent},
    {"DOMESTIC_ABUSE", Exclusion::DomesticAbuse},
    {"NATIONAL_SECURITY", Exclusion::NationalSecurity},
    {"TERRORISM", Exclusion::Terrorism},
    {"SEXUAL_T3", Exclusion::SexualT3},
    {"DOMESTIC_ABUSE_T3", Exclusion::DomesticAbuseT3},
    {"MURDER_T3", Exclusion::MurderT3},
    {"PROGRESSION_MODEL_SCHEDULE_13_PART_3", Exclusion::ProgressionSchedule13Part3},
    {"SA2026_PROGRESSION_MODEL_SCHEDULE", Exclusion::ProgressionSentencingAct2026},
}};

/// The text of law/`name`.toml.
std::string_view table(std::string_view name) {
    for (const auto& named : law_text::all_texts)
        if (named.name.substr(named.name.find('/') + 1) == name) return named.text;
    throw law::Malformed(fmt::format("there is no table release_dates/{}", name));
}

/// The one period of a table that never changed, or its first.
template <class T>
const T& first(const law::Dated<T>& dated) {
    return dated.periods.front().value;
}

/// The figure that a change brought, and its day. The table must have changed exactly once.
template <class T>
const typename law::Dated<T>::Period& change(const law::Dated<T>& dated) {
    if (dated.periods.size() != 2)
        throw law::Malformed(dated.title + ": two periods are needed, before and after");
    return dated.periods.back();
}

Fraction share(std::string_view name) {
    return first(law::fractions(table(name)));
}

int number(std::string_view name) {
    return first(law::whole_numbers(table(name)));
}

Day commencement(std::string_view name) {
    return law::texts(table(name)).periods.front().from;
}

int number_in(std::string_view text, std::string_view whole) {
    int value = 0;
    auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc() || end == text.data() || value <= 0)
        throw law::Malformed(fmt::format("\"{}\" has no number where one must be", whole));
    return value;
}

/// "under 5 years", "574 days" or "the rest".
Tranche tranche(Day from, std::string_view text) {
    if (text == "the rest") return {.from = from};
    if (text.starts_with("under ") && text.ends_with(" years"))
        return {.from = from, .under_years = number_in(text.substr(6), text)};
    if (text.ends_with(" days")) return {.from = from, .days_at_most = number_in(text, text)};
    throw law::Malformed(fmt::format("\"{}\" is no tranche", text));
}

std::vector<Tranche> tranches(std::string_view name) {
    std::vector<Tranche> all;
    for (const auto& period : law::texts(table(name)).periods)
        all.push_back(tranche(period.from, period.value));
    if (all.back().under_years || all.back().days_at_most)
        throw law::Malformed(fmt::format("{}: the last tranche must be the rest", name));
    return all;
}

Exclusions exclusions(std::string_view name) {
    Exclusions all;
    const auto periods = law::texts(table(name)).periods;
    for (const auto& mark : split(periods.front().value, ',')) {
        auto known = exclusion_named(trimmed(mark));
        if (!known) throw law::Malformed(fmt::format("\"{}\" is no exclusion", mark));
        all.add(*known);
    }
    return all;
}

/// "544 days" or "4 years".
Term term(std::string_view text) {
    if (text.ends_with(" days")) return {.days = number_in(text, text)};
    if (text.ends_with(" years")) return {.years = number_in(text, text)};
    throw law::Malformed(fmt::format("\"{}\" is no term", text));
}

void read_regimes(Law& law) {
    law.act_of_2003 = commencement("offences_under_the_2003_act");
    law.act_of_2003_sentences = commencement("sentences_under_the_2003_act");
    law.licence_under_12_months = commencement("licence_under_12_months");
    law.licence_of_1991 = share("licence_of_the_1991_act");
    law.supervision_months = number("supervision_months");
    law.escape_days = commencement("escape_days");
    law.prevention_orders = commencement("prevention_order_codes");
}

void read_other_sentences(Law& law) {
    const auto automatic = law::fractions(table("extended_automatic_release"));
    const auto extended = law::fractions(table("extended_parole"));
    law.extended_automatic_of_2003 = first(automatic);
    law.extended_automatic = change(automatic).value;
    law.extended_parole_of_2003 = first(extended);
    law.extended_parole = change(extended).value;
    law.long_term_of_1991 = share("long_term_release");
    law.long_term_parole = share("long_term_parole");
    const auto parole = law::fractions(table("particular_concern_parole"));
    law.particular_concern_parole_before = first(parole);
    law.particular_concern_parole = change(parole).value;
    law.particular_concern_parole_from = change(parole).from;
    law.fine_default = share("fine_default_release");
    const auto in_full = law::whole_numbers(table("fine_default_in_full"));
    law.fine_in_full_from = in_full.periods.front().from;
    law.fine_in_full_pence = std::int64_t{100} * first(in_full);
    law.detention_and_training = share("detention_and_training_release");
    law.detention_and_training_months = number("detention_and_training_longest");
    law.detention_and_training_remand = commencement("detention_and_training_remand");
}

void read_curfew(Law& law) {
    const auto half_below = law::whole_numbers(table("curfew_half_below"));
    const auto longest = law::whole_numbers(table("curfew_longest"));
    law.curfew_before = {.half_below = first(half_below), .longest = first(longest)};
    law.curfew = {.half_below = change(half_below).value, .longest = change(longest).value};
    law.curfew_365_from = change(longest).from;
    law.curfew_repeal = commencement("curfew_repeal");
    law.curfew_least_custody = number("curfew_least_custody");
    law.curfew_least_served = number("curfew_least_served");
    law.curfew_least_after_sentence = number("curfew_least_after_sentence");
}

void read_early_removal(Law& law) {
    const auto share = law::fractions(table("early_removal_share"));
    const auto window = law::texts(table("early_removal_window"));
    law.early_removal_before = {.share = first(share), .before_release = term(first(window))};
    law.early_removal = {.share = change(share).value,
                         .before_release = term(change(window).value)};
    law.early_removal_30_from = change(share).from;
    law.early_removal_clock = commencement("early_removal_clock");
}

/// A row of data/profile.csv: which tables make the profile.
struct Profile {
    std::string name{};
    std::string earlier_release{};
    std::string earlier_release_tranches{};
    std::string further_release{};
    std::string progression{};  // empty: not a part of this profile
    std::string in_words{};
};

void read_release_points(Law& law, const Profile& profile) {
    law.earlier_release_table = profile.earlier_release;
    law.further_release_table = profile.further_release;
    law.progression_table = profile.progression;
    law.standard = share("standard_release");
    law.sds_plus = share("sds_plus_release");
    law.sds_40 = {.standard = share(profile.earlier_release),
                  .excluded = exclusions("sds_40_excluded"),
                  .tranches = tranches(profile.earlier_release_tranches)};
    law.sds_40.commences = law.sds_40.tranches.front().from;
    const auto further = law::fractions(table(profile.further_release));
    law.further = {.commences = further.periods.front().from,
                   .share = first(further),
                   .offences = exclusions("sds_40_further_excluded")};
    law.recall_56_tranches = tranches("recall_56_tranches");
    if (profile.progression.empty()) return;
    law.progression = {.standard = share(profile.progression),
                       .sds_plus = share("progression_sds_plus_release"),
                       .excluded = exclusions("progression_excluded"),
                       .tranches = tranches("progression_tranches")};
    law.progression->commences = law.progression->tranches.front().from;
}

std::vector<Day> days_of(const Law& law) {
    std::vector<Day> days{law.further.commences, law.early_removal_30_from};
    auto add = [&](const std::vector<Tranche>& tranches) {
        for (const auto& tranche : tranches) days.push_back(tranche.from);
    };
    add(law.sds_40.tranches);
    add(law.recall_56_tranches);
    if (law.progression) add(law.progression->tranches);
    std::ranges::sort(days);
    return days;
}

Law read_law(const Profile& profile) {
    Law law{.profile = profile.name, .in_words = profile.in_words};
    read_regimes(law);
    read_release_points(law, profile);
    read_other_sentences(law);
    read_curfew(law);
    read_early_removal(law);
    law.days = days_of(law);
    return law;
}

std::vector<Law> read_profiles() {
    std::vector<Law> laws;
    std::istringstream text{std::string(data::profile)};
    csv::Reader rows(text);
    rows.next();  // the heading
    while (auto row = rows.next()) {
        if (row->cells.size() != 6) throw law::Malformed("profile.csv: a row needs six cells");
        laws.push_back(read_law({.name = row->cells[0],
                                 .earlier_release = row->cells[1],
                                 .earlier_release_tranches = row->cells[2],
                                 .further_release = row->cells[3],
                                 .progression = row->cells[4],
                                 .in_words = row->cells[5]}));
    }
    return laws;
}

}  // namespace

const std::vector<Law>& laws() {
    static const std::vector<Law> all = read_profiles();
    return all;
}

const Law* law_of(std::string_view profile) {
    auto found = std::ranges::find(laws(), profile, &Law::profile);
    return found == laws().end() ? nullptr : &*found;
}

law::Provision provision_in(std::string_view name, Day day) {
    static const std::vector<law::Table> tables = [] {
        std::vector<law::Table> all;
        for (const auto& named : law_text::all_texts)
            all.push_back(law::table_of({named.name, named.text}));
        return all;
    }();
    auto found = std::ranges::find_if(tables, [&](const law::Table& each) {
        return each.name.substr(each.name.find('/') + 1) == name;
    });
    if (found == tables.end())
        throw law::Malformed(fmt::format("there is no table release_dates/{}", name));
    const auto* entry = &found->entries.front();
    for (const auto& each : found->entries)
        if (Day(each.from) <= day) entry = &each;
    return entry->source;
}

std::optional<Exclusion> exclusion_named(std::string_view name) {
    auto found =
        std::ranges::find(exclusion_names, name, &std::pair<std::string_view, Exclusion>::first);
    if (found == exclusion_names.end()) return std::nullopt;
    return found->second;
}

}  // namespace noms::release_dates
