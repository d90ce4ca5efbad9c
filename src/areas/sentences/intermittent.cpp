#include "areas/sentences/intermittent.hpp"

#include <algorithm>

#include "areas/sentences/forms.hpp"
#include "areas/sentences/pages.hpp"
#include "areas/sentences/sql.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Commands on a sentence of intermittent custody, its calendar and their forms.
namespace noms::sentences {
namespace {

constexpr int days_a_week = 7;

bool is_intermittent(const Sentence& sentence) {
    return sentence.disposal == "INTCUST";
}

int days_between_ends(Date from, const Length& length) {
    return days_between(from, after(from, length));
}

IntermittentFacts facts_of(const Sentence& sentence, const Blocks& set) {
    return {.imposed_on = sentence.imposed_on,
            .weeks = days_between_ends(sentence.imposed_on, length_of(sentence)) / days_a_week,
            .custodial_days = days_between_ends(sentence.imposed_on, custodial_of(sentence)),
            .consecutive = sentence.consecutive_to.has_value(),
            .pattern = set.pattern,
            .prison = set.prison,
            .consents = set.consents};
}

std::optional<IntermittentFacts> facts_stored(db::Connection& db, const Sentence& sentence) {
    auto set = db::all<Blocks>(db, sql::blocks_of, sentence.id);
    if (!is_intermittent(sentence) || set.empty()) return std::nullopt;
    auto out = facts_of(sentence, set.back());
    for (const auto& each : db::all<LateReturnRow>(db, sql::late_returns_of, sentence.id))
        out.late.push_back({each.due_on, each.came_on});
    return out;
}

/// The sentence of the address, where it is served in blocks and still runs.
Result<Sentence> sentence_of_blocks(web::Context& context) {
    auto of = TRY(running_sentence(context));
    if (!is_intermittent(of)) return refused("This sentence is not served in blocks.");
    return of;
}

std::string in_words(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::Custody: return "In prison";
        case PeriodKind::AtLarge: return "Unlawfully at large";
        case PeriodKind::Licence: break;
    }
    return "On licence";
}

page::Html calendar_table(const IntermittentRuling& ruling) {
    page::Table table{.caption = "Days in prison and on licence",
                      .columns = {{"From"}, {"Until the end of"}, {"Where"}}};
    for (const auto& each : ruling.calendar)
        table.rows.push_back({{noms::in_full(each.from),
                               noms::in_full(plus_days(each.until, -1)),
                               each.begins_late ? page::Cell(page::with_sub(in_words(each.kind),
                                                                            "after a bank holiday"))
                                                : page::Cell(in_words(each.kind))}});
    return page::table(table);
}

}  // namespace

std::optional<IntermittentRuling> calendar_of(db::Connection& db, const Sentence& sentence) {
    auto facts = facts_stored(db, sentence);
    if (!facts) return std::nullopt;
    auto ruling = intermittent_custody(*facts);
    return ruling ? std::optional(*ruling) : std::nullopt;
}

Result<Recorded> set_blocks(web::Context& context, const SetBlocks& given) {
    auto of = TRY(sentence_of_blocks(context));
    Blocks row{.id = new_id<Blocks>(),
               .offender = of.offender,
               .sentence = of.id,
               .pattern = given.pattern,
               .prison = given.prison,
               .consents = given.consents,
               .recorded_by = context.actor.name};
    const auto ruling = TRY(intermittent_custody(facts_of(of, row)));
    std::vector<FieldError> faults;
    const auto& own = describe::type_of<SetBlocks>().fields;
    for (const auto& each : ruling.faults) {
        bool is_asked = std::ranges::find(own, each.field, &describe::Field::name) != own.end();
        faults.push_back({is_asked ? each.field : "", each.code, each.words});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return add_row(context, blocks, row, "sentences.blocks_set");
}

Result<Recorded> record_late_return(web::Context& context, const RecordLateReturn& given) {
    auto of = TRY(sentence_of_blocks(context));
    auto facts = facts_stored(context.db, of);
    if (!facts) return refused("The blocks of this sentence are not set yet.");
    const auto before = TRY(intermittent_custody(*facts));
    bool begins = std::ranges::any_of(before.calendar, [&](const IntermittentPeriod& each) {
        return each.kind == PeriodKind::Custody && each.from == given.due_on;
    });
    if (!begins)
        return invalid({{"due_on", "no_block", "No block of the calendar begins on that day"}});
    if (given.came_on && *given.came_on < given.due_on)
        return invalid({{"came_on", "before_start", "They were not due before that day"}});
    facts->late.push_back({given.due_on, given.came_on});
    TRY(intermittent_custody(*facts));
    LateReturnRow row{.id = new_id<LateReturnRow>(),
                      .offender = of.offender,
                      .sentence = of.id,
                      .due_on = given.due_on,
                      .came_on = given.came_on,
                      .recorded_by = context.actor.name};
    return add_row(context, late_returns, row, "sentences.late_return");
}

page::Html calendar_section(const Sentence& sentence,
                            const std::optional<IntermittentRuling>& ruling,
                            bool may_change) {
    using namespace page;
    if (!is_intermittent(sentence)) return {};
    Html inside;
    if (!ruling) inside += paragraph("No blocks are set yet, so that there is no calendar.");
    if (ruling && ruling->ends) inside += calendar_table(*ruling);
    if (ruling && !ruling->ends)
        for (const auto& each : ruling->faults) inside += paragraph(each.words);
    if (may_change && !sentence.ended_on) {
        Html links = link(path_of(sentence) + "/blocks", "Set the blocks");
        if (ruling) links += text(" ") + link(path_of(sentence) + "/late-returns", "Late return");
        inside += paragraph(links);
    }
    return section("Calendar", inside, "calendar");
}

template <>
Result<offenders::CommandForm> form_of<SetBlocks>(web::Context& context) {
    TRY(sentence_in(context));
    page::Looks looks;
    looks["pattern"].label = "Days in prison";
    looks["pattern"].options = {{"Weekend", "Friday to Sunday"}, {"Midweek", "Monday to Thursday"}};
    for (const auto& each : pilot_prisons())
        looks["prison"].options.push_back({each.code, each.name});
    looks["consents"].label = "The offender agrees";
    return offenders::form_at<SetBlocks>(
        context, "Set the blocks", "Save blocks", std::move(looks));
}

template <>
Result<offenders::CommandForm> form_of<RecordLateReturn>(web::Context& context) {
    TRY(sentence_in(context));
    page::Looks looks;
    looks["due_on"].label = "First day of the block they were due for";
    looks["came_on"].label = "Day on which they came";
    looks["came_on"].hint = "Leave it empty if they did not come for that block";
    return offenders::form_at<RecordLateReturn>(
        context, "Not back in time", "Save late return", std::move(looks));
}

}  // namespace noms::sentences
