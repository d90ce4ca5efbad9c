#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/organisation/organisation.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// Interventions are reference data with their dates; offerings are rows that people record.
namespace noms::catalogue {

using BodyId = Id<organisation::Body>;

enum class Setting { Custody, Community };
DESCRIBE_ENUM(Setting, Custody, Community)
enum class Kind { Programme, Treatment, Education, Project, Support };
DESCRIBE_ENUM(Kind, Programme, Treatment, Education, Project, Support)

/// A row of data/intervention.csv. `needs` are sections of OASys ("8 9"), `after_any_of` are codes
/// of which one must be completed first, `exclusions` is what only a person can judge, `tool` the
/// assessment that it asks for beside OASys. Empty figures are not known.
struct Intervention {
    std::string code{};
    std::string name{};
    Kind kind = Kind::Programme;
    std::string family{};
    std::string pathway{};
    std::string needs{};
    bool custody = false;
    bool community = false;
    bool men = false;
    bool women = false;
    std::optional<int> age_from{};
    std::optional<int> age_until{};
    std::string target{};
    std::optional<int> sessions_min{};
    std::optional<int> sessions_max{};
    std::string sessions_words{};
    std::optional<std::string> session_hours{};
    std::optional<int> weeks_min{};
    std::optional<int> weeks_max{};
    std::optional<std::string> tool{};
    std::optional<std::string> after_any_of{};
    std::optional<std::string> exclusions{};
    bool once = false;  // not for somebody who has completed it
    std::optional<Date> from_day{};
    std::optional<Date> until_day{};
    std::string source{};
    std::string certainty{};

    bool runs_in(Setting setting) const {
        return setting == Setting::Custody ? custody : community;
    }
};
DESCRIBE(Intervention,
         code,
         name,
         kind,
         family,
         pathway,
         needs,
         custody,
         community,
         men,
         women,
         age_from,
         age_until,
         target,
         sessions_min,
         sessions_max,
         sessions_words,
         session_hours,
         weeks_min,
         weeks_max,
         tool,
         after_any_of,
         exclusions,
         once,
         from_day,
         until_day,
         source,
         certainty)
const std::vector<Intervention>& interventions();
/// None when there is no such code.
const Intervention* intervention_of(std::string_view code);

/// A row of data/risk_band.csv: between which scores it is meant from a day on, until the next row.
/// `highest` is inside the band. With `high_harm_instead` a high risk of serious harm serves too.
struct RiskBand {
    std::string intervention{};
    std::optional<Date> from_day{};  // empty: not known since when
    int lowest = 0;
    std::optional<int> highest{};
    bool high_harm_instead = false;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(RiskBand, intervention, from_day, lowest, highest, high_harm_instead, source, certainty)
const std::vector<RiskBand>& risk_bands();

/// A row of data/pathway.csv: a need that somebody is helped with.
struct Pathway {
    std::string code{};
    std::string name{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Pathway, code, name, source, certainty)
const std::vector<Pathway>& pathways();
/// The pathway in words; its code when there is none such.
std::string pathway_in_words(std::string_view code);

/// That a provider offers an intervention at a prison or in an area over [from_day, until_day) with
/// so many places at a time.
struct Offering {
    Id<Offering> id{};
    int version = 1;
    std::string intervention{};
    std::string need{};  // the pathway of the intervention
    std::string provider{};
    Setting setting = Setting::Community;
    BodyId place{};
    Date from_day{};
    std::optional<Date> until_day{};
    int places = 0;
    std::string note{};
    std::string recorded_by{};
};
DESCRIBE(Offering,
         id,
         version,
         intervention,
         need,
         provider,
         setting,
         place,
         from_day,
         until_day,
         places,
         note,
         recorded_by)
using OfferingId = Id<Offering>;
extern const record::Table<Offering> offerings;

}  // namespace noms::catalogue
