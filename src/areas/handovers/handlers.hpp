#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/handovers/handovers.hpp"
#include "areas/tasks/tasks.hpp"

/// The commands of this area, and what each handover's task is.
namespace noms::handovers {

struct OpenHandover {
    Gate gate = Gate::Release;
    Date crosses_on{};
};
DESCRIBE(OpenHandover, gate, crosses_on)

/// `note`: how, and with whom; or why it is not done after all.
struct TickItem {
    std::optional<std::string> note{};
};
DESCRIBE(TickItem, note)

struct MoveHandover {
    Date crosses_on{};
};
DESCRIBE(MoveHandover, crosses_on)

/// `reason` is why it is closed without what is missing; none where nothing is.
struct CloseHandover {
    std::optional<std::string> reason{};
};
DESCRIBE(CloseHandover, reason)

/// Opens a checklist for a day, and asks the manager of the case to see to it. Invalid for a day
/// that cannot be that of the crossing; Conflict where one is open for the same gate; Refused where
/// nobody is in prison, or nobody manages.
Result<Handover> open_handover(web::Context&, const OpenHandover&);
/// Writes who did the item that the address names as {item}, and when. Conflict: it is done.
Result<Handover> do_item(web::Context&, const TickItem&);
/// Takes that back. Conflict: it is not done.
Result<Handover> undo_item(web::Context&, const TickItem&);
/// Another day for the crossing; the clock runs to that day. Invalid as in opening.
Result<Handover> move_handover(web::Context&, const MoveHandover&);
/// Ends it. Invalid where something is missing and no reason is given.
Result<Handover> close_handover(web::Context&, const CloseHandover&);

/// The one that the address names as {handover}, of the offender it names.
Result<Handover> handover_in(web::Context&);
/// Its checklist.
std::vector<HandoverItem> items_of(db::Connection&, HandoverId);
/// Whether a task asks for it.
bool is_about(const tasks::Task&, HandoverId);

}  // namespace noms::handovers
