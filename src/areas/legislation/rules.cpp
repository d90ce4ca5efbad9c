#include "areas/legislation/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace noms::legislation {
namespace {

using Stages = std::vector<Stage>;

/// The stages that an item of a kind can reach.
const Stages& stages_of(Kind kind) {
    static const Stages law{Stage::Introduced,
                            Stage::Assented,
                            Stage::PartlyInForce,
                            Stage::InForce,
                            Stage::NotInForce,
                            Stage::Repealed};
    static const Stages bill{Stage::Introduced, Stage::Lapsed, Stage::Assented};
    static const Stages consultation{Stage::Announced, Stage::Open, Stage::Closed};
    static const Stages paper{
        Stage::Announced, Stage::Published, Stage::InForce, Stage::NotInForce};
    switch (kind) {
        case Kind::Act:
        case Kind::Provision:
        case Kind::Instrument: return law;
        case Kind::Bill: return bill;
        case Kind::Consultation: return consultation;
        case Kind::Publication:
        case Kind::Announcement: break;
    }
    return paper;
}

}  // namespace

bool is_in_force(Stage stage) {
    return stage == Stage::InForce || stage == Stage::PartlyInForce;
}

Result<ItemStage> next_stage(const Item& item,
                             const std::vector<ItemStage>& history,
                             const NewStage& given) {
    if (given.source.empty()) return invalid({{"source", "missing"}});
    if (std::ranges::find(stages_of(item.kind), given.stage) == stages_of(item.kind).end())
        return invalid({{"stage",
                         "not_a_stage_of_this_kind",
                         "Choose a stage that this kind of item can reach"}});
    if (!history.empty() && given.from <= history.back().from_day)
        return refused(fmt::format("{} is recorded from {}: a stage must come after it.",
                                   item.title,
                                   in_words(history.back().from_day)));
    return ItemStage{.item = item.id,
                     .from_day = given.from,
                     .stage = given.stage,
                     .source = given.source,
                     .certainty = Certainty::Entered,
                     .note = given.note};
}

}  // namespace noms::legislation
