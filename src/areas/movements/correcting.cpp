#include "areas/movements/correcting.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/access/access.hpp"
#include "areas/movements/moving.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/record/corrections.hpp"

namespace noms::movements {
namespace {

/// Oldest first.
std::vector<Movement> chain_of(db::Connection& db, offenders::OffenderId who) {
    auto rows = movements_of(db, std::span(&who.number, 1));
    std::ranges::reverse(rows);
    return rows;
}

bool names_prison(Move move) {
    return move == Move::Reception || move == Move::Transfer || move == Move::Recapture;
}

/// "Transferred on 3 April 2006 at 09:30, HMP Leeds. Nearer home".
std::string words_of(db::Connection& db, const Movement& row) {
    auto day = day_of(row.at);
    auto words = fmt::format("{} on {}", in_words(row.move), noms::in_words(day));
    if (row.time_known) words += " at " + to_text(row.at).substr(11, 5);
    auto at = row.body ? organisation::body(db, *row.body, day) : std::nullopt;
    if (at) words += ", " + at->name;
    if (row.due_back) words += ", due back " + noms::in_words(*row.due_back);
    if (row.reason.empty()) return words;
    return words + ". " + (row.move == Move::Release ? label_of(row.reason) : row.reason);
}

Result<void> set_time(Movement& row, const CorrectMovement& given) {
    bool same_day = given.moved_on == day_of(row.at);
    if (!given.moved_at && same_day && !row.time_known) return {};
    row.time_known = given.moved_at.has_value();
    row.at = given.moved_at ? TRY(moment_of(given.moved_on, *given.moved_at))
                            : Instant(std::chrono::sys_days(given.moved_on));
    return {};
}

Result<Movement> corrected(web::Context& context, Movement row, const CorrectMovement& given) {
    using organisation::Kind;
    CHECK(set_time(row, given));
    if (names_prison(row.move) && given.prison)
        row.prison = TRY(body_coded(context, Kind::Prison, *given.prison, "prison"));
    if (row.move == Move::ToCourt && given.court)
        row.body = TRY(body_coded(context, Kind::Court, *given.court, "court"));
    if (row.move == Move::Release && given.released_for)
        row.reason = describe::choice_text(*given.released_for);
    if (row.move != Move::Release && given.reason) row.reason = *given.reason;
    if (row.move != Move::TemporaryAbsence || !given.due_back) return row;
    if (*given.due_back < given.moved_on)
        return invalid({{"due_back", "before_start", "They cannot be due back before they leave"}});
    row.due_back = given.due_back;
    return row;
}

/// A reception still wants a warrant that was issued by then.
Result<void> check_warrant(db::Connection& db, const Movement& row) {
    if (row.move != Move::Reception) return {};
    std::optional<Date> issued;
    for (const auto& each : warrants_of(db, std::span(&row.offender.number, 1)))
        if (row.warrant == each.id) issued = each.issued_on;
    return lawful_reception(issued, row.override_reason, day_of(row.at));
}

/// Each as it follows from the one before. What is wrong with `own` is the reader's to mend; what
/// is wrong with a later one tells why it cannot be so.
Result<std::vector<Movement>> followed(std::vector<Movement> rows, Instant own, Date today) {
    std::optional<Movement> last;
    for (auto& row : rows) {
        if (row.move == Move::Return) row.prison.reset();  // to where they were on the roll
        auto next = following(last, row, today);
        if (!next && row.at == own) return std::unexpected(next.error());
        if (!next) {
            const auto& why = next.error();
            return refused(
                fmt::format("Then what is recorded for {} could not be: {}",
                            noms::in_words(day_of(row.at)),
                            why.fields.empty() ? why.message : why.fields.front().words));
        }
        row = *next;
        last = row;
    }
    return rows;
}

void write(record::Changes& changes,
           const std::vector<Movement>& before,
           const std::vector<Movement>& after) {
    for (const auto& row : before) {
        auto same = std::ranges::find(after, row.at, &Movement::at);
        if (same == after.end())
            changes.remove(movements, row);
        else
            changes.change(movements, row, *same);
    }
    for (const auto& row : after)
        if (std::ranges::find(before, row.at, &Movement::at) == before.end())
            changes.add(movements, row);
}

/// Puts the chain `after` in the place of `before`, both oldest first, and notes why.
Result<PutRight> put_right(web::Context& context,
                           offenders::OffenderId who,
                           const std::vector<Movement>& before,
                           const std::vector<Movement>& after,
                           const record::Corrected& why) {
    auto& changes = *context.changes;
    CHECK(record::correct(
        changes, {std::string(offenders::subject_kind), who.number}, corrected_kind, why));
    write(changes, before, after);
    Turn turn{.before = before.back()};
    if (!after.empty()) turn.after = after.back();
    move_holds(changes, context.db, who, turn, context.today);
    bool seen = access::may_see(context.db, context.actor, who.number, context.today);
    return PutRight{who, int(after.size()), seen};
}

/// The movement of the address, in the chain of the offender of the address.
Result<Movement> movement_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto at = parse_instant(context.part("movement"));
    for (const auto& row : chain_of(context.db, who.id))
        if (at && row.at == *at) return row;
    return not_found("There is no such movement.");
}

std::string code_of(db::Connection& db, const std::optional<BodyId>& body, Date day) {
    auto found = body ? organisation::body(db, *body, day) : std::nullopt;
    return found ? found->code : "";
}

form::Values values_of(db::Connection& db, const Movement& row, Date today) {
    form::Values values{{"moved_on", to_text(day_of(row.at))},
                        {"prison", code_of(db, row.prison, today)},
                        {"court", code_of(db, row.body, today)},
                        {row.move == Move::Release ? "released_for" : "reason", row.reason}};
    if (row.time_known) values.emplace_back("moved_at", to_text(row.at).substr(11, 5));
    if (row.due_back) values.emplace_back("due_back", to_text(*row.due_back));
    return values;
}

offenders::CommandForm correct_form(web::Context& context, const Movement& row) {
    auto looks = movement_looks(context);
    looks["moved_at"].hint = "For example 09:30; left empty: only the day is known";
    looks["prison"].left_out = !names_prison(row.move);
    looks["court"].left_out = row.move != Move::ToCourt;
    looks["released_for"].left_out = row.move != Move::Release;
    looks["reason"].left_out = row.move == Move::Release || row.reason.empty();
    looks["due_back"].left_out = row.move != Move::TemporaryAbsence;
    looks["why"].label = "Why it is corrected";
    return {.title = "Correct: " + lower(in_words(row.move)),
            .button = "Save correction",
            .path = context.request.path,
            .type = &describe::type_of<CorrectMovement>(),
            .looks = std::move(looks),
            .values = values_of(context.db, row, context.today)};
}

offenders::CommandForm strike_form(web::Context& context, const Movement& row) {
    page::Looks looks;
    looks["why"].label = "Why it is struck out";
    looks["why"].hint = words_of(context.db, row);
    return {.title = "It never happened",
            .button = "Strike it out",
            .path = context.request.path,
            .type = &describe::type_of<StrikeOutMovement>(),
            .looks = std::move(looks)};
}

Result<page::Page> show_correct_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto row = TRY(movement_in(context));
    auto page = TRY(offenders::command_page(context, correct_form(context, row), values, error));
    return page.add(
        page::paragraph(page::link(correction_path(row) + "/strike-out", "It never happened")));
}
Result<page::Page> show_correct(web::Context& context) {
    auto row = TRY(movement_in(context));
    return show_correct_again(context, values_of(context.db, row, context.today), {});
}
Result<page::Page> show_strike_out_again(web::Context& context,
                                         const form::Values& values,
                                         const Error& error) {
    auto row = TRY(movement_in(context));
    return offenders::command_page(context, strike_form(context, row), values, error);
}
Result<page::Page> show_strike_out(web::Context& context) {
    return show_strike_out_again(context, {}, {});
}

