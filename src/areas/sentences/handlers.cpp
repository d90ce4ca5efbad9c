#include "areas/sentences/handlers.hpp"

#include <algorithm>

#include <fmt/ranges.h>

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

/// Invalid unless they are marks of the day, or the word that there are none.
Result<void> check_marks(const std::vector<std::string>& marks, Date today) {
    if (marks.empty())
        return invalid({{"marks", "missing", "Choose what applies, or that none does"}});
    if (marks.size() == 1 && marks.front() == no_mark) return {};
    const auto known = offence_marks_on(today);
    for (const auto& code : marks) {
        if (code == no_mark)
            return invalid({{"marks", "contradicts", "Choose the marks, or that there is none"}});
        if (std::ranges::find(known, code, &OffenceMark::code) == known.end())
            return invalid({{"marks", "unknown_code", "Choose marks from the list"}});
    }
    return {};
}

std::vector<std::string> kinds_required(db::Connection& db, const Sentence& of) {
    std::vector<std::string> out;
    for (const auto& each : requirements_of(db, std::span(&of.offender.number, 1)))
        if (each.sentence == of.id) out.push_back(each.kind);
    return out;
}

/// What speaks against letting a suspended term take effect: the Criminal Justice Act 2003, Sch.
/// 12, para. 8(2), lets a court shorten it and never lengthen it.
std::vector<FieldError> activation_faults(const Sentence& before,
                                          const Sentence& after,
                                          Date today) {
    std::vector<FieldError> out;
    const auto on = *after.activated_on;
    if (on < before.imposed_on)
        out.push_back({"activated_on", "before_start", "The sentence was passed after that day"});
    if (today < on)
        out.push_back({"activated_on", "date_in_future", "The day must not be in the future"});
    for (auto number : {after.activated_months, after.activated_weeks, after.activated_days})
        if (number.value_or(0) < 0)
            out.push_back({"months", "below_nought", "The number must not be negative"});
    if (noms::sentences::after(on, length_of(before)) <
        noms::sentences::after(on, activated_of(after)))
        out.push_back({"months", "longer_than_passed", "No more takes effect than was passed"});
    return out;
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

Result<Sentence> running_sentence(web::Context& context) {
    TRY(to_change(context));
    auto found = TRY(sentence_in(context));
    if (found.ended_on) return refused("This sentence has ended.");
    return found;
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
    const auto others = kinds_required(context.db, to);
    for (auto& fault : compatibility_faults(given.kind, others, who.birth_date, to.imposed_on))
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

Offence offence_in(db::Connection& db, const Sentence& of) {
    const auto all = offences_of(db, std::span(&of.offender.number, 1));
    return *std::ranges::find(all, of.offence, &Offence::id);
}

Result<Recorded> record_marks(web::Context& context, const RecordMarks& given) {
    auto who = TRY(to_change(context));
    auto before = offence_in(context.db, TRY(sentence_in(context)));
    CHECK(check_marks(given.marks, context.today));
    auto after = before;
    after.marks =
        given.marks.front() == no_mark ? "" : fmt::format("{}", fmt::join(given.marks, " "));
    after.marks_on = context.today;
    about(context, who.id, "sentences.offence_marked").change(offences, before, after);
    return Recorded{who.id, {after.id.number}};
}

Result<Recorded> activate_sentence(web::Context& context, const ActivateSentence& given) {
    auto before = TRY(running_sentence(context));
    const auto* known = disposal(before.disposal);
    if (!known || known->part != Part::Suspended)
        return refused("Only a suspended sentence can take effect later.");
    if (before.activated_on) return conflict("This sentence has taken effect already.");
    auto after = before;
    after.activated_on = given.activated_on;
    after.activated_months = given.months;
    after.activated_weeks = given.weeks;
    after.activated_days = given.days;
    auto errors = activation_faults(before, after, context.today);
    if (!errors.empty()) return invalid(std::move(errors));
    about(context, before.offender, "sentences.activated").change(sentences, before, after);
    return Recorded{before.offender, {after.id.number}};
}

}  // namespace noms::sentences
