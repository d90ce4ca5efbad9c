#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/handovers/views.hpp"
#include "areas/movements/movements.hpp"

/// What is known about the gates of some people on a day: what was opened, and what nobody opened.
/// Nothing of it is stored, so it is never behind the record.
namespace noms::handovers {

/// One person who has a handover, or a release that nobody prepared.
struct Looked {
    offenders::OffenderId offender{};
    std::optional<Gap> gap{};
    std::optional<Date> approved_release{};
    std::vector<HandoverView> handovers{};
};

/// Of these people, by offender: what is open, and gaps. As many questions for all as for one.
std::vector<Looked> look(db::Connection&, std::span<const std::int64_t> offenders, Date day);
/// The same of one, with all that was ever closed; the latest crossing first.
Looked look_at_all(db::Connection&, offenders::OffenderId, Date day);

}  // namespace noms::handovers
