#include "areas/sentences/import.hpp"

#include <algorithm>

#include "kit/base/text.hpp"

namespace noms::sentences {
namespace {

std::vector<Purpose> purposes_in(const SentenceRow& row) {
    std::vector<Purpose> out;
    for (const auto& word : split(row.purposes.value_or(""), '|'))
        if (auto purpose = describe::choice_of<Purpose>(trimmed(word))) out.push_back(*purpose);
    const auto* known = disposal(row.disposal);
    return out.empty() && known ? usual_purposes(*known) : out;
}

PassSentence command_of(const SentenceRow& row) {
    return {.disposal = row.disposal,
            .purposes = purposes_in(row),
            .years = row.years,
            .months = row.months,
            .weeks = row.weeks,
            .days = row.days,
            .supervision_months = row.supervision_months,
            .operational_months = row.operational_months,
            .hours = row.hours,
            .amount = row.amount,
            .remand_days = row.remand_days,
            .requirement = row.requirement,
            .requirement_amount = row.requirement_amount};
}

/// Whether this very sentence is here: same person, day, disposal and offence.
bool is_here(db::Connection& db, offenders::OffenderId who, const SentenceRow& row) {
    auto charged = offences_of(db, std::span(&who.number, 1));
    return std::ranges::any_of(sentences_of(db, std::span(&who.number, 1)), [&](const auto& each) {
        auto offence = std::ranges::find(charged, each.offence, &Offence::id);
        return each.imposed_on == row.heard_on && each.disposal == row.disposal &&
               offence != charged.end() && folded(offence->words) == folded(row.offence);
    });
}

/// The appearance of that day at that court, or a new one.
Appearance appearance_for(record::Changes& changes,
                          db::Connection& db,
                          offenders::OffenderId who,
                          const SentenceRow& row) {
    auto court = organisation::body_by_code(db, organisation::Kind::Court, row.court, row.heard_on);
    Appearance fresh{.id = new_id<Appearance>(),
                     .offender = who,
                     .court_words = court ? "" : row.court,
                     .heard_on = row.heard_on,
                     .recorded_by = changes.command().actor_name};
    if (court) fresh.court = court->id;
    for (const auto& each : appearances_of(db, std::span(&who.number, 1)))
        if (each.heard_on == fresh.heard_on && each.court == fresh.court &&
            each.court_words == fresh.court_words)
            return each;
    changes.add(appearances, fresh);
    return fresh;
}

Result<extract::Taken> take_row(record::Changes& changes,
                                db::Connection& db,
                                const SentenceRow& row,
                                const AfterSentence& after) {
    auto who = TRY(
        offenders::known_as(db, row.number_kind, row.number, row.surname, changes.command().day));
    if (is_here(db, who.id, row)) return extract::Taken::Unchanged;
    changes.about({std::string(offenders::subject_kind), who.id.number}, "sentences.imported");
    auto at = appearance_for(changes, db, who.id, row);
    Offence offence{.id = new_id<Offence>(),
                    .offender = who.id,
                    .appearance = at.id,
                    .code = upper(row.offence_code.value_or("")),
                    .words = row.offence,
                    .committed_on = row.committed_on};
    changes.add(offences, offence);
    auto given = command_of(row);
    given.offence = offence.id;
    auto passed = TRY(pass(changes, db, at, given, changes.command().actor_name));
    if (row.ended_on)
        passed = TRY(end(changes,
                         passed,
                         {*row.ended_on, row.ended_reason.value_or(EndReason::Served)},
                         changes.command().day));
    if (after) CHECK(after(changes, db, at, passed));
    return extract::Taken::Created;
}

}  // namespace

Result<extract::Report> import_sentences(db::Database& database,
                                         std::istream& in,
                                         const record::Command& command,
                                         const AfterSentence& after) {
    return extract::take<SentenceRow>(in, [&](const SentenceRow& row) {
        return database.write([&](db::Connection& db) {
            record::Changes changes(db, command);
            auto taken = take_row(changes, db, row, after);
            if (taken) changes.finish();
            return taken;
        });
    });
}

}  // namespace noms::sentences
