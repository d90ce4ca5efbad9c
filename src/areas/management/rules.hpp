#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/facts.hpp"
#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// Whose case somebody is, and who manages it where nobody was named. Pure: facts and a day.
namespace noms::management {

/// A probation area or a region with its name, where one is known.
struct Place {
    BodyId body{};
    std::string name{};
};
DESCRIBE(Place, body, name)

/// What could say which area a case belongs to.
struct AreaFacts {
    std::optional<Place> stated{};    // by whoever recorded the sentence
    std::optional<Place> managing{};  // manages the offender, or did last
    std::optional<Place> holding{};   // holds the offender's record as their home area
    std::optional<Place> court{};     // in which the sentencing court sits
    std::optional<Place> actor{};     // of whoever gives the command
};
DESCRIBE(AreaFacts, stated, managing, holding, court, actor)
struct AreaRuling {
    std::optional<Place> area{};  // none: nothing says
    std::vector<law::Ground> because{};
};
DESCRIBE(AreaRuling, area, because)
/// The area whose case somebody is: the one that was stated, or the home area, or the court's. The
/// home area manages: Offender Management Model (NOMS, 2006), from memory.
Result<AreaRuling> responsible_area(const AreaFacts&);

/// Somebody in office whom a case could be given to, for as long as it may last.
struct InOffice {
    record::AccountId account{};
    std::string name{};
    Grade grade = Grade::Officer;
    Date since{};
};
DESCRIBE(InOffice, account, name, grade, since)
/// An area or a region with those in office there.
struct Staff {
    std::string name{};
    std::optional<InOffice> on_duty{};
    std::vector<InOffice> in_office{};
};
DESCRIBE(Staff, name, on_duty, in_office)
struct DutyFacts {
    Date day{};
    std::optional<Staff> area{};
    std::optional<Staff> region{};        // the region's own: its duty officer and its head
    std::optional<Staff> region_areas{};  // all areas of the region together
};
DESCRIBE(DutyFacts, day, area, region, region_areas)
struct DutyRuling {
    std::optional<InOffice> manager{};  // none: nobody at all is in office
    std::vector<law::Ground> because{};
};
DESCRIBE(DutyRuling, manager, because)
/// Who manages a case that nobody was named for: the duty officer of the area; else the most senior
/// officer of the area, the longest in office first; else the duty officer of the region, its most
/// senior officer, and at last the most senior of any area of the region. Nobody is left without a
/// manager while somebody is in office: docs/decisions, on the duty manager.
Result<DutyRuling> duty_manager(const DutyFacts&);

/// The reasons in one line, as an allocation keeps them.
std::string in_one_line(const std::vector<law::Ground>&);

}  // namespace noms::management
