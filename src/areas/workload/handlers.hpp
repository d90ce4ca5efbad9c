#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/workload/workload.hpp"

/// What the pages load, and the commands on reductions.
namespace noms::workload {

// More officers than this are not weighed at once: a local unit is chosen first.
inline constexpr size_t officers_max = 60;
inline constexpr int officers_a_page = 25;

/// Which officers of which area; `page` counts from 1.
struct TeamQuery {
    std::optional<BodyId> area{};
    std::optional<BodyId> unit{};
    std::optional<int> page{};
};
DESCRIBE(TeamQuery, area, unit, page)

/// The officers of an area or of one of its local units, the fullest first; of one page.
struct TeamView {
    BodyId area{};
    std::string area_name{};
    std::optional<BodyId> unit{};
    Date day{};
    bool too_many = false;  // nobody was weighed: choose a unit
    int whole = 0;          // officers in office there
    int page = 1;
    Load all{};  // what all of them carry together
    std::vector<OfficerLoad> officers{};
};
DESCRIBE(TeamView, area, area_name, unit, day, too_many, whole, page, all, officers)
/// not_found outside the actor's scope.
Result<TeamView> team_of(web::Context&, const TeamQuery&);
Result<OfficerLoad> get_officer(web::Context&);

/// Whether the actor may say how many hours somebody has: a senior officer or whoever answers for a
/// region, never of themselves.
bool may_reduce(web::Context&, const management::Officer&);

struct AddReduction {
    std::string reason{};
    int hours = 0;  // a week
    std::optional<int> minutes{};
    Date from_day{};
    std::optional<Date> until_day{};
    std::optional<std::string> note{};
};
DESCRIBE(AddReduction, reason, hours, minutes, from_day, until_day, note)
/// Invalid as `reduction_fits` says, and where the officer is not in office then.
Result<Reduction> add_reduction(web::Context&, const AddReduction&);

/// An end on the first day takes it back.
struct EndReduction {
    int version = 0;
    Date until_day{};
    std::string because{};
};
DESCRIBE(EndReduction, version, until_day, because)
Result<Reduction> end_reduction(web::Context&, const EndReduction&);
/// The one that the address names as {reduction}, of an officer within the scope.
Result<Reduction> reduction_in(web::Context&);

/// Who could take the case of the address, in the area that it belongs to.
struct CandidatesView {
    offenders::OffenderId offender{};
    Date day{};
    std::optional<record::AccountId> manager{};  // none: nobody manages
    std::string manager_name{};
    std::string unit{};
    CaseFacts weighs{};
    Recommendation recommendation{};
};
DESCRIBE(CandidatesView, offender, day, manager, manager_name, unit, weighs, recommendation)
CandidatesView candidates_of(web::Context&, offenders::OffenderId);

}  // namespace noms::workload
