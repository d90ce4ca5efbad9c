#pragma once

#include "areas/organisation/shown.hpp"
#include "kit/web/api.hpp"

namespace noms::organisation {

inline constexpr std::string_view read_permission = "organisation.read";
inline constexpr std::string_view change_permission = "organisation.change";

/// Moves an area to another region by administrative order.
struct MoveArea {
    std::string region{};  // code
    Date from{};
    std::string order{};  // which order says so
};
DESCRIBE(MoveArea, region, from, order)

/// Has an area run with another, or lets it stand alone when `into` is its own code.
struct MergeArea {
    std::string into{};  // code
    Date from{};
    std::string order{};
};
DESCRIBE(MergeArea, into, from, order)

/// Fills or empties a post.
struct HoldPost {
    Date from{};
    Manner manner = Manner::NotKnown;
    std::optional<std::string> holder{};
    std::optional<std::string> note{};
};
DESCRIBE(HoldPost, from, manner, holder, note)

/// What a change is answered with: the code of the area or post that was changed.
struct Changed {
    std::string code{};
};
DESCRIBE(Changed, code)

Result<Changed> move_area(web::Context&, const MoveArea&);
Result<Changed> merge_area(web::Context&, const MergeArea&);
Result<Changed> hold_post(web::Context&, const HoldPost&);

/// Which prisons are asked for: of a region or of all, as on a day.
struct AskedPrisons {
    std::optional<std::string> region{};
    std::optional<Date> day{};
};
DESCRIBE(AskedPrisons, region, day)

}  // namespace noms::organisation
