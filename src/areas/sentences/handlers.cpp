#include "areas/sentences/handlers.hpp"

#include "areas/sentences/passing.hpp"
#include "kit/base/text.hpp"

namespace noms::sentences {
namespace {

/// The offender of the address, whose record is not one that was joined to another.
Result<offenders::Offender> to_change(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return refused("This record was joined to another: change that one.");
    return who;
}

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

template <class Command>
Offence offence_of(const Appearance& at, const Command& given) {
    return {.id = new_id<Offence>(),
            .offender = at.offender,
            .appearance = at.id,
            .code = upper(given.offence_code.value_or("")),
            .words = given.offence,
            .committed_on = given.committed_on};
}

}  // namespace

Result<Appearance> appearance_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = appearance(context.db, TRY(context.id<Appearance>("appearance")));
    if (!found || found->offender != who.id) return not_found("There is no such appearance.");
    return *found;
}

Result<Sentence> sentence_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = sentence(context.db, TRY(context.id<Sentence>("sentence")));
    if (!found || found->offender != who.id) return not_found("There is no such sentence.");
    return *found;
}

Result<Recorded> record_appearance(web::Context& context, const RecordAppearance& given) {
    auto who = TRY(to_change(context));
    auto court = organisation::body_by_code(
        context.db, organisation::Kind::Court, given.court, given.heard_on);
    if (!court) return invalid({{"court", "unknown_code", "Choose a court from the list"}});
    if (context.today < given.heard_on)
        return invalid({{"heard_on", "date_in_future", "The day must not be in the future"}});
    CHECK(check_offence(given.offence, given.committed_on, given.heard_on));
    Appearance at{.id = new_id<Appearance>(),
                  .offender = who.id,
                  .court = court->id,
                  .heard_on = given.heard_on,
                  .outcome = given.outcome,
                  .recorded_by = context.actor.name};
    auto& changes = about(context, who.id, "sentences.court_appearance_recorded");
    changes.add(appearances, at);
    changes.add(offences, offence_of(at, given));
    return Recorded{who.id, {at.id.number}};
}

Result<Recorded> add_offence(web::Context& context, const AddOffence& given) {
    auto who = TRY(to_change(context));
    auto at = TRY(appearance_in(context));
    CHECK(check_offence(given.offence, given.committed_on, at.heard_on));
    auto offence = offence_of(at, given);
    about(context, who.id, "sentences.offence_added").add(offences, offence);
    return Recorded{who.id, {offence.id.number}};
}

Result<Recorded> add_requirement(web::Context& context, const AddRequirement& given) {
    auto who = TRY(to_change(context));
    auto to = TRY(sentence_in(context));
    if (to.disposal != "CO" && to.disposal != "SSO")
        return refused("Only a community order or a suspended sentence order has requirements.");
    if (to.ended_on) return refused("This sentence has ended.");
    std::vector<FieldError> errors;
    for (auto& fault : requirement_faults(given.kind, given.amount, to.imposed_on))
        errors.push_back({fault.field, fault.code, fault.words});
    if (!errors.empty()) return invalid(std::move(errors));
    auto purposes = given.purposes.empty() ? usual_purposes(*disposal(given.kind)) : given.purposes;
    auto row = requirement_of(to, given.kind, given.amount, purposes, given.words.value_or(""));
    about(context, who.id, "sentences.requirement_added").add(requirements, row);
    return Recorded{who.id, {row.id.number}};
}

Result<Recorded> add_compensation(web::Context& context, const AddCompensation& given) {
    auto who = TRY(to_change(context));
    auto to = TRY(sentence_in(context));
    auto pence = pence_of(given.amount);
    if (!pence || *pence == 0)
        return invalid(
            {{"amount", "not_money", "The amount must be in pounds, like 250 or 250.50"}});
    Compensation row{.id = new_id<Compensation>(),
                     .offender = who.id,
                     .sentence = to.id,
                     .pence = *pence,
                     .payable_to = given.payable_to};
    about(context, who.id, "sentences.compensation_ordered").add(compensations, row);
    return Recorded{who.id, {row.id.number}};
}

}  // namespace noms::sentences
