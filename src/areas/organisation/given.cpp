#include "areas/organisation/given.hpp"

#include "areas/organisation/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::organisation {
ReferenceData reference_data() {
    return {.bodies = rows::read<GivenBody>(data::body),
            .places = rows::read<GivenPlace>(data::place),
            .prisons = rows::read<GivenPrison>(data::prison),
            .areas = rows::read<GivenArea>(data::area),
            .posts = rows::read<GivenPost>(data::post),
            .lines = rows::read<GivenLine>(data::line),
            .holdings = rows::read<GivenHolding>(data::holding),
            .seats = rows::read<GivenSeat>(data::seat)};
}

}  // namespace noms::organisation
