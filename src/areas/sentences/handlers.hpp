#pragma once

#include "areas/sentences/sentences.hpp"
#include "areas/sentences/views.hpp"

/// The area's own commands, each about the offender of its address.
namespace noms::sentences {

/// A hearing with the first offence before it. `court` is a court's code.
struct RecordAppearance {
    std::string court{};
    Date heard_on{};
    Outcome outcome = Outcome::Sentenced;
    std::string offence{};
    std::optional<std::string> offence_code{};
    std::optional<Date> committed_on{};
};
DESCRIBE(RecordAppearance, court, heard_on, outcome, offence, offence_code, committed_on)

struct AddOffence {
    std::string offence{};
    std::optional<std::string> offence_code{};
    std::optional<Date> committed_on{};
};
DESCRIBE(AddOffence, offence, offence_code, committed_on)

/// `kind` is the code of a requirement; its usual purposes are taken where none is given.
struct AddRequirement {
    std::string kind{};
    std::optional<int> amount{};
    std::vector<Purpose> purposes{};
    std::optional<std::string> words{};
};
DESCRIBE(AddRequirement, kind, amount, purposes, words)

/// `amount` is in pounds.
struct AddCompensation {
    std::string amount{};
    Payee payable_to = Payee::NotStated;
};
DESCRIBE(AddCompensation, amount, payable_to)

/// The codes of data/offence_mark.csv that name the offence of a sentence, or `no_mark` alone.
struct RecordMarks {
    std::vector<std::string> marks{};
};
DESCRIBE(RecordMarks, marks)
inline constexpr std::string_view no_mark = "NONE";

/// A court lets a suspended term take effect; a length that is empty: as it was passed.
struct ActivateSentence {
    Date activated_on{};
    std::optional<int> months{};
    std::optional<int> weeks{};
    std::optional<int> days{};
};
DESCRIBE(ActivateSentence, activated_on, months, weeks, days)

/// Whose record changed, and the key of what was added to it.
struct Recorded {
    offenders::OffenderId offender{};
    Id<Recorded> added{};
};
DESCRIBE(Recorded, offender, added)

/// The sentence of the address. Refused where the record was joined to another or it has ended.
Result<Sentence> running_sentence(web::Context&);
/// Adds a row about its offender, under an event of that kind.
template <class Row>
Recorded add_row(web::Context& context,
                 const record::Table<Row>& table,
                 const Row& row,
                 std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), row.offender.number}, kind);
    context.changes->add(table, row);
    return {row.offender, {row.id.number}};
}

Result<Recorded> record_appearance(web::Context&, const RecordAppearance&);
Result<Recorded> add_offence(web::Context&, const AddOffence&);
Result<Recorded> add_requirement(web::Context&, const AddRequirement&);
Result<Recorded> add_compensation(web::Context&, const AddCompensation&);
Result<Recorded> record_marks(web::Context&, const RecordMarks&);
Result<Recorded> activate_sentence(web::Context&, const ActivateSentence&);
/// What the sentence was passed for.
Offence offence_in(db::Connection&, const Sentence&);

}  // namespace noms::sentences
