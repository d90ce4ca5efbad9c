#include <algorithm>

#include "areas/sentences/passing.hpp"
#include "kit/base/text.hpp"

/// An extract of sentences, one row a sentence: docs/import.md.
namespace noms::sentences {
namespace {

/// One row. `court` is a court's code, or its name where it is not one of ours.
struct SentenceRow {
    offenders::IdentifierKind number_kind = offenders::IdentifierKind::PrisonNumber;
    std::string number{};
    std::string surname{};
    std::string court{};
    Date heard_on{};
    std::string offence{};
    std::optional<std::string> offence_code{};
    std::optional<Date> committed_on{};
    std::string disposal{};
    std::optional<std::string> purposes{};  // separated by "|"; empty: what it is usually for
    std::optional<int> years{};
    std::optional<int> months{};
    std::optional<int> weeks{};
    std::optional<int> days{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<std::string> amount{};
    std::optional<int> remand_days{};
    std::optional<std::string> requirement{};
    std::optional<int> requirement_amount{};
    std::optional<Date> ended_on{};
    std::optional<EndReason> ended_reason{};
};
DESCRIBE(SentenceRow,
         number_kind,
         number,
         surname,
         court,
         heard_on,
         offence,
         offence_code,
         committed_on,
         disposal,
         purposes,
         years,
         months,
         weeks,
         days,
         supervision_months,
         operational_months,
         hours,
         amount,
         remand_days,
         requirement,
         requirement_amount,
         ended_on,
         ended_reason)

Result<std::vector<Purpose>> purposes_in(const SentenceRow& row) {
    std::vector<Purpose> out;
    for (const auto& word : split(row.purposes.value_or(""), '|')) {
        auto purpose = describe::choice_of<Purpose>(trimmed(word));
        if (!purpose) return invalid({{"purposes", "unknown_choice", word + " is no purpose"}});
        out.push_back(*purpose);
    }
    const auto* known = disposal(row.disposal);
    return out.empty() && known ? usual_purposes(*known) : out;
}

/// What no rule of a court looks at: days that cannot be, and an end that is only half told.
Result<void> check_row(const SentenceRow& row, Date today) {
    if (today < row.heard_on)
        return invalid({{"heard_on", "date_in_future", "The day must not be in the future"}});
    if (row.ended_on.has_value() != row.ended_reason.has_value())
        return invalid({{row.ended_on ? "ended_reason" : "ended_on",
                         "missing",
                         "An end has a day and a reason, or neither"}});
    return check_offence(row.offence, row.committed_on, row.heard_on);
}

PassSentence command_of(const SentenceRow& row, std::vector<Purpose> purposes) {
    return {.disposal = row.disposal,
            .purposes = std::move(purposes),
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
    CHECK(check_row(row, changes.command().day));
    auto purposes = TRY(purposes_in(row));
    changes.about({std::string(offenders::subject_kind), who.id.number}, "sentences.imported");
    auto at = appearance_for(changes, db, who.id, row);
    Offence offence{.id = new_id<Offence>(),
                    .offender = who.id,
                    .appearance = at.id,
                    .code = upper(row.offence_code.value_or("")),
                    .words = row.offence,
                    .committed_on = row.committed_on};
    changes.add(offences, offence);
    auto given = command_of(row, std::move(purposes));
    given.offence = offence.id;
    auto passed = TRY(pass(changes, db, at, given, changes.command().actor_name));
    if (row.ended_on)
        passed =
            TRY(end(changes, passed, {*row.ended_on, *row.ended_reason}, changes.command().day));
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
