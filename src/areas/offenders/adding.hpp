#pragma once

#include <optional>
#include <string>

#include "areas/offenders/handlers.hpp"
#include "kit/page/page.hpp"

/// A person whom no extract brought: before the court for the first time, entered by staff.
namespace noms::offenders {

struct AddPerson {
    std::optional<std::string> first_name{};
    std::optional<std::string> middle_name{};
    std::string surname{};
    std::optional<Date> birth_date{};
    Sex sex = Sex::NotKnown;
    std::optional<IdentifierKind> number_kind{};
    std::optional<std::string> number{};
};
DESCRIBE(AddPerson, first_name, middle_name, surname, birth_date, sex, number_kind, number)

/// Makes the record, and has the actor's area or prison hold it, with its region. Refused when a
/// record that the actor may see has the number already. One that they may not see is not spoken
/// of: the two become a pair for whoever reviews joins.
Result<Changed> add_person(web::Context&, const AddPerson&);

/// Its form, first and again after an error.
Result<page::Page> show_add_person(web::Context&);
Result<page::Page> show_add_person_again(web::Context&, const form::Values&, const Error&);

}  // namespace noms::offenders
