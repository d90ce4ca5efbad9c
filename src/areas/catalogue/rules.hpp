#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/catalogue/facts.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// What fits a person: every offering is held against everything that is known, and each says what
/// speaks for it, what is not known, and what rules it out. Pure.
namespace noms::catalogue {

/// What an assessment says of a section of OASys; empty: it cannot say.
struct KnownNeed {
    std::string section{};
    std::optional<bool> need{};
};
DESCRIBE(KnownNeed, section, need)

/// How long somebody is under sentence. Open: for life, or nobody can say until when.
enum class Supervised { Until, Open, No, NotKnown };
DESCRIBE_ENUM(Supervised, Until, Open, No, NotKnown)

/// What is known of the person on `day`. What is missing is not known, never no.
struct PersonFacts {
    Date day{};
    offenders::Sex sex = offenders::Sex::NotKnown;
    std::optional<int> age{};
    std::optional<Setting> setting{};
    std::optional<BodyId> prison{};   // on whose roll they are
    std::optional<BodyId> area{};     // whose case it is
    std::optional<Date> leaves_on{};  // the release as approved
    Supervised supervised = Supervised::NotKnown;
    std::optional<Date> supervised_until{};
    std::vector<KnownNeed> needs{};
    std::optional<int> reconviction_percent{};  // OGRS3 over two years
    std::optional<bool> high_harm{};            // high or very high risk of serious harm
    std::vector<std::string> completed{};       // codes of interventions
    std::vector<std::string> open{};            // referred to, waited for or under way
};
DESCRIBE(PersonFacts,
         day,
         sex,
         age,
         setting,
         prison,
         area,
         leaves_on,
         supervised,
         supervised_until,
         needs,
         reconviction_percent,
         high_harm,
         completed,
         open)

/// An offering as the rule sees it.
struct OfferedFacts {
    std::string intervention{};
    Setting setting = Setting::Community;
    BodyId place{};
    Date from_day{};
    std::optional<Date> until_day{};
    int places = 0;
    int taken = 0;
    int waiting = 0;
};
DESCRIBE(OfferedFacts, intervention, setting, place, from_day, until_day, places, taken, waiting)

struct FitFacts {
    PersonFacts person{};
    OfferedFacts offered{};
};
DESCRIBE(FitFacts, person, offered)

enum class Aspect { Need, Risk, Sex, Age, Place, Time, Before, Judgement, Places };
DESCRIBE_ENUM(Aspect, Need, Risk, Sex, Age, Place, Time, Before, Judgement, Places)
/// Yes; later, when the person has left prison; to be found out; no.
enum class Verdict { Fits, Later, NotKnown, RuledOut };
DESCRIBE_ENUM(Verdict, Fits, Later, NotKnown, RuledOut)

struct Check {
    Aspect aspect = Aspect::Need;
    Verdict verdict = Verdict::Fits;
    std::string words{};
    std::string source{};
};
DESCRIBE(Check, aspect, verdict, words, source)

/// The worst of the checks, and the first day on which it could begin; empty: no day can be named.
struct Fit {
    Verdict verdict = Verdict::Fits;
    std::optional<Date> earliest{};
    std::vector<Check> checks{};
};
DESCRIBE(Fit, verdict, earliest, checks)

/// Invalid where there is no such intervention.
Result<Fit> what_fits(const FitFacts&);

/// The sections that an intervention is for: {"8", "9"}.
std::vector<std::string> sections_of(const Intervention&);
/// "Drug misuse"; the code where it has no name.
std::string section_in_words(std::string_view section);
/// The band of that day; none where no figure is known.
const RiskBand* band_on(std::string_view intervention, Date day);
/// Whether a risk is asked for at all, on any day.
bool has_band(std::string_view intervention);

}  // namespace noms::catalogue
