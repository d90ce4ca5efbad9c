#include "areas/supervision/enforcement_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/supervision/store.hpp"
#include "areas/supervision/views.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/json.hpp"

namespace noms::supervision {
namespace {

std::string requirement_in_words(const sentences::Requirement& row) {
    const auto* known = sentences::disposal(row.kind);
    auto name = known ? known->name : row.kind;
    auto unit = describe::choice_of<sentences::Unit>(row.unit);
    auto words = row.amount && unit
                     ? fmt::format("{}: {} {}", name, *row.amount, sentences::in_words(*unit))
                     : name;
    return row.words.empty() ? words : words + " (" + row.words + ")";
}

std::string answered_in_words(const Enforced& of, const Contact& failure) {
    const auto* answer = of.answer_to(failure.id);
    if (!answer) return "Brought before the court by these proceedings";
    return fmt::format("{} on {}", in_words(answer->kind), noms::in_words(answer->on_day));
}

std::string notes_in_words(const std::vector<Note>& notes) {
    std::string out;
    for (const auto& note : notes) out += (out.empty() ? "" : " ") + note.words;
    return out;
}

void add_failures(BreachReport& report, db::Connection& db, const Enforced& of, Date begun_on) {
    std::vector<Contact> failures;
    for (const auto& each : of.failures)
        if (outcome_of(*each.outcome)->compliance == Compliance::Unacceptable &&
            plus_months(begun_on, -12) < each.on_day)
            failures.push_back(each);
    for (const auto& view : views_of(db, failures))
        report.failures.push_back({.on = view.contact.on_day,
                                   .what = view.kind,
                                   .outcome = view.outcome,
                                   .notes = notes_in_words(view.notes),
                                   .answer = answered_in_words(of, view.contact)});
}

void count_contacts(BreachReport& report, db::Connection& db, const Enforced& of) {
    auto counts = how_kept(db, of.sentence.offender, of.sentence.imposed_on);
    report.kept = counts.kept;
    report.excused = counts.excused;
    report.failed = counts.failed;
}

void add_sentence(BreachReport& report, web::Context& context, const Enforced& of) {
    auto& db = context.db;
    std::span<const std::int64_t> one(&of.sentence.offender.number, 1);
    for (const auto& row : sentences::sentences_with_offence(db, one))
        if (row.sentence.id == of.sentence.id) report.offence = row.offence;
    for (const auto& row : sentences::requirements_of(db, one))
        if (row.sentence == of.sentence.id)
            report.requirements.push_back(requirement_in_words(row));
    auto heard = sentences::appearance(db, of.sentence.appearance);
    if (!heard) return;
    auto court =
        heard->court ? organisation::body(db, *heard->court, heard->heard_on) : std::nullopt;
    report.passed_by = court ? court->name : heard->court_words;
}

void add_work(BreachReport& report, db::Connection& db, const offenders::OffenderId& who) {
    for (const auto& each : management::objectives_among(db, std::span(&who.number, 1)))
        report.work_done.push_back(fmt::format(
            "{}: {}", each.objective, lower(label_of(describe::choice_text(each.state)))));
}

Result<BreachReport> draft_of(web::Context& context, const Breach& breach) {
    auto who = TRY(offenders::offender_in(context));
    auto all = TRY(enforced_of(context.db, who.id, context.today));
    auto of = std::ranges::find(
        all, breach.sentence, [](const Enforced& each) { return each.sentence.id; });
    if (of == all.end()) return not_found("There is no such order any more.");
    BreachReport report{.name = offenders::name_in_full(who),
                        .birth_date = who.birth_date,
                        .order = sentences::in_words(of->sentence),
                        .imposed_on = of->sentence.imposed_on,
                        .law = of->under.cite,
                        .prepared_on = context.today,
                        .prepared_by = context.actor.shown,
                        .reasons = breach.reasons,
                        .response = breach.response,
                        .proposal = breach.proposal};
    add_sentence(report, context, *of);
    add_failures(report, context.db, *of, breach.begun_on);
    count_contacts(report, context.db, *of);
    add_work(report, context.db, who.id);
    return report;
}

}  // namespace

HowKept how_kept(db::Connection& db, offenders::OffenderId offender, Date since) {
    HowKept out;
    for (const auto& each : store::contacts_with_outcome(db, offender)) {
        const auto* outcome = outcome_of(*each.outcome);
        if (!outcome || !each.booked_on || each.on_day < since) continue;
        out.kept += outcome->compliance == Compliance::Complied;
        out.excused += outcome->compliance == Compliance::AcceptableAbsence;
        out.failed += outcome->compliance == Compliance::Unacceptable;
    }
    return out;
}

Result<BreachReport> report_of(web::Context& context, const Breach& breach) {
    if (breach.report.empty()) return draft_of(context, breach);
    return json::read<BreachReport>(breach.report);
}

}  // namespace noms::supervision
