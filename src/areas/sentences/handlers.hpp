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

/// Whose record changed, and the key of what was added to it.
struct Recorded {
    offenders::OffenderId offender{};
    Id<Recorded> added{};
};
DESCRIBE(Recorded, offender, added)

Result<Recorded> record_appearance(web::Context&, const RecordAppearance&);
Result<Recorded> add_offence(web::Context&, const AddOffence&);
Result<Recorded> add_requirement(web::Context&, const AddRequirement&);
Result<Recorded> add_compensation(web::Context&, const AddCompensation&);

}  // namespace noms::sentences
