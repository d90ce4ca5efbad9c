#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"

/// What is known of the service's bodies and posts. A row with a `from_day` holds until the next
/// one of the same key, so that neither gap nor overlap can be written.
namespace noms::organisation {

/// What a body is. Areas are the 42 probation areas; a LocalUnit is a local delivery unit.
enum class Kind {
    Department,
    Service,
    Board,
    Region,
    Area,
    LocalUnit,
    Team,
    Prison,
    Court,
    PoliceForce,
    ProbationBoard,
    JusticeBoard
};
DESCRIBE_ENUM(Kind,
              Department,
              Service,
              Board,
              Region,
              Area,
              LocalUnit,
              Team,
              Prison,
              Court,
              PoliceForce,
              ProbationBoard,
              JusticeBoard)

/// How far a value can be relied on. High, Medium and Low are from memory; Entered came in by a
/// command of this service; Invented belongs to a demonstration.
enum class Certainty { Verified, High, Medium, Low, Invented, Entered, NotKnown };
DESCRIBE_ENUM(Certainty, Verified, High, Medium, Low, Invented, Entered, NotKnown)

/// How exactly a day is known: only its month, only its year, or not at all.
enum class Exactness { Day, Month, Year, NotKnown };
DESCRIBE_ENUM(Exactness, Day, Month, Year, NotKnown)

/// A body with its name on the day that was asked about. Where only a month or a year is known, its
/// first day stands in. `ended` is empty while the body goes on.
struct Body {
    Id<Body> id{};
    Kind kind = Kind::Service;
    std::string code{};
    std::string name{};
    std::optional<Date> began_on{};
    Exactness began = Exactness::NotKnown;
    std::optional<Date> ended_on{};
    std::optional<Exactness> ended{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    Certainty dates_certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(Body,
         id,
         kind,
         code,
         name,
         began_on,
         began,
         ended_on,
         ended,
         source,
         certainty,
         dates_certainty,
         note)

/// Which area counts for `area` when history is stated on the geography of a day.
struct Counted {
    Id<Body> area{};
    Id<Body> counts_for{};
};
DESCRIBE(Counted, area, counts_for)

/// A body as it is stored: its names stand apart, since they change.
struct BodyRow {
    Id<Body> id{};
    Kind kind = Kind::Service;
    std::string code{};
    std::optional<Date> began_on{};
    Exactness began = Exactness::NotKnown;
    std::optional<Date> ended_on{};
    std::optional<Exactness> ended{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    Certainty dates_certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(BodyRow,
         id,
         kind,
         code,
         began_on,
         began,
         ended_on,
         ended,
         source,
         certainty,
         dates_certainty,
         note)

struct BodyName {
    Id<Body> body{};
    Date from_day{};
    std::string name{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(BodyName, body, from_day, name, source, certainty)

struct BodyPlace {
    Id<Body> body{};
    Date from_day{};
    Id<Body> parent{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(BodyPlace, body, from_day, parent, source, certainty)

/// An area run with another from a day on; with itself: it stands alone again.
struct BodyMerger {
    Id<Body> body{};
    Date from_day{};
    Id<Body> into_body{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(BodyMerger, body, from_day, into_body, source, certainty)

/// A prison as it stood in 2006. Places as on `stated_on`; money in pence.
struct Prison {
    Id<Body> body{};
    std::string role{};
    std::string security{};
    std::string sex{};
    std::string age_group{};
    std::string operated_by{};
    bool in_estate_2004_06 = false;
    Certainty role_certainty = Certainty::NotKnown;
    std::optional<Date> stated_on{};
    std::optional<int> baseline_places{};
    std::optional<int> in_use_places{};
    Certainty places_certainty = Certainty::NotKnown;
    std::optional<int> operational_capacity{};
    Certainty capacity_certainty = Certainty::NotKnown;
    std::optional<std::int64_t> cost_per_prisoner_day{};
    std::string source{};
};
DESCRIBE(Prison,
         body,
         role,
         security,
         sex,
         age_group,
         operated_by,
         in_estate_2004_06,
         role_certainty,
         stated_on,
         baseline_places,
         in_use_places,
         places_certainty,
         operational_capacity,
         capacity_certainty,
         cost_per_prisoner_day,
         source)

/// What is known of an area besides its place. Population of mid-2005.
struct Area {
    Id<Body> body{};
    std::optional<int> population_thousands{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(Area, body, population_thousands, source, certainty)

/// A post outlives its holders.
struct Post {
    Id<Post> id{};
    std::string code{};
    std::string title{};
    Id<Body> body{};
    std::optional<Date> began_on{};
    std::optional<Date> ended_on{};
    std::string accountability{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(Post, id, code, title, body, began_on, ended_on, accountability, source, certainty)

struct PostLine {
    Id<Post> post{};
    Date from_day{};
    Id<Post> reports_to{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(PostLine, post, from_day, reports_to, source, certainty)

/// How a post is held. NotKnown is no vacancy: somebody may hold it whom we cannot name.
enum class Manner { Substantive, Acting, Vacant, NotKnown };
DESCRIBE_ENUM(Manner, Substantive, Acting, Vacant, NotKnown)

struct PostHolding {
    Id<Post> post{};
    Date from_day{};
    Manner manner = Manner::NotKnown;
    std::string holder{};  // empty where the sources give no name
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(PostHolding, post, from_day, manner, holder, source, certainty, note)

/// In what capacity a post sits on a board. None ends a seat.
enum class Capacity { Chair, Member, Observer, None };
DESCRIBE_ENUM(Capacity, Chair, Member, Observer, None)

struct BoardSeat {
    Id<Body> board{};
    Id<Post> post{};
    Date from_day{};
    Capacity capacity = Capacity::None;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(BoardSeat, board, post, from_day, capacity, source, certainty)

}  // namespace noms::organisation
