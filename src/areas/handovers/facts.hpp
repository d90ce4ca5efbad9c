#pragma once

#include <optional>
#include <string>

#include "areas/handovers/rules.hpp"
#include "areas/offenders/offenders.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored of a handover at a gate.
namespace noms::handovers {

/// One crossing that somebody prepares. `crosses_on` is the day it is planned for; `rosh` the risk
/// of serious harm at the opening, by which the checklist was chosen; `complete` is set when it is
/// closed, and `reason` says why where it was not.
struct Handover {
    Id<Handover> id{};
    offenders::OffenderId offender{};
    int version = 1;
    Gate gate = Gate::Release;
    Checklist checklist = Checklist::Standard;
    std::optional<assessments::Rosh> rosh{};
    Date crosses_on{};
    Date opened_on{};
    std::string opened_by{};
    std::optional<Date> closed_on{};
    std::string closed_by{};
    std::optional<bool> complete{};
    std::string reason{};
};
DESCRIBE(Handover,
         id,
         offender,
         version,
         gate,
         checklist,
         rosh,
         crosses_on,
         opened_on,
         opened_by,
         closed_on,
         closed_by,
         complete,
         reason)
using HandoverId = Id<Handover>;
extern const record::Table<Handover> handovers;

/// One thing of its checklist.
struct HandoverItem {
    Id<HandoverItem> id{};
    HandoverId handover{};
    offenders::OffenderId offender{};
    std::string code{};
    std::string words{};
    std::optional<Date> done_on{};
    std::string done_by{};
    std::string note{};  // how, and with whom
};
DESCRIBE(HandoverItem, id, handover, offender, code, words, done_on, done_by, note)
extern const record::Table<HandoverItem> handover_items;

}  // namespace noms::handovers
