#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "areas/catalogue/catalogue.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/base/dice.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"

/// The places of the demonstration and the people who work in them.
namespace noms::demonstration {

using BodyId = Id<organisation::Body>;

struct Court {
    BodyId body{};
    bool crown = false;
};

/// Somebody who manages offenders.
struct Officer {
    record::AccountId account{};
    std::string name{};
    std::string office{};  // where appointments are kept
    int cases = 0;
    int cases_max = 0;
    bool fills_first = false;  // its caseload is shown, and so is made full
    bool is_full() const { return cases >= cases_max; }
};

/// Something of the catalogue, and how many are on it.
struct Offered {
    catalogue::Offering row{};
    bool men = true;
    bool women = true;
    int started = 0;
};

/// A probation area with its staff.
struct Area {
    BodyId body{};
    BodyId region{};
    std::string name{};
    int population_thousands = 0;
    std::vector<Court> courts{};
    std::vector<organisation::Body> units{};
    std::vector<Officer> officers{};
    Officer senior{};  // on duty, and countersigns
    size_t next_officer = 0;
    std::vector<Offered> offered{};
};

struct Prison {
    BodyId body{};
    BodyId region{};
    std::string name{};
    int places = 0;
    bool women = false;
    bool local = false;
    bool open = false;
    int held = 0;
    std::vector<Officer> staff{};  // offender supervisors
    std::vector<Offered> offered{};
};

struct World {
    BodyId focus{};  // the region that the small demonstration lies in
    std::vector<Area> areas{};
    std::vector<Prison> prisons{};

    /// An area, as often as it has inhabitants.
    Area& area(Dice&);
    /// A prison for men or women, in `region` where there is one, as often as it has places; local
    /// ones to be received in, others to move on to, never `but`. Null where there is no other.
    Prison* prison(Dice&, bool women, BodyId region, bool local, BodyId but = {});
    /// An open prison; null where the country of the demonstration has none.
    Prison* open_prison(Dice&, bool women);
    /// The one whose staff somebody signs in as; null before there is one.
    Prison* shown_prison();
};

/// The whole country, or only the North West.
enum class Reach { Country, NorthWest };
/// What the reference data holds on `day`. Refused when it is not loaded.
Result<World> world_on(db::Connection&, Date day, Reach);

}  // namespace noms::demonstration
