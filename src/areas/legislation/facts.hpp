#pragma once

#include <string>

#include "areas/organisation/organisation.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"

/// What the founding documents are and cite. A stage or a state holds until the next one.
namespace noms::legislation {

using organisation::Certainty;

enum class Kind { Act, Provision, Instrument, Bill, Publication, Announcement, Consultation };
DESCRIBE_ENUM(Kind, Act, Provision, Instrument, Bill, Publication, Announcement, Consultation)

/// Where an item stands. An Act that is assented and no more has not been commenced.
enum class Stage {
    Announced,
    Published,
    Introduced,
    Lapsed,
    Assented,
    PartlyInForce,
    InForce,
    NotInForce,
    Repealed,
    Open,
    Closed
};
DESCRIBE_ENUM(Stage,
              Announced,
              Published,
              Introduced,
              Lapsed,
              Assented,
              PartlyInForce,
              InForce,
              NotInForce,
              Repealed,
              Open,
              Closed)

struct Item {
    Id<Item> id{};
    std::string code{};
    Kind kind = Kind::Publication;
    std::string title{};
    std::string citation{};
    std::string link{};  // empty: no official address is known
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(Item, id, code, kind, title, citation, link, source, certainty, note)

struct ItemStage {
    Id<Item> item{};
    Date from_day{};
    Stage stage = Stage::Published;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(ItemStage, item, from_day, stage, source, certainty, note)

/// What in this service rests on an item, with the requirement that says so.
struct Bearing {
    Id<Item> item{};
    std::string feature{};
    std::string requirement{};
};
DESCRIBE(Bearing, item, feature, requirement)

/// A power or a duty, and whose it is.
struct Power {
    Id<Power> id{};
    std::string code{};
    std::string title{};
    std::string holder{};
    Id<Item> item{};
};
DESCRIBE(Power, id, code, title, holder, item)

enum class Hold { Proposed, Held, NotHeld };
DESCRIBE_ENUM(Hold, Proposed, Held, NotHeld)

struct PowerState {
    Id<Power> power{};
    Date from_day{};
    Hold state = Hold::NotHeld;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::string note{};
};
DESCRIBE(PowerState, power, from_day, state, source, certainty, note)

enum class Outcome { Chosen, NotNow, Rejected, Explored };
DESCRIBE_ENUM(Outcome, Chosen, NotNow, Rejected, Explored)

/// An answer that was considered to a question of policy, and what became of it.
struct Option {
    Id<Option> id{};
    std::string code{};
    std::string question{};
    std::string title{};
    Outcome outcome = Outcome::Explored;
    Date decided_on{};
    std::string reasons{};
    Id<Item> item{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(Option, id, code, question, title, outcome, decided_on, reasons, item, source, certainty)

}  // namespace noms::legislation
