#include "areas/catalogue/rules.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/catalogue/catalogue.hpp"
#include "kit/base/text.hpp"
#include "kit/law/law.hpp"

namespace noms::catalogue {
namespace {

constexpr const char* own = "noms: an own rule";

/// Everything that one check looks at.
struct Case {
    const PersonFacts& person;
    const OfferedFacts& offered;
    const Intervention& wanted;

    Check says(Aspect aspect, Verdict verdict, std::string words) const {
        return {aspect, verdict, std::move(words), wanted.source};
    }
};

std::string list_in_words(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

Check need_of(const Case& it) {
    std::vector<std::string> found, unknown, none;
    for (const auto& section : sections_of(it.wanted)) {
        auto known = std::ranges::find(it.person.needs, section, &KnownNeed::section);
        auto need = known == it.person.needs.end() ? std::nullopt : known->need;
        (!need ? unknown : *need ? found : none).push_back(section_in_words(section));
    }
    if (!found.empty()) return it.says(Aspect::Need, Verdict::Fits, list_in_words(found));
    if (!unknown.empty())
        return it.says(
            Aspect::Need, Verdict::NotKnown, "Need not known: " + list_in_words(unknown));
    return it.says(Aspect::Need, Verdict::RuledOut, "No need was found: " + list_in_words(none));
}

std::string band_in_words(const RiskBand& band) {
    auto from = std::to_string(band.lowest);
    auto words = band.highest ? from + " to " + std::to_string(*band.highest) : from + " or more";
    return band.high_harm_instead ? words + ", or a high risk of serious harm" : words;
}

Check judged_by_band(const Case& it, const RiskBand& band) {
    auto risk = it.person.reconviction_percent;
    auto wanted = band_in_words(band);
    Check check{Aspect::Risk, Verdict::Fits, "", band.source + " (" + band.certainty + ")"};
    bool inside = risk && *risk >= band.lowest && (!band.highest || *risk <= *band.highest);
    bool harm = band.high_harm_instead && it.person.high_harm == true;
    bool harm_unknown = band.high_harm_instead && !it.person.high_harm;
    if (inside) {
        check.words = fmt::format("OGRS3 {}; wanted {}", *risk, wanted);
    } else if (harm) {
        check.words = "High risk of serious harm; wanted " + wanted;
    } else if (!risk || harm_unknown) {
        check.verdict = Verdict::NotKnown;
        check.words =
            (risk ? fmt::format("OGRS3 {}, and the risk of serious harm is not known", *risk)
                  : std::string("No OGRS3 score is known")) +
            "; wanted " + wanted;
    } else {
        check.verdict = Verdict::RuledOut;
        check.words = fmt::format("OGRS3 {}; wanted {}", *risk, wanted);
    }
    return check;
}

std::optional<Check> risk_of(const Case& it) {
    if (it.wanted.tool)
        return it.says(Aspect::Risk,
                       Verdict::NotKnown,
                       "Goes by " + *it.wanted.tool + ", which the record does not hold");
    if (const auto* band = band_on(it.wanted.code, it.person.day)) return judged_by_band(it, *band);
    if (!has_band(it.wanted.code)) return std::nullopt;
    return it.says(
        Aspect::Risk, Verdict::NotKnown, "Which score was wanted on this day is not known");
}

std::optional<Check> sex_of(const Case& it) {
    using offenders::Sex;
    if (it.wanted.men && it.wanted.women) return std::nullopt;
    auto words = it.wanted.men ? "For men" : "For women";
    if (it.person.sex == Sex::NotKnown)
        return it.says(
            Aspect::Sex, Verdict::NotKnown, std::string(words) + ", and the sex is not known");
    bool right = it.person.sex == (it.wanted.men ? Sex::Male : Sex::Female);
    return it.says(Aspect::Sex, right ? Verdict::Fits : Verdict::RuledOut, words);
}

std::optional<Check> age_of(const Case& it) {
    const auto& wanted = it.wanted;
    if (!wanted.age_from && !wanted.age_until) return std::nullopt;
    auto words = fmt::format("For ages {} to {}",
                             wanted.age_from ? std::to_string(*wanted.age_from) : "any",
                             wanted.age_until ? std::to_string(*wanted.age_until - 1) : "any");
    if (!it.person.age)
        return it.says(Aspect::Age, Verdict::NotKnown, words + ", and the age is not known");
    bool inside = (!wanted.age_from || *it.person.age >= *wanted.age_from) &&
                  (!wanted.age_until || *it.person.age < *wanted.age_until);
    return it.says(Aspect::Age, inside ? Verdict::Fits : Verdict::RuledOut, words);
}

Check custody_place(const Case& it) {
    const auto& person = it.person;
    if (!person.setting)
        return {Aspect::Place, Verdict::NotKnown, "Where the person is, is not known", own};
    if (*person.setting == Setting::Community)
        return {Aspect::Place, Verdict::RuledOut, "In a prison, and the person is outside", own};
    if (person.prison == it.offered.place)
        return {Aspect::Place, Verdict::Fits, "In the prison that holds them", own};
    return {Aspect::Place, Verdict::RuledOut, "In another prison: they would have to move", own};
}

Check community_place(const Case& it) {
    const auto& person = it.person;
    if (!person.area)
        return {Aspect::Place, Verdict::NotKnown, "Which area manages them is not known", own};
    if (*person.area != it.offered.place)
        return {Aspect::Place, Verdict::RuledOut, "In an area that does not manage them", own};
    if (!person.setting)
        return {Aspect::Place, Verdict::NotKnown, "Where the person is, is not known", own};
    if (*person.setting == Setting::Community)
        return {Aspect::Place, Verdict::Fits, "In the area that manages them", own};
    auto words = person.leaves_on ? "From the release on " + noms::in_words(*person.leaves_on)
                                  : std::string("From the release; its day is not approved yet");
    return {Aspect::Place, Verdict::Later, words, own};
}

Check place_of(const Case& it) {
    return it.offered.setting == Setting::Custody ? custody_place(it) : community_place(it);
}

/// The first day on which it could begin, as far as days are known.
std::optional<Date> earliest_of(const Case& it) {
    auto day = std::max(it.person.day, it.offered.from_day);
    bool after_release =
        it.offered.setting == Setting::Community && it.person.setting == Setting::Custody;
    if (!after_release) return day;
    if (!it.person.leaves_on) return std::nullopt;
    return std::max(day, *it.person.leaves_on);
}

/// Whether so many weeks end before the person leaves the setting.
Check time_until(const Case& it, Date begins, const std::optional<Date>& until, int weeks) {
    auto needs = fmt::format("{} weeks at the least", weeks);
    if (!until)
        return {Aspect::Time, Verdict::NotKnown, needs + "; how long is left is not known", own};
    if (plus_days(begins, 7 * weeks) <= *until)
        return {Aspect::Time, Verdict::Fits, needs + "; until " + noms::in_words(*until), own};
    bool goes_on = it.offered.setting == Setting::Custody && it.wanted.community;
    if (goes_on)
        return {Aspect::Time,
                Verdict::Fits,
                needs + "; leaves on " + noms::in_words(*until) + ", and could go on outside",
                own};
    return {
        Aspect::Time, Verdict::RuledOut, needs + ", but only until " + noms::in_words(*until), own};
}

Check time_of(const Case& it) {
    const auto& person = it.person;
    auto begins = earliest_of(it);
    if (it.offered.until_day && begins && *it.offered.until_day <= *begins)
        return {Aspect::Time, Verdict::RuledOut, "It is over before it could begin", own};
    if (it.wanted.until_day && begins && *it.wanted.until_day <= *begins)
        return {Aspect::Time, Verdict::RuledOut, "Not run any more on that day", it.wanted.source};
    if (it.wanted.from_day && person.day < *it.wanted.from_day)
        return {Aspect::Time, Verdict::RuledOut, "Not run yet on this day", it.wanted.source};
    if (!it.wanted.weeks_min) return {Aspect::Time, Verdict::Fits, "As long as it takes", own};
    if (it.offered.setting == Setting::Custody)
        return time_until(it, begins.value_or(person.day), person.leaves_on, *it.wanted.weeks_min);
    if (person.supervised == Supervised::No)
        return {Aspect::Time, Verdict::RuledOut, "Not under sentence", own};
    if (person.supervised == Supervised::Open)
        return {Aspect::Time, Verdict::Fits, "The sentence has no end that is known", own};
    if (!begins) return {Aspect::Time, Verdict::NotKnown, "How long is left is not known", own};
    return time_until(it, *begins, person.supervised_until, *it.wanted.weeks_min);
}

std::vector<Check> before_of(const Case& it) {
    std::vector<Check> out;
    auto among = [&](const auto& list, const std::string& code) {
        return std::ranges::find(list, code) != list.end();
    };
    const auto& person = it.person;
    if (among(person.open, it.wanted.code))
        out.push_back({Aspect::Before, Verdict::RuledOut, "A referral to it is open", own});
    if (it.wanted.once && among(person.completed, it.wanted.code))
        out.push_back(it.says(Aspect::Before, Verdict::RuledOut, "Completed already"));
    if (!it.wanted.after_any_of) return out;
    std::vector<std::string> names;
    bool done = false;
    for (const auto& code : split(*it.wanted.after_any_of, ' ')) {
        names.push_back(name_of(code));
        done = done || among(person.completed, code);
    }
    // What was completed before this service kept referrals, or elsewhere, is not in the record.
    out.push_back(it.says(Aspect::Before,
                          done ? Verdict::Fits : Verdict::NotKnown,
                          done ? "What must come before it is completed"
                               : "Comes after " + fmt::format("{}", fmt::join(names, " or ")) +
                                     "; no completion is recorded here"));
    return out;
}

std::optional<Check> judgement_of(const Case& it) {
    if (!it.wanted.exclusions) return std::nullopt;
    return it.says(Aspect::Judgement,
                   Verdict::NotKnown,
                   "For the provider to judge: not where there is " + *it.wanted.exclusions);
}

/// Whether there is room says when, not whether.
Check places_of(const Case& it) {
    const auto& offered = it.offered;
    auto free = std::max(0, offered.places - offered.taken);
    return {Aspect::Places,
            Verdict::Fits,
            fmt::format("{} of {} places free, {} waiting", free, offered.places, offered.waiting),
            own};
}

}  // namespace

std::vector<std::string> sections_of(const Intervention& intervention) {
    return split(intervention.needs, ' ');
}

std::string section_in_words(std::string_view section) {
    static const std::map<std::string, std::string, std::less<>> names{
        {"3", "Accommodation"},
        {"4", "Education, training and employability"},
        {"5", "Financial management"},
        {"6", "Relationships"},
        {"7", "Lifestyle and associates"},
        {"8", "Drug misuse"},
        {"9", "Alcohol misuse"},
        {"10", "Emotional well-being"},
        {"11", "Thinking and behaviour"},
        {"12", "Attitudes"},
        {"13", "Health"},
        {"sexual", "Sexual offending"}};
    auto found = names.find(section);
    return found == names.end() ? std::string(section) : found->second;
}

const RiskBand* band_on(std::string_view intervention, Date day) {
    const RiskBand* found = nullptr;
    for (const auto& band : risk_bands())
        if (band.intervention == intervention && (!band.from_day || *band.from_day <= day))
            found = &band;
    return found;
}

bool has_band(std::string_view intervention) {
    return std::ranges::find(risk_bands(), intervention, &RiskBand::intervention) !=
           risk_bands().end();
}

Result<Fit> what_fits(const FitFacts& facts) {
    const auto* wanted = intervention_of(facts.offered.intervention);
    if (!wanted)
        return invalid({{"offered.intervention", "unknown_code", "There is no such intervention"}});
    const Case it{facts.person, facts.offered, *wanted};
    Fit fit{.checks = {place_of(it), need_of(it)}};
    for (const auto& check : {risk_of(it), sex_of(it), age_of(it)})
        if (check) fit.checks.push_back(*check);
    fit.checks.push_back(time_of(it));
    for (auto& check : before_of(it)) fit.checks.push_back(std::move(check));
    if (auto check = judgement_of(it)) fit.checks.push_back(std::move(*check));
    fit.checks.push_back(places_of(it));
    for (const auto& check : fit.checks) fit.verdict = std::max(fit.verdict, check.verdict);
    if (fit.verdict != Verdict::RuledOut) fit.earliest = earliest_of(it);
    return fit;
}

void register_rules() {
    law::register_rule("what-fits",
                       "What fits a person",
                       "Whether an offering fits somebody on a day: need, risk, sex, age, place, "
                       "time left, what must come before and places; what is not known is never a "
                       "no.",
                       {{"Accredited programmes of 2003 to 2007: see each row's source", ""}},
                       &what_fits);
}

}  // namespace noms::catalogue
