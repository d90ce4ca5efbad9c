#pragma once

#include <optional>
#include <string>

#include "areas/sentences/handlers.hpp"
#include "areas/sentences/rules_intermittent.hpp"

/// The calendar of a sentence of intermittent custody, as it is stored and shown.
namespace noms::sentences {

struct Blocks {
    Id<Blocks> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    BlockPattern pattern = BlockPattern::Weekend;
    std::string prison{};
    std::optional<bool> consents{};
    std::string recorded_by{};
};
DESCRIBE(Blocks, id, offender, sentence, pattern, prison, consents, recorded_by)

struct LateReturnRow {
    Id<LateReturnRow> id{};
    offenders::OffenderId offender{};
    Id<Sentence> sentence{};
    Date due_on{};
    std::optional<Date> came_on{};
    std::string recorded_by{};
};
DESCRIBE(LateReturnRow, id, offender, sentence, due_on, came_on, recorded_by)

extern const record::Table<Blocks> blocks;
extern const record::Table<LateReturnRow> late_returns;

/// The calendar of a sentence; nothing for another kind, or before its blocks are set.
std::optional<IntermittentRuling> calendar_of(db::Connection&, const Sentence&);

struct SetBlocks {
    BlockPattern pattern = BlockPattern::Weekend;
    std::string prison{};
    bool consents = false;
};
DESCRIBE(SetBlocks, pattern, prison, consents)

/// `came_on` empty: not back for that block at all.
struct RecordLateReturn {
    Date due_on{};
    std::optional<Date> came_on{};
};
DESCRIBE(RecordLateReturn, due_on, came_on)

/// Invalid, by field, where the rule says no: the prison, the days, the consent.
Result<Recorded> set_blocks(web::Context&, const SetBlocks&);
/// Invalid for a day on which no block begins.
Result<Recorded> record_late_return(web::Context&, const RecordLateReturn&);

/// The section of the sentence's page.
page::Html calendar_section(const Sentence&,
                            const std::optional<IntermittentRuling>&,
                            bool may_change);

}  // namespace noms::sentences
