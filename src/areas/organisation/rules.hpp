#pragma once

#include <string>
#include <vector>

#include "areas/organisation/facts.hpp"
#include "kit/base/result.hpp"

/// What may happen to the organisation, and what follows from how it stands. Facts and a day only.
namespace noms::organisation {

/// An area with everything its moves and mergers turn on.
struct AreaHistory {
    Body area{};
    std::vector<BodyPlace> places{};    // the first first
    std::vector<BodyMerger> mergers{};  // of this area and into it, the first first
};

/// The row that moves an area to another region from a day. Invalid: the area or the region does
/// not exist then. Refused: a place is recorded for that day or later, it lies there already, or it
/// is run with another area (boundaries change administratively: consultation paper of 2005, para
/// 27).
Result<BodyPlace> moved_area(const AreaHistory&,
                             const Body& region,
                             Date from,
                             const std::string& order);

/// The row that has an area run with another of the same region from a day, or lets it stand alone
/// again when both are the same. The area keeps its identity (consultation paper of 2005, para 28).
Result<BodyMerger> merged_area(const AreaHistory&,
                               const AreaHistory& into,
                               Date from,
                               const std::string& order);

/// Who is to hold a post, and how.
struct Appointment {
    Date from{};
    Manner manner = Manner::NotKnown;
    std::string holder{};
    std::string note{};
    std::string source{};
};

/// The row that fills or empties a post from a day. Invalid: no name, or a name for a vacancy.
/// Refused: the post does not exist then, or something is recorded for that day or later.
Result<PostHolding> held_post(const Post&,
                              const std::vector<PostHolding>& history,
                              const Appointment&);

/// Every area with the one it counts for; see organisation.hpp.
std::vector<Counted> geography_of(const std::vector<Body>& areas,
                                  const std::vector<BodyMerger>& mergers);

/// A post in the chain of accountability: `depth` posts stand above it.
struct Step {
    Id<Post> post{};
    Id<Post> reports_to{};  // none: it answers to nobody in this chain
    int depth = 0;
};
/// The posts from the top down, each before those that report to it.
std::vector<Step> chain_of(const std::vector<Post>&, const std::vector<PostLine>&);

/// How an area's boundary and another kind of boundary compare. NotKnown: nothing to compare with.
enum class Fit { Same, Several, Differs, NotKnown };
DESCRIBE_ENUM(Fit, Same, Several, Differs, NotKnown)

/// An area beside the police, the courts and the local criminal justice board (paras 27 and 30).
struct Boundary {
    Id<Body> area{};
    Fit police = Fit::NotKnown;
    std::vector<std::string> forces{};
    Fit courts = Fit::NotKnown;
    int courts_compared = 0;  // those whose code names a police force
    int courts_of_other_forces = 0;
    int courts_not_comparable = 0;
    Fit justice_board = Fit::NotKnown;
};
DESCRIBE(Boundary,
         area,
         police,
         forces,
         courts,
         courts_compared,
         courts_of_other_forces,
         courts_not_comparable,
         justice_board)

/// Compares one area with the forces, courts and boards placed in it. A court's code carries the
/// number of the police force it lies with: C40LU00 lies with force 40.
Boundary boundary_of(const Body& area,
                     const std::vector<Body>& forces,
                     const std::vector<Body>& courts,
                     const std::vector<Body>& boards);

/// Weak values are shown as such: from memory below High, invented, or not known.
bool is_weak(Certainty);

}  // namespace noms::organisation
