#include <algorithm>

#include "areas/sentences/handlers.hpp"
#include "areas/sentences/passing.hpp"

/// Correcting what was recorded of a sentence: dates are worked out from it.
namespace noms::sentences {
namespace {

DisposalFacts facts_of(const Sentence& row,
                       const std::optional<Date>& committed_on,
                       const offenders::Offender& who) {
    return {.disposal = row.disposal,
            .imposed_on = row.imposed_on,
            .committed_on = committed_on,
            .born = who.birth_date,
            .purposes = purposes_of(row),
            .length = length_of(row),
            .custodial = custodial_of(row),
            .supervision_months = row.supervision_months,
            .operational_months = row.operational_months,
            .hours = row.hours,
            .amount_pence = row.amount_pence};
}

bool may_be_corrected(const Sentence& row) {
    const auto* known = disposal(row.disposal);
    return is_custody(row.disposal) || (known && known->kind == Group::Default);
}

Sentence corrected(const Sentence& before, const CorrectSentence& given) {
    auto after = before;
    after.years = given.years.value_or(0);
    after.months = given.months.value_or(0);
    after.weeks = given.weeks.value_or(0);
    after.days = given.days.value_or(0);
    after.remand_days = given.remand_days;
    after.tagged_bail_days = given.tagged_bail_days;
    return after;
}

}  // namespace

Offence offence_for(db::Connection& db, const Sentence& sentence) {
    auto all = offences_of(db, std::span(&sentence.offender.number, 1));
    auto found = std::ranges::find(all, sentence.offence, &Offence::id);
    if (found == all.end()) throw db::Broken("a sentence is for no offence");
    return *found;
}

Result<Recorded> correct_sentence(web::Context& context, const CorrectSentence& given) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return refused("This record was joined to another: change that one.");
    auto before = TRY(sentence_in(context));
    if (!may_be_corrected(before)) return refused("Only a custodial sentence is corrected here.");
    if (before.ended_on) return refused("This sentence has ended.");
    auto errors = below_nought(describe::type_of<CorrectSentence>(), &given);
    if (given.committed_on && before.imposed_on < *given.committed_on)
        errors.push_back({"committed_on",
                          "after_hearing",
                          "The offence must have been committed by the day of the sentence"});
    if (!errors.empty()) return invalid(std::move(errors));
    auto after = corrected(before, given);
    for (const auto& fault : TRY(disposal_ruling(facts_of(after, given.committed_on, who))).faults)
        errors.push_back({fault.field, fault.code, fault.words});
    if (!errors.empty()) return invalid(std::move(errors));
    context.changes->about({std::string(offenders::subject_kind), who.id.number},
                           "sentences.corrected");
    context.changes->change(sentences, before, after);
    auto offence = offence_for(context.db, before);
    auto of_that_day = offence;
    of_that_day.committed_on = given.committed_on;
    context.changes->change(offences, offence, of_that_day);
    return Recorded{who.id, {before.id.number}};
}

}  // namespace noms::sentences
