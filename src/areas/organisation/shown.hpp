#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/organisation/rules.hpp"
#include "areas/organisation/store.hpp"

/// What the pages show and the API gives, put together from the rows of one day.
namespace noms::organisation {

/// A post in the chain and how it is held on the day. No `since`: nothing is recorded so early.
struct ShownPost {
    std::string code{};
    std::string title{};
    std::string body{};
    std::string accountability{};
    std::string reports_to{};  // the code of the post above
    int depth = 0;
    Manner manner = Manner::NotKnown;
    std::string holder{};
    std::optional<Date> since{};
    Certainty certainty = Certainty::NotKnown;
    std::string source{};
    std::string note{};
};
DESCRIBE(ShownPost,
         code,
         title,
         body,
         accountability,
         reports_to,
         depth,
         manner,
         holder,
         since,
         certainty,
         source,
         note)

struct ShownSeat {
    std::string board{};
    std::string post{};
    Capacity capacity = Capacity::None;
    Date since{};
    Certainty certainty = Certainty::NotKnown;
    std::string source{};
};
DESCRIBE(ShownSeat, board, post, capacity, since, certainty, source)

struct ShownChain {
    Date day{};
    int vacant = 0;
    std::vector<ShownPost> posts{};
    std::vector<ShownSeat> seats{};
};
DESCRIBE(ShownChain, day, vacant, posts, seats)

ShownChain shown_chain(db::Connection&, Date day);

struct ShownHolding {
    Date from_day{};
    Manner manner = Manner::NotKnown;
    std::string holder{};
    Certainty certainty = Certainty::NotKnown;
    std::string source{};
    std::string note{};
};
DESCRIBE(ShownHolding, from_day, manner, holder, certainty, source, note)

/// A post with everybody who held it.
struct ShownPostHistory {
    std::string code{};
    std::string title{};
    std::string accountability{};
    std::vector<ShownHolding> holdings{};
};
DESCRIBE(ShownPostHistory, code, title, accountability, holdings)
Result<ShownPostHistory> shown_post(db::Connection&, std::string_view code);

/// A region with its manager's post, its areas and its prisons.
struct ShownRegion {
    Date day{};
    Body region{};
    std::optional<ShownPost> manager{};
    std::vector<Body> areas{};
    std::vector<Body> prisons{};
};
DESCRIBE(ShownRegion, day, region, manager, areas, prisons)
Result<ShownRegion> shown_region(db::Connection&, std::string_view code, Date day);

/// One stay in a region; it ends where the next begins.
struct ShownPlace {
    Date from_day{};
    std::string region{};
    std::string name{};
    Certainty certainty = Certainty::NotKnown;
    std::string source{};
};
DESCRIBE(ShownPlace, from_day, region, name, certainty, source)

/// An area being run with another, or standing alone again.
struct ShownMerger {
    Date from_day{};
    std::string area{};
    std::string run_with{};
    std::string source{};
};
DESCRIBE(ShownMerger, from_day, area, run_with, source)

struct ShownArea {
    Date day{};
    Body area{};
    std::optional<Body> region{};
    std::optional<int> population_thousands{};
    Certainty population_certainty = Certainty::NotKnown;
    std::string population_source{};
    std::vector<ShownPlace> places{};
    std::vector<ShownMerger> mergers{};
    std::vector<Body> units{};
    std::vector<Body> forces{};
    std::vector<Body> courts{};
    std::vector<Body> boards{};
};
DESCRIBE(ShownArea,
         day,
         area,
         region,
         population_thousands,
         population_certainty,
         population_source,
         places,
         mergers,
         units,
         forces,
         courts,
         boards)
Result<ShownArea> shown_area(db::Connection&, std::string_view code, Date day);

struct ShownPrison {
    Body prison{};
    std::string region{};  // code
    std::string region_name{};
    Prison facts{};
};
DESCRIBE(ShownPrison, prison, region, region_name, facts)
/// The prisons that exist on `day`, of one region or (empty) of all, by name.
std::vector<ShownPrison> shown_prisons(db::Connection&, std::string_view region, Date day);
/// A prison whether or not it exists on `day`.
Result<ShownPrison> shown_prison(db::Connection&, std::string_view code, Date day);

struct ShownBoundary {
    std::string area{};
    std::string name{};
    Boundary boundary{};
};
DESCRIBE(ShownBoundary, area, name, boundary)
/// Every area beside the police, the courts and the local criminal justice boards of the day.
std::vector<ShownBoundary> shown_boundaries(db::Connection&, Date day);

/// An area with all that its moves and mergers turn on; not_found when there is none of that code.
Result<AreaHistory> area_history(db::Connection&, std::string_view code, Date day);

}  // namespace noms::organisation
