#include "areas/movements/handlers.hpp"

#include <map>

#include "areas/access/access.hpp"
#include "areas/movements/moving.hpp"
#include "kit/base/text.hpp"

namespace noms::movements {
namespace {

/// Staff of a prison record what happens there and nowhere else.
Result<void> check_own_prison(const web::Context& context, const std::optional<BodyId>& prison) {
    if (context.actor.scope_kind != "prison") return {};
    if (prison && prison->number == context.actor.scope_body) return {};
    return forbidden("Only staff of the prison concerned can record this.");
}

Result<offenders::Offender> to_move(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return refused("This record was joined to another: change that one.");
    return who;
}

template <class Command>
Result<Movement> row_of(web::Context& context,
                        offenders::OffenderId offender,
                        Move move,
                        const Command& given) {
    return Movement{.offender = offender,
                    .at = TRY(moment_of(given.moved_on, given.moved_at)),
                    .time_known = true,
                    .move = move,
                    .recorded_by = context.actor.name};
}

Result<Moved> moved(web::Context& context, const Movement& row) {
    context.changes->about({std::string(offenders::subject_kind), row.offender.number},
                           event_kind(row.move));
    auto done = TRY(move(*context.changes, context.db, row));
    return Moved{done.offender, done.place};
}

/// A step of somebody who is on the roll of the actor's prison.
template <class Command>
Result<Movement> step_of(web::Context& context, Move move, const Command& given) {
    auto who = TRY(to_move(context));
    auto last = last_movement(context.db, who.id);
    auto prison = last && last->place == Place::AtLarge ? last->body : std::nullopt;
    if (last && !prison) prison = last->prison;
    if (last) CHECK(check_own_prison(context, prison));
    return row_of(context, who.id, move, given);
}

/// Whoever has that number and goes by that surname, unless their record is for others alone.
Result<offenders::Offender> person_at_the_gate(web::Context& context, const Receive& given) {
    auto who = TRY(offenders::known_as(
        context.db, given.number_kind, given.number, given.surname, context.today));
    std::span one(&who.id.number, 1);
    if (access::unrestricted_among(context.db, context.actor, one, context.today).empty())
        return invalid({{"number", "no_record", "No record has that number and that surname"}});
    return who;
}

/// Invalid for a term on anything but a recall, or a fixed one that the law did not have yet.
Result<void> check_recall_term(const Warrant& warrant, const std::optional<RecallTerm>& term) {
    if (!term) return {};
    if (warrant.kind != WarrantKind::Recall)
        return invalid({{"recall_term", "no_recall", "Only a recall is for such a term"}});
    if (*term != RecallTerm::ToTheEnd && warrant.issued_on < fixed_term_recalls_from)
        return invalid({{"recall_term",
                         "not_in_force",
                         "There was no recall for a fixed term before " +
                             noms::in_words(fixed_term_recalls_from)}});
    return {};
}

/// The warrant as it was typed; nothing where none was.
Result<std::optional<Warrant>> warrant_of(web::Context& context,
                                          offenders::OffenderId offender,
                                          const Receive& given) {
    if (!given.warrant_kind) return std::optional<Warrant>{};
    Warrant warrant{.id = new_id<Warrant>(),
                    .offender = offender,
                    .kind = *given.warrant_kind,
                    .authorises = given.authorises.value_or(""),
                    .recorded_by = context.actor.name};
    if (!given.issued_on)
        return invalid({{"issued_on", "missing", "Enter the day the warrant was issued"}});
    warrant.issued_on = *given.issued_on;
    if (trimmed(warrant.authorises).empty())
        return invalid({{"authorises", "missing", "Say what the warrant authorises"}});
    if (given.court)
        warrant.court = TRY(body_coded(context, organisation::Kind::Court, *given.court, "court"));
    else if (warrant.kind != WarrantKind::Recall && warrant.kind != WarrantKind::Immigration)
        return invalid({{"court", "missing", "Choose the court that issued the warrant"}});
    CHECK(check_recall_term(warrant, given.recall_term));
    warrant.recall_term = given.recall_term;
    return std::optional(warrant);
}

Result<void> check_words(const std::string& words, const char* field) {
    if (!trimmed(words).empty()) return {};
    return invalid({{field, "missing", "Say why, for whoever looks at it later"}});
}

/// By area, so that one that is served twice asks once.
std::map<std::string, BeforeAbsence>& askers_before_absence() {
    static std::map<std::string, BeforeAbsence> all;
    return all;
}

}  // namespace

Result<BodyId> body_coded(web::Context& context,
                          organisation::Kind kind,
                          const std::string& code,
                          const char* field) {
    auto found = organisation::body_by_code(context.db, kind, code, context.today);
    if (!found) return invalid({{field, "unknown_code", "Choose one from the list"}});
    return found->id;
}

Result<organisation::Body> prison_in(web::Context& context) {
    auto found = organisation::body_by_code(
        context.db, organisation::Kind::Prison, context.part("prison"), context.today);
    if (!found) return not_found("There is no such prison.");
    return *found;
}

Result<Moved> receive(web::Context& context, const Receive& given) {
    auto prison = TRY(prison_in(context));
    CHECK(check_own_prison(context, prison.id));
    auto who = TRY(person_at_the_gate(context, given));
    auto row = TRY(row_of(context, who.id, Move::Reception, given));
    auto warrant = TRY(warrant_of(context, who.id, given));
    row.prison = prison.id;
    row.override_reason = std::string(trimmed(given.override_reason.value_or("")));
    auto issued = warrant ? std::optional(warrant->issued_on) : std::nullopt;
    CHECK(lawful_reception(issued, row.override_reason, given.moved_on));
    context.changes->about({std::string(offenders::subject_kind), who.id.number},
                           event_kind(Move::Reception));
    if (warrant) {
        context.changes->add(warrants, *warrant);
        row.warrant = warrant->id;
    }
    return moved(context, row);
}

Result<Moved> transfer(web::Context& context, const Transfer& given) {
    auto row = TRY(step_of(context, Move::Transfer, given));
    row.prison = TRY(body_coded(context, organisation::Kind::Prison, given.prison, "prison"));
    row.reason = given.reason;
    CHECK(check_words(row.reason, "reason"));
    return moved(context, row);
}

Result<Moved> to_court(web::Context& context, const ToCourt& given) {
    auto row = TRY(step_of(context, Move::ToCourt, given));
    row.body = TRY(body_coded(context, organisation::Kind::Court, given.court, "court"));
    return moved(context, row);
}

Result<Moved> to_hospital(web::Context& context, const ToHospital& given) {
    auto row = TRY(step_of(context, Move::ToHospital, given));
    row.reason = given.reason;
    CHECK(check_words(row.reason, "reason"));
    return moved(context, row);
}

void before_absence(std::string area, BeforeAbsence what) {
    askers_before_absence()[std::move(area)] = std::move(what);
}

Result<Moved> leave_for_a_time(web::Context& context, const LeaveForATime& given) {
    auto row = TRY(step_of(context, Move::TemporaryAbsence, given));
    row.reason = given.reason;
    row.due_back = given.due_back;
    CHECK(check_words(row.reason, "reason"));
    if (given.due_back < given.moved_on)
        return invalid({{"due_back", "before_start", "They cannot be due back before they leave"}});
    row.override_reason = std::string(trimmed(given.not_consulted.value_or("")));
    for (const auto& [area, allows] : askers_before_absence()) CHECK(allows(context, row));
    return moved(context, row);
}

Result<Moved> come_back(web::Context& context, const Return& given) {
    auto row = TRY(step_of(context, Move::Return, given));
    return moved(context, row);
}

Result<Moved> escape(web::Context& context, const Escape& given) {
    auto row = TRY(step_of(context, Move::Escape, given));
    row.reason = given.reason;
    CHECK(check_words(row.reason, "reason"));
    return moved(context, row);
}

Result<Moved> recapture(web::Context& context, const Recapture& given) {
    auto row = TRY(step_of(context, Move::Recapture, given));
    row.prison = TRY(body_coded(context, organisation::Kind::Prison, given.prison, "prison"));
    row.reason = given.reason;
    CHECK(check_words(row.reason, "reason"));
    return moved(context, row);
}

}  // namespace noms::movements
