#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/views.hpp"

/// Looking somebody up by a description: whatever is known of them, spelled as it was heard.
namespace noms::offenders {

struct Description {
    std::optional<std::string> first_name{};
    std::optional<std::string> surname{};
    std::optional<std::string> born{};  // as it is typed: 9/3/1982
    std::optional<std::string> postcode{};
    std::optional<std::string> number{};  // of any kind
};
DESCRIBE(Description, first_name, surname, born, postcode, number)

/// Somebody whom the description may tell of.
struct Likely {
    OffenderLine who{};
    std::int64_t chance_in_100 = 0;
    std::string evidence{};
};
DESCRIBE(Likely, who, chance_in_100, evidence)
struct LookedUp {
    std::vector<Likely> people{};       // the likeliest first
    std::vector<std::string> advice{};  // who was not compared or is not shown, and what helps
};
DESCRIBE(LookedUp, people, advice)

/// Those that the actor may know of; where more fit than can be compared or read, the answer says
/// so. Invalid when nothing is described, or a day is none.
Result<LookedUp> look_up(web::Context&, const Description&);

/// Adds the addresses of looking up.
void serve_look_up(web::Api&);

}  // namespace noms::offenders