/// A prison that never received somebody does not hold their record any more.
std::string to_movements(const PutRight& done) {
    if (!done.still_seen) return "/offenders";
    return offenders::path_of(done.offender) + "/movements";
}

}  // namespace

std::string correction_path(const Movement& row) {
    return offenders::path_of(row.offender) + "/movements/" + to_text(row.at);
}

Result<PutRight> correct(web::Context& context, const CorrectMovement& given) {
    auto was = TRY(movement_in(context));
    auto is = TRY(corrected(context, was, given));
    CHECK(check_warrant(context.db, is));
    auto before = chain_of(context.db, was.offender);
    auto after = before;
    *std::ranges::find(after, was.at, &Movement::at) = is;
    std::ranges::stable_sort(after, {}, &Movement::at);
    after = TRY(followed(std::move(after), is.at, context.today));
    auto stands = *std::ranges::find(after, is.at, &Movement::at);
    auto words = words_of(context.db, was), become = words_of(context.db, stands);
    if (words == become)
        return invalid({{"moved_on", "nothing_changed", "Enter what is to be corrected"}});
    return put_right(context, was.offender, before, after, {words, become, given.why});
}

Result<PutRight> strike_out(web::Context& context, const StrikeOutMovement& given) {
    auto was = TRY(movement_in(context));
    auto before = chain_of(context.db, was.offender);
    auto after = before;
    std::erase_if(after, [&](const Movement& row) { return row.at == was.at; });
    after = TRY(followed(std::move(after), was.at, context.today));
    return put_right(
        context, was.offender, before, after, {words_of(context.db, was), "", given.why});
}

void serve_corrections(web::Api& api) {
    const std::string correct_it = "movements.correct";
    const std::string one = "/offenders/{offender}/movements/{movement}";
    api.page({one, correct_it, "Correct a movement: its form"}, &show_correct);
    api.command<CorrectMovement, PutRight>(
        {one, correct_it, "Correct a movement"}, &correct, {&to_movements, &show_correct_again});
    api.page({one + "/strike-out", correct_it, "Strike a movement out: its form"},
             &show_strike_out);
    api.command<StrikeOutMovement, PutRight>(
        {one + "/strike-out", correct_it, "Strike a movement out that never happened"},
        &strike_out,
        {&to_movements, &show_strike_out_again});
}

}  // namespace noms::movements
